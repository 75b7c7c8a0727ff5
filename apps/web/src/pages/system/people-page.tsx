import { Input, Select } from 'antd';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { usePeople, useUnits, type PeopleQuery, type Person, type Unit } from '../../api/people.js';
import { useMay } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { postWords } from '../../shell/user-menu.js';
import { t } from '../../language.js';
import { AccountTable } from './account-table.js';
import { PeopleTools } from './people-tools.js';

const columns: readonly Column<Person>[] = [
  { key: 'name', title: t('people.name'), width: 120, cell: (row) => row.name },
  { key: 'username', title: t('people.username'), width: 160, cell: (row) => row.username },
  {
    key: 'posts',
    title: t('people.posts'),
    width: 360,
    flexible: true,
    cell: (row) => <span className="two-lines">{postWords(row).join('；')}</span>,
  },
];

export function PeoplePage() {
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const unitId = params.get('unitId') ?? undefined;
  const q = useDeferredValue(params.get('q') ?? '');
  const query = { unitId, q: q || undefined };
  const mayEdit = useMay('people.edit');
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <div className="page">
      <PageHead title={t('nav.people')}>
        <PeopleTools />
      </PageHead>
      <div className="filters">
        <Select
          className="filter-kind"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('people.all')}
          value={unitId}
          onChange={(id) => set('unitId', id)}
          options={inTree(units.data ?? []).map(({ unit, depth }) => ({
            value: unit.id,
            label: `${'　'.repeat(depth)}${unit.name}`,
          }))}
        />
        <Input.Search
          className="filter-words"
          allowClear
          defaultValue={q}
          placeholder={t('people.search')}
          aria-label={t('people.search')}
          onSearch={(text) => set('q', text.trim())}
        />
      </div>
      <div className="list-frame free">{mayEdit ? <AccountTable query={query} /> : <PeopleTable query={query} />}</div>
    </div>
  );
}

function PeopleTable({ query }: { query: PeopleQuery }) {
  const asked = usePeople(query);
  return (
    <Answer asked={asked}>
      {(people) =>
        people.length === 0 ? (
          <EmptyState title={t('people.none')} />
        ) : (
          <DataTable label={t('nav.people')} columns={columns} rows={people} rowKey={(row) => row.id} />
        )
      }
    </Answer>
  );
}

/** Units in the order of the tree, each with its depth. */
function inTree(units: readonly Unit[], parentId: string | null = null, depth = 0): { unit: Unit; depth: number }[] {
  return units
    .filter((unit) => unit.parentId === parentId)
    .flatMap((unit) => [{ unit, depth }, ...inTree(units, unit.id, depth + 1)]);
}

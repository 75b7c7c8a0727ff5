import { Input, Segmented, Select } from 'antd';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { usePeople, useUnits, type PeopleQuery, type Person } from '../../api/people.js';
import { useMay } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { postWords } from '../../shell/user-menu.js';
import { t } from '../../language.js';
import { AccountTable } from './account-table.js';
import { PeopleTools } from './people-tools.js';
import { inTree } from './unit-order.js';
import { UnitTree } from './unit-tree.js';

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
  const view = params.get('view') === 'units' ? 'units' : 'people';
  const unitId = params.get('unitId') ?? undefined;
  const q = useDeferredValue(params.get('q') ?? '');
  const query = { unitId, q: q || undefined };
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
      <Segmented
        className="people-views"
        value={view}
        onChange={(next) => set('view', next === 'units' ? 'units' : undefined)}
        options={[
          { value: 'people', label: t('unit.view.people') },
          { value: 'units', label: t('unit.view.units') },
        ]}
      />
      {view === 'units' ? (
        <section className="section">
          <UnitTree />
        </section>
      ) : (
        <PeopleList set={set} unitId={unitId} q={q} query={query} />
      )}
    </div>
  );
}

interface ListProps {
  set: (name: string, value: string | undefined) => void;
  unitId: string | undefined;
  q: string;
  query: PeopleQuery;
}

function PeopleList({ set, unitId, q, query }: ListProps) {
  const units = useUnits();
  const mayEdit = useMay('people.edit');
  return (
    <>
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
    </>
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

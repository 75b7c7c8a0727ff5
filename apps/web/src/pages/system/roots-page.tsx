import { useDailyRoots, type DailyRoot } from '../../api/system.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { CopyButton } from '../../components/copy-button.js';
import { t } from '../../language.js';

const columns: readonly Column<DailyRoot>[] = [
  { key: 'day', title: t('roots.day'), width: 140, cell: (row) => <DayText day={row.day} /> },
  {
    key: 'root',
    title: t('roots.root'),
    width: 420,
    flexible: true,
    cell: (row) => <code className="root-hash">{row.root}</code>,
  },
  { key: 'tickets', title: t('roots.tickets'), width: 88, align: 'end', cell: (row) => row.tickets },
  { key: 'events', title: t('roots.events'), width: 88, align: 'end', cell: (row) => row.events },
  { key: 'copy', title: '', width: 64, cell: (row) => <Copy {...row} /> },
];

/** One root a day, to be held against what somebody kept. */
export function RootsPage() {
  const asked = useDailyRoots();
  return (
    <div className="page">
      <PageHead title={t('nav.roots')} note={t('roots.note')} />
      <div className="list-frame free">
        <Answer asked={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('roots.none')} />
            ) : (
              <DataTable label={t('nav.roots')} columns={columns} rows={items} rowKey={(row) => row.day} />
            )
          }
        </Answer>
      </div>
    </div>
  );
}

function Copy({ day, root }: DailyRoot) {
  return (
    <CopyButton
      text={`npm run xiaohao -- verify --root ${day}:${root}`}
      label={t('roots.copy')}
      done={t('roots.copied')}
    />
  );
}

import { Link } from 'react-router';
import { kindLabels, levelLabels, statusLabels } from '@xiaohao/messages';
import type { TicketRow } from '../../api/tickets.js';
import type { Column } from '../../components/data-table.js';
import { DayText, InstantText } from '../../components/day-text.js';
import { DeadlineText } from '../../components/deadline-text.js';
import { LightBadge } from '../../components/light-badge.js';
import { itemWords } from '../../components/item-words.js';
import { labelOf, t } from '../../language.js';

/** Everything a list row can show; `shown` is the choice one starts with. */
export interface LedgerColumn extends Column<TicketRow> {
  shown: boolean;
}

export const ledgerColumns: readonly LedgerColumn[] = [
  {
    key: 'light',
    title: t('column.light'),
    width: 104,
    frozen: true,
    shown: true,
    cell: (row) => <LightBadge lit={row} />,
  },
  {
    key: 'no',
    title: t('column.no'),
    width: 124,
    frozen: true,
    shown: true,
    cell: (row) => (
      <Link to={`/tickets/${row.id}`} className="figures">
        {row.no}
      </Link>
    ),
  },
  {
    key: 'title',
    title: t('column.title'),
    width: 260,
    flexible: true,
    shown: true,
    cell: (row) => (
      <span className="two-lines" title={row.title}>
        {row.title}
      </span>
    ),
  },
  {
    key: 'owner',
    title: t('column.owner'),
    width: 148,
    shown: true,
    cell: (row) => (
      <span className="two-lines">
        {row.leadUnit?.name ?? <span className="faint">{t('ticket.noUnit')}</span>}
        {row.handler && <span className="faint"> / {row.handler.name}</span>}
      </span>
    ),
  },
  {
    key: 'deadline',
    title: t('column.deadline'),
    width: 132,
    shown: true,
    cell: (row) => <DeadlineText deadline={row.deadline} />,
  },
  {
    key: 'status',
    title: t('column.status'),
    width: 92,
    shown: true,
    cell: (row) => labelOf(statusLabels, row.status),
  },
  {
    key: 'progress',
    title: t('column.progress'),
    width: 230,
    shown: true,
    cell: (row) =>
      row.latestProgress ? (
        <span className="two-lines" title={row.latestProgress}>
          <span className="faint">
            <DayText day={row.latestProgressOn} />
          </span>{' '}
          {row.latestProgress}
        </span>
      ) : (
        <span className="faint">—</span>
      ),
  },
  {
    key: 'source',
    title: t('column.source'),
    width: 180,
    shown: false,
    cell: (row) => <span className="two-lines">{row.source?.name ?? '—'}</span>,
  },
  {
    key: 'item',
    title: t('column.item'),
    width: 180,
    shown: false,
    cell: (row) => <span className="two-lines">{row.item ? itemWords(row.item) : '—'}</span>,
  },
  { key: 'kind', title: t('column.kind'), width: 120, shown: false, cell: (row) => labelOf(kindLabels, row.kind) },
  {
    key: 'level',
    title: t('column.level'),
    width: 72,
    shown: false,
    cell: (row) => (row.level ? labelOf(levelLabels, row.level) : '—'),
  },
  { key: 'leader', title: t('column.leader'), width: 96, shown: false, cell: (row) => row.leader?.name ?? '—' },
  {
    key: 'percent',
    title: t('column.percent'),
    width: 72,
    align: 'end',
    shown: false,
    cell: (row) => <span className="figures">{row.progressPercent === null ? '—' : `${row.progressPercent}%`}</span>,
  },
  {
    key: 'raisedOn',
    title: t('column.raisedOn'),
    width: 104,
    shown: false,
    cell: (row) => <DayText day={row.raisedOn} />,
  },
  {
    key: 'closedOn',
    title: t('column.closedOn'),
    width: 104,
    shown: false,
    cell: (row) => <DayText day={row.closedOn} />,
  },
  {
    key: 'updatedAt',
    title: t('column.updatedAt'),
    width: 116,
    shown: false,
    cell: (row) => <InstantText at={row.updatedAt} />,
  },
];

export const columnsAtFirst = ledgerColumns.filter((column) => column.shown).map((column) => column.key);

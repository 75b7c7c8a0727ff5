import type { Readable } from 'node:stream';
import { dayInShanghai } from '@xiaohao/calendar';
import { figureGroups, formerPeriodCodes, parsePeriod, type FigureGroup } from '@xiaohao/domain';
import { writeWorkbook, type RowInput, type SheetLayout } from '@xiaohao/documents';
import { annexWords, figureGroupLabels, figureSourceLabels, reportWords } from '@xiaohao/messages';
import { dayCell, proofSheet, rowOf, type ProofColumn } from './proof-sheet.js';
import type { FormerFigures } from './report-series.queries.js';
import { withdrawnMark } from '../issuing/report-withdrawal.js';
import type { FigureTickets, KnownTicket } from '../figure-tickets.queries.js';
import type { ReportFigure, ReportView } from '../report.queries.js';

/** One page of what stands behind a figure, for the reader of the annex. */
export type PageOfFigure = (key: string, after: string | null) => Promise<FigureTickets>;

const zh = (word: keyof typeof annexWords) => annexWords[word][0];

/** What each ticket adds to a figure, by the ticket's id; null where each counts as one. */
export type AmountsOfFigure = (key: string) => Promise<ReadonlyMap<string, number> | null>;

export const periodLabel = (code: string) => parsePeriod(code)?.label ?? code;

const figureColumns: readonly ProofColumn<ReportFigure>[] = [
  { heading: zh('figure'), width: 34, content: ({ name }) => name },
  { heading: zh('printed'), width: 18, center: true, content: ({ text }) => text },
  { heading: zh('value'), width: 14, center: true, content: ({ value }) => value },
  { heading: zh('unit'), width: 8, center: true, content: ({ unit }) => unit },
  {
    heading: zh('source'),
    width: 25,
    center: true,
    content: ({ source, fromLedger }) =>
      figureSourceLabels[fromLedger ? 'ledger' : (source as keyof typeof figureSourceLabels)][0],
  },
  { heading: zh('tickets'), width: 10, center: true, content: ({ ticketCount }) => ticketCount || null },
  { heading: zh('meaning'), width: 52, content: ({ meaning }) => meaning },
];

/** 环比 and 同比: what the former report printed, and how far this one is from it. */
const formerColumns = ({ which, period, values }: FormerFigures): readonly ProofColumn<ReportFigure>[] => [
  {
    heading: zh(which).replace('{period}', periodLabel(period)),
    width: 20,
    center: true,
    content: ({ key }) => values.get(key)?.text ?? null,
  },
  {
    heading: zh('difference'),
    width: 12,
    center: true,
    content: ({ key, value }) => {
      const former = values.get(key)?.value ?? null;
      return value === null || former === null ? null : Number((value - former).toFixed(4));
    },
  },
];

/** Says against which final reports it is held, or that there is none. */
function formerNote({ period }: ReportView, former: readonly FormerFigures[]): string {
  if (former.length > 0) return zh('formerNote');
  const { previous, yearBefore } = formerPeriodCodes(period);
  const periods = [previous, yearBefore].filter((code) => code !== null).map(periodLabel);
  return zh('formerNone').replace('{periods}', periods.join('、'));
}

/** Stand only where something was typed over by hand. */
const typedColumns: readonly ProofColumn<ReportFigure>[] = [
  { heading: zh('computed'), width: 14, center: true, content: ({ typed }) => typed?.computed ?? null },
  { heading: zh('typedReason'), width: 30, content: ({ typed }) => typed?.reason ?? null },
  { heading: zh('typedBy'), width: 12, center: true, content: ({ typed }) => typed?.by ?? null },
];

type TicketLine = KnownTicket & { figure: string; amount: number | null };

const ticketColumns: readonly ProofColumn<TicketLine>[] = [
  { heading: zh('figure'), width: 26, content: ({ figure }) => figure },
  { heading: zh('no'), width: 15, center: true, content: ({ no }) => no },
  { heading: zh('ticket'), width: 46, content: ({ title }) => title },
  { heading: zh('leadUnit'), width: 22, center: true, content: ({ leadUnit }) => leadUnit?.name ?? null },
  { heading: zh('status'), width: 12, center: true, content: ({ state }) => reportWords[`state${state}`][0] },
  { heading: zh('raisedOn'), width: 14, center: true, content: ({ raisedOn }) => dayCell(raisedOn) },
  { heading: zh('dueOn'), width: 14, center: true, content: ({ dueOn }) => dayCell(dueOn) },
  { heading: zh('closedOn'), width: 14, center: true, content: ({ closedOn }) => dayCell(closedOn) },
  { heading: zh('amount'), width: 12, center: true, content: ({ amount }) => amount },
];

interface FilingLine {
  figure: string;
  unitName: string;
  period: string;
  value: string;
  note: string | null;
  filedBy: string | null;
  accepted?: boolean;
  /** Filed for an earlier period and still the latest. */
  isCarried: boolean;
}

const filingColumns: readonly ProofColumn<FilingLine>[] = [
  { heading: zh('figure'), width: 34, content: ({ figure }) => figure },
  { heading: zh('unitName'), width: 20, center: true, content: ({ unitName }) => unitName },
  { heading: zh('period'), width: 16, center: true, content: ({ period }) => periodLabel(period) },
  { heading: zh('value'), width: 14, center: true, content: ({ value }) => Number(value) },
  { heading: zh('note'), width: 40, content: ({ note }) => note },
  { heading: zh('filedBy'), width: 12, center: true, content: ({ filedBy }) => filedBy },
  {
    heading: zh('acceptance'),
    width: 10,
    center: true,
    // Reports built before filings were accepted say nothing of it.
    content: ({ accepted = true }) => zh(accepted ? 'accepted' : 'notAccepted'),
  },
  {
    heading: zh('carriedOver'),
    width: 10,
    center: true,
    content: ({ isCarried }) => (isCarried ? zh('carriedOver') : null),
  },
];

const checkColumns: readonly ProofColumn<ReportView['checks'][number]>[] = [
  { heading: zh('severity'), width: 10, center: true, content: ({ severity }) => zh(severity) },
  { heading: zh('message'), width: 80, content: ({ message }) => message },
  {
    heading: zh('code'),
    width: 10,
    center: true,
    // What is only for information asks for nothing.
    content: ({ severity, excuse }) => (severity === 'info' ? null : zh(excuse ? 'excused' : 'open')),
  },
  { heading: zh('excuse'), width: 40, content: ({ excuse }) => excuse?.reason ?? null },
  { heading: zh('excusedBy'), width: 12, center: true, content: ({ excuse }) => excuse?.by ?? null },
  {
    heading: zh('excusedOn'),
    width: 14,
    center: true,
    content: ({ excuse }) => (excuse ? dayCell(dayInShanghai(new Date(excuse.at))) : null),
  },
];

/**
 * The proof of a report as a workbook: every figure with its meaning, the tickets behind it by group, the filings, the
 * findings. Tickets are those the reader may see today, as the report knew them; how many more there are is said, not
 * which. Streams: of the tickets only a page is held.
 */
export function reportAnnex(
  report: ReportView,
  pageOf: PageOfFigure,
  amountsOf: AmountsOfFigure,
  former: readonly FormerFigures[],
  { createdAt, creator }: { createdAt: Date; creator: string },
): { name: string; stream: Readable } {
  const mark = report.withdrawn ? `${withdrawnMark(report.withdrawn)}　` : '';
  const title =
    mark + zh('title').replace('{name}', report.template.name).replace('{period}', periodLabel(report.period));
  const groups = figureGroups.filter((group) => countedIn(report, group).length > 0);
  const isTyped = report.figures.some(({ typed }) => typed);
  const columns = [...figureColumns, ...former.flatMap(formerColumns), ...(isTyped ? typedColumns : [])];
  const filed = report.figures.filter(({ source }) => source === 'indicator');
  const sheets: SheetLayout[] = [
    proofSheet(
      zh('figures'),
      title,
      columns,
      report.figures.map((figure) => rowOf(columns, figure)),
      zh('figuresNote') + formerNote(report, former) + (isTyped ? zh('typedNote') : ''),
    ),
    ...groups.map((group) =>
      proofSheet(
        figureGroupLabels[group][0],
        title,
        ticketColumns,
        ticketRows(countedIn(report, group), pageOf, amountsOf),
        zh('ticketsNote'),
      ),
    ),
    ...(filed.length > 0
      ? [proofSheet(zh('filings'), title, filingColumns, filingRows(report, filed, pageOf), zh('filingsNote'))]
      : []),
    ...(report.checks.length > 0
      ? [
          proofSheet(
            zh('checks'),
            title,
            checkColumns,
            report.checks.map((check) => rowOf(checkColumns, check)),
            zh('checksNote'),
          ),
        ]
      : []),
  ];
  return { name: `${title}.xlsx`, stream: writeWorkbook(sheets, { createdAt, creator }) };
}

function countedIn(report: ReportView, group: FigureGroup): ReportFigure[] {
  return report.figures.filter((figure) => figure.ticketCount > 0 && figure.group === group);
}

async function* ticketRows(
  figures: readonly ReportFigure[],
  pageOf: PageOfFigure,
  amountsOf: AmountsOfFigure,
): AsyncGenerator<RowInput> {
  for (const { key, name } of figures) {
    const amounts = await amountsOf(key);
    // What those add that the reader may not see: the figure says the sum of all.
    let rest = [...(amounts?.values() ?? [])].reduce((sum, amount) => sum + amount, 0);
    let after: string | null = null;
    do {
      const page: FigureTickets = await pageOf(key, after);
      for (const ticket of page.items) {
        const amount = amounts?.get(ticket.id) ?? null;
        rest -= amount ?? 0;
        yield rowOf(ticketColumns, { ...ticket, figure: name, amount });
      }
      after = page.nextCursor;
      if (after === null && page.hiddenCount > 0) {
        const hidden = zh('hidden').replace('{count}', String(page.hiddenCount));
        yield { cells: [name, null, hidden, null, null, null, null, null, amounts && Number(rest.toFixed(4))] };
      }
    } while (after !== null);
  }
}

async function* filingRows(
  report: ReportView,
  figures: readonly ReportFigure[],
  pageOf: PageOfFigure,
): AsyncGenerator<RowInput> {
  const period = parsePeriod(report.period)!;
  for (const { key, name } of figures) {
    const { filings } = await pageOf(key, null);
    for (const filing of filings) {
      const isCarried = parsePeriod(filing.period)!.to < period.from;
      yield rowOf(filingColumns, { ...filing, figure: name, isCarried });
    }
  }
}

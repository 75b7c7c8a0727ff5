import { writeWorkbook, type Look, type RowInput, type SheetLayout } from '@xiaohao/documents';
import { lookBackResultLabels, lookBackWords, ledgerWords, samplingLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { LookBackRow, LookBackView } from '@xiaohao/tickets';
import type { LedgerFile } from './ledger-export.js';
import { dayText } from './ledger-layout.js';

const zh = (word: keyof typeof lookBackWords) => lookBackWords[word][0];
const heading: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };

const columns: readonly { heading: string; width: number; center?: boolean; content: (row: LookBackRow) => string }[] =
  [
    { heading: zh('ticketNo'), width: 15, center: true, content: ({ no }) => no },
    { heading: zh('title'), width: 42, content: ({ title }) => title },
    { heading: zh('unit'), width: 16, center: true, content: ({ leadUnit }) => leadUnit ?? '' },
    { heading: zh('closedOn'), width: 14, center: true, content: ({ closedOn }) => dayText(closedOn) },
    { heading: zh('inspector'), width: 12, center: true, content: (row) => row.checkedBy ?? row.inspector ?? '' },
    {
      heading: zh('checkedOn'),
      width: 14,
      center: true,
      content: ({ checkedOn }) => (checkedOn ? dayText(checkedOn) : ''),
    },
    {
      heading: zh('result'),
      width: 14,
      center: true,
      content: ({ result }) => (result ? lookBackResultLabels[result][0] : ''),
    },
    { heading: zh('note'), width: 36, content: ({ note }) => note ?? '' },
    {
      heading: zh('followUp'),
      width: 20,
      content: ({ followUp, followUpTicket }) =>
        followUp ? [zh(followUp), followUpTicket?.no].filter(Boolean).join(' ') : '',
    },
  ];

/** The result table of a look-back, exactly the rows its view holds. */
export function exportLookBack(view: LookBackView, actor: Actor, now: Date): LedgerFile {
  const title = zh('file').replace('{name}', view.name);
  const facts = { ...view, sampling: samplingLabels[view.sampling][0] };
  const summary = zh('sample').replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key as keyof typeof facts]));
  const seed = view.seed ? `；${zh('seed').replace('{seed}', view.seed)}` : '';
  const whole = [{ from: 1, to: columns.length + 1 }];
  const top: RowInput[] = [
    {
      cells: [{ content: title, look: { font: '方正小标宋简体', size: 18, align: 'center' } }],
      look: { border: false },
      merges: whole,
      height: 36,
    },
    {
      cells: [{ content: summary + seed, look: { font: '仿宋_GB2312', size: 11 } }],
      look: { border: false },
      merges: whole,
    },
    { cells: [zh('no'), ...columns.map((column) => column.heading)], look: heading },
  ];
  const layout: SheetLayout = {
    name: zh('result'),
    columns: [{ width: 6, center: true }, ...columns].map(({ width, center }) => ({
      width,
      look: { align: center ? 'center' : 'left', wrap: true, border: true },
    })),
    top,
    headingRows: { first: top.length, last: top.length },
    rows: view.rows.map((row, at) => ({ cells: [at + 1, ...columns.map(({ content }) => content(row))] })),
    frozenColumns: 2,
    print: { paper: 'A4', orientation: 'landscape', footer: ledgerWords.page[0] },
  };
  return { name: `${title}.xlsx`, stream: writeWorkbook([layout], { createdAt: now, creator: actor.name }) };
}

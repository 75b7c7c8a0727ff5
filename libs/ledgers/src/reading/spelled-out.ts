import type { LedgerColumn } from './columns.js';
import { withParts } from './labelled-cells.js';
import type { RawCell, RawRow, RawTicket } from './raw-row.js';

const tick = /^(√|✓|✔|☑|●|■|★|是|有|[vVyY])+$/;
const noTick = /^(×|✗|✘|[xX]|否|无|□|☐|○|[/\\—–-])+$/;
const number = /^\d+(\.\d+)?$/;

/** The ticket with its labelled cells in parts, and its ticks as the words of their headings; each says where it stands. */
export function spelledOut(raw: RawTicket, columns: readonly LedgerColumn[]): RawTicket {
  const parted = withParts(raw, columns);
  const ticked = columns.filter(
    ({ tick: word, meaning }) => word && (meaning === 'status' || meaning === 'rectifyKind'),
  );
  return ticked.length === 0 ? parted : { ...parted, rows: parted.rows.map((row) => withWords(row, ticked)) };
}

function withWords({ row, cells }: RawRow, ticked: readonly LedgerColumn[]): RawRow {
  const all: Record<string, RawCell> = { ...cells };
  for (const { letters, meaning, tick: word } of ticked) {
    const cell = cells[letters];
    if (!cell || cell.text === '') continue;
    const text = cell.text.replace(/\s/g, '');
    if (noTick.test(text)) delete all[letters];
    else if (tick.test(text)) all[letters] = { at: cell.at, own: cell.own, text: word! };
    // What is written instead of a tick, 6月20日 under 已整改, is said of that state; under a kind it is the deadline.
    else if (meaning === 'status' && !number.test(text))
      all[letters] = { at: cell.at, own: cell.own, text: `${word}（${cell.text.replace(/^[√✓✔☑]\s*/, '')}）` };
  }
  return { row, cells: all };
}

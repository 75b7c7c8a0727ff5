import { sheetLabelWords } from '@xiaohao/messages';
import { openFateAccount } from './column-fates.js';
import { withChosenMeanings } from '../headings/columns.js';
import type { FormSheet } from './form-sheet.js';
import type { Grid } from '../grid.js';
import { cluesOf, kindOf, otherKind } from './ledger-kind.js';
import { readRow, type Reading } from './read-row.js';
import type { ReadingOptions, SheetChoice } from '../reading-options.js';
import { readSheetFacts } from '../rows/sheet-facts.js';
import { openSheetFindings, sheetFinding } from './sheet-findings.js';
import { firstNamed, type SheetFinding } from '../preview.js';
import { notesFinding } from './sheet-looks.js';
import { formText } from './sheet-role.js';
import type { StoredSheet } from '../stored-reading.js';

/** Reads the one ticket a form tells of. */
export async function readFormSheet(
  grid: Grid,
  form: FormSheet,
  choice: SheetChoice,
  fileName: string,
  options: ReadingOptions,
  reading: Reading,
): Promise<void> {
  const others = grid.rowNumbers.filter((row) => !form.rows.includes(row));
  const below = others.filter((row) => row > form.rows[0]!);
  const told = [...form.labelledRows, ...below];
  const known = readSheetFacts(grid, { rows: form.rows, headings: form.headings }, told, fileName, options);
  const clues = cluesOf(form.headings, known.title, [grid.name, fileName]);
  const columns = withChosenMeanings(form.columns, choice.columns ?? {});
  const sheet: StoredSheet = {
    name: grid.name,
    role: 'form',
    why: formText(columns) + otherKind(clues, options),
    headerRows: [],
    columns: Object.fromEntries(columns.map(({ letters, meaning }) => [letters, meaning])),
    facts: { kind: kindOf(clues, options), ...known },
    read: columns,
  };
  reading.sheets.push(sheet);
  for (const row of others) {
    reading.ignored.push({ sheet: grid.name, row, why: row < form.rows[0]! ? 'title' : 'note' });
  }
  const findings = openSheetFindings(sheet, [form.ticket], null);
  const row = readRow(form.ticket, sheet, options, findings);
  const account = openFateAccount(columns, null);
  account.take(row.raw, row.preview);
  sheet.fates = account.fates();
  sheet.findings = [...findings.all(), ...unreadFinding(form), ...notesFinding(grid, sheet), ...account.finding()];
  await reading.take([row], sheet);
}

/** So many cells are named. */
const namedCells = 6;

function unreadFinding({ unread }: FormSheet): SheetFinding[] {
  const [first] = unread;
  if (!first) return [];
  const named = unread.map(({ at, text }) => `${at}“${text.slice(0, 40)}”`);
  const cells = firstNamed(named, namedCells, sheetLabelWords.more);
  return [sheetFinding('formCellsUnread', first.at, first.text, { cells, count: String(unread.length) })];
}

import { tickedChoices } from '@xiaohao/domain';
import { sheetFateWords } from '@xiaohao/messages';
import { addressIn, type LedgerColumn } from '../headings/columns.js';
import { assuredAlone, assuredUnder } from '../headings/assured-headings.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { firstNamed, type CellFate, type ColumnFates, type PreviewTicket, type SheetFinding } from '../preview.js';
import type { RawCell, RawTicket } from '../rows/raw-row.js';
import { sheetFinding } from './sheet-findings.js';
import { isKindOf } from '../tickets/rectify-kind.js';
import { blank } from '../tickets/ticket-dates.js';
import { isPart, isSame, isWord, namesPhone, saysDay, tight } from '../tickets/told-texts.js';

type Became = (preview: PreviewTicket, cell: RawCell) => boolean;

const same =
  (field: 'theirNo' | 'item' | 'title' | 'description' | 'site' | 'industry' | 'town' | 'source'): Became =>
  (preview, { text }) =>
    isSame(preview[field] ?? '', text);
const named =
  (names: (preview: PreviewTicket) => readonly (string | null)[]): Became =>
  (preview, { text }) =>
    names(preview).some((name) => name !== null && isPart(name, text));
const dated =
  (field: 'raisedOn' | 'assignedOn' | 'closedOn' | 'completedOn' | 'filledOn'): Became =>
  (preview, cell) =>
    saysDay(cell, preview[field]);
const tickText = /^[√✓✔☑]$/;
const word: Became = (_, { text }) => (tickedChoices(text) ?? [text]).every(isWord);
const never: Became = () => false;

const unitsAndPeople = named(({ leadUnit, supportUnits, persons }) => [leadUnit, ...supportUnits, ...persons]);

/** Whether a cell of this meaning became a field of the ticket. */
const became: Readonly<Record<Exclude<ColumnMeaning, `outcome.${string}`>, Became>> = {
  seq: same('theirNo'),
  no: (preview, { text }) => preview.no === text.toUpperCase() || preview.theirNo === text,
  theirNo: same('theirNo'),
  source: same('source'),
  item: same('item'),
  title: same('title'),
  description: same('description'),
  measures: named(({ measures }) => measures.map(({ text }) => text)),
  leader: named(({ leader }) => leader?.split('、') ?? []),
  leadUnit: unitsAndPeople,
  supportUnits: unitsAndPeople,
  persons: unitsAndPeople,
  deadline: ({ deadline, measures }, { text }) =>
    isPart(text, deadline.raw) ||
    deadline.originalDate !== null ||
    measures.some((measure) => measure.deadline !== null),
  rectifyKind: (preview, { text }) => tickText.test(text) || isKindOf(text, preview),
  struckOff: word,
  status: word,
  progressPercent: ({ progressPercent }) => progressPercent !== null,
  progress: ({ progress }, { text }) => isPart(text, progress ?? ''),
  struckOffOn: dated('closedOn'),
  completedOn: dated('completedOn'),
  reviewedOn: dated('closedOn'),
  raisedOn: dated('raisedOn'),
  assignedOn: dated('assignedOn'),
  filledOn: dated('filledOn'),
  level: ({ level }) => level !== null,
  site: same('site'),
  industry: same('industry'),
  town: same('town'),
  remark: never,
  details: never,
  ignored: never,
};

/** Where a cell went. A name becomes a field, its telephone stands in a text or is kept with the origin alone. */
export function fateOf(cell: RawCell, column: LedgerColumn, preview: PreviewTicket): CellFate {
  const { meaning, sealed } = column;
  if (sealed) return 'nothing';
  const isField = isOutcome(meaning)
    ? preview.outcomes.some(({ type }) => `outcome.${type}` === meaning)
    : became[meaning](preview, cell) || isAssured(column, preview);
  const isWhole = isField && !(naming.includes(meaning) && namesPhone(cell.text));
  if (isWhole) return 'field';
  return isKept(cell, column, preview) ? (isField ? 'field' : 'text') : 'origin';
}

/** 是 under 五落实-责任. */
function isAssured({ heading, meaning }: LedgerColumn, { assured }: PreviewTicket): boolean {
  const code = assured && meaning === 'details' ? (assuredUnder(heading) ?? assuredAlone(heading)) : null;
  return code !== null && code !== undefined && assured![code] !== undefined;
}

const naming: readonly ColumnMeaning[] = ['leadUnit', 'supportUnits', 'persons', 'leader'];

const isOutcome = (meaning: ColumnMeaning): meaning is ColumnMeaning & `outcome.${string}` =>
  meaning.startsWith('outcome.');

/** Less may stand anywhere. */
const telling = 4;

/** Stands in a text a person sees on the page of the ticket: under its own heading, or told among others. */
function isKept(
  { text }: RawCell,
  { heading, meaning }: LedgerColumn,
  { details, progress, description, failedReview }: PreviewTicket,
): boolean {
  const own = details[meaning === 'remark' ? 'remark' : heading];
  if (own !== undefined && isPart(text, own)) return true;
  if (tight(text).length < telling) return false;
  const texts = [...Object.values(details), progress, description, failedReview?.text];
  return texts.some((kept) => kept != null && isPart(text, kept));
}

/** Counts, column by column, where the cells of a sheet went. */
export interface FateAccount {
  take(raw: RawTicket, preview: PreviewTicket): void;
  /** By the letters of the columns; those without any cell are left out. */
  fates(): Record<string, ColumnFates>;
  /** Columns of which something is kept with the row's origin only, said once for all; 序号 is nobody's loss. */
  finding(): SheetFinding[];
}

export function openFateAccount(columns: readonly LedgerColumn[], headerRow: number | null): FateAccount {
  const whole = columns.filter(({ part, above }) => part === undefined && above === undefined);
  const counts = new Map(whole.map(({ letters }) => [letters, {} as ColumnFates]));
  const untold = new Map<string, number>();
  // A merged cell shows in one row after the other.
  const last = new Map<string, string>();
  const takeCell = (cell: RawCell, column: LedgerColumn, preview: PreviewTicket) => {
    const { letters, meaning } = column;
    const fate = fateOf(cell, column, preview);
    const count = counts.get(letters)!;
    count[fate] = (count[fate] ?? 0) + 1;
    // What we wrote into a ledger ourselves needs no telling, and what is doubtful is told at its cell.
    const isTold = preview.no !== null || meaning === 'seq' || preview.issues.some(({ cell: at }) => at === cell.at);
    if (fate === 'origin' && !isTold) untold.set(letters, (untold.get(letters) ?? 0) + 1);
  };
  return {
    take: ({ rows }, preview) => {
      for (const column of whole) {
        const { letters } = column;
        for (const { cells } of rows) {
          const cell = cells[letters];
          if (!cell || cell.at === last.get(letters) || blank.test(tight(cell.text))) continue;
          last.set(letters, cell.at);
          takeCell(cell, column, preview);
        }
      }
    },
    fates: () => Object.fromEntries([...counts].filter(([, count]) => Object.keys(count).length > 0)),
    finding: () => {
      const said = whole.filter(({ letters }) => untold.has(letters));
      if (said.length === 0) return [];
      const named = said.map(({ letters, heading }) => {
        const values: Readonly<Record<string, string>> = { letters, heading, count: String(untold.get(letters)) };
        return sheetFateWords.column[0].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
      });
      const columns = firstNamed(named, namedColumns, sheetFateWords.more);
      const { letters } = said[0]!;
      const heading = headerRow === null ? letters : addressIn(letters, headerRow);
      return [sheetFinding('keptWithOrigin', heading, '', { columns })];
    },
  };
}

/** So many are named in one sentence; all of them stand in the list of columns. */
const namedColumns = 6;

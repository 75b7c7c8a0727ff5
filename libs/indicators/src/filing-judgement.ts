import { readFiledNumber } from '@xiaohao/domain';
import { filingFindingTexts, type FilingFindingCode } from '@xiaohao/messages';
import { longestNote, reasonAgainst } from './filing-input.js';
import type { IndicatorRow } from './filing.queries.js';
import type { SheetColumn, SheetRow } from './filing-sheet.js';
import type { StatedFiling } from './stated-filing.queries.js';

/** What a row of an uploaded workbook would do. `blank` and `same` change nothing, `refused` cannot be stored. */
export type RowEffect = 'new' | 'changed' | 'same' | 'blank' | 'refused';

export interface RowFinding {
  code: FilingFindingCode;
  severity: 'error' | 'warning';
  column: SheetColumn;
  message: string;
}

export interface JudgedRow {
  row: number;
  effect: RowEffect;
  unitId: string | null;
  unitName: string;
  key: string | null;
  name: string;
  unit: string;
  value: number | null;
  note: string | null;
  /** What stands there now. */
  present: Pick<StatedFiling, 'value' | 'note' | 'status' | 'version'> | null;
  previous: number | null;
  findings: RowFinding[];
}

/** What rows are judged against. */
export interface Bureau {
  period: string;
  indicators: readonly IndicatorRow[];
  units: readonly { id: string; name: string }[];
  /** Ids of the units the sender files for. */
  ownUnitIds: ReadonlySet<string>;
  present: readonly StatedFiling[];
  previous: readonly StatedFiling[];
}

/** Ten times more or less than last period is rather another unit than another half-year. */
const farTimes = 10;

/** Judges the rows in their order; of two that say the same, the later one is refused. */
export function judgeRows(rows: readonly SheetRow[], bureau: Bureau): JudgedRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    const judged = judgeRow(row, bureau);
    if (judged.effect === 'blank' || judged.unitId === null || judged.key === null) return judged;
    const place = `${judged.key} ${judged.unitId}`;
    const before = first.get(place);
    first.set(place, before ?? row.row);
    return before === undefined ? judged : refused(judged, finding('repeated', 'indicator', { row: before }));
  });
}

function judgeRow(row: SheetRow, bureau: Bureau): JudgedRow {
  const indicator = bureau.indicators.find(({ key, name }) => (row.key ? key === row.key : name === row.indicator));
  const named = bureau.units.filter(({ name }) => name === row.unit);
  const unit = named.find(({ id }) => bureau.ownUnitIds.has(id)) ?? named[0];
  const isOf = (filing: StatedFiling) => filing.key === indicator?.key && filing.unitId === unit?.id;
  const present = bureau.present.find(isOf) ?? null;
  const previous = bureau.previous.find(isOf);
  const judged: JudgedRow = {
    row: row.row,
    effect: 'blank',
    unitId: unit?.id ?? null,
    unitName: row.unit,
    key: indicator?.key ?? null,
    name: indicator?.name ?? row.indicator,
    unit: indicator?.unit ?? '',
    value: null,
    note: row.remark || null,
    present,
    previous: previous ? Number(previous.value) : null,
    findings: [],
  };
  if (row.value === '' && row.remark === '') return judged;
  const problems = placeProblems(row, bureau, { unit, indicator });
  return problems.length > 0 ? refused(judged, ...problems) : judgeValue(row, judged);
}

function placeProblems(
  row: SheetRow,
  { ownUnitIds, period }: Bureau,
  { unit, indicator }: { unit: { id: string } | undefined; indicator: IndicatorRow | undefined },
): RowFinding[] {
  const found: RowFinding[] = [];
  if (!unit) found.push(finding('unitUnknown', 'unit', { unit: row.unit }));
  else if (!ownUnitIds.has(unit.id)) found.push(finding('unitOther', 'unit', { unit: row.unit }));
  if (!indicator) found.push(finding('indicatorUnknown', 'indicator', { indicator: row.key || row.indicator }));
  if (row.period !== '' && row.period !== period)
    found.push(finding('periodOther', 'period', { found: row.period, wanted: period }));
  if (row.remark.length > longestNote) found.push(finding('noteTooLong', 'remark', { limit: longestNote }));
  return found;
}

function judgeValue({ value: written }: SheetRow, judged: JudgedRow): JudgedRow {
  const { present, previous, note } = judged;
  if (written === '') return { ...judged, findings: [warning('noteAlone', 'remark', {})] };
  const number = readFiledNumber(written, judged.unit);
  if (!number) return refused(judged, finding('notNumber', 'value', { written }));
  const wrong = reasonAgainst(number.value);
  if (wrong) return refused(judged, finding('valueWrong', 'value', { written, reason: wrong }));
  const { value, isRough } = number;
  const isSame = present !== null && Number(present.value) === value;
  const findings = [
    ...(isRough ? [warning('rough', 'value', { written, value })] : []),
    ...(previous && isFar(value, previous) ? [warning('farFromLast', 'value', { previous })] : []),
    ...(present?.status === 'accepted' && !isSame
      ? [warning('accepted', 'value', { value: Number(present.value) })]
      : []),
  ];
  const effect = present === null ? 'new' : isSame && present.note === note ? 'same' : 'changed';
  return { ...judged, value, effect, findings };
}

const isFar = (value: number, previous: number) => value >= previous * farTimes || value * farTimes <= previous;

const refused = (row: JudgedRow, ...problems: RowFinding[]): JudgedRow => ({
  ...row,
  effect: 'refused',
  findings: [...problems, ...row.findings],
});

function finding(code: FilingFindingCode, column: SheetColumn, facts: Readonly<Record<string, string | number>>) {
  const message = filingFindingTexts[code][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]));
  return { code, severity: 'error', column, message } as RowFinding;
}

const warning = (...said: Parameters<typeof finding>): RowFinding => ({ ...finding(...said), severity: 'warning' });

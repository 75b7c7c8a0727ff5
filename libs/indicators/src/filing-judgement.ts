import { filingDoubts, readFiledNumber } from '@xiaohao/domain';
import { filingFindingText, type FilingFindingCode } from '@xiaohao/messages';
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

/** Judges the rows in their order; of two that say the same, the later one is refused. */
export function judgeRows(rows: readonly SheetRow[], bureau: Bureau): JudgedRow[] {
  const first = new Map<string, number>();
  const judgedRows = rows.map((row) => judgeRow(row, bureau));
  return judgedRows.map((judgedRow) => {
    const judged = withDoubts(judgedRow, judgedRows, bureau);
    if (judged.effect === 'blank' || judged.unitId === null || judged.key === null) return judged;
    const place = `${judged.key} ${judged.unitId}`;
    const before = first.get(place);
    first.set(place, before ?? judged.row);
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
  const { present, note } = judged;
  if (written === '') return { ...judged, findings: [warning('noteAlone', 'remark', {})] };
  const number = readFiledNumber(written, judged.unit);
  if (!number) return refused(judged, finding('notNumber', 'value', { written }));
  const wrong = reasonAgainst(number.value);
  if (wrong) return refused(judged, finding('valueWrong', 'value', { written, reason: wrong }));
  const { value, isRough } = number;
  const isSame = present !== null && Number(present.value) === value;
  const findings = [
    ...(isRough ? [warning('rough', 'value', { written, value })] : []),
    ...(present?.status === 'accepted' && !isSame
      ? [warning('accepted', 'value', { value: Number(present.value) })]
      : []),
  ];
  const effect = present === null ? 'new' : isSame && present.note === note ? 'same' : 'changed';
  return { ...judged, value, effect, findings };
}

/** What is hard to believe of a value beside what the workbook, or what stands there, says of the same unit. */
function withDoubts(judged: JudgedRow, rows: readonly JudgedRow[], { indicators, present }: Bureau): JudgedRow {
  const { key, value, unitId, previous } = judged;
  const indicator = indicators.find((one) => one.key === key);
  if (!indicator || value === null) return judged;
  const stated = (wanted: string) => {
    const isOf = (one: { key: string | null; unitId: string | null }) => one.key === wanted && one.unitId === unitId;
    const found = rows.find((row) => isOf(row) && row.value !== null) ?? present.find(isOf);
    return found ? Number(found.value) : null;
  };
  const doubts = filingDoubts({ ...indicator, value }, previous, stated);
  const findings = doubts.map(({ code, ...facts }) => warning(code, 'value', facts));
  return { ...judged, findings: [...judged.findings, ...findings] };
}

const refused = (row: JudgedRow, ...problems: RowFinding[]): JudgedRow => ({
  ...row,
  effect: 'refused',
  findings: [...problems, ...row.findings],
});

function finding(code: FilingFindingCode, column: SheetColumn, facts: Readonly<Record<string, string | number>>) {
  return { code, severity: 'error', column, message: filingFindingText(code, facts) } as RowFinding;
}

const warning = (...said: Parameters<typeof finding>): RowFinding => ({ ...finding(...said), severity: 'warning' });

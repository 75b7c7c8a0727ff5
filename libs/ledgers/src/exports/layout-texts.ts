import type { CellContent, Look } from '@xiaohao/documents';
import {
  dayParts,
  fieldsOfKind,
  isDay,
  lightOf,
  overdueDays,
  daysBetween,
  readAssured,
  startsNumbered,
  type AnyLevel,
  type Assurance,
  type Day,
  type KindFieldCode,
  type Light,
} from '@xiaohao/domain';
import {
  fieldValueText,
  kindFieldLabels,
  ledgerWords,
  levelLabels,
  lightLabels,
  statusLabels,
} from '@xiaohao/messages';
import { assuredAlone, assuredUnder } from '../reading/headings/assured-headings.js';
import { plainHeading } from '../reading/headings/heading.js';
import { statusWords } from '../reading/tickets/own-progress.js';
import type { ExportRow } from './ledger-export.queries.js';

const zh = (word: keyof typeof ledgerWords) => ledgerWords[word][0];

/** Pale enough to stay legible in print; the words beside them say the same. */
const lightFills: Readonly<Record<Light, string | null>> = {
  green: 'C6E7CE',
  yellow: 'FFE699',
  red: 'F8CBAD',
  grey: 'E7E6E6',
  none: null,
};
const lightShapes: Readonly<Record<Light, string>> = { green: '●', yellow: '▲', red: '■', grey: '○', none: '—' };
export const lightLooks = Object.fromEntries(
  Object.entries(lightFills).map(([light, fill]) => [light, fill === null ? undefined : { fill }]),
) as Readonly<Record<Light, Look | undefined>>;

/** Level, place and the figures of the kind; what is confidential on a ticket is no figure of the table. */
export function kindFacts({
  kind,
  level,
  site,
  details,
}: Pick<ExportRow, 'kind' | 'level' | 'site' | 'details'>): string | null {
  const fields = fieldsOfKind(kind, level, details).filter(({ code, inLedger, confidential }) => {
    return inLedger && !confidential && details[code] !== undefined && details[code] !== null;
  });
  const facts = fields.map(({ code, type }) => {
    const value = type === 'day' ? dayText(details[code] as Day) : fieldValueText(code, details[code]);
    return `${kindFieldLabels[code as KindFieldCode][0]}：${value}`;
  });
  const place = [level && levelLabels[level as AnyLevel]?.[0], site].filter(Boolean);
  return [...place, ...facts].join('\n') || null;
}

/** Several measures are numbered lines of one cell. */
export function measureText(texts: readonly string[]): string | null {
  if (texts.length <= 1) return texts[0] ?? null;
  return texts.map((text, at) => (startsNumbered(text) ? text : `${at + 1}. ${text}`)).join('\n');
}

/** Marked as people mark them, so that the reader finds the same units again. */
export function unitText({ leadUnit, supportUnits }: ExportRow): string | null {
  if (!supportUnits) return leadUnit;
  // Each of them: of several units beside one mark the first is read as the leading one.
  if (leadUnit === null) return supportUnits.replaceAll('、', '（配合）、') + '（配合）';
  return `${leadUnit}（牵头）、${supportUnits}`;
}

/** A plain date stays a real date cell; whatever needs words is written out. */
export function deadlineContent(row: ExportRow): CellContent {
  const words = deadlineWords(row);
  if (row.dueOn === null) return words ?? row.deadlineRaw ?? zh('unresolved');
  const extended = row.originalDueOn !== null && row.originalDueOn !== row.dueOn;
  if (words === null && !extended) return { day: row.dueOn };
  const original = extended ? `\n（${zh('originalDeadline').replace('{day}', dayText(row.originalDueOn!))}）` : '';
  if (row.deadlineKind === 'immediate') return `${words}\n（${dayText(row.dueOn)}前）${original}`;
  // A line of its own: both together are wider than the column, and would break at any character.
  return `${dayText(row.dueOn)}前${words ? `，\n${words}` : ''}${original}`;
}

function deadlineWords(row: ExportRow): string | null {
  const ongoing = row.deadlineOngoing ? zh('ongoingToo') : null;
  if (row.deadlineKind === 'immediate') return zh('immediate') + (ongoing ? `，${ongoing}` : '');
  if (row.deadlineKind === 'ongoing') return zh('ongoing');
  if (row.deadlineKind === 'recurring') return row.deadlineRaw;
  return row.deadlineKind === 'date' ? ongoing : null;
}

/**
 * The status as a ledger says it: where our own word alone would be read as work in progress, what it means for the unit
 * stands before it. With the day where the ticket is struck off.
 */
export function statusText(row: Pick<ExportRow, 'status' | 'closedOn'>): string {
  const status = statusWords(row.status);
  return row.closedOn ? `${status}（${dayText(row.closedOn)}）` : status;
}

/** The same for a column of its own, too narrow for status and day in one line. */
export function statusLines(row: ExportRow): string {
  return statusText(row).replace('（', '\n（');
}

/** Status first, then what was last reported. */
export function progressText(row: ExportRow): string {
  const head = statusHead(row);
  return row.latestProgress && row.latestProgress !== statusLabels[row.status][0]
    ? `${head}\n${row.latestProgress}`
    : head;
}

/** The first line of what an export writes as progress; an import knows it again. */
export function statusHead(row: Pick<ExportRow, 'status' | 'closedOn' | 'progressPercent'>): string {
  const percent = row.progressPercent === null || row.closedOn ? '' : ` ${row.progressPercent}%`;
  return statusText(row) + percent;
}

export function lightText(row: ExportRow, today: Day): string {
  const shown = lightOf(row.status, row.dueOn, today);
  const words: Record<Light, () => string> = {
    green: () => lightLabels.green[0],
    yellow: () =>
      row.dueOn === today ? zh('dueToday') : zh('daysLeft').replace('{days}', String(daysBetween(today, row.dueOn!))),
    red: () => zh('overdueBy').replace('{days}', String(overdueDays(row.status, row.dueOn, today))),
    grey: () => lightLabels.grey[0],
    none: () => '',
  };
  return `${lightShapes[shown]} ${words[shown]()}`.trim();
}

/** 2021年6月30日 */
export function dayText(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${year}年${month}月${date}日`;
}

/** Headings of one fact, and where it is kept: under its code, or under a heading of an imported ledger. */
export const detailKeys = {
  整改目标: ['target', '整改目标', '目标', '工作目标', '目标任务'],
  目标: ['target', '目标', '工作目标', '目标任务', '整改目标'],
  佐证材料: ['佐证材料', '证明材料'],
  隐患地址: ['隐患地址', '隐患地点'],
  挂牌级别: ['listedLevel', '挂牌级别'],
  督办单位: ['listedUnit', '督办单位'],
  督办日期: ['listedOn', '督办日期'],
  '五落实-责任': ['assuredDuty'],
  '五落实-措施': ['assuredMeasure'],
  '五落实-资金': ['assuredFunds'],
  '五落实-时限': ['assuredTime'],
  '五落实-预案': ['assuredPlan'],
} as const satisfies Record<string, readonly string[]>;

/** Which of 五落实 a heading tells, whatever else the sheet has; 措施落实情况 may tell what was done. */
export function assuredOf(heading: string): Assurance | null {
  return assuredUnder(heading) ?? (/措施.*情况|落实.*措施/.test(heading) ? null : assuredAlone(heading));
}

/** Whether a key of the details, our code or a heading an import kept, tells this fact. */
export function tellsFact(key: string, code: string): boolean {
  if (key === code) return true;
  const plain = plainHeading(key);
  const named = (detailKeys as Readonly<Record<string, readonly string[]>>)[plain];
  return (
    kindFieldLabels[code as KindFieldCode]?.[0] === plain || named?.includes(code) === true || assuredOf(key) === code
  );
}

/** What a ticket says of a fact: entered on its page, or else kept as an imported ledger wrote it. */
export function factCell({ details }: Pick<ExportRow, 'details'>, code: string): CellContent {
  const keys = [code, ...Object.keys(details).filter((key) => key !== code && tellsFact(key, code))];
  const values = keys.map((key) => details[key]).filter((one) => one !== undefined && one !== null && one !== '');
  const [value, written] = values;
  if (value === undefined) return null;
  // √ and 已落实（12万元） come out as they came in, while they say the same.
  if (typeof value === 'boolean') return asWritten(written, value) ?? yesNo(value);
  if (typeof value === 'number') return value;
  return isDay(String(value)) ? dayCell(String(value)) : fieldValueText(code, value);
}

const asWritten = (written: unknown, value: boolean) =>
  typeof written === 'string' && readAssured(written) === value ? written : null;

/** Funds a ticket was planned with; other outcomes are not planned. */
export function plannedFunds(type: string, { fundsYuan }: ExportRow['details']): number {
  return type === 'rectify_funds' && typeof fundsYuan === 'number' ? fundsYuan : 0;
}

/** The first of these details that says something; an imported ledger keeps its own headings as keys. */
export function detailText({ details }: Pick<ExportRow, 'details'>, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = details[key];
    if (value !== undefined && value !== null && value !== '') return fieldValueText(key as KindFieldCode, value);
  }
  return null;
}

export function yesNo(value: boolean): string {
  return zh(value ? 'yes' : 'notSo');
}

/** A real date cell. */
export function dayCell(day: string | null): CellContent {
  return day === null ? null : { day };
}

export const rectifyKinds: readonly string[] = [zh('immediate'), zh('byDate'), zh('ongoing')];

/** 立行立改, 限期整改 or 长期坚持; nothing where the deadline is not known. */
export function rectifyKindText({ deadlineKind, dueOn }: Pick<ExportRow, 'deadlineKind' | 'dueOn'>): string | null {
  if (deadlineKind === 'immediate') return zh('immediate');
  if (deadlineKind === 'ongoing') return zh('ongoing');
  return dueOn === null ? null : zh('byDate');
}

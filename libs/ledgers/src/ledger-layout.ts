import type { CellContent, Look } from '@xiaohao/documents';
import {
  dayParts,
  fieldsOfKind,
  lightOf,
  overdueDays,
  daysBetween,
  type AnyLevel,
  type Day,
  type KindFieldCode,
  type Light,
} from '@xiaohao/domain';
import {
  fieldValueText,
  kindFieldLabels,
  kindLabels,
  ledgerWords,
  levelLabels,
  lightLabels,
  statusLabels,
} from '@xiaohao/messages';
import type { ExportRow } from './ledger-export.queries.js';

/** One column of an exported ledger; `group` is the head it shares with its neighbours. */
export interface LayoutColumn {
  heading: string;
  group?: string;
  width: number;
  align?: 'left' | 'center';
  content: (row: ExportRow, at: ExportMoment) => CellContent;
  look?: (row: ExportRow, at: ExportMoment) => Look | undefined;
  /** Neighbouring rows of one item share a merged cell. */
  mergedByItem?: boolean;
}

/** The place of a row in the file, and the day by which lights are told. */
export interface ExportMoment {
  number: number;
  today: Day;
}

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
const lightLooks = Object.fromEntries(
  Object.entries(lightFills).map(([light, fill]) => [light, fill === null ? undefined : { fill }]),
) as Readonly<Record<Light, Look | undefined>>;

const seq: LayoutColumn = { heading: zh('seq'), width: 6, align: 'center', content: (_, { number }) => number };
const measures: LayoutColumn = {
  heading: zh('measures'),
  width: 38,
  content: (row) => measureText(row.measures ?? []),
};
const leader: LayoutColumn = { heading: zh('leader'), width: 10, align: 'center', content: (row) => row.leader };
const section: LayoutColumn = { heading: zh('section'), width: 15, align: 'center', content: (row) => unitText(row) };
const persons: LayoutColumn = { heading: zh('persons'), width: 12, align: 'center', content: (row) => row.persons };
const deadline: LayoutColumn = { heading: zh('deadline'), width: 20, align: 'center', content: deadlineContent };
const progress: LayoutColumn = { heading: zh('progress'), width: 32, content: (row) => progressText(row) };
const light: LayoutColumn = {
  heading: zh('light'),
  width: 12,
  align: 'center',
  content: (row, { today }) => lightText(row, today),
  look: (row, { today }) => lightLooks[lightOf(row.status, row.dueOn, today)],
};
const remark: LayoutColumn = { heading: zh('remark'), width: 14, content: (row) => row.remark };
const no: LayoutColumn = { heading: zh('no'), width: 16, align: 'center', content: (row) => row.no };

/** House layouts. `inspection` is the ledger of inspection offices (巡察 V1), `general` serves every kind at once. */
export const ledgerLayouts = {
  inspection: [
    seq,
    {
      heading: zh('category'),
      group: zh('issueGroup'),
      width: 18,
      content: (row) => row.itemTitle,
      mergedByItem: true,
    },
    { heading: zh('issue'), group: zh('issueGroup'), width: 38, content: (row) => row.title },
    measures,
    leader,
    section,
    persons,
    deadline,
    progress,
    light,
    remark,
    no,
  ],
  general: [
    seq,
    { heading: zh('kind'), width: 14, align: 'center', content: (row) => kindLabels[row.kind][0] },
    { heading: zh('source'), width: 22, content: (row) => row.sourceName },
    { heading: zh('title'), width: 40, content: (row) => row.title },
    measures,
    leader,
    section,
    persons,
    deadline,
    progress,
    light,
    remark,
    no,
    { heading: zh('kindFacts'), width: 30, content: kindFacts },
  ],
} as const satisfies Record<string, readonly LayoutColumn[]>;

export type LedgerLayoutName = keyof typeof ledgerLayouts;
export const ledgerLayoutNames = Object.keys(ledgerLayouts) as LedgerLayoutName[];

/** Level, place and the figures of the kind; what is confidential on a ticket is no figure of the table. */
function kindFacts({ kind, level, site, details }: ExportRow): string | null {
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
  return texts.map((text, at) => (/^\s*\d+[.、．]/.test(text) ? text : `${at + 1}. ${text}`)).join('\n');
}

/** Marked as people mark them, so that the reader finds the same units again. */
function unitText({ leadUnit, supportUnits }: ExportRow): string | null {
  if (!supportUnits) return leadUnit;
  return leadUnit === null ? `${supportUnits}（配合）` : `${leadUnit}（牵头）、${supportUnits}`;
}

/** A plain date stays a real date cell; whatever needs words is written out. */
function deadlineContent(row: ExportRow): CellContent {
  const words = deadlineWords(row);
  if (row.dueOn === null) return words ?? row.deadlineRaw ?? zh('unresolved');
  const extended = row.originalDueOn !== null && row.originalDueOn !== row.dueOn;
  if (words === null && !extended) return { day: row.dueOn };
  const original = extended ? `\n（${zh('originalDeadline').replace('{day}', dayText(row.originalDueOn!))}）` : '';
  if (row.deadlineKind === 'immediate') return `${words}（${dayText(row.dueOn)}前）${original}`;
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

/** Status first, then what was last reported. */
function progressText(row: ExportRow): string {
  const head = statusHead(row);
  return row.latestProgress && row.latestProgress !== statusLabels[row.status][0]
    ? `${head}\n${row.latestProgress}`
    : head;
}

/** The first line of what an export writes as progress; an import knows it again. */
export function statusHead(row: Pick<ExportRow, 'status' | 'closedOn' | 'progressPercent'>): string {
  const status = statusLabels[row.status][0];
  if (row.closedOn) return `${status}（${dayText(row.closedOn)}）`;
  return row.progressPercent === null ? status : `${status} ${row.progressPercent}%`;
}

function lightText(row: ExportRow, today: Day): string {
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

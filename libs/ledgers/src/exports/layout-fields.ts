import { kindFields, scaleOf, type KindField, type TicketKind } from '@xiaohao/domain';
import { kindFieldLabels, layoutFieldLabels } from '@xiaohao/messages';
import type { LedgerColumn } from '../reading/headings/columns.js';
import { headingUnit, plainHeading, reporterColumns } from '../reading/headings/heading.js';
import { columnMeanings, type ColumnMeaning } from '../reading/headings/column-meanings.js';
import { sourceHeadings } from '../reading/headings/heading-patterns.js';
import { columns as c, type LayoutColumn } from './layout-columns.js';
import { assuredOf, dayCell, detailText, factCell } from './layout-texts.js';

export type LayoutFieldCode =
  keyof typeof layoutFieldLabels | Extract<ColumnMeaning, `outcome.${string}`> | `fact.${string}`;

/** What the cells of a field hold: it decides which number formats of a file suit them. */
export type FieldType = 'text' | 'day' | 'number' | 'percent';

export interface LayoutField extends Pick<LayoutColumn, 'content' | 'look' | 'mergedByItem'> {
  type: FieldType;
}

const text = (column: Pick<LayoutColumn, 'content' | 'look' | 'mergedByItem'>): LayoutField => ({
  ...column,
  type: 'text',
});
const day = (content: LayoutColumn['content']): LayoutField => ({ content, type: 'day' });

export const plainFieldCodes = Object.keys(layoutFieldLabels) as (keyof typeof layoutFieldLabels)[];

const plainFields: Readonly<Record<Exclude<keyof typeof layoutFieldLabels, 'kept'>, LayoutField>> = {
  seq: { ...c.seq, type: 'number' },
  no: text(c.no),
  theirNo: text(c.theirNo),
  kind: text(c.kind),
  source: text(c.source),
  item: text(c.keyWork),
  title: text(c.title),
  description: text({ content: ({ description }) => description }),
  measures: text(c.measures),
  leader: text(c.leader),
  leadUnit: text(c.leadUnit),
  supportUnits: text(c.supportUnit),
  units: text(c.bothUnits),
  persons: text(c.persons),
  deadline: day(c.deadline.content),
  rectifyKind: text(c.rectifyKind),
  status: text(c.state),
  struckOff: text(c.struckOff),
  progress: text(c.progress),
  latestProgress: text(c.reported),
  progressPercent: { content: c.percent.content, type: 'percent' },
  struckOffOn: day(c.struckOffOn.content),
  completedOn: day(({ submittedOn, closedOn }) => dayCell(submittedOn ?? closedOn)),
  raisedOn: day(c.foundOn.content),
  assignedOn: day(c.assignedOn.content),
  filledOn: day((_, { today }) => dayCell(today)),
  level: text(c.level),
  site: text(c.site),
  industry: text({ content: ({ industry }) => industry }),
  town: text({ content: ({ town }) => town }),
  target: text(c.goal),
  kindFacts: text(c.kindFacts),
  remark: text(c.remark),
  light: text(c.light),
  empty: text({ content: () => null }),
};

/** How a column of this heading is filled; unknown codes leave it empty. */
export function layoutField(code: LayoutFieldCode, heading: string): LayoutField {
  if (code === 'kept' && reporterColumns([{ column: 1, text: heading }]).size > 0) return plainFields.empty;
  if (code === 'kept') return text({ content: (row) => detailText(row, heading, plainHeading(heading)) });
  if (code.startsWith('outcome.')) return outcomeField(code.slice('outcome.'.length), heading);
  if (code.startsWith('fact.')) return factField(code.slice('fact.'.length), heading);
  return plainFields[code as keyof typeof plainFields] ?? plainFields.empty;
}

/** In the unit the heading names: 罚款（万元） tells ten thousands. */
function outcomeField(type: string, heading: string): LayoutField {
  const scale = scaleOf(headingUnit(heading) ?? '');
  return {
    type: 'number',
    content: ({ outcomes }) => (outcomes?.[type] === undefined ? null : outcomes[type] / scale),
  };
}

function factField(code: string, heading: string): LayoutField {
  const type = allFacts.find((fact) => fact.code === code)?.type;
  const scale = scaleOf(headingUnit(heading) ?? '');
  const content: LayoutColumn['content'] = (row) => {
    const told = factCell(row, code);
    if (typeof told !== 'number') return told;
    return type === 'amountYuan' ? told / scale : told;
  };
  return { content, type: type === 'day' ? 'day' : type === 'number' || type === 'amountYuan' ? 'number' : 'text' };
}

const allFacts: readonly KindField[] = Object.values(kindFields).flat();
const factsOf = (kind: TicketKind): readonly KindField[] => kindFields[kind];

/** Everything a column of this kind's layout may be filled with. What is confidential on a ticket is in no ledger. */
export function layoutChoices(kind: TicketKind): LayoutFieldCode[] {
  const facts = factsOf(kind).filter(({ confidential }) => !confidential);
  return [
    ...plainFieldCodes,
    ...columnMeanings.filter((meaning) => meaning.startsWith('outcome.')),
    ...facts.map(({ code }) => `fact.${code}` as const),
  ] as LayoutFieldCode[];
}

export function isSourceHeading(heading: string): boolean {
  return sourceHeadings.test(plainHeading(heading));
}

/** Headings the reader of imports keeps as text, and what they are filled with. */
const keptHeadings: readonly (readonly [pattern: RegExp, field: LayoutFieldCode])[] = [
  [/^亮?灯(情况|色)?$/, 'light'],
  [sourceHeadings, 'source'],
  [/^(整改|工作)?目标(任务)?$/, 'target'],
  [/^(业务|事项)类型$/, 'kind'],
  [/^专有信息$/, 'kindFacts'],
];

/** The synonym reader's meaning of each column as what fills it, each field once. */
export function guessFields(columns: readonly LedgerColumn[], kind: TicketKind): Map<string, LayoutFieldCode> {
  const choices = new Set(layoutChoices(kind));
  const has = (...meanings: readonly ColumnMeaning[]) => columns.some(({ meaning }) => meanings.includes(meaning));
  const taken = new Set<LayoutFieldCode>();
  const fields = new Map<string, LayoutFieldCode>();
  for (const column of [...columns].sort((a, b) => b.strength - a.strength)) {
    const wanted = fieldOf(column, kind, has);
    const field = choices.has(wanted) && !taken.has(wanted) ? wanted : 'kept';
    if (field !== 'kept' && field !== 'empty') taken.add(field);
    fields.set(column.letters, field);
  }
  return fields;
}

function fieldOf(
  { heading, meaning, sealed }: LedgerColumn,
  kind: TicketKind,
  has: (...meanings: readonly ColumnMeaning[]) => boolean,
): LayoutFieldCode {
  if (sealed) return 'empty';
  const plain = plainHeading(heading);
  const named = keptHeadings.find(([pattern]) => pattern.test(plain))?.[1];
  if (named) return named;
  const assured = meaning === 'details' ? assuredOf(heading) : null;
  if (assured) return `fact.${assured}`;
  const fact = factsOf(kind).find(({ code }) => kindFieldLabels[code as keyof typeof kindFieldLabels]?.[0] === plain);
  switch (meaning) {
    case 'details':
      return fact ? `fact.${fact.code}` : 'kept';
    case 'ignored':
      return 'empty';
    case 'leadUnit':
      return has('supportUnits') ? 'leadUnit' : 'units';
    case 'progress':
      return has('status', 'struckOff') ? 'latestProgress' : 'progress';
    case 'reviewedOn':
      return 'struckOffOn';
    default:
      return meaning;
  }
}

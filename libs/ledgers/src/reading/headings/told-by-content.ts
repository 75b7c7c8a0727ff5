import { partUnitsAndPersons, readAssured, readStatusWords, tellsOfBegunWork } from '@xiaohao/domain';
import { assuredHead } from './assured-headings.js';
import type { LedgerColumn } from './columns.js';
import type { Grid } from '../grid.js';
import type { Header } from './header.js';
import { matchHeading, plainHeading, tickedHeading } from './heading.js';
import { textsBelow } from './sampled-rows.js';

/** 情况说明 may describe the problem or tell what was done about it: the heading does not say which. */
const saysEither = /^(?:有关|具体|详细|目前|反馈|督办|督查|检查)?情况(?:说明|描述|简述|介绍)?$|^现状$/;
/** 整改措施及落实情况: what is to be done, or what was. */
const measuresOrWork = /^采取的?措施$|(?:措施|举措)[及和与、]?.{0,2}(?:进展|落实|完成|成效)(?:情况)?$/;

/** Columns whose cells say what their headings leave open; the sheet says what each was taken for. */
export function withToldByContent(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  return [withTickedStates, withUnitsForPersons, withUnitsForTowns, withTextsOfWork, withContentsAssured].reduce(
    (known, tell) => tell(grid, header, known),
    [...columns],
  );
}

/**
 * Such a column tells the progress where enough of its cells tell of work; one that only describes, where no other does, one
 * of measures and what came of them beside 整改结果 too.
 */
function withTextsOfWork(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const isTold = columns.some(({ meaning }) => meaning === 'progress');
  const isOpen = ({ heading, meaning, strength, sealed }: LedgerColumn) => {
    if (isTold && meaning !== 'measures') return false;
    const either = meaning === 'measures' ? measuresOrWork : saysEither;
    const mayBe = meaning === 'measures' || meaning === 'description' || isUnknown(meaning, strength);
    return !sealed && mayBe && either.test(plainHeading(heading));
  };
  const open = columns.find(isOpen);
  if (!open) return [...columns];
  const texts = textsBelow(grid, header, open);
  const ofWork = texts.filter(tellsOfWork);
  // What says both needs fewer: measures stand as well in a text of work, work among measures would be work to do.
  const least = open.meaning === 'measures' ? texts.length / 3 : texts.length / 2;
  const meaning = texts.length > 0 && ofWork.length >= least ? 'progress' : open.meaning;
  if (meaning === 'details' || meaning === 'measures') return [...columns];
  return columns.map((column) => (column === open ? { ...column, meaning, byContent: true as const } : column));
}

const isTick = (text: string) => /^[√✓✔☑]$/.test(text);

const askedFor = /^(?:是否)?(?:已)?(完成|办结|整改|落实|销号)(?:的|请|后)?(?:打|划|画)(?:[√✓✔☑勾钩])$/;

/** 完成打√ asks for the tick that says 已完成. */
const tickedState = (heading: string) => {
  const asked = askedFor.exec(plainHeading(heading));
  return asked ? `已${asked[1]!}` : heading;
};

/** 已完成, 推进中, 未启动, each a column with ticks and nothing else below: as if they had a common head. */
function withTickedStates(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  return columns.map((column) => {
    const state = tickedState(column.heading);
    const ticked = isUnknown(column.meaning, column.strength) && tickedHeading(state);
    if (!ticked || column.sealed) return column;
    const texts = textsBelow(grid, header, column);
    if (texts.length === 0 || !texts.every(isTick)) return column;
    const { meaning, strength } = ticked;
    return { ...column, meaning, strength, tick: plainHeading(state), byContent: true as const };
  });
}

/** 由谁负责, answered by units where no column names them. */
function withUnitsForPersons(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const persons = columns.find(({ meaning }) => meaning === 'persons');
  if (!persons || columns.some(({ meaning }) => meaning === 'leadUnit' || meaning === 'site')) return [...columns];
  const texts = textsBelow(grid, header, persons);
  const ofUnits = texts.filter((text) => partUnitsAndPersons(text).units !== '');
  if (texts.length === 0 || ofUnits.length * 2 <= texts.length) return [...columns];
  return columns.map((column) =>
    column === persons ? { ...column, meaning: 'leadUnit', byContent: true as const } : column,
  );
}

const anOffice = /(?:局|委|办|科|股|中心|大?队)(?:$|[、，,;；\s（(])/;

/** 属地/行业监管部门 over 区应急局、柳河乡: more than towns, where no column names the units. */
function withUnitsForTowns(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const towns = columns.find(({ meaning, sealed }) => meaning === 'town' && !sealed);
  if (!towns || columns.some(({ meaning }) => meaning === 'leadUnit')) return [...columns];
  const texts = textsBelow(grid, header, towns);
  const ofOffices = texts.filter((text) => anOffice.test(text));
  if (texts.length === 0 || ofOffices.length * 2 <= texts.length) return [...columns];
  return columns.map((column) =>
    column === towns ? { ...column, meaning: 'leadUnit', byContent: true as const } : column,
  );
}

/**
 * 五落实 over 责任人, 措施 and 时限 that hold the person, the measure and the day themselves: what they say by their own words,
 * where no other column does.
 */
function withContentsAssured(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const taken = new Set(columns.map(({ meaning }) => meaning));
  return columns.map((column) => {
    const { group, text } = header.headings.find((heading) => heading.column === column.column)!;
    if (column.meaning !== 'details' || column.sealed || !assuredHead.test(group ?? '')) return column;
    const own = exactly(text);
    const texts = own === null || taken.has(own.meaning) ? [] : textsBelow(grid, header, column);
    const answers = texts.filter((cell) => readAssured(cell) !== null);
    if (texts.length === 0 || answers.length * 2 > texts.length) return column;
    taken.add(own!.meaning);
    return { ...column, meaning: own!.meaning, strength: own!.strength, byContent: true as const };
  });
}

/** 责任 below it names whom 责任人 does. */
const exactly = (text: string) => matchHeading(plainHeading(text) === '责任' ? '责任人' : text);

const isUnknown = (meaning: LedgerColumn['meaning'], strength: number) => meaning === 'details' && strength === 0;

/** 已更换12具, 复查合格; a problem is told otherwise. */
function tellsOfWork(text: string): boolean {
  if (tellsOfBegunWork(text)) return true;
  const words = readStatusWords(text);
  return words !== null && words.certainty === 'plain' && words.says !== 'in_progress';
}

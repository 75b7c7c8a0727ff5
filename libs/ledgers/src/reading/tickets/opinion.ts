import type { Day, DeadlineContext } from '@xiaohao/domain';
import { plainHeading } from '../headings/heading.js';
import { opinionHeadings } from '../headings/heading-patterns.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { noteYear } from './ticket-dates.js';

/** Who gave an opinion such as 验收意见, as the paper calls them: 验收人, 复查人. */
export interface Inspector {
  label: string;
  names: string;
}

const signed = '(?:[(（](?:签字|签名|签章|盖章)[)）])?';
const inspector = new RegExp(
  `((?:验收|复查|核查|检查|核验|复核)人)员?${signed}[:：]\\s*([\\u4e00-\\u9fa5、,， ]{2,24})`,
);
const dayWritten =
  /20\d\d[年./-]\d{1,2}[月./-]\d{1,2}日?(?!\d)|(?<!\d)\d{1,2}月\d{1,2}日|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
/** 签字：, 验收人（签字）：, 日期：, （盖章）, and the day still to be filled in: what is written around an opinion. */
const around = new RegExp(
  `(?:验收|复查|核查|检查|核验|复核|经办|承办|负责|责任|审核|审批|主要|分管|科室|单位|组长|联系|填表|填报|参加|现场)*(?:人员?|领导|组长|单位|签字|签名|签章|盖章|日期|时间)${signed}[:：]|[(（](?:签字|签名|签章|盖章|公章)[)）]|年月日`,
  'g',
);
const name = /^[\u4e00-\u9fa5]{2,4}$/;
const verdict = /合格|通过|同意|销号|摘牌|整改|完成|到位|符合|属实|达标|退回/;

/** Names and days of all who sign; what is longer says something. */
const longestSigned = 500;

/** Signed and dated, or still to be, without a word of the matter itself: it says nothing of how far it is. */
export function saysNothing(text: string): boolean {
  if (text.length > longestSigned) return false;
  const undated = tight(text.normalize('NFKC')).replace(dayWritten, ' ');
  const rest = undated.replace(around, ' ');
  if (rest === undated) return false;
  return rest.split(/[\s、,。;]+/).every((part) => part === '' || (name.test(part) && !verdict.test(part)));
}

/** The day of the last opinion on record: each closes with the day it was signed. */
export function opinionDay(cells: TicketCells, context: DeadlineContext): Day | null {
  const days = opinions(cells).flatMap(({ cell }) => {
    const written = tight(cell.text).match(dayWritten)?.at(-1);
    if (written === undefined) return [];
    const { deadline } = cells.memory.deadline({ value: written, text: written }, context);
    if (deadline.kind !== 'date' || deadline.date === null) return [];
    if (deadline.yearAssumed) noteYear(cells, cell, deadline.date, context);
    return [deadline.date];
  });
  return days.sort().at(-1) ?? null;
}

/** Who inspected, where an opinion names them. */
export function inspectorOf(cells: TicketCells): Inspector | null {
  for (const { cell } of cells.each('struckOff')) {
    const found = inspector.exec(cell.text);
    const names = found
      ? cells.memory.persons(found[2]!.replace(/(?:日期|时间|联系电话|电话).*$/, '').trim()).names
      : [];
    if (names.length > 0) return { label: found![1]!, names: names.join('、') };
  }
  return null;
}

function opinions(cells: TicketCells): TicketCell[] {
  return cells.each('struckOff').filter(({ column }) => opinionHeadings.test(plainHeading(column.heading)));
}

/** 2022 年 6 月 15 日 is one word. */
const tight = (text: string) =>
  text.replace(/(?<=\d|年|月)\s+(?=[年月日])/g, '').replace(/(?<=[年月])\s+(?=[\d月日])/g, '');

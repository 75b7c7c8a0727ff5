import type { Day } from '@xiaohao/domain';
import { remarkWords } from '@xiaohao/messages';
import type { PreviewTicket } from '../preview.js';
import { plainHeading } from '../headings/heading.js';
import { currentProgress } from './progress-cells.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import type { DatesContext } from './ticket-dates.js';
import { isPart, tight } from './told-texts.js';

type Told = Pick<PreviewTicket, 'status' | 'deadline' | 'leadUnit' | 'supportUnits' | 'persons' | 'leader'>;

/** 下步打算, 下一步工作计划: kept as text, and where a later day stands. */
const planHeadings = /下一?步|打算/;
const dueDay =
  '((?:20\\d\\d年|明年|今年)?(?:1[0-2]|0?[1-9])月(?:\\d{1,2}[日号]|[底末初]|[上中下]旬)?|20\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}|(?:今年|明年|20\\d\\d年)?年?底)';
/** 限12月5日前完成接地, 计划12月底完工, 12月10日前完成. */
const meantDay = new RegExp(
  `(?:限(?:期|定|时)?|要求|责令|承诺|力争|争取|预计|计划|拟|确保|定)[于在至到]?${dueDay}(?:之|以)?前?|${dueDay}(?:之|以)?前(?=[^,。;]{0,6}(?:完|整改|到位|办结|报送|竣工|验收|销号|落实|解决))`,
);

/** What a remark, a progress or a plan says of the deadline and of those who answer for it, where the row's own cells say otherwise. */
export function noteToldBeside(cells: TicketCells, told: Told, context: DatesContext): void {
  const plans = cells.each('details').filter(({ column }) => planHeadings.test(plainHeading(column.heading)));
  for (const at of [...cells.each('remark'), ...currentProgress(cells), ...plans]) {
    const noted = cells.findings.filter(({ cell }) => cell === at.cell.at).map(({ code }) => code);
    const isOfDue = noted.some((code) => code === 'deadlineMoved' || code === 'extensionRequested');
    if (!isOfDue) noteDueBeside(cells, at, told, context);
    noteMovedTo(cells, at, told);
  }
}

function noteDueBeside(cells: TicketCells, at: TicketCell, { status, deadline }: Told, context: DatesContext): void {
  if (status === 'completed' || status === 'closed' || !meantDay.test(tight(at.cell.text))) return;
  const [, meant, before] = meantDay.exec(tight(at.cell.text))!;
  const text = `${(meant ?? before)!}前`;
  const { date } = cells.memory.deadline({ value: text, text }, context).deadline;
  if (date === null) return;
  const own = deadline.date;
  if (own === null ? deadline.kind === 'none' : date > own) cells.note('fieldBeside', at.cell, dueReading(date, own));
}

function dueReading(date: Day, own: Day | null): string {
  return own === null
    ? remarkWords.dueAlone[0].replace('{day}', date)
    : remarkWords.due[0].replace('{day}', date).replace('{own}', own);
}

const units = '科室|处室|股室|单位|部门';
const moved = '(?:已|现|统一|经[^,。;]{0,12})?(?:调整|变更|更换|更改|改|换|移交|划转|划归|转)(?:为|至|由|给|到|成)';
const name = '([\\u4e00-\\u9fff、]{2,20}?)';
const nameEnd = '(?=$|[,。;:(（）)]|牵头|负责|承办|主办|办理|处理|接办|接手|跟进|整改)';
/** Who answers from now on, by the words around the name. */
const movedTo: readonly { of: 'unit' | 'person'; words: RegExp }[] = [
  { of: 'unit', words: new RegExp(`(?:牵头|责任|承办|主办|整改|监管)(?:${units})${moved}${name}${nameEnd}`) },
  {
    of: 'unit',
    words: new RegExp(`(?:改|现|转|已|后|今后|调整|变更)由${name}(?:牵头|负责|承办|主办|办理|接办|接手)(?!整改)`),
  },
  {
    of: 'unit',
    words: new RegExp(`(?:移交|移送|转交|转办|交由|划转)(?:给|至|到)?${name}(?:办理|处理|处置|负责|承办|牵头|查处)`),
  },
  { of: 'person', words: new RegExp(`(?:责任|经办|承办|负责|联系|主办)人(?:员)?${moved}${name}${nameEnd}`) },
  { of: 'person', words: new RegExp(`(?:责任|分管|牵头|包保|包抓)(?:领导|县领导|局长)${moved}${name}${nameEnd}`) },
];
/** 原经办人老宋已退休: who is named is there no longer. */
const gone = /(?:责任|经办|承办|负责|联系|主办)人?[^,。;]{0,8}(?:退休|调离|调出|调走|离职|辞职|轮岗|离岗|借调)/;

function noteMovedTo(cells: TicketCells, at: TicketCell, told: Told): void {
  const text = tight(at.cell.text);
  const ownUnits = [told.leadUnit, ...told.supportUnits].filter((one) => one !== null);
  const ownPersons = [told.leader, ...told.persons].filter((one) => one !== null);
  for (const { of, words } of movedTo) {
    const to = words.exec(text)?.[1];
    if (to === undefined) continue;
    const own = of === 'unit' ? ownUnits : ownPersons;
    if (own.some((one) => isPart(to, one) || isPart(one, to))) return;
    const label = remarkWords[of][0].replace('{to}', to).replace('{own}', own.join('、') || remarkWords.nobody[0]);
    cells.note('fieldBeside', at.cell, label);
    return;
  }
  const who = gone.exec(text)?.[0];
  if (who !== undefined) {
    const own = ownPersons.join('、') || remarkWords.nobody[0];
    cells.note('fieldBeside', at.cell, remarkWords.gone[0].replace('{own}', own));
  }
}

import { readStatus, readVerdict, type Day, type DeadlineContext, type LedgerStatus } from '@xiaohao/domain';
import { previewStatusLabels } from '@xiaohao/messages';
import { cited } from './cited.js';
import { currentProgress } from './progress-cells.js';
import { contradicting } from './row-contradictions.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { readPast } from './ticket-dates.js';
import { tight } from './told-texts.js';

/** What stands beside the state and says that it ended: 9月30日已通过区委巡察办验收, 整改完成日期：2026-9-14. */
export interface ToldEnd {
  says: 'closed' | 'completed';
  day: Day | null;
  at: TicketCell;
}

const mayTellEnd = /销号|摘牌|验收|复查|复核|核查|完成|完毕|完结|完工|竣工|到位|办结|\d/;
const sentenceEnd = /[。;；!！\n]/;
/** What only leads to the verdict, follows from another one, or holds for some of it. */
const notYet =
  /(?:上报|申报|提请|报请|提交|报)[^,]{0,16}(?:销号|验收|摘牌)|后(?:再|方|才|可|予|即|统一|办理)*(?:予以|进行|组织)?(?:验收|销号|摘牌|复查)|[前底内末](?:要|须|应|全部|组织|通过|进行|办理|予以|完成)*[^,]{0,4}(?:验收|销号|摘牌|完成|到位|办结|完工)|反弹|复发|部分|其中|剩余|其余|余下|\d(?:处|个|项|条|件|家|起|户|台|座)(?!.{0,3}(?:全部|均|都))|评审|方案|设备|产品|材料|项目|工程|初步/;
/** Later words that take the end back. */
const takenBack = /反弹|复发|剩余|其余|尚未|仍有|仍未|重新整改|正在(?:推进|整改|办理)/;
const writtenDay = /(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]?|20\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)/g;
/** In a progress 验收 may be of a part; what strikes off is of the whole. */
const strikesOff = /销号|摘牌/;
const countsSome = /\d+(?:处|个|项|条|件|家|起|户|台|座)/;

/** The end told by a remark, then by a progress that does not decide the state itself; `decidedBy` is the cell that does. */
export function toldEnd(
  cells: TicketCells,
  decidedBy: TicketCell | null,
  context: DeadlineContext,
  today: Day,
): ToldEnd | null {
  const asked = [
    ...cells.each('remark'),
    ...(decidedBy === null ? [] : currentProgress(cells).filter(({ column }) => column !== decidedBy.column)),
  ];
  const columns = new Set(asked.map(({ column }) => column));
  for (const column of columns) {
    const told = asked.filter((one) => one.column === column).map((at) => endIn(cells, at, context, today));
    // Several measures: the last ends the ticket, and only where each of them ended.
    if (told.some((one) => one === null)) continue;
    const last = (told as ToldEnd[]).reduce((a, b) => ((b.day ?? '') > (a.day ?? '') ? b : a));
    if (told.every((one) => one!.says === last.says)) return last;
  }
  return null;
}

function endIn(cells: TicketCells, at: TicketCell, context: DeadlineContext, today: Day): ToldEnd | null {
  if (!mayTellEnd.test(at.cell.text)) return null;
  const sentences = at.cell.text.split(sentenceEnd).map((sentence) => tight(sentence));
  const found = sentences.findLastIndex((sentence) => saysEnd(cells, at, sentence) !== null);
  if (found < 0 || sentences.slice(found + 1).some((later) => takenBack.test(later))) return null;
  const sentence = sentences[found]!;
  const says = saysEnd(cells, at, sentence)!;
  const day = dayOf(cells, sentence, context, today);
  if (day !== null && day > today) return null;
  return says === 'completed' && day === null ? null : { says, day, at };
}

function saysEnd(cells: TicketCells, { column }: TicketCell, sentence: string): ToldEnd['says'] | null {
  if (sentence === '' || notYet.test(sentence)) return null;
  const { status, basic, issues } = readStatus({ progress: [sentence] }, cells.memory.statusWords);
  if (basic || issues.length > 0 || (status !== 'closed' && status !== 'completed')) return null;
  const isOfWhole = strikesOff.test(sentence) && !countsSome.test(sentence);
  return status === 'closed' && column.meaning === 'progress' && !isOfWhole ? null : status;
}

/** The day told with the words of the end, else the one day of the sentence. */
function dayOf(cells: TicketCells, sentence: string, context: DeadlineContext, today: Day): Day | null {
  const { days } = readStatus({ progress: [sentence] }, cells.memory.statusWords);
  const written = days.length > 0 ? days.map(({ day }) => day) : [...sentence.matchAll(writtenDay)].map(([day]) => day);
  const [text] = written;
  return text === undefined || written.length > 1
    ? null
    : (readPast(cells, { value: text, text }, context, today).deadline.date ?? null);
}

/** 已整改 and what is blank end so, unless 是否销号 says no; of work that goes on both cells are told. */
export function endsBy(cells: TicketCells, stated: LedgerStatus, end: ToldEnd | null): boolean {
  if (end === null || (stated !== 'unknown' && (stated !== 'completed' || end.says !== 'closed'))) return false;
  return !cells
    .each('struckOff')
    .some(({ cell }) => ['no', 'failed'].includes(readVerdict([cell.text], cells.memory.statusWords)?.says ?? ''));
}

interface EndTaken {
  stated: LedgerStatus;
  status: LedgerStatus;
  decidedBy: TicketCell | null;
  closedOn: Day | null;
  completedOn: Day | null;
}

const dayColumns = ['struckOffOn', 'completedOn', 'reviewedOn'] as const;

/** Says what was taken from the words beside the state, and what of them was not. */
export function noteToldEnd(
  cells: TicketCells,
  { says, day, at }: ToldEnd,
  { stated, status, decidedBy, closedOn, completedOn }: EndTaken,
): void {
  const taken = says === 'closed' ? closedOn : completedOn;
  const label = `${says === 'closed' ? '销号' : '完成'}日期 ${day}`;
  if (status !== stated) {
    cells.note('endTold', at.cell, `${previewStatusLabels[status][0]}${day === null ? '' : `，${label}`}`);
  } else if (status !== 'completed' && status !== 'closed') {
    const isTold = cells.findings.some(({ code }) => code === 'statusColumnsConflict');
    if (decidedBy && !isTold) cells.note('statusColumnsConflict', at.cell, contradicting(decidedBy, status));
  } else if (says === 'closed' && status === 'completed') {
    if (decidedBy) cells.note('statusColumnsConflict', at.cell, contradicting(decidedBy, status));
  } else if (day === null || taken === null) return;
  else if (taken === day) {
    const isOfColumn = dayColumns.some((meaning) => cells.first(meaning) !== null);
    if (!isOfColumn) cells.note('doneOnTold', at.cell, label);
  } else {
    const column = dayColumns.map((meaning) => cells.first(meaning)).find((one) => one !== null);
    const other = column ? cited(column) : decidedBy ? cited(decidedBy) : '';
    cells.note('doneOnOtherDay', at.cell, `${other}不一致，${says === 'closed' ? '销号' : '完成'}日期取 ${taken}`);
  }
}

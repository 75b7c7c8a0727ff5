import {
  agreesToEnd,
  contradictingStates,
  countsWork,
  heavyWordsIn,
  readOpinion,
  readStatus,
  tellsOfBegunWork,
  type Day,
  type LedgerStatus,
  type StatusWords,
} from '@xiaohao/domain';
import { previewStatusLabels } from '@xiaohao/messages';
import { cited } from './cited.js';
import type { PreviewDeadline } from '../preview.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { currentProgress, progressDegrees } from './progress-cells.js';
import { percentIn } from './status-degrees.js';
import { opinionsOf, statusCells } from './status-findings.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';

/** The days a row starts from: found or fed back, then assigned; null where the row itself says nothing. */
export interface RowStart {
  foundOn: Day | null;
  assignedOn: Day | null;
  /** 反馈时间 of the whole sheet, where the row has no day of its own. */
  feedbackOn: Day | null;
}

/** The start a day lies before, in words that name its cell. */
function startAfter(cells: TicketCells, day: Day, { foundOn, assignedOn, feedbackOn }: RowStart): string | null {
  const starts: readonly (readonly [ColumnMeaning, Day | null])[] = [
    ['assignedOn', assignedOn],
    ['raisedOn', foundOn],
  ];
  for (const [meaning, start] of starts) {
    const at = cells.first(meaning);
    if (at && start !== null && day < start) return cited(at);
  }
  const hasOwn = foundOn !== null || assignedOn !== null;
  return !hasOwn && feedbackOn !== null && day < feedbackOn ? `表头上方的反馈（检查）日期 ${feedbackOn}` : null;
}

/** A deadline that had passed before its matter was found or assigned is shown, never mended. */
export function noteEarlyDeadline(cells: TicketCells, { kind, date }: PreviewDeadline, start: RowStart): void {
  const at = cells.first('deadline');
  if (kind !== 'date' || date === null || !at) return;
  const before = startAfter(cells, date, start);
  if (before !== null) cells.note('deadlineBeforeStart', at.cell, before);
}

const saidDouble =
  /(?:与|同|和)[^,，。;；]{0,12}重复|重复(?:上报|录入|登记|填报|统计|问题|事项|隐患)|^[(（]?重复[)）]?$|^[与同](?:上|第?\d+)[条项行号件]$/;

/** 与上条重复 in a remark: a person decides which of both is kept. */
export function noteSaidDouble(cells: TicketCells): void {
  const remark = cells.each('remark').find(({ cell }) => saidDouble.test(cell.text));
  if (remark) cells.note('saidDouble', remark.cell);
}

export interface RowEnd {
  status: LedgerStatus;
  /** 基本完成: less than done. */
  basic: boolean;
  /** The cell whose words decided; null where a percentage, a day or nothing did. */
  decidedBy: TicketCell | null;
  /** The cell that tells of work begun where `decidedBy` says none was. */
  begunAt: TicketCell | null;
  percent: number | null;
  days: readonly EndDay[];
}

/** A day the row says something was done on, and the cell that says it. */
export interface EndDay {
  means: 'struckOff' | 'completed' | 'reviewed' | 'told';
  at: TicketCell | null;
  day: Day | null;
}

/** Days, percentages and words of a row that cannot all be true. */
export function noteContradictions(
  cells: TicketCells,
  end: RowEnd,
  start: RowStart,
  deadline: PreviewDeadline,
  today: Day,
): void {
  const isDone = isDoneAs(end.status);
  // What was found is mended after that day; an office may assign what is done already.
  const begin = { ...start, assignedOn: start.foundOn === null ? start.assignedOn : null };
  for (const { means, at, day } of end.days) {
    if (!at || day === null) continue;
    const before = startAfter(cells, day, begin);
    if (before !== null) cells.note('doneBeforeStart', at.cell, before);
    if (day > today && (isDone || means === 'struckOff')) cells.note('doneInFuture', at.cell, day);
    if (day <= today) noteOpenInSpite(cells, end, means, at);
  }
  noteWithin(cells, end);
  noteTicks(cells, end);
  notePercent(cells, end);
  noteVerdicts(cells, end);
  noteProgress(cells, end);
  if (!isDone) noteDue(cells, end, deadline, today);
}

const isDoneAs = (says: StatusWords['says'] | LedgerStatus | null) =>
  says === 'completed' || says === 'closed' || says === 'settled';
const isOpenAs = (says: StatusWords['says'] | LedgerStatus | null) =>
  says === 'in_progress' || says === 'not_started' || says === 'no';

/** A day of completion beside a status that says the work goes on, 销号时间 beside 未销号 or 整改中. */
function noteOpenInSpite(cells: TicketCells, end: RowEnd, means: EndDay['means'], at: TicketCell): void {
  const { status, decidedBy } = end;
  let other: TicketCell | null = null;
  if (means === 'struckOff') {
    other = status === 'closed' ? (openCell(cells) ?? null) : (cells.first('struckOff') ?? decidedBy);
  } else if (means === 'completed' && isOpenAs(status)) other = decidedBy;
  if (other) cells.note('statusDayConflict', at.cell, contradicting(other, status));
}

/** A cell that says the work goes on, or was not begun. */
function openCell(cells: TicketCells): TicketCell | undefined {
  return [...cells.each('status'), ...currentProgress(cells)].find((one) => isPlainlyOpen(cells, one));
}

/** 已完成，待验收 and 验收合格 in one cell. */
function noteWithin(cells: TicketCells, { status }: RowEnd): void {
  for (const { cell } of statusCells(cells)) {
    const told = contradictingStates(cell.text);
    if (!told) continue;
    cells.note('statusWordsConflict', cell, `“${told[0]}”和“${told[1]}”，读作“${previewStatusLabels[status][0]}”`);
  }
}

/** Two states ticked at once. */
function noteTicks(cells: TicketCells, { status }: RowEnd): void {
  const [first, second] = cells.each('status').filter(({ column }) => column.tick !== undefined);
  if (first && second) cells.note('statusColumnsConflict', second.cell, contradicting(first, status));
}

/** 是 under 是否销号 or 同意办结 of a superior beside work that goes on, 否 beside 同意销号 in another column, 不通过 of a superior beside 是. */
function noteVerdicts(cells: TicketCells, { status, decidedBy }: RowEnd): void {
  const agreed = isOpenAs(status) ? opinionsOf(cells).find(({ cell }) => agreesToEnd(cell.text)) : undefined;
  if (agreed && decidedBy) cells.note('statusColumnsConflict', agreed.cell, contradicting(decidedBy, status));
  const verdicts = [...cells.each('struckOff'), ...opinionsOf(cells)].map((at) => {
    return { at, says: readStatus({ struckOff: [at.cell.text] }, cells.memory.statusWords).status };
  });
  const yes = verdicts.find(({ at, says }) => says === 'closed' && at.column.meaning === 'struckOff')?.at;
  if (!yes) return;
  const no = verdicts.find(({ at, says }) => at.column !== yes.column && isRefused(cells, at, says))?.at;
  if (no) cells.note('statusColumnsConflict', no.cell, contradicting(yes, status));
  if (no || status !== 'closed') return;
  const open = openCell(cells);
  if (open) cells.note('statusColumnsConflict', yes.cell, contradicting(open, status));
}

/** 否 in a column of verdicts, 不通过 in any. */
function isRefused(cells: TicketCells, { cell, column }: TicketCell, says: LedgerStatus): boolean {
  if (column.meaning === 'struckOff') return says === 'not_started';
  return says === 'in_progress' && readOpinion([cell.text], cells.memory.statusWords)?.says === 'failed';
}

/** Progress and remarks beside a cell. */
function toldBeside(cells: TicketCells, decidedBy: TicketCell): TicketCell[] {
  return [...currentProgress(cells), ...cells.each('remark')].filter(({ column }) => column !== decidedBy.column);
}

/** Work that was done or begun beside 未启动, 否 or 0%. */
export function begunBeside(cells: TicketCells, decidedBy: TicketCell): TicketCell | null {
  const tells = (one: TicketCell) =>
    isDoneAs(statedIn(cells, one)) ||
    tellsOfBegunWork(one.cell.text) ||
    (one.column.meaning === 'progress' && countsWork(one.cell.text));
  return toldBeside(cells, decidedBy).find(tells) ?? null;
}

/** 是 under 是否完成 beside 正在推进, 否 beside 已完成, 未启动 beside work that was begun: in the progress, the remark, the measures. */
function noteProgress(cells: TicketCells, { status, decidedBy, begunAt }: RowEnd): void {
  if (!decidedBy) return;
  const contradicts = (one: TicketCell) => {
    if (isDoneAs(status)) return isPlainlyOpen(cells, one);
    return isOpenAs(status) && isDoneAs(statedIn(cells, one));
  };
  // 整改 under 整改措施 is what to do.
  const meant =
    status === 'not_started' ? cells.each('measures').find(({ cell }) => tellsOfBegunWork(cell.text)) : undefined;
  const stated = decidedBy.column.meaning === 'status' ? toldBeside(cells, decidedBy).find(contradicts) : undefined;
  const other = begunAt ?? stated ?? meant ?? unexplained(cells, status, decidedBy);
  if (other) cells.note('statusColumnsConflict', decidedBy.cell, contradicting(other, status));
}

const notBegun = /[未没](?:有)?(?:启动|开始|开工|动工|开展|实施|整改|着手|动)/;

/** 拟于6月招标, 暂无经费, 资金未到位: still ahead, or what is in the way. */
const stillAhead =
  /^(?:目前|现|因)?(?:拟|计划|预计|将|准备|打算|暂无|暂缺|待)(?!.*[已了过])|列入|困难|未到位|不足|^(?!.*[已了过]).*(?:缺|等待)/;
/** 商户已搬走, 去过三次: of a remark, what tells that something happened. */
const happened =
  /已(?!经?(?:逾期|超期|到期|告知|知悉))|[\u4e00-\u9fff][了过](?=$|[\d一二两三四五六七八九十几多,，。;；、])/;

/** 否, 未整改 and 0% beside words of nobody's table: what those tell may be work, so they are told beside what was made of it. */
function unexplained(cells: TicketCells, status: LedgerStatus, { cell, column }: TicketCell): TicketCell | undefined {
  const { statusWords } = cells.memory;
  const says = column.meaning === 'status' ? statusWords(cell.text)?.says : undefined;
  const isUndone = says === 'no' || ((says || column.meaning === 'progressPercent') && status === 'not_started');
  if (!isUndone || !isOpenAs(status)) return undefined;
  const isOther = ({ cell: { text }, column: at }: TicketCell) =>
    at !== column && !notBegun.test(text) && (says === 'no' || !stillAhead.test(text));
  const mayTell = (one: TicketCell) => {
    const words = isOther(one) ? statusWords(one.cell.text) : null;
    return words?.says === 'in_progress' && (status === 'not_started' || words.certainty === 'assumed');
  };
  const remarks = status === 'not_started' ? cells.each('remark') : [];
  return (
    currentProgress(cells).find(mayTell) ??
    remarks.find((one) => happened.test(one.cell.text) && mayTell(one) && !isToldAlready(cells, one))
  );
}

/** 申请延期, 已移交, 企业已停业: told by itself. */
function isToldAlready(cells: TicketCells, { cell: { text } }: TicketCell): boolean {
  const certainty = cells.memory.statusWords(text)?.certainty;
  return certainty === 'postponed' || certainty === 'decided' || heavyWordsIn(text, false) !== null;
}

/** What a row says of its deadline, and whether that day is past. */
const dueWords: readonly (readonly [words: RegExp, isPast: boolean])[] = [
  [
    /(?<!租约|租期|合同|协议|承包|贷款|许可证?|质保|有效)尚?未到期|未到(?:时限|期限|时间)|[时期]限未到|(?:按|达到?)序时/,
    true,
  ],
  [/(?<!未|防止|避免|不)(?:逾期|超期|超时限|过期)/, false],
];

/** 未到期 when the deadline has passed, 逾期 when it has not. */
function noteDue(cells: TicketCells, { status }: RowEnd, { kind, date }: PreviewDeadline, today: Day): void {
  const due = cells.first('deadline');
  if ((kind !== 'date' && kind !== 'relative') || date === null || !due) return;
  const at = [...cells.each('status'), ...currentProgress(cells)].find(({ cell }) =>
    dueWords.some(([words, isPast]) => words.test(cell.text) && date < today === isPast && date !== today),
  );
  if (at) cells.note('statusDayConflict', at.cell, contradicting(due, status));
}

/**
 * 100 % of what goes on, less of what is done: the words beside the percentage, whichever of the two decided. 已召开 and
 * 已印发 tell of steps, which may have been the last.
 */
function notePercent(cells: TicketCells, { status, basic, decidedBy, percent: share }: RowEnd): void {
  const percent = shareCell(cells);
  if (!percent || share === null) return;
  const byWords = decidedBy !== null && decidedBy.column !== percent.column;
  const other = byWords ? decidedBy : currentProgress(cells)[0];
  if (!other) return;
  const says = byWords ? (basic ? 'in_progress' : status) : statedIn(cells, other);
  if (other.column === percent.column) return;
  const isSteps = cells.memory.statusWords(other.cell.text)?.certainty === 'prose';
  const contradicts = share === 100 ? (isOpenAs(says) && !isSteps) || isPlainlyOpen(cells, other) : isDoneAs(says);
  if (contradicts) cells.note('statusPercentConflict', percent.cell, contradicting(other, status));
}

/** The cell that tells how far it is in hundredths. */
export function shareCell(cells: TicketCells): TicketCell | null {
  return cells.first('progressPercent') ?? progressDegrees(cells).find(isShare) ?? null;
}

const isShare = ({ cell }: TicketCell) => percentIn(cell) !== null;

/** Prose longer than this tells of steps, not of a state. */
const longestState = 12;

/** 未销号 and 未验收 leave the work itself done. */
const notVerified = /未(?:销号|验收|复查|复核|核查|摘牌)/;

/** What a progress cell states of the whole; of work under way only where that is all it says. */
function statedIn(cells: TicketCells, { cell: { text } }: TicketCell): StatusWords['says'] | null {
  const words = cells.memory.statusWords(text);
  if (!words || words.certainty === 'assumed' || words.percent !== null || notVerified.test(text)) return null;
  return words.says === 'in_progress' && text.length > longestState ? null : words.basic ? 'in_progress' : words.says;
}

/** 正在修订, 尚未提交, whatever stands before it. */
const leftOpen =
  /(?:^|[,，。;；])(?:目前|现|但|仍|还)*(?:(?:还有|尚有|仍有|剩余|其余)[^,，。;；]{0,12})?(?:正在|尚未|还未|仍未|未(?!发现|查|见|再|发生|出现|收到|接到))[^,，。;；]*[。]?$/;
/** 长期抓好落实: what is done may be kept up. */
const keptUp = /(?:长期|持续|继续|常态)[^,，。;；]*[。]?$/;

/** A remark on more time that was given or refused tells of the past; what is still asked for, of work that goes on. */
const onlyAsked = /^(?!.*(?:批准|同意|批复|获批|驳回|不予)).*(?:申请|拟|请求|提请|建议)/;

/** What is said to be done is contradicted by plain words that it is not, not by the steps that led there. */
function isPlainlyOpen(cells: TicketCells, one: TicketCell): boolean {
  const { text } = one.cell;
  if (notVerified.test(text)) return false;
  const certainty = cells.memory.statusWords(text)?.certainty;
  if (certainty === 'postponed' && one.column.meaning === 'remark' && !onlyAsked.test(text)) return false;
  if (leftOpen.test(text) && certainty !== 'mark') return true;
  const isStated = certainty === 'plain' || certainty === 'mark' || certainty === 'postponed';
  return isStated && isOpenAs(statedIn(cells, one)) && !keptUp.test(text);
}

export function contradicting(other: TicketCell, status: LedgerStatus): string {
  return `${cited(other)}矛盾，读作“${previewStatusLabels[status][0]}”`;
}

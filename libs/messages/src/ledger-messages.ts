import { doubleFindingTexts } from './double-findings.js';
import type { Label } from './labels.js';
import { numberFindingTexts } from './number-findings.js';
import { personFindingTexts } from './person-findings.js';
import { unitFindingTexts } from './unit-findings.js';

const twoReadings: Label = [
  '“{raw}”有两种读法：{reading}，请改成完整日期',
  '“{raw}” can be read two ways: {reading}; write it in full',
];

/** Findings of an import; `{raw}` is the text in the cell, `{reading}` what was made of it. */
export const findingTexts = {
  titleMissing: ['没有问题（任务）内容，请补写或跳过本行', 'No title: fill it in or skip the row'],
  deadlineAmbiguous: twoReadings,
  dateAmbiguous: twoReadings,
  leadUnitUnknown: [
    '系统中没有牵头单位“{raw}”，请在“未登记的单位”里选定或新建，或在导入页上方选定牵头单位',
    'Unknown lead unit “{raw}”: say among the unknown units whom it means, create it, or choose the lead unit above',
  ],
  siteUnknown: [
    '没有写由哪个单位牵头；“{raw}”作为被检查单位保留，不用改。请在导入页上方“牵头单位”里选定，或在“未登记的单位”里对应、新建',
    'No unit is named to lead; the inspected “{raw}” stays as it is. Choose the lead unit above, or say among the unknown units whom it means',
  ],
  kindOfOthers: [
    '镇办只能导入本单位的一般隐患，此行不是隐患，请跳过本行，由归口办公室导入',
    'A town imports general hazards of its own; this row is none: skip it',
  ],
  majorOfOthers: [
    '重大隐患由安委办登记，请跳过本行',
    'A major hazard is registered by the safety office: skip the row',
  ],
  unitOfOthers: [
    '镇办只能导入本单位及下级单位的隐患，“{raw}”不在其内，请改正牵头单位或跳过本行',
    'A town imports hazards of its own units; “{raw}” is not one of them: correct the unit or skip the row',
  ],
  deadlineUnclear: [
    '时限“{raw}”读不出日期，入库后由归口办公室确定',
    'Deadline “{raw}” names no day; to be set by hand',
  ],
  deadlineImpossible: [
    '“{raw}”不是历法上存在的日期，入库后由归口办公室确定',
    '“{raw}” is no day of the calendar; to be set by hand',
  ],
  deadlineSeveral: [
    '“{raw}”写了几个日期，取最晚的 {reading}',
    '“{raw}” names several days; the latest, {reading}, was taken',
  ],
  deadlineLatest: [
    '各条措施的期限不同，取最晚一条措施的期限 {reading}',
    'The measures are due on different days; that of the latest, {reading}, was taken',
  ],
  deadlineRange: [
    '“{raw}”写的是一段时间，{reading}，取最后一天；不是的请改成一个日期',
    '“{raw}” is a stretch of time, {reading}; its last day was taken: write one day if it is another',
  ],
  saidDouble: [
    '“{raw}”：请核对与哪一行是同一件事，重复的一行选“跳过”',
    '“{raw}”: see which row tells of the same matter, and skip one of them',
  ],
  deadlineBeforeStart: [
    '时限“{raw}”早于{reading}，请核对两格的日期',
    'Deadline “{raw}” lies before {reading}: check both cells',
  ],
  deadlineAssumed: [
    '“{raw}”不是规范的写法，读作 {reading}；不是的请改成一个日期',
    '“{raw}” is written loosely, read as {reading}: write one day if it is another',
  ],
  deadlineConditional: [
    '时限“{raw}”从还没有发生的事起算，没有日期；事情发生后由归口办公室确定',
    'Deadline “{raw}” counts from something still to come; to be set by hand once it has',
  ],
  deadlineRolled: [
    '“{raw}”没有写年份，按这张表的年份早于发现（交办）日期，读作 {reading}；不是的请写明年份',
    '“{raw}” names no year and would lie before the discovery in the year of the sheet, read as {reading}: write the year if it is another',
  ],
  deadlineMonthShown: [
    '单元格只显示到月，实际日期为 {reading}，请核对',
    'The cell shows a month only; its day is {reading}',
  ],
  deadlineExtensible: [
    '“{raw}”里写着可以延长，按没有延长的计，即 {reading}；已批准延长的请写“延期至”和日期',
    '“{raw}” may be extended; read as not extended, {reading}: write 延期至 and the day once it is',
  ],
  deadlineMoved: ['按“{raw}”，时限{reading}', 'By “{raw}” the deadline is {reading}'],
  extensionRequested: [
    '“{raw}”提到延期，没有写明已批准到哪一天，时限不变；已批准的请写“延期至”和日期',
    '“{raw}” speaks of an extension, not of one granted till a day; the deadline stays: write 延期至 and the day once it is granted',
  ],
  deadlineMissing: ['没有写时限，入库后由归口办公室确定', 'No deadline; to be set by hand'],
  // Without what the cell says, here and below: so that many cells are told of in one sentence.
  yearAssumed: ['没有写年份，读作 {reading}', 'No year is written, read as {reading}'],
  baseDateMissing: [
    '时限“{raw}”没有起算日，请填写交办日期或导入时的起算日',
    'Deadline “{raw}” has no day to count from',
  ],
  countedFromAbove: [
    '时限从表头上方的日期 {reading} 起算；不是的请填写交办日期',
    'The deadline is counted from {reading}, the day above the header: write the day of assignment if it is another',
  ],
  countedFromMeeting: [
    '时限“{raw}”从{reading}起算；不是的请填写交办日期',
    'Deadline “{raw}” is counted from {reading}: write the day of assignment if it is another',
  ],
  startRemarked: [
    '备注写着“{raw}”，作为发现（交办）日期 {reading}',
    'The remark says “{raw}”: taken as the day it began, {reading}',
  ],
  dateUnreadable: ['“{raw}”不是可读的日期', '“{raw}” is no readable date'],
  immediateAssumed: [
    '本行没有交办（发现）日期，立行立改按今天起 5 个工作日计，即 {reading}',
    'No date of assignment; immediate work is due on {reading}, five working days from today',
  ],
  immediateCounted: [
    '本行没有交办（发现）日期，立行立改从反馈（起算）日期 {raw} 起 5 个工作日计，即 {reading}',
    'No date of assignment in the row; immediate work is due on {reading}, five working days from {raw}, the day of the feedback',
  ],
  immediateDays: [
    '立行立改从本行的交办（发现）日期 {raw} 起 5 个工作日计，即 {reading}；另有时限的请写明日期',
    'Immediate work is due on {reading}, five working days from {raw}, the day of the row: write the day if it is another',
  ],
  immediateByDay: ['“{raw}”另有时限，按时限入库（限期整改）', '“{raw}” has a day of its own and is due on it'],
  raisedOnAssumed: ['没有发现（反馈）日期，按 {reading} 计', 'No date of discovery; taken as {reading}'],
  doneBeforeAssumed: [
    '完成（填报）日期“{raw}”即 {reading}，请填写发现（交办）日期',
    'Told as done on “{raw}”, {reading}: write the day of discovery',
  ],
  deadlineBeforeAssumed: [
    '时限“{raw}”即 {reading}，请填写发现（交办）日期',
    'Deadline “{raw}” {reading}: write the day of discovery',
  ],
  doneBeforeStart: [
    '完成（销号）日期“{raw}”早于{reading}，请核对两格的日期',
    'Done on “{raw}”, before {reading}: check both cells',
  ],
  doneInFuture: [
    '完成（销号）日期“{raw}”读作 {reading}，还没有到，请核对',
    'Done on “{raw}”, read as {reading}, which is yet to come',
  ],
  doneOnTold: ['“{raw}”里写着日期，读作{reading}，请核对', '“{raw}” tells a day, read as {reading}'],
  doneOnOtherDay: ['“{raw}”里的日期与{reading}，请核对', 'The day in “{raw}” and {reading}: please check'],
  endTold: ['“{raw}”说明{reading}；不是的请改完成情况', '“{raw}” tells: {reading}; write the status if it is another'],
  doneByReview: [
    '没有完成日期，按复查（验收）日期 {reading} 计',
    'No day of completion; that of the review, {reading}',
  ],
  fieldBeside: ['“{raw}”写明{reading}，请核对两格', '“{raw}” tells: {reading}: check both cells'],
  closedOnAssumed: ['没有销号日期，按 {reading} 计', 'No closing date; taken as {reading}'],
  statusUnknown: [
    '没有写完成情况，按整改中入库；未动工的请写“未启动”，已完成的请写“已完成”',
    'No status given; imported as in progress: write 未启动 or 已完成 if it is otherwise',
  ],
  choiceOpen: [
    '“{raw}”一个都没有勾选，按没有填写处理；请勾选或改成文字',
    'Nothing is ticked in “{raw}”, which is read as blank: tick one or write it',
  ],
  statusAssumed: [
    '“{raw}”不是明确的完成情况，读作“{reading}”；不是的请改为未启动、整改中、已完成或已销号',
    '“{raw}” is no plain status, read as “{reading}”: write 未启动, 整改中, 已完成 or 已销号 if it is another',
  ],
  statusFromText: [
    '“{raw}”写的是所做的工作，没有写明完成情况，读作“{reading}”；整件已完成的请写“已完成”',
    '“{raw}” tells what was done, not how far the whole is; read as “{reading}”: write 已完成 if all of it is',
  ],
  statusDecided: [
    '“{raw}”说的是事项本身的去向，不是完成情况，读作“{reading}”；撤销、并案、移交、中止须由归口办公室在事项页办理，不再跟踪的请跳过本行',
    '“{raw}” tells what became of the matter, not how far it is; read as “{reading}”: the coordinating office decides it on the page of the ticket, or skip the row',
  ],
  statusHeavy: [
    '“{raw}”里写着{reading}；要移送、中止、撤销或延期的，由归口办公室在事项页办理',
    '“{raw}” says {reading}: the coordinating office decides on the page of the ticket whether it is handed over, stopped or cancelled',
  ],
  statusStage: [
    '“{raw}”说的是一个环节（阶段）完成，不是整件事项，读作“{reading}”；整件已完成的请写“已完成”',
    '“{raw}” tells of one step that is done, not of the whole; read as “{reading}”: write 已完成 if all of it is',
  ],
  statusPending: [
    '“{raw}”只说在等审核（验收、销号），还没有核验，读作“{reading}”；不是的请改为整改中、已完成或已销号',
    '“{raw}” only waits for a verdict; read as “{reading}”: write 整改中, 已完成 or 已销号 if it is another',
  ],
  statusKept: [
    '“{raw}”说已完成还要长期坚持，读作“{reading}”；验收后要转为长期坚持的，请在时限里写上“并长期坚持”',
    '“{raw}” is done and to be kept up; read as “{reading}”: write 并长期坚持 behind the deadline if it is to be kept up',
  ],
  statusEnded: [
    '“{raw}”没有说是否办结，按{reading}；不是的请改为未启动、整改中、已完成或已销号',
    '“{raw}” does not say whether it ended; by {reading}: write 未启动, 整改中, 已完成 or 已销号 if it is another',
  ],
  settledUndated: [
    '“{raw}”没有写办结日期，读作“已完成（待验收）”；已核验销号的请填办结日期或写“已销号”',
    '“{raw}” names no day of the end, read as done, not verified: give the day, or write 已销号, if it is verified',
  ],
  statusPercentConflict: ['“{raw}”与{reading}，请核对两格', '“{raw}” contradicts {reading}: check both cells'],
  statusDayConflict: ['“{raw}”与{reading}，请核对两格', '“{raw}” contradicts {reading}: check both cells'],
  statusColumnsConflict: ['“{raw}”与{reading}，请核对两格', '“{raw}” contradicts {reading}: check both cells'],
  statusWordsConflict: [
    '“{raw}”里同时写着{reading}；不是的请只留现在的状态',
    '“{raw}” says both {reading}: leave the present state alone if it is another',
  ],
  statusConflict: [
    '是否销号一列写未销号，另一列说已办结或已验收，按已完成待验收',
    'Struck off in one column, not in another; taken as done',
  ],
  levelUnclear: [
    '等级“{raw}”既不是一般也不是重大，等级留空；隐患未写等级的按一般登记',
    'Level “{raw}” is neither general nor major and was left out; a hazard without a level is general',
  ],
  levelAssumed: [
    '等级“{raw}”不是本类事项的等级，读作“{reading}”；不是的请改为一般或重大',
    'Level “{raw}” is none of this kind; read as “{reading}”: write 一般 or 重大 if it is another',
  ],
  assuranceUnclear: [
    '“{raw}”没有写明{reading}与否，按文字保留；请改为“是”或“否”，或入库后在事项页填写',
    '“{raw}” does not say plainly whether it is assured ({reading}) and is kept as text: write 是 or 否, or fill it in on the page of the ticket',
  ],
  levelMissing: [
    '没有写等级，按一般隐患办理；是重大隐患的请写明',
    'No level given: the hazard is general; write it if it is major',
  ],
  datedToday: ['没有写填报（完成）日期，按导入当天记', 'Undated; kept under the day of the import'],
  datedFromAbove: [
    '没有写填报（完成）日期，按表头上方的日期 {reading} 记',
    'Undated; kept under {reading}, the day above',
  ],
  assignedToday: ['没有写交办日期，按导入当天交办', 'No day of assignment; assigned on the day of the import'],
  measuresUndated: [
    '措施没有写完成日期，按填报日期记',
    'Measures done without a day are kept under the day of filling in',
  ],
  itemFromAbove: ['没有写类别，沿用上面的', 'No category; the one above was taken'],
  labelsAbove: ['上面的分段说明没有读入本行', 'What is labelled above was not taken into this row'],
  levelBlank: [
    '没有写等级，按一般隐患办理；是重大隐患的请写明',
    'No level given: the hazard is general; write it if it is major',
  ],
  levelFromAbove: [
    '没有写等级，按“{raw}”读作“{reading}”；不是的请写明等级',
    'No level given; “{raw}” is read as “{reading}”',
  ],
  ...numberFindingTexts,
  ...unitFindingTexts,
  ...personFindingTexts,
  formulaKept: ['单元格是公式，取其保存的结果“{raw}”', 'A formula; its stored result “{raw}” was taken'],
  formulaWithoutValue: ['单元格是公式且没有保存结果，按空白处理', 'A formula without a stored result; taken as blank'],
  reporterWithheld: [
    '举报人信息不随台账入库，入库后请在事项页“登记举报人”（加密保存）',
    'Who reported is not imported: record it on the page of the ticket, where it is sealed',
  ],
  ...doubleFindingTexts,
} as const satisfies Record<string, Label>;

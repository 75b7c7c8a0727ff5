import type { TestCell } from '../ledger-workbooks.js';

/** What a ledger of 2021 means by a deadline, with the row's own date on Friday 5 March 2021. */
export interface ExpectedDeadline {
  kind: string;
  date: string | null;
  ongoing?: boolean;
  /** The finding without which it would be read silently. */
  told?: string;
}

const due = (date: string, ongoing = false): ExpectedDeadline => ({ kind: 'date', date, ongoing });
const within = (date: string): ExpectedDeadline => ({ ...due(date), told: 'deadlineRange' });
const without = (kind: string, ongoing = false): ExpectedDeadline => ({ kind, date: null, ongoing });

/** Cells that read the same in every ledger of the year. */
export const deadlineCells: readonly (readonly [TestCell, ExpectedDeadline])[] = [
  ['2021年6月底前', due('2021-06-30')],
  ['6月底', due('2021-06-30')],
  ['8月', due('2021-08-31')],
  ['2021.10', due('2021-10-31')],
  ['年底前', due('2021-12-31')],
  ['2021年底', due('2021-12-31')],
  ['年内', due('2021-12-31')],
  ['全年', due('2021-12-31')],
  ['2021年全年', due('2021-12-31')],
  ['上半年', due('2021-06-30')],
  ['三季度末', due('2021-09-30')],
  ['第二季度', due('2021-06-30')],
  ['7月上旬', due('2021-07-10')],
  ['8月中旬', due('2021-08-20')],
  ['11月下旬', due('2021-11-30')],
  ['国庆节前', due('2021-09-30')],
  ['主汛期结束前（10月15日）', due('2021-10-15')],
  ['2021.7.15', due('2021-07-15')],
  ['2021/7/15', due('2021-07-15')],
  ['2021-7-15', due('2021-07-15')],
  ['20210715', due('2021-07-15')],
  ['21.7.15', due('2021-07-15')],
  ['２０２１年７月１５日', due('2021-07-15')],
  ['二〇二一年七月十五日', due('2021-07-15')],
  ['2021.6.30前', due('2021-06-30')],
  ['6.30', due('2021-06-30')],
  ['6/30', due('2021-06-30')],
  ['7月5日', due('2021-07-05')],
  ['十月底', due('2021-10-31')],
  [{ number: 9.3, format: '0.00' }, due('2021-09-30')],
  [44469, due('2021-09-30')],
  [{ day: '2021-09-30' }, due('2021-09-30')],
  [{ day: '2021-09-30', format: 'm"月"d"日"' }, due('2021-09-30')],
  ['2021年3月—6月', within('2021-06-30')],
  ['4月1日-5月31日', within('2021-05-31')],
  ['10-17~18', within('2021-10-18')],
  ['11月17—18日', within('2021-11-18')],
  ['原定8月15日，经批准延期至10月31日', due('2021-10-31')],
  ['6月30日前（已延期至7月31日）', due('2021-07-31')],
  ['2021年6月底前，并长期坚持', due('2021-06-30', true)],
  ['2021年6月底前完成，7月起长期坚持', due('2021-06-30', true)],
  ['立行立改', without('immediate')],
  ['即知即改', without('immediate')],
  ['当场整改', without('immediate')],
  ['立即办理', without('immediate')],
  ['立行立改，长期坚持', without('immediate', true)],
  ['长期坚持', without('ongoing', true)],
  ['持续推进', without('ongoing', true)],
  ['常态化', without('ongoing', true)],
  ['长期', without('ongoing', true)],
  ['待定', without('unresolved')],
  ['视上级安排', without('unresolved')],
  ['按国家、省、市规定时间节点', without('unresolved')],
  ['/', without('unresolved')],
  ['—', without('unresolved')],
  ['2021/6/31', without('unresolved')],
  ['以上级文件为准', without('unresolved')],
];

/** Only where the row has a date of its own. */
export const relativeCells: readonly (readonly [TestCell, ExpectedDeadline])[] = [
  ['15个工作日内', { kind: 'relative', date: '2021-03-26' }],
  ['3-5个工作日', { kind: 'relative', date: '2021-03-12', told: 'deadlineRange' }],
  ['5个工作日', { kind: 'relative', date: '2021-03-12' }],
  ['收到通知后10个工作日', { kind: 'relative', date: '2021-03-19' }],
  ['7日内', { kind: 'relative', date: '2021-03-12' }],
  ['30日内', { kind: 'relative', date: '2021-04-04' }],
  ['两周内', { kind: 'relative', date: '2021-03-19' }],
  ['一个月内', { kind: 'relative', date: '2021-04-05' }],
];

/** What a status means, and the finding without which it would be read silently. */
export const statusCells: readonly (readonly [TestCell, string, string?])[] = [
  ['已整改', 'completed'],
  ['已完成', 'completed'],
  ['整改完成', 'completed'],
  ['完成', 'completed'],
  ['√', 'completed'],
  ['是', 'completed'],
  ['已销号', 'closed'],
  ['复查合格', 'closed'],
  ['验收合格', 'closed'],
  ['基本完成', 'ongoing'],
  ['阶段性完成', 'ongoing'],
  ['已完成(4月12日)', 'completed', 'doneOnTold'],
  ['2021.4.5已整改到位', 'completed', 'doneOnTold'],
  ['已销号 4/12', 'closed', 'doneOnTold'],
  ['没动', 'not_started', 'statusAssumed'],
  ['搁着', 'in_progress', 'statusAssumed'],
  ['等通知', 'in_progress', 'statusAssumed'],
  ['大部分完成', 'in_progress'],
  ['整改中', 'in_progress'],
  ['正在推进', 'in_progress'],
  ['办理中', 'in_progress'],
  ['未整改', 'not_started'],
  ['未启动', 'not_started'],
  ['尚未启动', 'not_started'],
  ['', 'unknown'],
];

export const percentCells: readonly (readonly [TestCell, string])[] = [
  ['100%', 'completed'],
  [{ number: 1, format: '0%' }, 'completed'],
  ['60%', 'in_progress'],
  [{ number: 0.35, format: '0%' }, 'in_progress'],
  ['0%', 'not_started'],
];

/** A cell of units: its text, the lead unit, the others. */
export const unitCells: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['办公室', '办公室', []],
  ['办公室、财务科', '办公室', ['财务科']],
  ['办公室，财务科,人事科', '办公室', ['财务科', '人事科']],
  ['办公室；财务科', '办公室', ['财务科']],
  ['办公室/财务科', '办公室', ['财务科']],
  ['办公室\n财务科', '办公室', ['财务科']],
  ['财务科 人事科', '财务科', ['人事科']],
  ['财务科（牵头）、人事科、办公室配合', '财务科', ['人事科', '办公室']],
  ['人事科、财务科（牵头）', '财务科', ['人事科']],
  ['牵头单位：财务科；配合单位：人事科', '财务科', ['人事科']],
  ['局党委班子成员', '局党委班子成员', []],
  ['各业务科室', '各业务科室', []],
  ['', null, []],
];

export const personCells: readonly (readonly [string, readonly string[], string?])[] = [
  ['张三', ['张三']],
  ['张  三', ['张三']],
  ['张三、李小明', ['张三', '李小明']],
  ['张三 13800000000', ['张三']],
  ['王磊（13800000001）、李小明13800000002', ['王磊', '李小明']],
  ['张三\n李小明', ['张三', '李小明']],
  ['王主任', ['王主任'], 'personByTitle'],
  ['陆局、张三', ['陆局', '张三'], 'personByTitle'],
  ['欧阳海', ['欧阳海']],
  ['', []],
];

export const levelCells: readonly (readonly [string, string | null])[] = [
  ['一般', 'general'],
  ['一般隐患', 'general'],
  ['重大', 'major'],
  ['重大隐患', 'major'],
  ['', null],
];

/** Amounts under a heading in yuan, and what they come to. */
export const amountCells: readonly (readonly [TestCell, number | null, string?])[] = [
  [15000, 15000],
  ['10,000', 10000],
  ['1.5万元', 15000],
  ['3千元', 3000],
  ['１２００', 1200],
  ['约12', 12, 'numberRough'],
  ['2万余元', 20000, 'numberRough'],
  ['十几', 10, 'numberRough'],
  ['3-5万元', null, 'amountRange'],
  ['', null],
];

export const sequences: readonly ((n: number) => TestCell)[] = [
  (n) => n,
  (n) => String(n),
  (n) => `1-${n}`,
  (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (n) => chinese(n),
];

function chinese(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n >= 100) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : (tens === 1 ? '' : digits[tens]!) + '十';
  return head + (ones === 0 ? '' : digits[ones]!);
}

/** Remarks that move a dated deadline, and the day they move it to. */
export const extensionCells: readonly (readonly [string, string])[] = [
  ['经批准延期至2021年12月20日', '2021-12-20'],
  ['延期至12月25日', '2021-12-25'],
];

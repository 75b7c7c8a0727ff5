import type { TestCell, TestSheet } from '../ledger-workbooks.js';
import { deadlineCells, personCells, statusCells, unitCells } from './cells.js';
import type { ExpectedTicket, MessyLedger } from './messy-ledger.js';
import { seeded } from './random.js';

/** As they are written by hand below the form, closed on one day. */
const opinions = [
  '经现场核查，验收合格，同意销号。验收人：李小明  2021年6月15日',
  '2021年6月10日现场查看，验收合格。\n负责人（签字）：周正\n2021 年 6 月 15 日',
  '同意销号（盖章）\n日期：2021年6月15日',
];
/** Where a ticket comes from and what they call it: the pairs, its number, its source. */
const origins = [
  [
    [
      ['问题来源', '区委第二轮巡察'],
      ['问题编号', '巡2-#'],
    ],
    '巡2-#',
    '区委第二轮巡察',
  ],
  [
    [
      ['来源', '“双随机”检查'],
      ['编号', '#'],
    ],
    '#',
    '“双随机”检查',
  ],
  [
    [
      ['台账编号', '2021-#'],
      ['编号', '0#'],
    ],
    '2021-#',
    undefined,
  ],
] as const;

/** A workbook of forms, one ticket on each sheet: labels with their values beside them, in two or in four columns. */
export function messyForms(count: number, seed: number): MessyLedger {
  const { chance, pick } = seeded(seed);
  const sheets: TestSheet[] = [];
  const tickets: ExpectedTicket[] = [];
  const ignored: [number, string][] = [];
  for (let n = 1; n <= count; n += 1) {
    const [deadline, due] = pick(deadlineCells);
    const [status, expectedStatus, statusDoubt] = pick(statusCells);
    const [units, lead, others] = pick(unitCells);
    const [persons, expectedPersons, personDoubt] = pick(personCells);
    const opinion = chance(0.3) ? pick(opinions) : null;
    const [own, theirNo, source] = chance(0.4) ? pick(origins) : ([[], null, undefined] as const);
    const title = `值班制度不落实（第${n}处）`;
    const pairs: [string, TestCell][] = [
      ['问题名称', title],
      ['问题描述', '夜间无人值守'],
      ['责任单位', units || null],
      ['责任人', persons || null],
      ['整改措施', '1.修订制度；2.每月抽查。'],
      ['整改时限', deadline],
      ['完成情况', status || null],
      ['备注', null],
      ...own.map(([label, value]): [string, TestCell] => [label, value.replace('#', String(n))]),
      ...(opinion ? [['验收意见', opinion] as [string, TestCell]] : []),
    ];
    const paired = chance(0.5);
    const rows: TestCell[][] = paired
      ? pairs.flatMap((pair, at) => (at % 2 === 0 ? [[...pair, ...(pairs[at + 1] ?? [])]] : []))
      : pairs.map((pair) => [...pair]);
    const sheet = `问题${n}`;
    sheets.push({ name: sheet, rows: [['2021年问题整改登记表'], ...rows] });
    ignored.push([1, 'title']);
    tickets.push({
      sheet,
      row: 2,
      rows: [2],
      title,
      leadUnit: lead,
      supportUnits: others,
      persons: expectedPersons,
      deadline: due,
      status: opinion ? 'closed' : expectedStatus,
      level: null,
      amount: null,
      measures: 2,
      // An opinion decides the status: what stands beside it is in doubt no more.
      doubts: [opinion ? null : statusDoubt, personDoubt, due.told].flatMap((code) => code ?? []),
      decision: 'create',
      source,
      theirNo: theirNo?.replace('#', String(n)) ?? null,
      ...(opinion && { closedOn: '2021-06-15' }),
    });
  }
  return { sheets, tickets, ignored };
}

import type { TestCell, TestSheet } from '../ledger-workbooks.js';
import { deadlineCells, personCells, statusCells, unitCells } from './cells.js';
import type { ExpectedTicket, MessyLedger } from './messy-ledger.js';
import { seeded } from './random.js';

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
    ];
    const paired = chance(0.5);
    const rows: TestCell[][] = paired
      ? pairs.flatMap((pair, at) => (at % 2 === 0 ? [[...pair, ...pairs[at + 1]!]] : []))
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
      status: expectedStatus,
      level: null,
      amount: null,
      measures: 2,
      doubts: [statusDoubt, personDoubt, due.told].flatMap((code) => code ?? []),
      decision: 'create',
    });
  }
  return { sheets, tickets, ignored };
}

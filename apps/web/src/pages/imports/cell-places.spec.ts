import { addressOf, isOfColumn, isPlaceless, isShownIn } from './cell-places.js';

/** Row 8 of a second table: its lead unit stands in C and is shown under D, its persons stand in D and are shown under G. */
const later = { row: 8, cells: { A: '1', B: '信息系统孤岛', D: '信息科', G: '林峰' }, places: { D: 'C8', G: 'D8' } };

describe('a cell of a later table, shown under the columns of the first', () => {
  it('is corrected where it stands in the file', () => {
    expect(['A', 'D', 'G'].map((letter) => addressOf(later, letter))).toEqual(['A8', 'C8', 'D8']);
  });

  it('bears its own findings, not those of the cell its column names', () => {
    const shown = (cell: string) => ['A', 'B', 'C', 'D', 'G', 'N'].filter((letter) => isShownIn(later, letter, cell));
    expect([shown('C8'), shown('D8'), shown('B8'), shown('N8')]).toEqual([['D'], ['G'], ['B'], ['N']]);
  });

  it('cannot be written in where its table has no such column', () => {
    expect(['C', 'D'].map((letter) => isPlaceless(later, letter))).toEqual([true, false]);
  });

  it('is written in and told of where it stands though it is blank', () => {
    const blank = { ...later, places: { ...later.places, F: 'E8' } };
    expect(isPlaceless(blank, 'F')).toBe(false);
    expect(addressOf(blank, 'F')).toBe('E8');
    expect(['E', 'F'].filter((letter) => isShownIn(blank, letter, 'E8'))).toEqual(['F']);
  });
});

it('a finding of merged cells is shown in each row they cover, one of a form in its own cell', () => {
  const row = { row: 10, cells: { G: '孙丽' }, places: {} };
  expect(isShownIn(row, 'G', 'G9')).toBe(true);
  expect([isShownIn(row, 'D5', 'D5'), isShownIn(row, 'D5', 'D6')]).toEqual([true, false]);
  expect(isPlaceless(row, 'H')).toBe(false);
  const merged = { ...row, places: { G: 'G9' } };
  expect([addressOf(merged, 'G'), isShownIn(merged, 'G', 'G9'), isPlaceless(merged, 'H')]).toEqual(['G9', true, false]);
});

it('a change is named where the head of its column does not', () => {
  expect(isOfColumn('leadUnit', 'leadUnit')).toBe(true);
  expect(isOfColumn('details.批次', 'details')).toBe(true);
  expect(isOfColumn('cell.完成情况', 'progress')).toBe(true);
  expect(isOfColumn('supportUnits', 'leadUnit')).toBe(false);
  expect(isOfColumn('handler', 'persons')).toBe(false);
});

it('what a line above the rows says stands there, and has no place where no line says it', () => {
  const row = { row: 6, cells: { A: '1', '↑责任单位': '责任单位：办公室' }, places: { '↑责任单位': 'A4' } };
  const shown = (cell: string) => ['A', '↑责任单位', '↑交办日期'].filter((letter) => isShownIn(row, letter, cell));
  expect([shown('A4'), shown('A6')]).toEqual([['↑责任单位'], ['A']]);
  expect([isPlaceless(row, '↑责任单位'), isPlaceless(row, '↑交办日期')]).toEqual([false, true]);
});

import { rowsMeant } from './rows-meant.js';

it.each<[text: string, rows: number[] | null]>([
  ['3', [3]],
  ['3、5-8', [3, 5, 6, 8]],
  ['第3行至第6行', [3, 5, 6]],
  ['3，9', [3]],
  ['', null],
  ['全部', null],
])('“%s” names the rows %j', (text, rows) => {
  expect(rowsMeant(text, [3, 5, 6, 8])).toEqual(rows);
});

import { findPlaces } from '../figures/figure-places.js';
import type { OwnNames } from '../words/named-offices.js';
import type { ReportLine } from './report-table.js';
import { placesOfOthers } from './told-of-us.js';

const names: OwnNames = { bureau: '临江区应急管理局', area: '临江区' };
const text = (words: string): ReportLine => ({ text: words, cell: null });

/** The numbers told of the bureau; those told of several offices together in brackets. */
function ours(...lines: ReportLine[]): string {
  return placesOfOthers(lines, findPlaces(lines).places, names)
    .flatMap(({ place, whose }) => (whose === 'us' ? [place.found] : whose === 'shared' ? [`[${place.found}]`] : []))
    .join(' ');
}

it.each([
  ['区应急管理局12件，已完成9件；区住建局8件，已完成8件。', '12 9'],
  ['区住建局承办8件，已办结8件；区应急局承办12件，已办结9件，办结率75%。', '12 9 75'],
  ['全市共排查隐患1203条，已整改1100条，其中临江区排查隐患120条，整改100条；红河区200条。', '120 100'],
  ['区住建局、区应急管理局、区教育局分别承办12件、9件、7件，办结10件、8件、7件。', '9 8'],
  ['区应急管理局、区教育局等单位共承办21件。', '[21]'],
  ['市应急管理局交办12件，红河区应急管理局办结9件。', ''],
  ['较区应急管理局多2件的有区住建局5件。', ''],
  ['区应急管理局：承办督办事项12件；已办结9件。逾期1件。', '12 9 1'],
  ['临江区应急管理局承办督办事项12件。全区共120件，办结率90%。', '12'],
  ['应急管理局12件，发改委9件。', '12'],
  ['对区应急管理局交办12件，其中逾期3件。', '12 3'],
  ['区应急管理局会同区住建局查处3起。', ''],
  ['区住建局会同临江区应急管理局查处3起。', ''],
  ['较临江区应急管理局多2件。', ''],
])('%s tells of the bureau: %s', (sentence, found) => {
  expect(ours(text(sentence))).toBe(found);
});

const cells = (...rows: string[][]) =>
  rows.flatMap((row, at) =>
    row.map((words, column) => ({ text: words, cell: { table: 0, row: at, column, span: 1 } })),
  );

it('a row or a column headed with the bureau is its own, the total and other rows are not', () => {
  const rows = cells(
    ['序号', '单位', '督办事项数', '办结数', '办结率'],
    ['1', '区住建局', '8', '8', '100%'],
    ['2', '区应急局', '12', '9', '75%'],
    ['', '合计', '20', '17', '85%'],
  );
  expect(ours(...rows)).toBe('12 9 75');
  const columns = cells(['项目', '临江', '红河'], ['排查隐患', '120', '200'], ['整改隐患', '100', '150']);
  expect(ours(...columns)).toBe('120 100');
});

it('a heading that names the bureau alone holds for what stands under it', () => {
  const lines = ['（一）区住建局', '承办8件，办结8件。', '（二）区应急管理局', '承办12件，办结9件。'].map(text);
  expect(ours(...lines)).toBe('12 9');
});

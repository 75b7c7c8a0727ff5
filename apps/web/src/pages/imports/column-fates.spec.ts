import { fateGroups } from './column-fates.js';

it('a column stands under each way its cells went, with how many of them; one without cells under none', () => {
  const headings = { A: '序号', B: '具体问题', C: '复查结果', D: '备注' };
  const fates = { A: { origin: 3 }, B: { field: 3 }, C: { field: 2, text: 1 } };
  const places = fateGroups({ fates, headings }, ['A', 'B', 'C', 'D']).map(({ fate, columns }) => [
    fate,
    ...columns.map(({ letter, heading, count, all }) => `${letter} ${heading} ${count}/${all}`),
  ]);
  expect(places).toEqual([
    ['field', 'B 具体问题 3/3', 'C 复查结果 2/3'],
    ['text', 'C 复查结果 1/3'],
    ['origin', 'A 序号 3/3'],
  ]);
});

it('of a sheet read before it was counted nothing is said', () => {
  expect(fateGroups({ headings: { A: '序号' } }, ['A'])).toEqual([]);
});

import type { PreviewTicket } from './imports.js';
import { countOf, groupCounts, rowsShown, withChanged } from './import-outline.js';

const held = { field: 'status', label: '办理状态', cell: 'H6', from: '整改中', to: '已销号', held: '按流程办理' };
const changed = (row: number, decision: string, changes: object[] = []) =>
  ({ sheet: '台账', row, decision, changes }) as PreviewTicket;
const outline = [{ sheet: '台账', rows: { unchanged: [5], create: [7] }, held: [6] }];

it('an edit moves its rows among the groups: each stands in one, what is left to a person before what is updated', () => {
  const more = withChanged(outline, [changed(5, 'update', [held]), changed(7, 'skip', [held])]);
  expect(more).toEqual([{ sheet: '台账', rows: { skip: [7] }, held: [5, 6] }]);
  expect(withChanged(more, [changed(6, 'unchanged')])).toEqual([
    { sheet: '台账', rows: { unchanged: [6], skip: [7] }, held: [5] },
  ]);
  const rows = { ...more[0]!.rows, held: more[0]!.held };
  expect([countOf(rows, 'all'), countOf(rows, 'held')]).toEqual([3, 2]);
  expect(rowsShown(rows, 'all')).toEqual([5, 6, 7]);
});

it('the groups of a whole import add up to its tickets', () => {
  const counts = {
    tickets: 21,
    create: 5,
    update: 4,
    unchanged: 6,
    held: 5,
    heldUpdate: 2,
    duplicate: 3,
    skip: 1,
    attention: 2,
  };
  const groups = groupCounts(counts);
  expect(groups).toEqual({ attention: 2, create: 5, update: 2, unchanged: 3, held: 5, duplicate: 3, skip: 1 });
  expect(Object.values(groups).reduce((sum, count) => sum + count)).toBe(counts.tickets);
});

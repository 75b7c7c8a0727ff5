import type { PreviewTicket } from './imports.js';
import { countOf, rowsShown, withChanged } from './import-outline.js';

const held = { field: 'status', label: '办理状态', cell: 'H6', from: '整改中', to: '已销号', held: '按流程办理' };
const changed = (row: number, decision: string, changes: object[] = []) =>
  ({ sheet: '台账', row, decision, changes }) as PreviewTicket;
const outline = [{ sheet: '台账', rows: { unchanged: [5, 6], create: [7] }, held: [6] }];

it('an edit moves its rows among what is left to a person, and counts none of them twice', () => {
  const more = withChanged(outline, [changed(5, 'update', [held]), changed(7, 'skip', [held])]);
  expect(more).toEqual([{ sheet: '台账', rows: { update: [5], unchanged: [6], skip: [7] }, held: [5, 6] }]);
  expect(withChanged(more, [changed(6, 'unchanged')])[0]!.held).toEqual([5]);
  const rows = { ...more[0]!.rows, held: more[0]!.held };
  expect([countOf(rows, 'all'), countOf(rows, 'held')]).toEqual([3, 2]);
  expect(rowsShown(rows, 'all')).toEqual([5, 6, 7]);
});

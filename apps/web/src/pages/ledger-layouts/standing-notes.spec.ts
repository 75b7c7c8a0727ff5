import type { LayoutReading } from '../../api/ledger-layouts.js';
import { standingNotes } from './standing-notes.js';

it('a note on a layout is gone once what it asks for was chosen', () => {
  const column = (letters: string, field: string, understood: boolean) => ({ letters, field, understood });
  const columns = [column('A', 'kept', false), column('B', 'kept', false), column('C', 'leadUnit', true)];
  const notes = ['otherSheets', 'notUnderstood', 'noTitle', 'noIdentity'].map((code) => ({ code, message: code }));
  const reading = { columns, notes } as unknown as LayoutReading;
  const left = (fields: Record<string, string>) => standingNotes(reading, fields).map(({ code }) => code);
  expect(left({})).toEqual(['otherSheets', 'notUnderstood', 'noTitle', 'noIdentity']);
  expect(left({ A: 'title' })).toEqual(['otherSheets', 'notUnderstood', 'noIdentity']);
  expect(left({ A: 'title', B: 'no' })).toEqual(['otherSheets']);
});

import type { LayoutReading } from '../../api/ledger-layouts.js';

/** What was said of the workbook and still holds with the contents chosen since. */
export function standingNotes(
  { notes, columns }: Pick<LayoutReading, 'notes' | 'columns'>,
  fields: Readonly<Record<string, string>>,
): LayoutReading['notes'] {
  const isFilled = (field: string) => columns.some((column) => (fields[column.letters] ?? column.field) === field);
  const isOpen = columns.some(({ letters, understood }) => !understood && fields[letters] === undefined);
  return notes.filter(({ code }) => {
    if (code === 'notUnderstood') return isOpen;
    if (code === 'noTitle') return !isFilled('title');
    return code === 'noNumber' || code === 'noIdentity' ? !isFilled('no') : true;
  });
}

import { meaningOf } from '../exports/layout-profiles.js';
import { layoutField, plainFieldCodes } from '../exports/layout-fields.js';
import type { LedgerColumn } from '../reading/headings/columns.js';
import { exportRowOf, says } from './house-cells.js';
import type { Compared } from './update-compared.js';

/** Addresses of cells that read exactly as an export of ours writes the ticket under some field of the column's meaning. */
export function cellsAsWritten(compared: Compared, columns: readonly LedgerColumn[]): Set<string> {
  const row = exportRowOf(compared.ticket);
  const moment = { number: 0, today: compared.moment.today };
  const written = columns.flatMap((column) => {
    const cell = compared.cells.byRow(column)[0];
    const fields = plainFieldCodes.filter((field) => meaningOf(field) === column.meaning);
    const isOurs = fields.some((field) => {
      const content = layoutField(field, column.heading).content(row, moment);
      return cell ? says(cell, content) : content === null;
    });
    return cell && isOurs ? [cell.at] : [];
  });
  return new Set(written);
}

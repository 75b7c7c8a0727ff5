import type { PreviewTicket } from './preview.js';
import { readPersons, readUnits } from './cell-words.js';
import type { TicketCells } from './ticket-cells.js';

export function readTicketNames(
  cells: TicketCells,
): Pick<PreviewTicket, 'leadUnit' | 'supportUnits' | 'persons' | 'leader'> {
  const lead = cells.each('leadUnit').flatMap(({ cell }) => readUnits(cell.text));
  const support = cells.each('supportUnits').flatMap(({ cell }) => readUnits(cell.text));
  const [leadUnit = cells.text('site'), ...others] = [...new Set(lead)];
  const persons = [...new Set(cells.each('persons').flatMap(({ cell }) => readPersons(cell.text)))];
  if (leadUnit === null) cells.note('leadUnitMissing', 'leadUnit');
  return {
    leadUnit,
    supportUnits: [...new Set([...others, ...support])].filter((u) => u !== leadUnit),
    persons,
    leader: cells.text('leader'),
  };
}

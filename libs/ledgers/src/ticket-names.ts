import type { PreviewTicket } from './preview.js';
import type { TicketCells } from './ticket-cells.js';

export type TicketNames = Pick<PreviewTicket, 'leadUnit' | 'supportUnits' | 'persons' | 'leader'>;

/** Who leads, who helps, who acts, who answers for it. Of several measures the first one's unit leads, the others help. */
export function readTicketNames(cells: TicketCells): TicketNames {
  const named = cells.each('leadUnit').map(({ cell }) => cells.memory.units(cell.text));
  const helping = cells.each('supportUnits').map(({ cell }) => cells.memory.units(cell.text));
  const leadUnit = named.find(({ lead }) => lead !== null)?.lead ?? siteAsUnit(cells);
  if (leadUnit === null) cells.note('leadUnitMissing', 'leadUnit');
  const others = [...named, ...helping].flatMap(({ names }) => names);
  const persons = cells.each('persons').flatMap(({ cell }) => cells.memory.persons(cell.text));
  return {
    leadUnit,
    supportUnits: [...new Set(others)].filter((name) => name !== leadUnit),
    persons: [...new Set(persons)],
    leader: leaderOf(cells),
  };
}

/** A hazard sheet without any unit column: the enterprise itself has to put it right. */
function siteAsUnit(cells: TicketCells): string | null {
  return cells.hasColumn('leadUnit') ? null : cells.text('site');
}

function leaderOf(cells: TicketCells): string | null {
  const text = cells.text('leader');
  if (text === null) return null;
  const names = cells.memory.persons(text);
  return names.length > 0 ? names.join('、') : null;
}

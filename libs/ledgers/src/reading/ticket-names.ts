import type { PreviewTicket } from './preview.js';
import { partUnitsAndPersons, surnameWithTitle } from '@xiaohao/domain';
import type { TicketCell, TicketCells } from './ticket-cells.js';

export type TicketNames = Pick<PreviewTicket, 'leadUnit' | 'supportUnits' | 'persons' | 'leader'>;

/** Who leads, who helps, who acts, who answers for it. Of several measures the first one's unit leads, the others help. */
export function readTicketNames(cells: TicketCells): TicketNames {
  const leading = cells.each('leadUnit').map(withPersons);
  const named = leading.map(({ units }) => cells.memory.units(units));
  const helping = cells.each('supportUnits').map(({ cell }) => cells.memory.units(cell.text));
  const leadUnit = named.find(({ lead }) => lead !== null)?.lead ?? siteAsUnit(cells);
  if (leadUnit === null) cells.note('leadUnitMissing', 'leadUnit');
  const others = [...named, ...helping].flatMap(({ names }) => names);
  const stated = cells.each('persons').map(({ cell }) => cell.text);
  const beside = leading.flatMap(({ persons }) => persons ?? []);
  for (const { cell } of [...cells.each('persons'), ...cells.each('leader')]) {
    const titled = cells.memory.persons(cell.text).filter((name) => surnameWithTitle(name) !== null);
    if (titled.length > 0) cells.note('personByTitle', cell, titled.join('、'));
  }
  const persons = (stated.length > 0 ? stated : beside).flatMap((text) => cells.memory.persons(text));
  return {
    leadUnit,
    supportUnits: [...new Set(others)].filter((name) => name !== leadUnit),
    persons: [...new Set(persons)],
    leader: leaderOf(cells),
  };
}

/** 责任单位及责任人, 责任单位（责任人）: one column for both. */
const bothInHeading = /(?:单位|科室|部门|主体).{0,3}(?:责任人|负责人|联系人|承办人)/;

function withPersons({ cell, column }: TicketCell): { units: string; persons: string | null } {
  return bothInHeading.test(column.heading) ? partUnitsAndPersons(cell.text) : { units: cell.text, persons: null };
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

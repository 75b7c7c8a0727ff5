import { partUnitsAndPersons, remembering, type UnitsAndPersons } from '@xiaohao/domain';
import { personPostWords } from '@xiaohao/messages';
import { placeStrength } from '../headings/place-columns.js';
import type { PreviewTicket } from '../preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

export type TicketNames = Pick<PreviewTicket, 'leadUnit' | 'supportUnits' | 'persons' | 'leader' | 'town'>;

/** Who leads, who helps, who acts, who answers for it. Of several measures the first one's unit leads, the others help. */
export function readTicketNames(cells: TicketCells): TicketNames {
  const leading = cells.each('leadUnit').map((at) => withPersons(cells, at));
  const helping = cells.each('supportUnits').map((at) => withPersons(cells, at));
  const named = leading.map(({ units }) => cells.memory.units(units));
  const alsoNamed = helping.map(({ units }) => cells.memory.units(units));
  const written = named.find(({ lead }) => lead !== null)?.lead ?? siteAsUnit(cells);
  const leadUnit = written && unitBeforeTown(written).unit;
  if (leadUnit === null) {
    const unclear = cells.first('leadUnit')?.cell;
    if (unclear && !blank.test(unclear.text)) cells.note('leadUnitOpen', unclear);
    else cells.note('leadUnitMissing', 'leadUnit');
  }
  noteCollective(cells, leading, leadUnit);
  const others = [...named, ...alsoNamed].flatMap(({ names }) => names.map((name) => unitBeforeTown(name).unit));
  const stated = cells.each('persons');
  const asked = stated.length > 0 ? leading.filter(({ isAsked }) => !isAsked) : leading;
  const beside = [...asked, ...helping].map(({ persons }) => persons);
  for (const { cell } of [...stated, ...cells.each('leader')]) notePersons(cells, cell, cell.text);
  const persons = [...stated.map(({ cell }) => cell.text), ...beside].flatMap(
    (text) => cells.memory.persons(text).names,
  );
  return {
    leadUnit,
    supportUnits: distinct(others).filter((name) => name !== leadUnit),
    persons: distinct(persons),
    leader: leaderOf(cells),
    town: townOf(cells),
  };
}

/** 各镇（街道）, 全局各部门, 安委会成员单位: each of many, none of which answers for the whole. */
const collective =
  /^(?:各|全(?:局|区|市|县|镇|街道?|委|院|校|系统|体|部)(?!长)|所有|机关各)|各(?:科室?|股室|处室|部门|单位|成员|镇|乡|街道?|村|社区|支部|党支部|企业|站所|中队|大队|业务|职能|责任|相关|有关)|(?:成员单位|班子成员|全体(?:党员|人员|干部|职工))$/;

function noteCollective(cells: TicketCells, leading: readonly { units: string }[], lead: string | null): void {
  if (lead === null || !collective.test(lead)) return;
  const at = cells.each('leadUnit').find((_, no) => cells.memory.units(leading[no]!.units).lead !== null);
  if (at) cells.note('leadUnitCollective', at.cell, lead);
}

/** 危化科（云栖镇）: a unit, and the town the matter lies in; 云栖镇（应急办） is a part of the town. */
const townInBrackets =
  /^([^（()）]*(?:科|股|室|队|站|所|中心|组|局|办|委|部|处))[（(]([^（()）]{1,20}(?:镇|乡|街道))[）)]$/;

const unitBeforeTown = remembering((name): { unit: string; town: string | null } => {
  const [, unit = name, town = null] = townInBrackets.exec(name) ?? [];
  return { unit, town };
});

/** The column's own town, else the one that stands behind the lead unit. */
function townOf(cells: TicketCells): string | null {
  const stated = cells.text('town');
  let beside: string | null = null;
  for (const { cell } of [...cells.each('leadUnit'), ...cells.each('supportUnits')]) {
    for (const name of cells.memory.units(cells.memory.unitsAndPersons(cell.text).units).names) {
      const { town } = unitBeforeTown(name);
      if (town === null || town === stated) continue;
      const isTaken = stated === null && (beside ?? town) === town;
      cells.note(isTaken ? 'townInUnit' : 'townBeside', cell, town);
      if (isTaken) beside = town;
    }
  }
  return stated ?? beside;
}

const distinct = (names: readonly string[]) => (names.length < 2 ? [...names] : [...new Set(names)]);

/** 责任单位及责任人, 责任单位（责任人）: one column for both. */
const bothInHeading = /(?:单位|科室|部门|主体).{0,3}(?:责任人|负责人|联系人|承办人)/;

/** A unit cell and the people in it, whether its heading asks for them or not; what is doubtful in it is told. */
function withPersons(cells: TicketCells, { cell, column }: TicketCell): UnitsAndPersons & { isAsked: boolean } {
  const isAsked = bothInHeading.test(column.heading);
  const parted = isAsked ? partUnitsAndPersons(cell.text) : cells.memory.unitsAndPersons(cell.text);
  if (!isAsked && cells.memory.persons(parted.persons).names.length > 0)
    cells.note('personInUnit', cell, `单位“${parted.units}”、人员“${parted.persons}”`);
  notePersons(cells, cell, parted.persons);
  noteUnits(cells, { cell, column }, parted.units);
  return { ...parted, isAsked };
}

/** What units are written as besides names; where nobody is named to lead, that alone is said of who leads. */
function noteUnits(cells: TicketCells, { cell, column }: TicketCell, text: string): void {
  const { lead, names, more, severalLead, leadAssumed, either, unnamed, withPart, remarks } = cells.memory.units(text);
  if (severalLead) cells.note('leadUnitSeveral', cell, lead ?? '');
  if (leadAssumed && column.meaning === 'leadUnit') cells.note('leadUnitAssumed', cell, lead ?? '');
  if (either.length > 0) cells.note('unitEither', cell, either.join('、'));
  const isOpenLead = column.meaning === 'leadUnit' && names.every((name) => unnamed.includes(name));
  if (more !== null || (unnamed.length > 0 && !isOpenLead)) cells.note('unitsMore', cell);
  if (withPart.length > 0) cells.note('unitWithPart', cell, withPart.join('、'));
  if (remarks.length > 0) cells.note('unitRemark', cell, remarks.join('、'));
}

/** What people are written as besides names: posts, nobody yet, more people than are named. */
function notePersons(cells: TicketCells, cell: TicketCell['cell'], text: string): void {
  const { names, posts, nobody, more, away } = cells.memory.persons(text);
  const titled = cells.memory.titled(text);
  if (titled.length > 0) cells.note('personByTitle', cell, titled.join('、'));
  if (posts.length > 0) cells.note('personPost', cell, withoutPosts(names, posts));
  if (nobody.length > 0) cells.note('personNobody', cell, nobody.join('、'));
  if (more !== null) cells.note('personsMore', cell, names.join('、'));
  if (away.length > 0) cells.note('personAway', cell, away.join('、'));
}

/** 杜鹃；职务“主任”: what brackets and words beside a name are is the post, or the unit, of whoever is named. */
const withoutPosts = (names: readonly string[], posts: readonly string[]) =>
  `${names.join('、')}；${personPostWords.post[0]}${posts.map((post) => `“${post}”`).join('、')}`;

/** A hazard sheet without any unit column: the enterprise itself has to put it right. */
function siteAsUnit(cells: TicketCells): string | null {
  const site = cells.hasColumn('leadUnit') ? null : cells.first('site');
  return site !== null && site.column.strength > placeStrength ? site.cell.text : null;
}

function leaderOf(cells: TicketCells): string | null {
  const text = cells.text('leader');
  if (text === null) return null;
  const { names } = cells.memory.persons(text);
  return names.length > 0 ? names.join('、') : null;
}

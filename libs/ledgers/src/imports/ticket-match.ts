import { handlerWords } from '@xiaohao/messages';
import type { UnitChoice } from './import-record.js';
import { findLeader, findPeople, findUnit, plainName, type Directory, type DirectoryPerson } from './name-matching.js';
import { leaderByTitle } from './title-matching.js';
import { finding, type Finding, type PreviewTicket } from '../reading/preview.js';
import type { NamedUnit } from '../reading/stored-reading.js';

/** Who and what of the bureau a row means; null where nobody does. */
export interface TicketMatch {
  leadUnitId: string | null;
  supportUnitIds: string[];
  leaderId: string | null;
  handlerId: string | null;
  /** Units the handler holds a post in, and all above them. */
  handlerUnitIds: readonly string[];
  persons: { name: string; personId: string | null }[];
  /** Names no unit answers to. */
  unknownUnits: string[];
  /** Names a person left as they are: they say nothing of units. */
  leftUnits: string[];
  /** Unknown ones that are to be created. */
  newUnits: string[];
  /** Which unit each name means; a commit holds them against what its preview showed. */
  units: readonly NamedUnit[];
  findings: Finding[];
}

/** What was decided about names no unit answers to. */
export interface UnitOptions {
  createUnits: boolean;
  leadUnitId?: string | null;
  units?: Readonly<Record<string, UnitChoice>>;
  /** No unit is created whatever was decided, and nobody else handles it: the ticket is in the ledger. */
  onlyPresent?: boolean;
}

/** Names come from outside: one of them may be `__proto__`. */
export function choiceFor(units: UnitOptions['units'], name: string): UnitChoice | null {
  const key = plainName(name);
  return units && Object.hasOwn(units, key) ? units[key]! : null;
}

/** Where the names stand, for the findings. */
export interface NamePlaces {
  leadUnit: string;
  /** Of each of them: one cell may name the lead unit and others, and a unit cell people. */
  supportUnit: (name: string) => string;
  person: (name: string) => string;
  leader: string;
}

/**
 * Finds the bureau's own units and people behind the names: the first person is the handler, looked for inside the lead
 * unit, then above and beside it. Nobody or several of that name, or only elsewhere: the head acts and the row says so.
 */
export function matchTicket(
  ticket: PreviewTicket,
  directory: Directory,
  places: NamePlaces,
  options: UnitOptions,
): TicketMatch {
  const match: TicketMatch = {
    leadUnitId: null,
    supportUnitIds: [],
    leaderId: ticket.leader === null ? null : findLeader(directory, ticket.leader),
    handlerId: null,
    handlerUnitIds: [],
    persons: [],
    unknownUnits: [],
    leftUnits: [],
    newUnits: [],
    units: [],
    findings: [],
  };
  const units: NamedUnit[] = [];
  const { findings } = match;
  const unitId = (name: string, place: string, lead: boolean): string | null => {
    const id = unitMeant(name, place, lead);
    units.push([name, id ?? (match.newUnits.includes(name) ? 'new' : null)]);
    return id;
  };
  const unitMeant = (name: string, place: string, lead: boolean): string | null => {
    const unit = findUnit(directory, name);
    // What was said of a name before may be said otherwise; a name the bureau itself knows means that unit.
    const choice = unit && unit.fit !== 'alias' ? null : choiceFor(options.units, name);
    if (unit && choice === null) {
      if (unit.fit !== 'exact') findings.push(finding('unitReadAs', place, name, unit.name));
      return unit.id;
    }
    const meant = choice && 'unitId' in choice ? directory.unitNames.get(choice.unitId) : undefined;
    if (choice && 'unitId' in choice && meant !== undefined) {
      findings.push(finding('unitReadAs', place, name, meant));
      return choice.unitId;
    }
    const left = choice ? 'left' in choice : directory.leftNames.has(plainName(name));
    (left ? match.leftUnits : match.unknownUnits).push(name);
    const created = !options.onlyPresent && (options.createUnits || (choice !== null && 'create' in choice));
    if (created) match.newUnits.push(name);
    const stops = lead && ticket.status !== 'not_started';
    const code = created ? 'unitCreated' : !lead ? 'supportUnitUnknown' : stops ? unknownLead(ticket) : 'unitUnknown';
    findings.push(finding(code, place, name));
    return null;
  };
  const proposeByTitle = (name: string, place: string): boolean => {
    const person = leaderByTitle(directory, name, match.leadUnitId);
    if (person) findings.push(finding('personMayBe', place, name, person.name));
    return person !== null;
  };
  if (ticket.leadUnit !== null) match.leadUnitId = unitId(ticket.leadUnit, places.leadUnit, true);
  if (giveLead(match, ticket, places.leadUnit, directory, options)) units.push(['', match.leadUnitId]);
  for (const name of ticket.supportUnits) {
    const id = unitId(name, places.supportUnit(name), false);
    if (id !== null && id !== match.leadUnitId && !match.supportUnitIds.includes(id)) match.supportUnitIds.push(id);
  }
  // A unit that is to be created, or that nobody knows, has nobody of ours.
  const namesLead = ticket.leadUnit !== null && !match.leftUnits.includes(ticket.leadUnit);
  const rowUnits = {
    lead: match.leadUnitId,
    support: match.supportUnitIds,
    anywhere: match.leadUnitId === null && !namesLead,
  };
  const nobody = (code: PersonFinding, name: string, reading = '') =>
    findings.push(
      withHandler(
        finding(code, places.person(name), name, reading),
        options.onlyPresent ? 'kept' : handlerOf(match, ticket.leadUnit, directory),
      ),
    );
  match.persons = ticket.persons.map((name, at) => {
    const { people, elsewhere } = findPeople(directory, name, rowUnits);
    const proposed = people.length === 0 && elsewhere.length === 0 && proposeByTitle(name, places.person(name));
    if (at === 0 && elsewhere.length > 0) {
      nobody('personElsewhere', name, unitsOf(elsewhere, directory));
    } else if (at === 0 && people.length === 0 && !proposed) {
      nobody('personUnknown', name);
    }
    if (at === 0 && people.length > 1) {
      nobody('personAmbiguous', name, String(people.length));
    }
    if (at === 0 && people.length === 1) match.handlerUnitIds = people[0]!.unitIds;
    return { name, personId: people.length === 1 ? people[0]!.id : null };
  });
  if (ticket.leader !== null && match.leaderId === null) {
    for (const name of ticket.leader.split('、')) proposeByTitle(name, places.leader);
  }
  match.handlerId = match.persons[0]?.personId ?? null;
  return { ...match, units };
}

type PersonFinding = 'personUnknown' | 'personElsewhere' | 'personAmbiguous';

/** Who acts where nobody named is found to: the head of the lead unit, if it has one or a unit above it has. */
function handlerOf(
  { leadUnitId, newUnits }: TicketMatch,
  leadUnit: string | null,
  { unitLines, headedUnitIds }: Directory,
): keyof typeof handlerWords {
  if (leadUnitId === null) return leadUnit !== null && newUnits.includes(leadUnit) ? 'newUnit' : 'noUnit';
  const line = unitLines.get(leadUnitId) ?? [leadUnitId];
  return line.some((id) => headedUnitIds.has(id)) ? 'head' : 'noHead';
}

const withHandler = (said: Finding, handler: keyof typeof handlerWords): Finding => ({
  ...said,
  message: said.message.replace('{handler}', handlerWords[handler][0]),
});

/** The units people hold posts in, each once. */
function unitsOf(people: readonly DirectoryPerson[], { unitNames }: Directory): string {
  const ids = new Set(people.flatMap(({ postUnitIds }) => postUnitIds));
  return [...ids].flatMap((id) => unitNames.get(id) ?? []).join('、');
}

/** The enterprise that was inspected stands in for a unit where the sheet names none: it is right where it stands. */
const unknownLead = ({ leadUnit, site }: PreviewTicket) => (leadUnit === site ? 'siteUnknown' : 'leadUnitUnknown');

/** The unit that a person said leads whatever names none of ours; what is in the ledger keeps its own. */
function giveLead(
  match: TicketMatch,
  { leadUnit }: PreviewTicket,
  place: string,
  { unitNames }: Directory,
  { leadUnitId, onlyPresent }: UnitOptions,
): boolean {
  const given = leadUnitId && !onlyPresent ? unitNames.get(leadUnitId) : undefined;
  if (given === undefined || match.leadUnitId !== null) return false;
  if (leadUnit !== null) {
    if (match.newUnits.includes(leadUnit)) return false;
    const last = match.findings.pop()!;
    match.findings.push(finding('leadUnitGiven', place, last.raw, given));
  }
  match.leadUnitId = leadUnitId!;
  return true;
}

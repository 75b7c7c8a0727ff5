import { fieldsOfKind, isDay, kindFields, readAssured, type Day, type KindField } from '@xiaohao/domain';
import { fieldChoiceLabels, fieldValueText, kindFieldLabels } from '@xiaohao/messages';
import { plainHeading } from '../reading/headings/heading.js';
import { isSourceHeading } from '../exports/layout-fields.js';
import { dayText, detailKeys, tellsFact, yesNo } from '../exports/layout-texts.js';
import { same, type Compared, type Difference } from './update-compared.js';
import type { TicketCell } from '../reading/tickets/ticket-cells.js';
import { blank } from '../reading/tickets/ticket-dates.js';

type DetailDifference = Difference & { key: string };

/** Columns kept as text, and facts of the kind that have a column: what the file says beside what the ticket says. */
export function detailDifferences(compared: Compared): DetailDifference[] {
  const seen = new Set<string>();
  const kept = compared.cells.each('progress').filter(({ column }) => column.heading in compared.preview.details);
  return [...compared.cells.each('details'), ...kept].flatMap((cell) => {
    const { heading } = cell.column;
    // Several cells of one column are several measures' own; they are joined when a ticket is made of them.
    if (seen.has(heading) || isSourceHeading(heading) || blank.test(cell.cell.text)) return [];
    seen.add(heading);
    return compareDetail(compared, cell) ?? [];
  });
}

function compareDetail({ ticket, preview }: Compared, at: TicketCell): DetailDifference | null {
  const { heading } = at.column;
  const keys = keysOf(heading, ticket);
  const facts = fieldsOfKind(ticket.kind, ticket.level, ticket.details);
  const isFact = (one: string) => facts.some(({ code }) => code === one);
  const said = preview.details[heading] ?? at.cell.text;
  const told = keys.find((one) => says(ticket.details[one]));
  // Said plainly it is a fact, whatever words are kept of it.
  const isFlag = (one: string) => facts.some(({ code, type }) => code === one && type === 'flag');
  const flag = readAssured(said) === null ? undefined : keys.find(isFlag);
  const key = flag ?? told ?? keys.find(isFact) ?? heading;
  const fact = facts.find(({ code }) => code === key);
  const present = ticket.details[key];
  const shownAs = says(present) ? key : told;
  const from = shownAs ? shown(fact, shownAs, ticket.details[shownAs]) : shownElsewhere(heading, ticket.town);
  if (same(said, from)) return null;
  if (!fact) {
    // A fact the ticket, as it stands, does not have.
    const held = key in kindFieldLabels ? ('updateDetailUnread' as const) : null;
    return { key, from, to: said, at, held, write: { patch: { details: { ...ticket.details, [key]: said } } } };
  }
  const value = readFact(fact, said, at.cell.day);
  if (value !== null && value === present) return null;
  const held = value === null ? ('updateDetailUnread' as const) : null;
  const details = { ...ticket.details, ...(fact.type === 'flag' && keptWords(keys, ticket, said)), [key]: value };
  return { key, from, to: said, at, held, write: { patch: { details } } };
}

function keysOf(heading: string, { kind, details }: Compared['ticket']): readonly string[] {
  const facts = kindFields[kind].filter(({ code }) => tellsFact(heading, code));
  const told = Object.keys(details).filter((key) => facts.some(({ code }) => tellsFact(key, code)));
  const keys = (detailKeys as Readonly<Record<string, readonly string[]>>)[plainHeading(heading)];
  return [...(keys ?? []), ...told, heading];
}

/** What an import kept of a flag besides says the same as the flag. */
function keptWords(keys: readonly string[], { details }: Compared['ticket'], said: string): Record<string, string> {
  const kept = keys.filter((key) => typeof details[key] === 'string');
  return Object.fromEntries(kept.map((key) => [key, said]));
}

const says = (value: unknown) => value !== undefined && value !== null && value !== '';

/** As a ledger shows it. */
function shown(fact: KindField | undefined, key: string, value: unknown): string {
  if (typeof value === 'boolean') return yesNo(value);
  if (fact?.type === 'day' && isDay(String(value))) return dayText(value as Day);
  return fieldValueText(key as keyof typeof kindFieldLabels, value);
}

/** The address column shows the town where nothing nearer is known. */
function shownElsewhere(heading: string, town: string | null): string | null {
  return plainHeading(heading) === '隐患地址' ? town : null;
}

/** What a cell says of a fact of the kind; null where it cannot be read as one. */
function readFact({ code, type }: KindField, text: string, day: Day | undefined): unknown {
  switch (type) {
    case 'text':
    case 'longText':
      return text;
    case 'flag':
      return readAssured(text);
    case 'choice':
      return Object.entries(fieldChoiceLabels[code] ?? {}).find(([, [label]]) => label === text)?.[0] ?? null;
    case 'day':
      return day ?? null;
    default:
      return null;
  }
}

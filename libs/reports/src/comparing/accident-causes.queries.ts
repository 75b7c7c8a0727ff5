import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { dayInShanghai } from '@xiaohao/calendar';
import { select, SqlParameters } from '@xiaohao/database';
import { comparisonWords } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { accidentNameKeys, findAccidents, namesOfAccidents, type Accident } from '../figures/accident-names.queries.js';
import { fillWords } from './fill-words.js';
import { situationOf, type ReportPair } from './known-facts.js';
import type { FigurePair } from './report-comparison.queries.js';

/**
 * What became of the accidents that a parameter names, by its key, where both reports took the names from the ledger;
 * what somebody entered is a parameter.
 */
export async function findAccidentCauses(
  db: DataSource,
  reader: Actor,
  reports: ReportPair,
  pairs: readonly FigurePair[],
): Promise<Map<string, string>> {
  const differing = pairs.filter(
    ({ key, earlier, later }) =>
      accidentNameKeys.some((one) => one === key) && earlier && later && earlier.text !== later.text,
  );
  if (differing.length === 0) return new Map();
  const [was, is] = [
    await findAccidents(db, situationOf(reports[0])),
    await findAccidents(db, situationOf(reports[1])),
  ];
  const [before, after] = [was, is].map((all) => namesOfAccidents(all.filter(({ ofPeriod }) => ofPeriod)));
  const ofLedger = differing.filter(
    ({ key, earlier, later }) => said(before!.get(key), earlier!.text) && said(after!.get(key), later!.text),
  );
  const numbers = ofLedger.length > 0 ? await findNumbers(db, reader, [...was, ...is]) : new Map<string, string>();
  const ledgers = { was: new Map(byId(was)), is: new Map(byId(is)) };
  return new Map(ofLedger.map(({ key }) => [key, causeOf(key, reports[0], ledgers, numbers)] as const));
}

/** A bureau without any accident in its ledger prints a blank. */
const said = (name: string | undefined, text: string) => (name === undefined ? /^_+$/.test(text) : name === text);

const byId = (accidents: readonly Accident[]) => accidents.map((accident) => [accident.id, accident] as const);

type Which = 'approved' | 'ongoing';

function causeOf(
  key: string,
  earlier: ReportPair[0],
  { was, is }: { was: ReadonlyMap<string, Accident>; is: ReadonlyMap<string, Accident> },
  numbers: ReadonlyMap<string, string>,
): string {
  const which = key === 'accident_case_approved' ? 'approved' : 'ongoing';
  const moved = movedAmong(was, is, which);
  const words = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const cause = changeOf(was.get(id), is.get(id), { which, earlier, hasMoved: moved.has(id) });
    return cause === null
      ? []
      : [`${numbers.get(id) ?? comparisonWords.hiddenAccident[0]} ${comparisonWords[cause][0]}`];
  });
  return fillWords('accidents', { names: words.join('、') });
}

/** Of those named in both, whose corrected day put others before them than then. */
function movedAmong(was: ReadonlyMap<string, Accident>, is: ReadonlyMap<string, Accident>, which: Which): Set<string> {
  const inBoth = (id: string) => was.get(id)?.[which] && is.get(id)?.[which];
  const [then, now] = [was, is].map((accidents) => [...accidents.keys()].filter(inBoth));
  const before = (order: string[] | undefined, id: string) => new Set(order!.slice(0, order!.indexOf(id)));
  const moved = then!.filter(
    (id) => was.get(id)!.occurredOn !== is.get(id)!.occurredOn && !isDeepStrictEqual(before(then, id), before(now, id)),
  );
  return new Set(moved);
}

/** What made one accident named then and not now, or the other way round, or otherwise or elsewhere. */
function changeOf(
  was: Accident | undefined,
  is: Accident | undefined,
  { which, earlier, hasMoved }: { which: Which; earlier: ReportPair[0]; hasMoved: boolean },
) {
  const [named, isNamed] = [was?.[which] ?? false, is?.[which] ?? false];
  if (named === isNamed) {
    if (!named) return null;
    if (was!.confidential !== is!.confidential) return 'accidentConfidential';
    if (was!.title !== is!.title) return 'accidentRenamed';
    return hasMoved ? 'accidentRedated' : null;
  }
  if (!was) return is!.occurredOn <= earlier.asOf && wasOver(is!, earlier) ? 'accidentLate' : 'accidentRegistered';
  if (!is) return 'accidentGone';
  if (was.approvedOn !== is.approvedOn) return is.approvedOn === null ? 'accidentUnapproved' : 'accidentApproved';
  if (was.occurredOn !== is.occurredOn) return 'accidentRedated';
  return was.status !== is.status ? 'accidentAssigned' : 'accidentOtherDay';
}

/** It had occurred when the report could have known of it. */
const wasOver = ({ occurredOn }: Accident, { knownAt }: ReportPair[0]) => occurredOn < dayInShanghai(knownAt);

async function findNumbers(
  db: DataSource,
  reader: Actor,
  accidents: readonly Accident[],
): Promise<Map<string, string>> {
  const params = new SqlParameters([[...new Set(accidents.map(({ id }) => id))]]);
  const rows = await select<{ id: string; no: string }>(
    db,
    `select t.id, t.no from ticket t where t.id = any($1::uuid[]) and ${visibleTickets(reader, params)}`,
    params.values,
  );
  return new Map(rows.map(({ id, no }) => [id, no]));
}

import type { DataSource, EntityManager } from 'typeorm';
import { officialDay } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import { isRate, parsePeriod, type Day, type Figure } from '@xiaohao/domain';
import { circularWords } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { findFigureTickets, type KnownTicket } from '../figure-tickets.queries.js';
import { figureDefinitions } from '../figures/figure-definition.js';
import { loadFigureBook } from '../figures/definitions/figure-book.queries.js';
import { findOwnNames } from '../templates/own-names.queries.js';
import { assertReportReadable } from '../templates/report-lines.js';
import { circularReader } from '../templates/former-report-reader.js';
import type { CircularClaim } from './circular-claims.js';
import { countSide, inPassing, type CircularSide } from './circular-sides.js';
import { fillPattern } from './fill-words.js';
import { findNamedTickets, type NamedTicket } from './named-tickets.queries.js';
import { comparableByTickets, compareFigures, inOrder } from './report-comparison.js';
import { findComparedReports, listFigurePairs, type ComparedReport } from './report-comparison.queries.js';
import { listTicketChanges } from './ticket-changes.queries.js';

/** How a number told of the bureau stands to its own: `explained`: it was so on the paper's day, or as known that day. */
export const circularOutcomes = ['same', 'explained', 'differs', 'none', 'open'] as const;
export type CircularOutcome = (typeof circularOutcomes)[number];

export interface ReconciledClaim {
  paragraph: number;
  context: string;
  found: string;
  /** The figure; null where it could not be told. */
  key: string | null;
  name: string | null;
  unit: string;
  told: number;
  ours: number | null;
  outcome: CircularOutcome;
  sentence: string;
  /** Where no day explains the difference: what is counted, and what of the whole is not. */
  counted: TicketList | null;
  notCounted: TicketList | null;
}

export interface TicketList {
  items: Pick<KnownTicket, 'id' | 'no' | 'title'>[];
  /** Those among them the reader may not see. */
  hiddenCount: number;
  /** How many there are in all. */
  count: number;
}

export interface ReconciledCircular {
  file: string;
  /** What it calls the bureau by; nothing can be found where this is empty. */
  names: string[];
  asOf: Day;
  notes: string[];
  claims: ReconciledClaim[];
  shared: string[];
  others: number;
  tickets: NamedTicket[];
}

/** So many tickets are named behind a number that is not explained. */
const listed = 50;

/**
 * What a superior's paper tells of the bureau, held against a report: each number is the same, or was so on the paper's day
 * or by what was known then, with what became of the tickets since, or it differs. Nothing of it is kept.
 * @throws notFound, reportNotReady and what reading a paper throws
 */
export async function reconcileCircular(
  db: DataSource,
  actor: Actor,
  id: string,
  file: { name: string; content: Buffer },
): Promise<ReconciledCircular> {
  const [report] = await findComparedReports(db, [id, id]);
  if (!report) throw new AppError('notFound', { what: '报告' });
  if (report.status !== 'ready') throw new AppError('reportNotReady');
  await assertReportReadable(file.name, file.content);
  const [names, figures] = [await findOwnNames(db), (await loadFigureBook(db)).figures()];
  const task = { ...file, figures, names, reportPeriod: report.period };
  const reading = await circularReader.run(task, { whose: actor.personId });
  const claims = await inPassing(db, (tx) => reconcile(tx, actor, report, { ...reading, figures }));
  const isOtherPeriod = reading.period !== null && reading.period !== report.period;
  return {
    file: file.name,
    names: [names.bureau, names.area].filter((name) => name !== null),
    asOf: reading.asOf,
    notes: isOtherPeriod
      ? [say('otherPeriod', { theirs: periodLabel(reading.period!), ours: periodLabel(report.period) })]
      : [],
    claims,
    shared: reading.shared,
    others: reading.others,
    tickets: await findNamedTickets(
      db,
      actor,
      claims.map(({ sentence }) => sentence),
    ),
  };
}

const periodLabel = (code: string) => parsePeriod(code)?.label ?? code;

interface Told {
  claims: readonly CircularClaim[];
  asOf: Day;
  figures: readonly Figure[];
}

async function reconcile(
  tx: EntityManager,
  actor: Actor,
  report: ComparedReport,
  { claims, asOf, figures }: Told,
): Promise<ReconciledClaim[]> {
  const keys = [...new Set(claims.flatMap(({ key }) => key ?? []))];
  const ours = await countSide(tx, report, keys, report);
  // Whoever wrote the paper counted up to its day, by what had been entered by then.
  const thatNight = new Date(`${asOf}T24:00:00+08:00`);
  const thens: Then[] = [];
  if (asOf !== report.asOf)
    thens.push({ word: 'sameOnDay', side: await countSide(tx, report, keys, { ...report, asOf }) });
  if (thatNight < report.knownAt)
    thens.push({ word: 'sameAsKnown', side: await countSide(tx, report, keys, { asOf, knownAt: thatNight }) });
  const told: ReconciledClaim[] = [];
  for (const claim of claims) {
    const figure = figures.find(({ key }) => key === claim.key);
    told.push(figure ? await settled(tx, actor, claim, figure, { ours, thens }) : openClaim(claim));
  }
  return told;
}

interface Then {
  word: 'sameOnDay' | 'sameAsKnown';
  side: CircularSide;
}

const agrees = ({ least, most }: CircularClaim, value: number | null) =>
  value !== null && value >= least && value <= most;

const baseOf = ({ paragraph, context, found, unit, value }: CircularClaim) =>
  ({ paragraph, context, found, unit, told: value, counted: null, notCounted: null }) as const;

function openClaim(claim: CircularClaim): ReconciledClaim {
  const sentence = say(claim.why === null ? 'open' : 'openWhy', { why: claim.why ?? '' });
  return { ...baseOf(claim), key: null, name: null, ours: null, outcome: 'open', sentence };
}

async function settled(
  tx: EntityManager,
  actor: Actor,
  claim: CircularClaim,
  { key, name, unit }: Figure,
  { ours, thens }: { ours: CircularSide; thens: readonly Then[] },
): Promise<ReconciledClaim> {
  const value = ours.values.get(key)?.value ?? null;
  const base = { ...baseOf(claim), key, name, unit, ours: value };
  const words = { name, told: amount(claim.value), ours: value === null ? '' : amount(value), unit };
  if (value === null) return { ...base, outcome: 'none', sentence: say('none', words) };
  if (agrees(claim, value)) return { ...base, outcome: 'same', sentence: say('same', words) };
  const then = thens.find(({ side }) => agrees(claim, side.values.get(key)?.value ?? null));
  if (then) {
    const since = await changesSince(tx, actor, then.side, ours, key);
    const day = officialDay(then.side.report.asOf);
    return { ...base, outcome: 'explained', sentence: say(then.word, { ...words, day, since }) };
  }
  const more = value > claim.value;
  const difference = amount(Math.abs(Math.round((value - claim.value) * 10_000) / 10_000));
  const sentence = say(more ? 'more' : 'less', { ...words, difference });
  return { ...base, outcome: 'differs', sentence, ...(await behind(tx, actor, ours.report.id, key)) };
}

/** What a comparison of two reports of these times says of the figure. */
async function changesSince(
  tx: EntityManager,
  actor: Actor,
  then: CircularSide,
  ours: CircularSide,
  key: string,
): Promise<string> {
  const reports = inOrder([then.report, ours.report]);
  const pairs = await listFigurePairs(tx, reports[0].id, reports[1].id);
  const changes = await listTicketChanges(tx, actor, reports, comparableByTickets(pairs, reports));
  return compareFigures(reports, pairs, changes, new Map()).find((figure) => figure.key === key)?.sentence ?? '';
}

/** Of a figure that is part of a whole, the rest of the whole is looked at too. */
async function behind(
  tx: EntityManager,
  actor: Actor,
  reportId: string,
  key: string,
): Promise<Pick<ReconciledClaim, 'counted' | 'notCounted'>> {
  const counted = await ticketsOf(tx, actor, reportId, key);
  const whole = wholeOf(key);
  const all = whole === null ? null : await ticketsOf(tx, actor, reportId, whole);
  return { counted, notCounted: counted && all ? without(all, counted) : null };
}

async function ticketsOf(tx: EntityManager, actor: Actor, reportId: string, key: string): Promise<TicketList | null> {
  const found = await findFigureTickets(tx, actor, reportId, key, { limit: listed, after: null });
  if (!found || (found.items.length === 0 && found.hiddenCount === 0)) return null;
  const items = found.items.map(({ id, no, title }) => ({ id, no, title }));
  return {
    items,
    hiddenCount: found.hiddenCount,
    count: found.nextCursor === null ? items.length + found.hiddenCount : -1,
  };
}

/** Null where there are more than are listed. */
function without(all: TicketList, counted: TicketList): TicketList | null {
  if (all.count < 0 || counted.count < 0) return null;
  const ids = new Set(counted.items.map(({ id }) => id));
  const items = all.items.filter(({ id }) => !ids.has(id));
  const hiddenCount = Math.max(0, all.hiddenCount - counted.hiddenCount);
  return { items, hiddenCount, count: items.length + hiddenCount };
}

/** What a figure is divided by where a rate is made of it. */
function wholeOf(key: string): string | null {
  const rate = Object.values(figureDefinitions).find((definition) => isRate(definition) && definition.rate[0] === key);
  return rate && isRate(rate) ? rate.rate[1] : null;
}

const amount = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });

const say = (word: keyof typeof circularWords, facts: Readonly<Record<string, string | number>>) =>
  fillPattern(circularWords[word][0], facts);

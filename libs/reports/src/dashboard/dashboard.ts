import type { Queryable } from '@xiaohao/database';
import { addDays, percentOf, type Day, type Light } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { countCards, type DashboardCard } from './dashboard-cards.js';
import { listPart, type DashboardTicket } from './dashboard-part.queries.js';
import type { DashboardQuestion } from './dashboard-tickets.js';
import {
  ageFrom,
  countCube,
  countFormerClosings,
  countHeat,
  firstDays,
  trendMonths,
  unitNames,
  type CubeRow,
  type FormerClosing,
  type HeatRow,
} from './dashboard.queries.js';

/** Counts and their rates in per cent with one decimal; null where there is nothing to divide by. */
export interface Rates {
  total: number;
  done: number;
  rate: number | null;
  /** With a deadline that has come. */
  due: number;
  /** Of those, done on time. */
  onTime: number;
  onTimeRate: number | null;
}

/** By the deadline first set, before any extension. */
export interface OriginalRates {
  originalDue: number;
  originalOnTime: number;
  originalOnTimeRate: number | null;
}

export interface SectionCounts extends Rates, OriginalRates {
  /** Null for tickets without a lead unit. */
  unit: { id: string; name: string } | null;
  lights: Record<Light, number>;
  /** Mean of the days by which its overdue tickets are late; null without any. */
  meanLateDays: number | null;
}

export interface TrendMonth {
  /** Such as 2026-06. */
  month: string;
  raised: number;
  closed: number;
  /** At the end of the month, or of the day asked for. */
  total: number;
  done: number;
  rate: number | null;
}

export interface Dashboard {
  asOf: Day;
  knownAt: Date | null;
  totals: Rates & OriginalRates & { open: number; overdue: number };
  /** The same at the end of the month before. */
  before: Rates & { asOf: Day };
  sections: SectionCounts[];
  /** Overdue tickets by days late; `to` null: and more. */
  ageing: { from: number; to: number | null; count: number }[];
  months: TrendMonth[];
  /** Those overdue longest. */
  hot: DashboardTicket[];
  heat: HeatRow[];
  /** Figures the bureau chose to see here. */
  cards: DashboardCard[];
}

const hotCount = 10;

/** All parts of the dashboard over the tickets the actor may see. */
export async function getDashboard(
  db: Queryable,
  actor: Actor,
  question: DashboardQuestion,
  today: Day,
): Promise<Dashboard> {
  const [cube, former, heat, hot, cards] = await Promise.all([
    countCube(db, question, actor, today),
    countFormerClosings(db, question, actor, today),
    countHeat(db, question, actor, today),
    listPart(db, question, { light: 'red' }, actor, today, { limit: hotCount }),
    countCards(db, question, actor),
  ]);
  const part = (name: CubeRow['part']) => cube.filter((row) => row.part === name);
  const bySection = part('section');
  const ids = [...new Set(bySection.flatMap(({ unitId }) => unitId ?? []))];
  const names = await unitNames(db, ids, question.knownAt);
  const byMonth = part('month');
  const { asOf, knownAt } = question;
  return {
    asOf,
    knownAt,
    totals: { ...ratesOf(bySection), open: sum(bySection, (row) => !row.done), overdue: sum(bySection, isLate) },
    before: beforeOf(byMonth, former, asOf),
    sections: sectionsOf(bySection, names),
    ageing: ageFrom.map((from, at) => ({
      from,
      to: ageFrom[at + 1] === undefined ? null : ageFrom[at + 1]! - 1,
      count: sum(part('age'), ({ age }) => age === at + 1),
    })),
    months: trendOf(byMonth, former, asOf),
    hot: hot.items,
    heat,
    cards,
  };
}

const isLate = ({ light }: CubeRow) => light === 'red';

function sum(
  rows: readonly CubeRow[],
  counts: (row: CubeRow) => boolean,
  of:
    'count' | 'due' | 'onTime' | 'originalDue' | 'originalOnTime' | 'dueBefore' | 'onTimeBefore' | 'lateDays' = 'count',
): number {
  return rows.reduce((total, row) => (counts(row) ? total + row[of] : total), 0);
}

const all = () => true;

function ratesOf(rows: readonly CubeRow[]): Rates & OriginalRates {
  const [total, done] = [sum(rows, all), sum(rows, (row) => row.done)];
  const [due, onTime] = [sum(rows, all, 'due'), sum(rows, all, 'onTime')];
  const [originalDue, originalOnTime] = [sum(rows, all, 'originalDue'), sum(rows, all, 'originalOnTime')];
  return {
    total,
    done,
    rate: percentOf(done, total),
    due,
    onTime,
    onTimeRate: percentOf(onTime, due),
    originalDue,
    originalOnTime,
    originalOnTimeRate: percentOf(originalOnTime, originalDue),
  };
}

function sectionsOf(rows: readonly CubeRow[], names: ReadonlyMap<string, string>): SectionCounts[] {
  const inOrder = [...names.keys(), null].filter((id) => rows.some(({ unitId }) => unitId === id));
  return inOrder.map((id) => {
    const own = rows.filter(({ unitId }) => unitId === id);
    const light = (name: Light) => sum(own, (row) => row.light === name);
    const late = sum(own, isLate);
    return {
      unit: id === null ? null : { id, name: names.get(id)! },
      lights: {
        red: light('red'),
        yellow: light('yellow'),
        green: light('green'),
        grey: light('grey'),
        none: light('none'),
      },
      ...ratesOf(own),
      meanLateDays: late === 0 ? null : Math.round((sum(own, isLate, 'lateDays') * 10) / late) / 10,
    };
  });
}

/** Tickets and those done at the end of the month at that place of the trend. */
function standingAt(place: number, rows: readonly CubeRow[], former: readonly FormerClosing[]) {
  const doneThen = former.filter(({ closed, reopened }) => closed <= place && reopened > place);
  return {
    total: sum(rows, ({ raised }) => raised <= place),
    done:
      sum(rows, ({ closed }) => closed !== null && closed <= place) +
      doneThen.reduce((total, { count }) => total + count, 0),
  };
}

function trendOf(rows: readonly CubeRow[], former: readonly FormerClosing[], asOf: Day): TrendMonth[] {
  return firstDays(asOf).map((first, at) => {
    const place = at + 1;
    const { total, done } = standingAt(place, rows, former);
    const reopened = former.filter(({ closed }) => closed === place);
    return {
      month: first.slice(0, 7),
      raised: sum(rows, ({ raised }) => raised === place),
      closed:
        sum(rows, ({ closed }) => closed === place) +
        reopened.reduce((count, { countedAlone }) => count + countedAlone, 0),
      total,
      done,
      rate: percentOf(done, total),
    };
  });
}

function beforeOf(rows: readonly CubeRow[], former: readonly FormerClosing[], asOf: Day): Dashboard['before'] {
  const place = trendMonths - 1;
  const { total, done } = standingAt(place, rows, former);
  const raisedBefore = ({ raised }: CubeRow) => raised <= place;
  const [due, onTime] = [sum(rows, raisedBefore, 'dueBefore'), sum(rows, raisedBefore, 'onTimeBefore')];
  return {
    asOf: addDays(`${asOf.slice(0, 7)}-01`, -1),
    total,
    done,
    rate: percentOf(done, total),
    due,
    onTime,
    onTimeRate: percentOf(onTime, due),
  };
}

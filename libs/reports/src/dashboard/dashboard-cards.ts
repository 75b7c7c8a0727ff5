import type { Queryable } from '@xiaohao/database';
import { formatFigure, plainOptions } from '@xiaohao/documents';
import { isRate, percentOf, periodOf, type Day, type PeriodKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { loadFigureBook, loadFigureBookKnownAt } from '../figures/definitions/figure-book.queries.js';
import type { FigureBook, OwnFigure } from '../figures/definitions/figure-book.js';
import { loadDefinitionNames } from '../figures/definitions/figure-definition.queries.js';
import { countWithTickets } from '../figures/definitions/figure-preview.js';
import { figureSentence } from '../figures/definitions/figure-sentence.js';
import { filterColumns, type DashboardQuestion } from './dashboard-tickets.js';
import { countValues } from '../figures/figure-evaluation.js';
import { findInspectionRound, type InspectionRound } from '../building/inspection-round.queries.js';
import type { Situation } from '../figures/known-tickets.js';
import type { FigureTicket } from '../report.queries.js';

/** A figure of the bureau's own over the tickets the viewer may see, in the period that holds the day. */
export interface DashboardCard {
  key: string;
  name: string;
  unit: string;
  /** Such as 2026H1. */
  period: string;
  value: number | null;
  text: string;
  meaning: string;
}

interface CardBook {
  figures: FigureBook;
  cards: (OwnFigure & { cardPeriod: PeriodKind })[];
  round: InspectionRound | null;
}

/** Cards in the order their figures were made; those of one period are counted together. */
export async function countCards(db: Queryable, question: DashboardQuestion, actor: Actor): Promise<DashboardCard[]> {
  const { figures, cards, round } = await loadCards(db, question);
  if (cards.length === 0) return [];
  const values = new Map<string, number>();
  for (const kind of new Set(cards.map(({ cardPeriod }) => cardPeriod))) {
    const keys = cards.filter(({ cardPeriod }) => cardPeriod === kind).map(({ key }) => key);
    const counted = await countValues(db, figures.withParts(keys), situationOf(question, actor, kind, round), figures);
    for (const key of keys) {
      const value = valueOf(key, counted, figures);
      if (value !== null) values.set(key, value);
    }
  }
  const definitions = cards.map(({ definition }) => definition);
  const names = await loadDefinitionNames(db, definitions, figures);
  return cards.map((card) => {
    const { key, name, unit, cardPeriod, definition } = card;
    const period = periodOf(cardPeriod, question.asOf);
    const value = values.get(key) ?? null;
    const options = isRate(definition) ? { ...plainOptions, decimals: 1 } : plainOptions;
    const text = formatFigure(value, options, isRate(definition) ? 'noDenominator' : 'missing');
    const meaning = figureSentence(card, names, { period, asOf: question.asOf, round: round?.name ?? null });
    return { key, name, unit, period: period.code, value, text, meaning };
  });
}

/** The tickets behind one card that the viewer may see, the first of them. */
export async function listCardTickets(
  db: Queryable,
  question: DashboardQuestion,
  actor: Actor,
  key: string,
  limit: number,
): Promise<{ items: FigureTicket[]; total: number }> {
  const { figures, cards, round } = await loadCards(db, question);
  const card = cards.find((one) => one.key === key);
  if (!card) throw new AppError('notFound', { what: `卡片 ${key}` });
  const opened = isRate(card.definition) ? card.definition.rate[1] : key;
  const rules = figures.rules(opened).map((rule) => ({ key: opened, rule }));
  const situation = situationOf(question, actor, card.cardPeriod, round);
  const { page } = await countWithTickets(db, rules, opened, situation, actor, { limit, after: null });
  return { items: page.items, total: page.ticketCount };
}

async function loadCards(db: Queryable, { asOf, knownAt }: DashboardQuestion): Promise<CardBook> {
  const figures = knownAt ? await loadFigureBookKnownAt(db, knownAt) : await loadFigureBook(db);
  const cards = figures
    .ownFigures()
    .filter((figure): figure is OwnFigure & { cardPeriod: PeriodKind } => figure.cardPeriod !== null);
  const keys = figures.withParts(cards.map(({ key }) => key));
  const isOfRound = keys.some((key) => figures.rules(key).some(({ scope }) => scope === 'round'));
  const round = isOfRound ? await findInspectionRound(db, null, asOf, knownAt ?? new Date()) : null;
  return { figures, cards, round };
}

function situationOf(
  question: DashboardQuestion,
  actor: Actor,
  kind: PeriodKind,
  round: InspectionRound | null,
): Situation {
  const { asOf, knownAt }: { asOf: Day; knownAt: Date | null } = question;
  return {
    period: periodOf(kind, asOf),
    asOf,
    knownAt: knownAt ?? new Date(),
    present: knownAt === null,
    sourceId: round?.id ?? null,
    sight: (params, alias) => visibleTickets(actor, params, alias),
    narrowing: (params, alias) =>
      Object.entries(filterColumns).flatMap(([field, [column, type]]) => {
        const values = question[field as keyof typeof filterColumns];
        return values?.length ? [`${alias}.${column} = any(${params.add(values)}::${type}[])`] : [];
      }),
  };
}

function valueOf(key: string, counted: ReadonlyMap<string, number>, figures: FigureBook): number | null {
  const definition = figures.definition(key);
  if (!isRate(definition)) return counted.get(key) ?? null;
  const [part, whole] = definition.rate.map((side) => counted.get(side));
  return part === undefined || whole === undefined ? null : percentOf(part, whole);
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, type Queryable } from '@xiaohao/database';
import { isRate } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { findInspectionRound } from '../../building/inspection-round.queries.js';
import { lastDayOf, type Situation } from '../known-tickets.js';
import { checkedAsOf, checkedPeriod } from '../../building/report-request.js';
import { loadFigureBook } from './figure-book.queries.js';
import { changesBetween, type VersionChange } from './definition-changes.js';
import { isBuiltInWord, ratesOver, wrong } from './definition-checks.js';
import { checkedDraft, draftOf, isSameDraft, type CheckedDraft, type FigureDraft } from './figure-draft.js';
import {
  findOwnFigure,
  findWordTaken,
  listFigureVersions,
  listOwnFigures,
  loadDefinitionNames,
  type OwnFigureRow,
} from './figure-definition.queries.js';
import { previewFigure, type FigurePreview } from './figure-preview.js';
import { figureSentence } from './figure-sentence.js';

/** A figure of the bureau's own with the sentence that says what it counts. */
export type OwnFigureView = OwnFigureRow & { meaning: string };

/** One state of it: what changed then, who did it and why. */
export type FigureVersion = OwnFigureView & { changes: VersionChange[] };

export interface PreviewRequest {
  draft: Pick<FigureDraft, 'unit' | 'nature' | 'definition'>;
  period: string;
  asOf?: string | undefined;
  /** Id or name of the inspection round; default: the latest one. */
  source?: string | undefined;
}

/** Figures the bureau defines itself. A change makes a new version; what was built before keeps the one it counted by. */
@Injectable()
export class FigureDefinitionService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(): Promise<OwnFigureView[]> {
    return withMeanings(this.db, await listOwnFigures(this.db));
  }

  async get(key: string): Promise<OwnFigureView> {
    return getFigure(this.db, key);
  }

  /** The latest first. */
  async versions(key: string): Promise<FigureVersion[]> {
    const rows = await withMeanings(this.db, await listFigureVersions(this.db, key));
    if (rows.length === 0) throw new AppError('notFound', { what: `口径 ${key}` });
    return rows.map((row, at) => ({ ...row, changes: changesBetween(rows[at + 1] ?? null, row) }));
  }

  /**
   * @throws duplicate where something goes by the key or name already, inputWrong naming the field
   */
  async create(actor: Actor, givenKey: string | null, draft: FigureDraft): Promise<OwnFigureView> {
    return this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const key = givenKey ?? `own_${newId().replaceAll('-', '').slice(-10)}`;
      const checked = await this.checked(tx, actor, key, draft, null);
      await execute(
        tx,
        `insert into figure_definition (key, name, unit, nature, figure_group, definition, owner_unit_id, card_period,
           retired, reason, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [key, ...valuesOf(checked), actor.personId],
      );
      return getFigure(tx, key);
    });
  }

  /**
   * Makes the next version; what is not said stays, the same again makes none.
   * @throws stale with the present state, notFound, forbidden for a figure of the product, inputWrong naming the field
   */
  async update(actor: Actor, key: string, version: number, change: Partial<FigureDraft>): Promise<OwnFigureView> {
    if (isBuiltInWord(key)) throw wrong('key', '口径', '系统自带的口径不能改，可另存为副本');
    return this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const present = await getFigure(tx, key);
      if (present.version !== version) throw new AppError('stale', { version: present.version, figure: present });
      const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const draft: FigureDraft = { ...draftOf(present), reason: null, ...said };
      const checked = await this.checked(tx, actor, key, draft, present);
      if (isSameDraft(draftOf(present), checked)) return present;
      await execute(
        tx,
        `update figure_definition set name = $2, unit = $3, nature = $4, figure_group = $5, definition = $6,
           owner_unit_id = $7, card_period = $8, retired = $9, reason = $10, updated_by = $11, updated_at = now(),
           version = version + 1
         where key = $1`,
        [key, ...valuesOf(checked), actor.personId],
      );
      return getFigure(tx, key);
    });
  }

  /** The value for a period before anything is saved, with the tickets behind it that the actor may see. */
  async preview(
    actor: Actor,
    { draft, period: code, asOf: day, source }: PreviewRequest,
    page: { limit: number; after: string | null },
  ): Promise<FigurePreview & { meaning: string; round: string | null }> {
    const today = this.clock.today();
    const period = checkedPeriod(code, today);
    const asOf = checkedAsOf(day, period, today);
    const figures = await loadFigureBook(this.db);
    const checked = await checkedDraft(this.db, actor, '', { name: '', group: 'bureau', ...draft }, figures, 'preview');
    const { definition, unit } = checked;
    const knownAt = new Date();
    const round = await findInspectionRound(this.db, source ?? null, lastDayOf({ period, asOf }), knownAt);
    const situation: Situation = { period, asOf, knownAt, present: true, sourceId: round?.id ?? null };
    const found = await previewFigure(this.db, definition, figures, situation, actor, page);
    const names = await loadDefinitionNames(this.db, [definition], figures);
    const meaning = figureSentence({ definition, unit }, names, { period, asOf, round: round?.name ?? null });
    return { ...found, meaning, round: round?.name ?? null };
  }

  private async checked(
    tx: EntityManager,
    actor: Actor,
    key: string,
    draft: FigureDraft,
    present: OwnFigureRow | null,
  ): Promise<CheckedDraft> {
    const figures = await loadFigureBook(tx);
    const checked = await checkedDraft(tx, actor, key, draft, figures, present ? 'change' : 'new');
    for (const word of [key, checked.name]) {
      if (isBuiltInWord(word))
        throw new AppError('duplicate', { what: `口径 ${word}`, field: word === key ? 'key' : 'name' });
    }
    const taken = await findWordTaken(tx, { key, name: checked.name }, present && key);
    if (taken) throw new AppError('duplicate', { what: `口径 ${taken === 'key' ? key : checked.name}`, field: taken });
    const users = ratesOver(key, figures);
    if (users.length > 0 && checked.retired) throw wrong('retired', '停用', `“${users[0]}”还要用它作分子或分母`);
    if (users.length > 0 && isRate(checked.definition))
      throw wrong('definition', '统计内容', `循环引用：“${users[0]}”用它作分子或分母，不能改为比率`);
    return checked;
  }
}

async function getFigure(db: Queryable, key: string): Promise<OwnFigureView> {
  const row = await findOwnFigure(db, key);
  if (!row) throw new AppError('notFound', { what: `口径 ${key}` });
  return (await withMeanings(db, [row]))[0]!;
}

async function withMeanings(db: Queryable, rows: readonly OwnFigureRow[]): Promise<OwnFigureView[]> {
  const names = await loadDefinitionNames(
    db,
    rows.map(({ definition }) => definition),
    await loadFigureBook(db),
  );
  return rows.map((row) => ({ ...row, meaning: figureSentence(row, names) }));
}

/** Keys, names and what rates divide are looked at across all definitions and indicators. */
async function oneAtATime(tx: EntityManager): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtextextended('figure words', 0))`);
}

const valuesOf = (draft: CheckedDraft) => [
  draft.name,
  draft.unit,
  draft.nature,
  draft.group,
  JSON.stringify(draft.definition),
  draft.ownerUnitId,
  draft.cardPeriod,
  draft.retired,
  draft.reason,
];

import { isDeepStrictEqual } from 'node:util';
import { select, type Queryable } from '@xiaohao/database';
import {
  isRate,
  type CountDefinition,
  type CountRule,
  type FigureDefinition,
  type FigureGroup,
  type FigureNature,
  type PeriodKind,
} from '@xiaohao/domain';
import { listIndicators } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { listSources } from '@xiaohao/tickets';
import { checkGroup, checkRate, checkRules, checkWords, wrong } from './definition-checks.js';
import type { FigureBook } from './figure-book.js';
import { listNamed, type NamedRow, type OwnFigureRow } from './figure-definition.queries.js';

/** What somebody wants a figure to be. */
export interface FigureDraft {
  name: string;
  unit: string;
  nature: FigureNature;
  group: FigureGroup;
  definition: FigureDefinition;
  ownerUnitId?: string | null | undefined;
  /** Shown on the dashboard, for the period of this length that holds its day. */
  cardPeriod?: PeriodKind | null | undefined;
  retired?: boolean | undefined;
  /** Why it is changed. */
  reason?: string | null | undefined;
}

export interface CheckedDraft extends FigureDraft {
  ownerUnitId: string | null;
  cardPeriod: PeriodKind | null;
  retired: boolean;
  reason: string | null;
}

/** The draft with all defaults filled in; nothing of it is taken on trust. */
export async function checkedDraft(
  db: Queryable,
  actor: Actor,
  key: string,
  draft: FigureDraft,
  figures: FigureBook,
  purpose: 'new' | 'change' | 'preview',
): Promise<CheckedDraft> {
  const { nature, group } = draft;
  const checked: CheckedDraft = {
    nature,
    group,
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    definition: tidy(draft.definition),
    ownerUnitId: draft.ownerUnitId ?? (purpose === 'new' ? (actor.posts[0]?.unitId ?? null) : null),
    cardPeriod: draft.cardPeriod ?? null,
    retired: draft.retired ?? false,
    reason: draft.reason?.trim() || null,
  };
  const { definition, unit } = checked;
  if (purpose !== 'preview') {
    checkWords({ key, name: checked.name, unit });
    checkGroup(checked.group);
    await checkOwner(db, checked.ownerUnitId);
  }
  if (!isRate(definition)) {
    checkRules(definition.rules, checked, await listSeen(db, definition, actor), actor);
    return checked;
  }
  const indicators = new Set((await listIndicators(db)).map((row) => row.key));
  checkRate(key, definition.rate, unit, figures, indicators);
  if (checked.cardPeriod && definition.rate.some((part) => figures.definition(part) === undefined))
    throw wrong('cardPeriod', '看板卡片', '科室填报的数不分可见范围，不能作看板卡片的分子或分母');
  return checked;
}

/** What the definition names, without sources that do not exist for the actor. */
async function listSeen(db: Queryable, definition: CountDefinition, actor: Actor): Promise<NamedRow[]> {
  const named = await listNamed(db, [definition]);
  if (!named.some(({ sort }) => sort === 'source')) return named;
  const seen = new Set((await listSources(db, actor)).map(({ id }) => id));
  return named.filter(({ sort, id }) => sort !== 'source' || seen.has(id));
}

async function checkOwner(db: Queryable, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const [unit] = await select(db, 'select 1 from unit where id = $1', [unitId]);
  if (!unit) throw wrong('ownerUnitId', '归口单位', '没有这个单位');
}

const levelCodes = new Map([
  ['一般', 'general'],
  ['一般隐患', 'general'],
  ['一般事故', 'general'],
  ['重大', 'major'],
  ['重大隐患', 'major'],
]);

/** Empty choices left out, so that equal definitions are equal as JSON; levels by their codes. */
function tidy(definition: FigureDefinition): FigureDefinition {
  if (isRate(definition)) return { rate: definition.rate };
  return { rules: definition.rules.map(tidyRule) };
}

function tidyRule(rule: CountRule): CountRule {
  const levels = rule.levels && [...new Set(rule.levels.map((level) => levelCodes.get(level) ?? level))];
  const said = Object.entries({ ...rule, levels }).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    said.map(([key, value]) => [key, Array.isArray(value) ? [...new Set(value)] : value]),
  ) as unknown as CountRule;
}

export function draftOf(row: OwnFigureRow): CheckedDraft {
  const { name, unit, nature, group, definition, owner, cardPeriod, retired, reason } = row;
  return { name, unit, nature, group, definition, ownerUnitId: owner?.id ?? null, cardPeriod, retired, reason };
}

/** Whether a new version would say nothing new; the reason alone makes none. */
export function isSameDraft(one: CheckedDraft, other: CheckedDraft): boolean {
  const facts = ({ reason: _, ...draft }: CheckedDraft) => draft;
  return isDeepStrictEqual(facts(one), facts(other));
}

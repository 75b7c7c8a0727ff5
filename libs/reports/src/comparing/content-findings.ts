import type { DataSource } from 'typeorm';
import type { Actor } from '@xiaohao/org';
import { findListRows } from '../building/list-blocks.queries.js';
import { countedRowOf, findCellReasons } from './cell-reasons.queries.js';
import type { Findings } from './content-causes.js';
import type { ContentDifference } from './content-difference.js';
import { situationOf, type ReportPair } from './known-facts.js';
import { findPartMoves } from './part-progress.queries.js';
import { rankMoves, type RankMove } from './rank-moves.js';
import type { FigurePair } from './report-comparison.queries.js';
import { findMovedDays, findRowFacts, ticketIn, ticketOf } from './row-facts.queries.js';

/** All that tells why two documents do not say the same; what no difference asks for is not looked for. */
export async function findFindings(
  db: DataSource,
  actor: Actor,
  reports: ReportPair,
  pairs: readonly FigurePair[],
  differences: readonly ContentDifference[],
): Promise<Findings> {
  const figures = pairs.map(({ key, name, earlier, later }) => {
    return [key, { name, was: earlier?.value ?? null, is: later?.value ?? null }] as const;
  });
  return {
    reports,
    figures: new Map(figures),
    tickets: await findRowFacts(db, actor, reports, differences),
    cells: await findCellReasons(db, actor, reports, differences),
    ranks: differences.some(tellsRank) ? await findRanks(db, reports) : new Map(),
    parts: await findPartMoves(db, actor, reports, differences.filter(printing('percent')).flatMap(idOf)),
    movedDays: await findMoved(db, actor, reports, differences),
  };
}

const printing = (field: string) => (difference: ContentDifference) =>
  difference.changes.some(({ fields = [] }) => fields.includes(field));

const idOf = (difference: ContentDifference) => ticketOf(difference)?.id ?? [];

const tellsRank = (difference: ContentDifference) =>
  printing('rank')(difference) && countedRowOf(difference)?.list === 'supervision_by_unit';

async function findRanks(db: DataSource, reports: ReportPair): Promise<Map<string, RankMove>> {
  const [was, is] = [
    await findListRows(db, 'supervision_by_unit', situationOf(reports[0])),
    await findListRows(db, 'supervision_by_unit', situationOf(reports[1])),
  ];
  return rankMoves(was, is);
}

/** Of each list of tickets that stands in another order, those whose deadlines it follows. */
async function findMoved(
  db: DataSource,
  actor: Actor,
  reports: ReportPair,
  differences: readonly ContentDifference[],
): Promise<Map<number, string[]>> {
  const moved = new Map<number, string[]>();
  for (const [at, { stayed = [] }] of differences.entries()) {
    const ids = stayed.flatMap((key) => ticketIn(key)?.id ?? []);
    if (ids.length > 0) moved.set(at, await findMovedDays(db, actor, reports, ids));
  }
  return moved;
}

import type { DataSource } from 'typeorm';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { findAccidentCauses } from './accident-causes.queries.js';
import { compareContents } from './content-comparison.js';
import { findFindings } from './content-findings.js';
import { findNamedTickets } from './named-tickets.queries.js';
import {
  comparableByTickets,
  comparedContents,
  compareFigures,
  comparisonNotes,
  inOrder,
  rowOf,
  toldFigures,
  type ReportComparison,
} from './report-comparison.js';
import { findComparedReports, findContents, listFigurePairs } from './report-comparison.queries.js';
import { listTicketChanges } from './ticket-changes.queries.js';
import { findUnmovedSums } from './unmoved-sums.queries.js';

/**
 * Two reports side by side, each difference of figures and documents explained; whichever is named first, the later one
 * comes last.
 * @throws notFound, reportNotReady
 */
export async function compareReports(
  db: DataSource,
  actor: Actor,
  ids: readonly [string, string],
): Promise<ReportComparison> {
  const found = await findComparedReports(db, ids);
  if (found.length < new Set(ids).size) throw new AppError('notFound', { what: '报告' });
  if (found.some(({ status }) => status !== 'ready')) throw new AppError('reportNotReady');
  const reports = inOrder(found);
  const [earlier, later] = reports;
  const pairs = await listFigurePairs(db, earlier.id, later.id);
  const keys = comparableByTickets(pairs, reports);
  const unmoved = await findUnmovedSums(db, reports, keys);
  const moved = keys.filter((key) => !unmoved.has(key));
  const changes = await listTicketChanges(db, actor, reports, moved);
  const figures = compareFigures(reports, pairs, changes, await findAccidentCauses(db, actor, reports, pairs));
  const differences = compareContents(...(await findContents(db, reports)), toldFigures(figures));
  const contents = comparedContents(differences, await findFindings(db, actor, reports, pairs, differences));
  const sentences = [...figures, ...contents].flatMap(({ sentence }) => sentence ?? []);
  return {
    earlier: rowOf(earlier),
    later: rowOf(later),
    notes: comparisonNotes(reports, pairs),
    figures,
    contents,
    tickets: await findNamedTickets(db, actor, sentences),
  };
}

import { kindsCoordinatedBy, type TicketKind } from '@xiaohao/domain';
import { unitsOf, type Actor } from '@xiaohao/org';
import { finding, type Finding, type PreviewTicket } from '../reading/preview.js';
import type { TicketMatch } from './ticket-match.js';

/** What a person may make tickets of: the kinds their office keeps, and a town's clerk general hazards of the own town. */
export interface ImportScope {
  kinds: readonly TicketKind[];
  /** The clerk's unit, which leads where a row names none; null for everybody else. */
  ownUnitId: string | null;
  /** The clerk's unit and those below it. */
  unitIds: readonly string[];
}

export function importScope(actor: Actor | null): ImportScope {
  if (!actor) return { kinds: [], ownUnitId: null, unitIds: [] };
  const own = actor.posts.find(({ role }) => role === 'clerk')?.unitId ?? null;
  return { kinds: kindsCoordinatedBy(actor.roles), ownUnitId: own, unitIds: unitsOf(actor, ['clerk']) };
}

/** Whose memory of headings an import is read by and adds to; null for who imports nothing. */
export interface MemoryScope {
  /** The town; null: the offices together. */
  unitId: string | null;
}

export function memoryScope(actor: Actor | null): MemoryScope | null {
  const { kinds, ownUnitId } = importScope(actor);
  if (kinds.length > 0) return { unitId: null };
  return ownUnitId === null ? null : { unitId: ownUnitId };
}

/** Whether the row is a clerk's matter and no office's: then it stays in the town. */
function isTowns({ kinds, ownUnitId }: ImportScope, { kind }: Pick<PreviewTicket, 'kind'>): boolean {
  return ownUnitId !== null && !kinds.includes(kind);
}

/** A town's row that names no unit is the town's; one that is not its own matter says so and stops. */
export function withinScope(
  match: TicketMatch,
  preview: PreviewTicket,
  scope: ImportScope,
  place: string,
): TicketMatch {
  if (!isTowns(scope, preview)) return match;
  const leadUnitId = preview.leadUnit === null ? scope.ownUnitId : match.leadUnitId;
  const findings: Finding[] = [...match.findings];
  if (preview.kind !== 'hazard') findings.push(finding('kindOfOthers', place, preview.title));
  else if (preview.level === 'major') findings.push(finding('majorOfOthers', place, preview.title));
  else if (leadUnitId === null || !scope.unitIds.includes(leadUnitId)) {
    findings.push(finding('unitOfOthers', place, preview.leadUnit ?? ''));
  }
  return { ...match, leadUnitId, findings };
}

/** Units among whose tickets a row is looked for, so that nobody learns of others’ by importing; null: all of them. */
export function knownAmong({ kinds, unitIds }: ImportScope): readonly string[] | null {
  return kinds.length > 0 ? null : unitIds;
}

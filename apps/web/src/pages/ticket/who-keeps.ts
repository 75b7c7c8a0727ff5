import { kindsCoordinatedBy, type Role, type TicketKind } from '@xiaohao/domain';

/** Kinds that the offices of a person with these roles keep. */
export function kindsCoordinated(roles: readonly string[]): readonly TicketKind[] {
  return kindsCoordinatedBy(roles as readonly Role[]);
}

import type { Finding, Import, ImportEdit, PreviewTicket } from '../../api/imports.js';
import { isAssumption } from './reading.js';

/** Whether somebody lets this assumption stand, for its cell or for all of its kind in the sheet. */
export function isAccepted(accepted: readonly string[], { code, cell }: Pick<Finding, 'code' | 'cell'>): boolean {
  return accepted.includes(code) || accepted.includes(`${code} ${cell}`);
}

const nothing: readonly string[] = [];

export function acceptedIn({ accepted }: Pick<Import, 'accepted'>, sheet: string): readonly string[] {
  return Object.hasOwn(accepted, sheet) ? accepted[sheet]! : nothing;
}

/** Lets stand what is assumed in one cell. */
export function acceptsOfCell(
  { sheet, issues }: Pick<PreviewTicket, 'sheet' | 'issues'>,
  cell: string | null,
  accepted: readonly string[],
): NonNullable<ImportEdit['accepts']> {
  return issues
    .filter((finding) => finding.cell === cell && isAssumption(finding) && !isAccepted(accepted, finding))
    .map(({ code, cell: at }) => ({ sheet, code, cell: at, accepted: true }));
}

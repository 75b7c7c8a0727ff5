import { AppError } from '@xiaohao/errors';
import { stoppingFindings, type FindingCode } from '../reading/preview.js';

/** Sheet name → what a person has seen and lets stand, by `acceptedKey`. */
export type Accepted = Record<string, string[]>;

export interface AcceptEdit {
  sheet: string;
  code: FindingCode;
  /** Null: everything of the kind in the sheet. */
  cell: string | null;
  /** `false` takes it back. */
  accepted: boolean;
}

export function acceptedKey(code: FindingCode, cell: string | null): string {
  return cell === null ? code : `${code} ${cell}`;
}

export function acceptedIn(accepted: Accepted | undefined, sheet: string): readonly string[] {
  return accepted && Object.hasOwn(accepted, sheet) ? accepted[sheet]! : [];
}

export function withAccepts(accepted: Accepted | undefined, edits: readonly AcceptEdit[]): Accepted {
  return edits.reduce<Accepted>((before, { sheet, code, cell, accepted: stands }) => {
    const key = acceptedKey(code, cell);
    const others = acceptedIn(before, sheet).filter((other) => other !== key);
    return { ...before, [sheet]: stands ? [...others, key] : others };
  }, accepted ?? {});
}

/** What stops a row is settled, not accepted. */
export function assertMayAccept(edits: readonly AcceptEdit[]): void {
  const stopping = edits.find(({ code }) => stoppingFindings.includes(code));
  if (!stopping) return;
  const fieldLabel = `${stopping.sheet} ${stopping.cell ?? ''}`.trim();
  throw new AppError('inputWrong', {
    field: 'accepts',
    fieldLabel,
    reason: '需要处理的问题不能认可，请改正或跳过该行',
  });
}

/** What takes these back: whether they were accepted before. */
export function formerAccepts(accepted: Accepted | undefined, edits: readonly AcceptEdit[]): AcceptEdit[] {
  return edits.map((edit) => {
    return { ...edit, accepted: acceptedIn(accepted, edit.sheet).includes(acceptedKey(edit.code, edit.cell)) };
  });
}

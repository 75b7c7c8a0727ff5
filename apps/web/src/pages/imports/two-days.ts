import type { Finding } from '../../api/imports.js';

/** The days a cell may mean, as its finding names them; none where it is not read two ways. */
export function daysMeant({ code, message }: Pick<Finding, 'code' | 'message'>): string[] {
  if (code !== 'deadlineAmbiguous' && code !== 'dateAmbiguous') return [];
  return message.match(/\d{4}-\d\d-\d\d/g) ?? [];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a page ended, for the next one to go on from: the row's values in the order of the list, its id last. */
export function writeKeyset(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values again; null for any text that is not one of ours. Of the values the caller knows what they may be. */
export function readKeyset(cursor: string, length: number): readonly string[] | null {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (!Array.isArray(values) || values.length !== length) return null;
    const fits = values.every((one) => typeof one === 'string') && uuid.test(values[length - 1]!);
    return fits ? values : null;
  } catch {
    return null;
  }
}

/** Whether a value of a keyset is an instant as `Date` itself writes it, so that PostgreSQL reads it too. */
export function isInstant(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

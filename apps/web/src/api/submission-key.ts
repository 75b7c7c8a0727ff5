/** What the server does once under one Idempotency-Key. */
const onceOnly =
  /^\/api\/(tickets|reports|look-backs|campaigns|filings\/[^/]+\/evidence|tickets\/[^/]+\/(progress|outcomes|comments|measures|evidence|instructions|spreads))(\?|$)/;

/** A second click that comes after the answer is still the same submission. */
const afterAnswerMs = 2_000;
/** Sent again by hand when no answer came: whether the first arrived nobody knows. */
const withoutAnswerMs = 120_000;

interface Submitted {
  key: string;
  until: number;
}

const submitted = new Map<string, Submitted>();

/** The key of this submission: the same for the same content sent again at once, another for what is written later. */
export function submissionKey(path: string, content: string): string | null {
  if (!onceOnly.test(path)) return null;
  for (const [what, { until }] of submitted) if (until < Date.now()) submitted.delete(what);
  const what = `${path}\n${content}`;
  const known = submitted.get(what) ?? { key: newKey(), until: Date.now() + withoutAnswerMs };
  submitted.set(what, known);
  return known.key;
}

/** The server answered: what is sent a while later is meant anew. */
export function submissionAnswered(key: string | null): void {
  for (const one of submitted.values()) if (one.key === key) one.until = Date.now() + afterAnswerMs;
}

/** `crypto.randomUUID` is missing on plain http, as inside a bureau's network. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

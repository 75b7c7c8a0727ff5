/** What a clerk writes of one problem; `{n}` is a small number, the same in all its texts. */
export interface ProblemText {
  readonly text: string;
  readonly measure: string;
  /** Progress while it is being worked on. */
  readonly doing: string;
  /** What was reached, reported at the end. */
  readonly done: string;
  /** What it costs, where money is part of it. */
  readonly yuan?: number;
}

/** Places of one trade and problems any of them may have, so that every pair makes sense. */
export interface Scene {
  readonly industry: string;
  /** Who leads: a unit of `demoUnits`, or `town`: that of the place. */
  readonly unit: string;
  readonly campaign?: string;
  readonly sites: readonly (readonly [name: string, town: string])[];
  readonly problems: readonly ProblemText[];
  /** Problems grave enough to be major hazards. */
  readonly major?: readonly ProblemText[];
}

type Row = readonly [text: string, measure: string, doing: string, done: string, yuan?: number];

export const problems = (...rows: readonly Row[]): readonly ProblemText[] =>
  rows.map(([text, measure, doing, done, yuan]) => ({ text, measure, doing, done, yuan }));

/** One thing that happens to a ticket: what, and when. Words are those of `phrases` unless the beat brings its own. */
export interface Beat {
  readonly move: string;
  /** A share of the time between registration and the story's end; working days after the beat before, or before the end. */
  readonly when: { readonly share: number } | { readonly after: number } | { readonly before: number };
  readonly percent?: number;
  /** Working days from the beat's own day to the day it names (a new deadline, a review). */
  readonly days?: number;
}

type More = Omit<Beat, 'move' | 'when'>;
const at = (share: number, move: string, more: More = {}): Beat => ({ move, when: { share }, ...more });
const then = (move: string, after = 0, more: More = {}): Beat => ({ move, when: { after }, ...more });

const assigned = [then('assign', 1)];
const begun = [...assigned, then('sign', 2)];
const planned = [...begun, at(0.2, 'plan', { percent: 20 })];
const worked = [...planned, at(0.5, 'doing', { percent: 60 })];
const before = (days: number, move: string, more: More = {}): Beat => ({ move, when: { before: days }, ...more });

/** All that goes with reporting a ticket done; what it lacks (a result in figures, a field) is passed over. */
const done = [then('measures'), then('evidence'), then('outcome'), then('submit')];
const report = [then('finish', 1), ...done];
const reported = [...worked, at(0.78, 'told', { percent: 80 }), before(6, 'finish'), ...done];
/** A review that the kind does not have is passed over too. */
const reviews = [then('pass', 1), then('pass', 1)];
const struckOff = [then('on_site', 1), then('accept', 1)];
const atLast = [before(3, 'pass'), before(2, 'pass'), before(1, 'on_site'), before(0, 'accept')];
const again = [then('told', 4, { percent: 85 }), then('finish', 2), then('evidence'), then('submit')];

/**
 * The ways a ticket may go, told once. `at` lays a beat by its share of the whole time, so one story serves a hazard of
 * three weeks and an issue of ten months.
 */
export const stories = {
  draft: [],
  draft_cancelled: [then('request_cancel', 3)],
  assigned,
  objected: [...assigned, then('object', 2)],
  objected_assigned: [then('assign_elsewhere', 1), then('object', 2), then('assign', 2), then('sign', 1)],
  signed: begun,
  planned,
  working: [...worked, before(4, 'told', { percent: 75 })],
  commented: [...worked, then('comment', 2), then('comment_answer', 1)],
  handed_on: [...worked, then('reassign_handler', 3), then('told', 4, { percent: 65 })],
  moved: [...assigned, then('reassign_unit', 2), then('sign', 2), at(0.6, 'doing', { percent: 40 })],
  late_asked: [...worked, before(1, 'request_extension', { days: 15 })],
  extension_granted: [
    ...planned,
    at(0.45, 'request_extension'),
    then('grant_extension', 2),
    at(0.8, 'doing', { percent: 70 }),
  ],
  extension_refused: [
    ...worked,
    at(0.6, 'request_extension', { days: 20 }),
    then('refuse_extension', 2),
    at(0.85, 'told', { percent: 75 }),
  ],
  extension_lapsed: [...worked, at(0.75, 'request_extension', { days: 20 }), ...report],
  returned: [...reported, then('return', 2)],
  returned_twice: [
    ...worked,
    at(0.6, 'told', { percent: 80 }),
    ...report,
    then('return', 1),
    ...again,
    then('return', 2),
  ],
  withdrawn: [...reported, then('withdraw', 1)],
  in_review: reported,
  in_deputy_review: [...reported, then('pass', 1)],
  in_acceptance: [...reported, ...reviews],
  suspended: [...worked, then('suspend', 3, { days: 25 })],
  resumed: [...planned, at(0.35, 'suspend', { days: 20 }), at(0.55, 'resume'), at(0.8, 'doing', { percent: 65 })],
  cancel_asked: [...worked, before(2, 'request_cancel')],
  cancel_refused: [...planned, at(0.4, 'request_cancel'), then('refuse_cancel', 2), at(0.8, 'doing', { percent: 55 })],
  cancelled: [...planned, at(0.7, 'request_cancel'), then('confirm_cancel', 2)],
  kept_up: [...reported, ...atLast],
  to_ongoing: [...worked, before(0, 'to_ongoing')],
  ongoing_reviewed: [...planned, at(0.25, 'to_ongoing'), at(0.6, 'review_ongoing'), at(0.9, 'told', { percent: 90 })],
  closed: [...reported, ...atLast],
  closed_direct: [...assigned, then('sign', 1), then('plan', 1, { percent: 60 }), ...report, ...atLast],
  closed_returned: [...worked, at(0.6, 'told', { percent: 80 }), ...report, then('return', 1), ...again, ...atLast],
  closed_extended: [
    ...planned,
    at(0.4, 'request_extension'),
    then('grant_extension', 2),
    at(0.6, 'doing', { percent: 60 }),
    before(6, 'finish'),
    ...done,
    ...atLast,
  ],
  closed_ongoing: [
    ...planned,
    at(0.3, 'to_ongoing'),
    at(0.6, 'review_ongoing'),
    at(0.85, 'told', { percent: 95 }),
    then('evidence', 1),
    before(0, 'close_ongoing'),
  ],
  reopened: [
    ...worked,
    at(0.55, 'told', { percent: 80 }),
    ...report,
    ...reviews,
    ...struckOff,
    at(0.9, 'reopen'),
    then('again', 4, { percent: 30 }),
  ],
  closed_again: [
    ...worked,
    at(0.45, 'told', { percent: 80 }),
    ...report,
    ...reviews,
    ...struckOff,
    at(0.7, 'reopen', { days: 20 }),
    then('again', 4, { percent: 40 }),
    at(0.88, 'finish'),
    then('evidence'),
    then('submit'),
    ...atLast,
  ],
} as const satisfies Record<string, readonly Beat[]>;

export type StoryName = keyof typeof stories;

/** Stories that end on a day of their own; all others go on to this day. */
export const endings: readonly StoryName[] = [
  'draft_cancelled',
  'cancelled',
  'kept_up',
  'to_ongoing',
  'closed',
  'closed_direct',
  'closed_returned',
  'closed_extended',
  'closed_ongoing',
  'closed_again',
];

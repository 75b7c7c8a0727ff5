import type { StoryName } from './stories.js';

/** A range of days; both ends occur. */
export type Range = readonly [from: number, to: number];

/** So many tickets of a kind go one way. Days are counted back from today unless said otherwise. */
export interface Fate {
  readonly story: StoryName;
  readonly count: number;
  /** How long ago an open one was registered, or how long a settled one took. */
  readonly span: Range;
  /** How long ago a settled one ended. */
  readonly ended?: Range;
  /** The deadline, in days from today (open) or from its end (settled): before it is late. Null: not clear. */
  readonly due?: Range | null;
  readonly level?: 'major';
}

const open = (story: StoryName, count: number, span: Range, due: Range | null = [5, 40]): Fate => ({
  story,
  count,
  span,
  due,
});
const settled = (story: StoryName, count: number, ended: Range, span: Range, due: Range = [2, 14]): Fate => ({
  story,
  count,
  span,
  ended,
  due,
});
const none: Range = [0, 0];
const major = (fate: Fate): Fate => ({ ...fate, level: 'major' });

/** Tickets that are registered as they are found: hazards, reports and whatever has no round of its own. */
export const fates = {
  hazard: [
    open('draft', 4, [1, 5], null),
    settled('draft_cancelled', 2, [20, 60], [4, 8]),
    open('assigned', 5, [2, 4], [20, 28]),
    open('assigned', 2, [9, 14], [14, 20]),
    open('objected', 2, [4, 7], [20, 28]),
    open('objected_assigned', 3, [15, 30], [4, 20]),
    open('signed', 6, [5, 12], [15, 25]),
    open('signed', 2, [8, 14], null),
    open('planned', 1, [30, 30], null),
    open('planned', 7, [10, 20], [8, 18]),
    open('working', 16, [14, 30], [1, 15]),
    open('working', 3, [25, 30], [0, 0]),
    open('working', 4, [30, 34], [-1, -1]),
    open('working', 6, [35, 50], [-9, -3]),
    open('planned', 4, [90, 160], [-60, -130]),
    open('commented', 3, [18, 28], [3, 12]),
    open('handed_on', 3, [25, 40], [5, 20]),
    open('moved', 3, [20, 40], [6, 18]),
    open('late_asked', 3, [32, 40], [-3, -1]),
    open('extension_granted', 4, [40, 55], [3, 16]),
    open('extension_refused', 2, [34, 40], [-5, 3]),
    open('extension_lapsed', 3, [30, 45], [1, 9]),
    open('returned', 4, [25, 40], [2, 10]),
    open('returned_twice', 3, [40, 60], [-15, -6]),
    open('in_acceptance', 9, [18, 35], [1, 9]),
    open('in_acceptance', 2, [40, 50], [-12, -8]),
    open('suspended', 3, [50, 80], [-10, 20]),
    open('cancel_asked', 2, [25, 40], [5, 10]),
    settled('cancelled', 3, [20, 150], [15, 30]),
    settled('closed', 140, [3, 350], [14, 32]),
    settled('closed', 14, [10, 340], [45, 70], [-25, -11]),
    settled('closed_direct', 8, [4, 320], [9, 12], [1, 4]),
    settled('closed_returned', 8, [15, 300], [30, 45]),
    settled('closed_extended', 7, [20, 300], [45, 70]),
    open('reopened', 2, [90, 120], [6, 15]),
    settled('closed_again', 2, [15, 60], [100, 130], [3, 8]),
    major(open('working', 4, [60, 150], [30, 160])),
    major(open('working', 1, [220, 220], [-20, -20])),
    major(open('in_deputy_review', 1, [120, 120], [25, 25])),
    major(open('in_acceptance', 1, [130, 130], [12, 12])),
    major(settled('closed', 4, [30, 220], [90, 120], [20, 60])),
  ],
  public_report: [
    open('draft', 2, [1, 3], null),
    open('assigned', 3, [2, 5]),
    open('signed', 4, [5, 9]),
    open('working', 10, [15, 50]),
    open('working', 2, [68, 95]),
    open('returned', 2, [35, 50]),
    open('in_review', 3, [30, 52]),
    open('in_acceptance', 4, [35, 56]),
    open('late_asked', 1, [58, 58]),
    settled('closed', 48, [5, 340], [20, 50]),
    settled('closed', 3, [30, 260], [72, 90]),
    settled('closed_returned', 3, [20, 200], [40, 55]),
    settled('cancelled', 1, [90, 90], [20, 20]),
    open('reopened', 1, [150, 150], [10, 10]),
  ],
  env_inspection_issue: [
    open('working', 6, [130, 320], [10, 90]),
    open('working', 2, [300, 325], [-70, -15]),
    open('extension_granted', 2, [200, 300], [20, 50]),
    open('returned', 1, [180, 180], [8, 8]),
    open('in_review', 1, [130, 130], [10, 10]),
    open('in_deputy_review', 1, [135, 135], [14, 14]),
    open('in_acceptance', 2, [120, 300], [3, 30]),
    open('suspended', 1, [250, 250], [30, 30]),
    settled('kept_up', 1, [91, 91], [140, 140]),
    settled('closed', 3, [20, 150], [80, 140]),
    settled('closed', 1, [60, 60], [150, 150], [-20, -20]),
  ],
  accident_investigation: [
    open('planned', 2, [8, 20]),
    open('working', 3, [24, 45]),
    open('in_deputy_review', 1, [50, 50]),
    open('late_asked', 1, [57, 57]),
    settled('closed', 6, [30, 330], [40, 56]),
    settled('closed', 1, [140, 140], [75, 75]),
  ],
  // Parts of the key tasks; what they are part of goes on as long as one of them does.
  key_task: [
    open('working', 10, [90, 280], [20, 70]),
    open('planned', 3, [60, 140], [30, 60]),
    open('working', 2, [150, 250], [-20, -8]),
    open('assigned', 1, [6, 6], [40, 40]),
    open('extension_granted', 1, [150, 200], [12, 30]),
    open('in_review', 1, [120, 200], [6, 20]),
    open('in_acceptance', 1, [140, 220], [4, 12]),
    open('suspended', 1, [160, 160], [40, 40]),
    settled('closed', 7, [10, 90], [100, 170]),
  ],
  supervision_item: [
    open('draft', 2, [1, 4], null),
    open('assigned', 3, [2, 5], [8, 15]),
    open('signed', 2, [6, 12], null),
    open('working', 6, [10, 40], [2, 20]),
    open('working', 3, [25, 60], [-12, -1]),
    open('objected', 1, [5, 5], [12, 12]),
    open('handed_on', 2, [25, 35], [5, 10]),
    open('extension_granted', 2, [40, 60], [6, 15]),
    open('returned_twice', 1, [50, 50], [-8, -8]),
    open('withdrawn', 1, [22, 22], [5, 5]),
    open('in_review', 2, [20, 30], [2, 8]),
    open('in_deputy_review', 2, [20, 35], [1, 6]),
    open('in_acceptance', 2, [25, 35], [2, 5]),
    open('cancel_asked', 1, [30, 30], [10, 10]),
    settled('kept_up', 2, [85, 96], [60, 80]),
    settled('closed', 12, [8, 270], [18, 45]),
    settled('closed', 3, [20, 200], [40, 60], [-22, -11]),
    settled('closed_extended', 2, [30, 150], [45, 60]),
  ],
} as const satisfies Record<string, readonly Fate[]>;

/**
 * The rounds of inspection: all their issues are fed back on one day, so only ends and deadlines differ. Ends are counted
 * back in percent of the time since that day.
 */
export const roundFates = {
  former: [
    settled('closed', 10, [30, 70], none, [3, 20]),
    settled('closed_returned', 1, [45, 45], none, [5, 5]),
    settled('closed_ongoing', 1, [11, 11], none, [-90, -90]),
    settled('kept_up', 1, [25, 25], none, [10, 10]),
    open('ongoing_reviewed', 1, none, [-150, -150]),
    settled('closed_again', 1, [8, 8], none, [5, 5]),
  ],
  third: [
    settled('closed', 28, [5, 88], none, [3, 20]),
    settled('closed', 5, [15, 80], none, [-25, -11]),
    settled('closed_extended', 3, [20, 70], none, [4, 12]),
    settled('kept_up', 3, [12, 40], none, [2, 10]),
    settled('to_ongoing', 1, [29, 29], none, [30, 30]),
    open('working', 5, none, [-21, -1]),
    open('working', 4, none, [0, 15]),
    open('extension_granted', 1, none, [15, 15]),
    open('late_asked', 1, none, [0, 0]),
    open('returned_twice', 1, none, [-30, -30]),
    open('in_review', 2, none, [-2, 6]),
    open('in_deputy_review', 2, none, [2, 9]),
    open('in_acceptance', 2, none, [4, 12]),
    open('reopened', 1, none, [20, 20]),
    open('suspended', 1, none, [40, 40]),
  ],
  special: [
    open('draft', 1, none, null),
    open('objected', 1, none, [45, 45]),
    open('objected_assigned', 1, none, [30, 30]),
    open('signed', 2, none, [25, 45]),
    open('planned', 3, none, [20, 50]),
    open('working', 1, none, [7, 7]),
    settled('closed_direct', 1, [45, 45], none, [2, 2]),
  ],
} as const satisfies Record<string, readonly Fate[]>;

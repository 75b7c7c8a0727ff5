import type { Day, TicketKind } from '@xiaohao/domain';
import type { StoryName } from './stories.js';

/** One ticket of the demo bureau as it is meant to be, before anything happens to it. */
export interface DemoTicket {
  /** Names it among the demo's tickets. */
  readonly key: string;
  readonly kind: TicketKind;
  readonly title: string;
  readonly description?: string;
  readonly level: string | null;
  /** Who is to lead, by key of `demoUnits`. */
  readonly unit: string;
  /** Who it is put to by mistake, or before it is moved. */
  readonly wrongUnit: string;
  readonly supports: readonly string[];
  readonly handler: string;
  readonly source?: string;
  /** Which item of its source, from 1. */
  readonly item?: number;
  readonly campaign?: string;
  readonly parent?: string;
  readonly theirNo?: string;
  readonly industry?: string;
  readonly site?: string;
  readonly town?: string;
  readonly confidential: boolean;
  readonly raised: Day;
  readonly occurred?: Day;
  readonly details: Readonly<Record<string, unknown>>;
  readonly measures: readonly string[];
  /** What is told while it is worked on, and when it is done. */
  readonly doing: string;
  readonly done: string;
  readonly outcomes: readonly { readonly type: string; readonly amount: number }[];
  readonly story: StoryName;
  /** The story's last day. */
  readonly ends: Day;
  readonly due: Day | null;
  readonly deadlineKind: 'date' | 'immediate' | 'unresolved';
}

/** One thing that happens to a ticket on a day. */
export interface DemoStep {
  readonly on: Day;
  readonly key: string;
  readonly move: string;
  readonly percent?: number;
  /** A day the move names: a new deadline, a review, an answer. */
  readonly day?: Day;
  /** What the step brings of its own: ids of what it belongs to, words that are not `phrases`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

import {
  addDays,
  nextWorkingDay,
  officesOf,
  previousWorkingDay,
  type Day,
  type WorkingCalendar,
} from '@xiaohao/domain';
import type { DemoKindPlan } from './demo-kinds.js';
import type { DemoCast, DemoStep } from './demo-story.js';

/** Who works on tickets of a unit; a town's clerk heads and handles its own. */
export const demoKindCasts: Readonly<Record<DemoKindPlan['unit'], DemoCast>> = {
  chemicals: { head: 'head', handler: 'handler2', deputy: 'deputy' },
  relief: { head: 'head2', handler: 'handler4', deputy: 'deputy2' },
  town: { head: 'clerk', handler: 'clerk', deputy: 'deputy2' },
};

interface KindWords {
  unitId: string;
  unit: string;
  leaderId: string;
  leader: string;
  handlerId: string;
  handler: string;
  statutory: boolean;
}

/** What happened to a ticket of any kind along its own chain, in order, none of it after today. */
export function demoKindStory(plan: DemoKindPlan, today: Day, calendar: WorkingCalendar, words: KindWords): DemoStep[] {
  if (plan.fate === 'draft') return [];
  const offices = officesOf(plan.kind, plan.level ?? null);
  const cast = demoKindCasts[plan.unit];
  const dueOn = addDays(today, plan.due);
  const after = (days: number) => {
    const on = nextWorkingDay(addDays(today, plan.raised + days), calendar);
    return on > today ? today : on;
  };
  const steps: DemoStep[] = [
    {
      on: after(1),
      by: offices.coordinator,
      action: 'assign',
      patch: {
        status: 'assigned',
        leadUnitId: words.unitId,
        leaderId: words.leaderId,
        assignedOn: after(1),
        deadlineKind: 'date',
        dueOn,
        originalDueOn: dueOn,
        statutoryDeadline: words.statutory,
      },
      payload: { from: 'draft', to: 'assigned', leadUnit: words.unit, leader: words.leader, dueOn },
    },
  ];
  if (plan.fate === 'assigned') return steps;
  steps.push({
    on: after(2),
    by: cast.head,
    action: 'sign',
    patch: { status: 'in_progress', handlerId: words.handlerId, signedOn: after(2) },
    payload: { from: 'assigned', to: 'in_progress', handler: words.handler },
  });
  const told = plan.progress ?? '整改措施已全部落实';
  steps.push(progress(after(8), cast.handler, told, plan.fate === 'in_progress' ? plan.percent : 100));
  if (plan.outcome) {
    const { type, amount } = plan.outcome;
    const record = { type: 'outcome', outcome: type, amount } as const;
    steps.push({ ...plain(after(9), cast.handler, 'outcome', { amount, on: after(9) }), record });
  }
  return plan.fate === 'in_progress' ? steps : [...steps, ...ending(plan, dueOn, after, today, calendar)];
}

function ending(
  plan: DemoKindPlan,
  dueOn: Day,
  after: (days: number) => Day,
  today: Day,
  calendar: WorkingCalendar,
): DemoStep[] {
  const offices = officesOf(plan.kind, plan.level ?? null);
  const cast = demoKindCasts[plan.unit];
  const submittedOn = after(12);
  const result = '已办理到位，佐证材料齐全';
  const [first] = offices.chain;
  const steps: DemoStep[] = [
    {
      ...plain(submittedOn, cast.handler, 'evidence', { name: '整改情况说明.txt', version: 1 }),
      record: { type: 'evidence', name: '整改情况说明.txt' },
    },
    {
      on: submittedOn,
      by: cast.handler,
      action: 'submit',
      patch: { status: first!, result, submittedOn, submitterId: cast.handler, submittedByHead: false },
      payload: { from: 'in_progress', to: first!, result },
    },
  ];
  offices.chain.slice(0, -1).forEach((from, index) => {
    const to = offices.chain[index + 1]!;
    const by = from === 'dept_review' ? cast.head : cast.deputy;
    const action = from === 'dept_review' ? 'review_pass' : 'approve';
    steps.push({ on: after(13 + index), by, action, patch: { status: to }, payload: { from, to } });
  });
  if (plan.fate !== 'closed') return steps;
  const closedOn = previousWorkingDay(after(16) > today ? today : after(16), calendar);
  const payload = { from: 'pending_acceptance', to: 'closed', opinion: '复查合格，同意销号' };
  const patch = { status: 'closed', closedOn, closedOnTime: submittedOn <= dueOn };
  return [...steps, { on: closedOn, by: offices.acceptor, action: 'accept', patch, payload }];
}

function progress(on: Day, by: string, text: string, percent: number | undefined): DemoStep {
  const counted = percent === undefined ? {} : { progressPercent: percent };
  return {
    on,
    by,
    action: 'progress',
    patch: { latestProgress: text, latestProgressOn: on, ...counted },
    payload: { text, percent, on },
    record: { type: 'progress', text, percent: percent ?? null },
  };
}

function plain(on: Day, by: string, action: string, payload: Record<string, unknown>): DemoStep {
  return { on, by, action, patch: {}, payload };
}

import {
  addDays,
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  type Day,
  type WorkingCalendar,
} from '@xiaohao/domain';
import type { TicketPatch } from '@xiaohao/tickets';
import type { DemoDates, DemoPlan } from './demo-plan.js';

/** One thing that happened to a ticket on a day; `record` names the side row that goes with it. */
export interface DemoStep {
  on: Day;
  by: string;
  action: string;
  patch: TicketPatch;
  payload: Record<string, unknown>;
  record?:
    | { type: 'progress'; text: string; percent: number | null }
    | { type: 'outcome'; outcome: string; amount: number }
    | { type: 'evidence'; name: string }
    | { type: 'measureDone' }
    | { type: 'extension'; requestedDueOn: Day; formerDueOn: Day; grantedDueOn: Day | null };
}

export interface DemoCast {
  head: string;
  handler: string;
  deputy: string;
}

export const demoCasts: Readonly<Record<DemoPlan['section'], DemoCast>> = {
  chemicals: { head: 'head', handler: 'handler', deputy: 'deputy' },
  relief: { head: 'head2', handler: 'handler3', deputy: 'deputy2' },
  office: { head: 'head3', handler: 'head3', deputy: 'deputy' },
};

interface StoryWords {
  unitId: string;
  unit: string;
  leaderId: string;
  leader: string;
  handlerId: string;
  handler: string;
}

/** What happened to one ticket, in order; days are effective days, the loader back-dates record time to them. */
export function demoStory(plan: DemoPlan, dates: DemoDates, calendar: WorkingCalendar, words: StoryWords): DemoStep[] {
  if (plan.fate === 'draft') return [];
  const cast = demoCasts[plan.section];
  const original = plan.extension === 'granted' ? addDays(plan.dueOn!, -15) : plan.dueOn;
  const kind = plan.dueOn ? 'date' : 'unresolved';
  const steps: DemoStep[] = [
    {
      on: dates.assignedOn,
      by: 'inspection',
      action: 'assign',
      patch: {
        status: 'assigned',
        leadUnitId: words.unitId,
        leaderId: words.leaderId,
        assignedOn: dates.assignedOn,
        deadlineKind: kind,
        dueOn: original,
        originalDueOn: original,
        deadlineOngoing: plan.fate === 'kept_up',
      },
      payload: { from: 'draft', to: 'assigned', leadUnit: words.unit, leader: words.leader, dueOn: original },
    },
  ];
  if (plan.fate === 'assigned') return steps;
  steps.push(
    {
      on: dates.signedOn,
      by: cast.head,
      action: 'sign',
      patch: { status: 'in_progress', handlerId: words.handlerId, signedOn: dates.signedOn },
      payload: { from: 'assigned', to: 'in_progress', handler: words.handler },
    },
    progress(addWorkingDays(dates.signedOn, 5, calendar), cast.handler, '已制定整改方案，明确责任分工和完成节点', 30),
  );
  if (plan.extension !== 'none') steps.push(...extensionSteps(plan, dates, calendar, cast, original!));
  if (plan.fate === 'in_progress') {
    const latest = previousWorkingDay(addDays(dates.today, -6), calendar);
    return [...steps, progress(latest, cast.handler, '主要措施已落实，正在完善佐证材料', 70)];
  }
  return [...steps, ...endingSteps(plan, dates, calendar, cast)];
}

function endingSteps(plan: DemoPlan, dates: DemoDates, calendar: WorkingCalendar, cast: DemoCast): DemoStep[] {
  const accepted = plan.fate === 'closed' || plan.fate === 'kept_up' || plan.fate === 'reopened';
  const endsOn = plan.endsOn!;
  const submittedOn = accepted ? previousWorkingDay(addDays(endsOn, -4), calendar) : endsOn;
  const before = previousWorkingDay(addDays(submittedOn, -1), calendar);
  const steps: DemoStep[] = [
    progress(before, cast.handler, '整改措施全部落实，已形成长效机制', 100),
    {
      ...plain(before, cast.handler, 'measure_edit', { text: plan.measure, doneOn: before }),
      record: { type: 'measureDone' },
    },
    {
      ...plain(submittedOn, cast.handler, 'evidence', { name: '整改情况说明.txt', version: 1 }),
      record: { type: 'evidence', name: '整改情况说明.txt' },
    },
  ];
  if (plan.outcome) {
    const { type, amount } = plan.outcome;
    steps.push({
      ...plain(submittedOn, cast.handler, 'outcome', { amount, on: submittedOn }),
      record: { type: 'outcome', outcome: type, amount },
    });
  }
  const result = '问题已整改到位，制度已印发执行';
  steps.push({
    on: submittedOn,
    by: cast.handler,
    action: 'submit',
    patch: {
      status: 'dept_review',
      result,
      submittedOn,
      submitterId: cast.handler,
      submittedByHead: cast.handler === cast.head,
    },
    payload: { from: 'in_progress', to: 'dept_review', result },
  });
  const reviewer = cast.handler === cast.head ? cast.deputy : cast.head;
  const reviews: [string, string, string, string][] = [
    ['review_pass', 'dept_review', 'pending_review', reviewer],
    ['approve', 'pending_review', 'pending_acceptance', cast.deputy],
  ];
  const passed = { dept_review: 0, pending_review: 1 }[plan.fate as string] ?? 2;
  reviews.slice(0, passed).forEach(([action, from, to, by], index) => {
    const on = nextWorkingDay(addDays(submittedOn, index + 1), calendar);
    steps.push({ on: on < dates.today ? on : submittedOn, by, action, patch: { status: to }, payload: { from, to } });
  });
  if (accepted) steps.push(...acceptance(plan, dates, calendar, submittedOn));
  return steps;
}

function acceptance(plan: DemoPlan, dates: DemoDates, calendar: WorkingCalendar, submittedOn: Day): DemoStep[] {
  const endsOn = plan.endsOn!;
  const keptUp = plan.fate === 'kept_up';
  const to = keptUp ? 'ongoing' : 'closed';
  const closedOnTime = submittedOn <= (plan.fate === 'reopened' ? addDays(endsOn, 10) : plan.dueOn!);
  const patch = keptUp
    ? { status: to, acceptedOn: endsOn, closedOnTime }
    : { status: to, closedOn: endsOn, closedOnTime };
  const accept: DemoStep = {
    on: endsOn,
    by: 'liaison',
    action: 'accept',
    patch,
    payload: { from: 'pending_acceptance', to, opinion: '佐证齐全，同意销号' },
  };
  if (plan.fate !== 'reopened') return [accept];
  const on = previousWorkingDay(addDays(dates.today, -15), calendar);
  const reopen: DemoStep = {
    on,
    by: 'inspection',
    action: 'reopen',
    patch: {
      status: 'in_progress',
      round: 2,
      assignedOn: on,
      signedOn: on,
      submittedOn: null,
      submitterId: null,
      submittedByHead: false,
      closedOn: null,
      closedOnTime: null,
      result: null,
      progressPercent: null,
      dueOn: plan.dueOn,
      originalDueOn: plan.dueOn,
    },
    payload: { from: 'closed', to: 'in_progress', reason: '回头看发现问题反弹', dueOn: plan.dueOn },
  };
  return [accept, reopen];
}

function extensionSteps(
  plan: DemoPlan,
  dates: DemoDates,
  calendar: WorkingCalendar,
  cast: DemoCast,
  original: Day,
): DemoStep[] {
  const granted = plan.extension === 'granted';
  const asked = earlier(
    previousWorkingDay(addDays(granted ? original : dates.today, granted ? -10 : -3), calendar),
    addDays(dates.today, -3),
  );
  const on = asked > dates.signedOn ? asked : dates.signedOn;
  const requestedDueOn = granted ? plan.dueOn! : addDays(original, 20);
  const reason = '涉及第三方机构配合，原定时间内无法完成';
  const steps: DemoStep[] = [
    {
      ...plain(on, cast.head, 'request_extension', { reason, requestedDueOn }),
      patch: { extensionPending: true },
      record: {
        type: 'extension',
        requestedDueOn,
        formerDueOn: original,
        grantedDueOn: granted ? requestedDueOn : null,
      },
    },
  ];
  if (granted) {
    steps.push({
      on: nextWorkingDay(addDays(on, 1), calendar),
      by: cast.deputy,
      action: 'grant_extension',
      patch: { dueOn: requestedDueOn, extensionPending: false, extensionCount: 1 },
      payload: { formerDueOn: original, dueOn: requestedDueOn, opinion: '同意' },
    });
  }
  return steps;
}

function progress(on: Day, by: string, text: string, percent: number): DemoStep {
  return {
    on,
    by,
    action: 'progress',
    patch: { latestProgress: text, latestProgressOn: on, progressPercent: percent },
    payload: { text, percent, on },
    record: { type: 'progress', text, percent },
  };
}

function plain(on: Day, by: string, action: string, payload: Record<string, unknown>): DemoStep {
  return { on, by, action, patch: {}, payload };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

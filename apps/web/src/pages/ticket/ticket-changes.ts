import { statusLabels } from '@xiaohao/messages';
import type { Ticket } from '../../api/tickets.js';
import { shortDay } from '../../components/day-words.js';
import { undatedDeadline } from '../../components/deadline-text.js';
import { labelOf, t } from '../../language.js';

type Fact = readonly [name: string, words: (ticket: Ticket, today: string) => string];

/** What of a ticket weighs in a decision, each as words. */
const facts: readonly Fact[] = [
  [t('column.status'), ({ status }) => labelOf(statusLabels, status)],
  [t('column.title'), ({ title }) => title],
  [t('column.leadUnit'), ({ leadUnit }) => leadUnit?.name ?? t('ticket.noUnit')],
  [t('column.leader'), ({ leader }) => leader?.name ?? '—'],
  [t('column.handler'), ({ handler }) => handler?.name ?? '—'],
  [
    t('column.deadline'),
    ({ deadline }, today) => (deadline.dueOn ? shortDay(deadline.dueOn, today) : undatedDeadline(deadline)),
  ],
];

/** Lists that only grow, or whose lines change: that they did is said, not how. */
const lists = [
  [t('measure.title'), 'measures'],
  [t('progress.title'), 'progress'],
  [t('outcome.title'), 'outcomes'],
  [t('evidence.title'), 'evidence'],
  [t('extension.title'), 'extensions'],
] as const;

/** `状态 整改中 → 待科室审核`, one for each difference. */
export function changesBetween(before: Ticket, after: Ticket, today: string): string[] {
  const changed = facts.flatMap(([name, words]) => {
    const [from, to] = [words(before, today), words(after, today)];
    return from === to ? [] : [`${name} ${from} → ${to}`];
  });
  const touched = lists.flatMap(([name, list]) =>
    JSON.stringify(before[list]) === JSON.stringify(after[list]) ? [] : [t('action.touched', { name })],
  );
  return [...changed, ...touched];
}

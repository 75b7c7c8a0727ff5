import { t } from '../language.js';

const patterns = [
  [/^due_in_(\d+)$/, 'rule.before'],
  [/^overdue_(\d+)$/, 'rule.after'],
  [/^review_waiting_(\d+)$/, 'rule.review'],
  [/^due_today$/, 'rule.due'],
  [/^weekly_overdue$/, 'rule.weekly'],
  [/^daily_overdue$/, 'rule.daily'],
  [/^unresolved_deadline$/, 'rule.unresolved'],
  [/^suspension_review$/, 'rule.suspension'],
  [/^ongoing_review$/, 'rule.ongoing'],
  [/^review_late_(\d+)$/, 'rule.reviewLate'],
  [/^instruction_/, 'rule.instruction'],
  [/^spread_/, 'rule.spread'],
  [/^filing_(in|late|urge)/, 'rule.filing'],
] as const;

/** What a message was sent for, from the code of its rule. */
export function ruleWords(code: string): string {
  for (const [pattern, key] of patterns) {
    const found = pattern.exec(code);
    if (found) return t(key, { days: found[1] ?? '' });
  }
  return t('rule.other');
}

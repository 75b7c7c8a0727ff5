import { t } from '../language.js';
import type { Schema } from '../api/client.js';
import { DayText } from './day-text.js';

/** What a deadline without a day is called. */
export function undatedDeadline({ kind, ongoing, raw }: Schema['DeadlineDto']): string {
  if (kind === 'immediate') return t('deadline.immediate');
  if (kind === 'ongoing' || ongoing) return t('deadline.ongoing');
  if (kind === 'recurring') return raw ?? t('deadline.recurring');
  return t('deadline.unresolved');
}

/** The day that counts, with the one it replaced: `7月15日 周五 原 6月30日`. */
export function DeadlineText({ deadline, weekday = true }: { deadline: Schema['DeadlineDto']; weekday?: boolean }) {
  const { dueOn, originalDueOn, ongoing } = deadline;
  if (!dueOn) return <span title={deadline.raw ?? undefined}>{undatedDeadline(deadline)}</span>;
  return (
    <span className="deadline">
      <DayText day={dueOn} weekday={weekday} />
      {originalDueOn && originalDueOn !== dueOn && (
        <span className="deadline-was">
          {t('deadline.was')} <DayText day={originalDueOn} />
        </span>
      )}
      {ongoing && <span className="deadline-was">{t('deadline.thenOngoing')}</span>}
    </span>
  );
}

import { dayParts, weekday } from '@xiaohao/domain';
import type { CalendarDay } from '../../api/reminders.js';
import { useToday } from '../../api/session.js';
import { weekdayName } from '../../components/day-words.js';
import { t } from '../../language.js';

const week = [1, 2, 3, 4, 5, 6, 7] as const;

export function MonthGrid({
  days,
  chosen,
  onChoose,
}: {
  days: readonly CalendarDay[];
  chosen: string | null;
  onChoose: (on: string) => void;
}) {
  const most = Math.max(1, ...days.map(({ planned, sent }) => Math.max(planned, sent)));
  const lead = days[0] ? weekday(days[0].on) - 1 : 0;
  return (
    <div className="month">
      {week.map((number) => (
        <span key={number} className="month-week">
          {weekdayName(number)}
        </span>
      ))}
      {Array.from({ length: lead }, (_, index) => (
        <span key={`lead-${index}`} />
      ))}
      {days.map((day) => (
        <MonthDay key={day.on} day={day} most={most} isChosen={day.on === chosen} onChoose={onChoose} />
      ))}
    </div>
  );
}

function MonthDay({
  day,
  most,
  isChosen,
  onChoose,
}: {
  day: CalendarDay;
  most: number;
  isChosen: boolean;
  onChoose: (on: string) => void;
}) {
  const today = useToday();
  const { on, working, holiday, planned, sent, failed } = day;
  const isWeekend = weekday(on) > 5;
  const mark = working === isWeekend ? t(working ? 'reminders.workday' : 'reminders.off') : null;
  return (
    <button
      type="button"
      className={`month-day ${working ? '' : 'is-off'} ${on === today ? 'is-today' : ''}`}
      aria-pressed={isChosen}
      onClick={() => onChoose(on)}
    >
      <span className="month-date">
        <span className="figures">{dayParts(on).date}</span>
        {mark && <span className="month-mark">{mark}</span>}
        {holiday && <span className="faint cut">{holiday}</span>}
      </span>
      {sent > 0 && (
        <span className="month-line">
          <span className="month-bar is-sent" style={{ width: `${(100 * sent) / most}%` }} />
          <span className="figures">{t('reminders.sent', { count: sent })}</span>
        </span>
      )}
      {planned > 0 && (
        <span className="month-line">
          <span className="month-bar" style={{ width: `${(100 * planned) / most}%` }} />
          <span className="figures">{t('reminders.planned', { count: planned })}</span>
        </span>
      )}
      {failed > 0 && <span className="month-line figures">✕ {t('reminders.failed', { count: failed })}</span>}
    </button>
  );
}

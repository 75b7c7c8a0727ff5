import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { addMonths } from '@xiaohao/domain';
import { useReminderMonth } from '../../api/reminders.js';
import { useMay, useToday } from '../../api/session.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { DayPlan } from './day-plan.js';
import { MonthGrid } from './month-grid.js';

/** Whoever may not see the plan finds the log in its place. */
export function CalendarTab() {
  return useMay('reminder.read') ? <Calendar /> : <Navigate to="/reminders/log" replace />;
}

/** A month of days with what will go out and what went; a day opens its people. */
function Calendar() {
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const day = params.get('day');
  const month = params.get('month') ?? (day ?? today).slice(0, 7);
  const asked = useReminderMonth(month);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const go = (months: number) => setParams({ month: addMonths(`${month}-01`, months).slice(0, 7) });
  return (
    <div className="reminder-grid">
      <section className="section">
        <header className="month-head">
          <Button icon={<LeftOutlined />} aria-label={t('reminders.former')} onClick={() => go(-1)} />
          <h2>{t('reminders.month', { year, month: number })}</h2>
          <Button icon={<RightOutlined />} aria-label={t('reminders.next')} onClick={() => go(1)} />
        </header>
        <Answer asked={asked} lines={12}>
          {(days) => <MonthGrid days={days} chosen={day} onChoose={(on) => setParams({ month, day: on })} />}
        </Answer>
      </section>
      <section className="section">
        {day ? <DayPlan key={day} day={day} /> : <EmptyState title={t('reminders.chooseDay')} />}
      </section>
    </div>
  );
}

import { Link, useSearchParams } from 'react-router';
import { halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { useFilingPlan } from '../../api/filing-duties.js';
import { useMay, useToday } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { DueRule } from './due-rule.js';
import { DutyTable } from './duty-table.js';

/** Who is to file what, how often and by when; beside it who has not, in the period that is looked at. */
export function DutiesPage() {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const isPhone = useIsPhone();
  const mayAccept = useMay('indicator.accept');
  const period = parsePeriod(query.get('period') ?? '')?.code ?? halfYearToFile(today).code;
  const plan = useFilingPlan(period);
  return (
    <div className="page">
      <PageHead title={t('duty.title')} note={!isPhone && t('duty.note')}>
        <PeriodChoice
          value={period}
          lastYear={Number(today.slice(0, 4)) + 1}
          onChange={(next) => setQuery({ period: next }, { replace: true })}
        />
        <Link to={`/filing?period=${period}`}>{t('filing.toFile')}</Link>
        {mayAccept && <Link to={`/filing/review?period=${period}`}>{t('filing.toReview')}</Link>}
      </PageHead>
      <Answer asked={plan} lines={12}>
        {(present) => (
          <>
            <DueRule plan={present} />
            <DutyTable key={period} plan={present} />
          </>
        )}
      </Answer>
    </div>
  );
}

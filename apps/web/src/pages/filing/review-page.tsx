import { Link, useSearchParams } from 'react-router';
import { halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { useIndicatorSheet, useMissingFilings } from '../../api/indicators.js';
import { useMay, useToday } from '../../api/session.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { MissingSection } from './missing-section.js';
import { WaitingSection } from './waiting-section.js';

/** For who accepts: what waits for a period, and who has not filed. */
export function ReviewPage() {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const period = parsePeriod(query.get('period') ?? '')?.code ?? halfYearToFile(today).code;
  const mayDefine = useMay('indicator.define');
  const sheet = useIndicatorSheet(period);
  const missing = useMissingFilings(period);
  return (
    <div className="page">
      <PageHead title={t('filing.review')}>
        <PeriodChoice
          value={period}
          lastYear={Number(today.slice(0, 4)) + 1}
          onChange={(next) => setQuery({ period: next }, { replace: true })}
        />
        {mayDefine && <Link to={`/filing/duties?period=${period}`}>{t('duty.open')}</Link>}
        <Link to={`/filing?period=${period}`}>{t('filing.toFile')}</Link>
      </PageHead>
      <Answer asked={sheet} lines={8}>
        {(present) => <WaitingSection key={period} sheet={present} wantedUnit={query.get('unitId')} />}
      </Answer>
      <Answer asked={missing} lines={6}>
        {(present) => <MissingSection missing={present} />}
      </Answer>
    </div>
  );
}

import { Link } from 'react-router';
import { formerPeriodCodes } from '@xiaohao/domain';
import { useReportComparison, type Report } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { amount, periodWords } from './report-words.js';

type GoTo = (selector: string) => void;

/** What is not as in the final report of the period before (环比) and of the year before (同比). */
export function PeriodChange({ report, goTo }: { report: Report; goTo: GoTo }) {
  const { formerPeriod, formerYear } = report;
  if (!formerPeriod && !formerYear) return <NoFormer period={report.period} />;
  return (
    <>
      {formerPeriod && <Beside title="report.formerPeriod" former={formerPeriod} report={report} goTo={goTo} />}
      {formerYear && <Beside title="report.formerYear" former={formerYear} report={report} goTo={goTo} />}
    </>
  );
}

function NoFormer({ period }: Pick<Report, 'period'>) {
  const { previous, yearBefore } = formerPeriodCodes(period);
  const periods = [previous, yearBefore].filter((code) => code !== null).map(periodWords);
  return (
    <Section title={t('report.formerPeriodTitle')}>
      <p className="faint">{t('report.formerPeriodNone', { periods: periods.join('、') })}</p>
    </Section>
  );
}

interface BesideProps {
  title: 'report.formerPeriod' | 'report.formerYear';
  former: NonNullable<Report['formerPeriod']>;
  report: Report;
  goTo: GoTo;
}

function Beside({ title, former, report, goTo }: BesideProps) {
  return (
    <Section
      title={t(title, { period: periodWords(former.period) })}
      end={<Link to={`/reports/${report.id}/compare/${former.id}`}>{t('compare.open')}</Link>}
    >
      <Changes id={report.id} formerId={former.id} goTo={goTo} />
    </Section>
  );
}

function Changes({ id, formerId, goTo }: { id: string; formerId: string; goTo: GoTo }) {
  const asked = useReportComparison(id, formerId);
  return (
    <Answer asked={asked} lines={4}>
      {({ figures }) => {
        const changed = figures.filter(({ difference }) => difference !== null && difference !== 0);
        if (changed.length === 0) return <p className="faint">{t('report.formerPeriodSame')}</p>;
        return (
          <details className="period-change">
            <summary>{t('report.formerPeriodCount', { count: changed.length })}</summary>
            <ul className="checks">
              {changed.map(({ key, name, unit, earlier, later, difference }) => (
                <li key={key} className="check">
                  <button type="button" className="link-button" onClick={() => goTo(`[data-figure="${key}"]`)}>
                    {name}
                  </button>{' '}
                  <span className="figures">
                    {earlier?.text} → {later?.text} {unit} {signed(difference!)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      }}
    </Answer>
  );
}

const signed = (value: number) => `（${value > 0 ? '+' : '−'}${amount(Math.abs(value))}）`;

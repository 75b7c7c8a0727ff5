import { Link } from 'react-router';
import { useReportComparison, type Report } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { amount, periodWords } from './report-words.js';

type GoTo = (selector: string) => void;

/** 环比: what is not as in the final report of the period before. */
export function PeriodChange({ report, goTo }: { report: Report; goTo: GoTo }) {
  const former = report.formerPeriod;
  if (!former) return null;
  return (
    <Section
      title={t('report.formerPeriod', { period: periodWords(former.period) })}
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

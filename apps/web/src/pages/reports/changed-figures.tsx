import { Link } from 'react-router';
import { useReportComparison, type Report, type ReportFigure } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** Numbers that are not what the last build printed, and why. */
export function ChangedFigures({ report, goTo }: { report: Report; goTo: (selector: string) => void }) {
  const changed = report.figures.filter(({ before }) => before !== null);
  if (!report.previous || changed.length === 0) return null;
  return (
    <Section
      title={t('report.changed')}
      count={changed.length}
      end={<Link to={`/reports/${report.id}/compare/${report.previous.id}`}>{t('compare.open')}</Link>}
    >
      <Reasons report={report} previousId={report.previous.id} changed={changed} goTo={goTo} />
    </Section>
  );
}

function Reasons({
  report,
  previousId,
  changed,
  goTo,
}: {
  report: Report;
  previousId: string;
  changed: readonly ReportFigure[];
  goTo: (selector: string) => void;
}) {
  const asked = useReportComparison(report.id, previousId);
  const sentences = new Map(asked.data?.figures.map(({ key, sentence }) => [key, sentence]));
  return (
    <ul className="checks">
      {changed.map(({ key, name, text, before }) => (
        <li key={key} className="check">
          {sentences.get(key) ?? `${name} ${t('figure.was', { text: before!.text })} → ${text}`}{' '}
          <button type="button" className="link-button" onClick={() => goTo(`[data-figure="${key}"]`)}>
            {t('report.toFigure')}
          </button>
        </li>
      ))}
    </ul>
  );
}

import { Link } from 'react-router';
import type { ComparedFigure, ReportComparison } from '../../api/reports.js';
import { CopyButton } from '../../components/copy-button.js';
import { t } from '../../language.js';
import { LinkedSentence } from './compare-links.js';

interface Explained extends Pick<ReportComparison, 'tickets'> {
  figure: ComparedFigure;
}

/** The sentence with its tickets as links, what else there is to open, and a way to take it along. */
export function Explanation({ figure, tickets }: Explained) {
  const { sentence, changes } = figure;
  if (sentence === null) return <span className="faint">{t('compare.unchanged')}</span>;
  return (
    <div className="explanation">
      <div>
        <p className="prose">
          <LinkedSentence text={sentence} tickets={tickets} />
        </p>
        {changes.some(({ tickets }) => tickets.length > 0) && <Tickets changes={changes} />}
      </div>
      <CopyButton text={sentence} label={t('compare.copy')} done={t('compare.copied')} />
    </div>
  );
}

function Tickets({ changes }: Pick<ComparedFigure, 'changes'>) {
  return (
    <details>
      <summary className="faint">{t('compare.tickets')}</summary>
      {changes.map(({ reason, label, effect, count, hiddenCount, tickets }) => (
        <div key={reason + effect} className="change">
          <p className="faint">
            {label} <span className="figures">{count}</span>
            {tickets.length < count - hiddenCount && ` · ${t('compare.cut', { count: tickets.length })}`}
            {hiddenCount > 0 && ` · ${t('figure.hidden', { count: hiddenCount })}`}
          </p>
          <ul>
            {tickets.map(({ id, no, title }) => (
              <li key={id}>
                <Link to={`/tickets/${id}`}>
                  <span className="figures">{no}</span> {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

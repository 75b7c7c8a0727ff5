import { Link } from 'react-router';
import type { CountedSource } from '../../api/sources.js';
import { lightShapes } from '../../components/light-badge.js';
import { t } from '../../language.js';

type Counts = Pick<CountedSource, 'total' | 'done' | 'green' | 'yellow' | 'red' | 'grey'>;

/** `12 件 · 已办结 7` and the lights of the others, each number the way to its list. */
export function SourceCounted({ counts, address }: { counts: Counts; address: string }) {
  if (counts.total === 0) return <span className="faint">{t('source.noTickets')}</span>;
  const lights = (['red', 'yellow', 'green', 'grey'] as const).filter((light) => counts[light] > 0);
  return (
    <span className="source-counts figures">
      <Link to={`/tickets?${address}&status=any`}>{t('source.total', { count: counts.total })}</Link>
      {counts.done > 0 && (
        <Link to={`/tickets?${address}&status=closed,ongoing`}>{t('source.done', { count: counts.done })}</Link>
      )}
      {lights.map((light) => (
        <Link key={light} to={`/tickets?${address}&light=${light}`} title={t(`workbench.light.${light}`)}>
          <span className={`light-${light}`} aria-hidden="true">
            {lightShapes[light]}
          </span>{' '}
          {counts[light]}
        </Link>
      ))}
    </span>
  );
}

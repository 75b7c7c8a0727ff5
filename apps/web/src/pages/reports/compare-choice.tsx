import { Link } from 'react-router';
import { useReports, type Report } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { reportRange } from './report-words.js';

/** The other reports this one can be held against. */
export function CompareChoice({ report }: { report: Report }) {
  const asked = useReports();
  const today = useToday();
  const others = asked.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ id, status }) => id !== report.id && status === 'ready');
  return (
    <Answer asked={{ data: others, error: asked.error, refetch: asked.refetch }}>
      {(rows) => (
        <>
          {rows.length === 0 && !asked.hasNextPage && (
            <EmptyState title={t('compare.noOther')}>
              <p className="faint">{t('compare.noOtherNext')}</p>
            </EmptyState>
          )}
          <ul className="behind compare-choice">
            {rows.map((other) => (
              <li key={other.id}>
                <Link to={`/reports/${report.id}/compare/${other.id}`}>{other.template.name}</Link>
                {other.finalizedAt && <span className="mark mark-final">{t('report.final')}</span>}
                <p className="faint">{reportRange(other, today)}</p>
                <p className="faint">
                  {other.createdBy?.name} <InstantText at={other.createdAt} />
                </p>
              </li>
            ))}
          </ul>
          <LoadMore
            hasMore={asked.hasNextPage}
            isLoading={asked.isFetchingNextPage}
            onMore={() => void asked.fetchNextPage()}
          />
        </>
      )}
    </Answer>
  );
}

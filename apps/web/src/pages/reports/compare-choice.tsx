import { Link } from 'react-router';
import { reportStateLabels } from '@xiaohao/messages';
import { useReports, type Report, type ReportRow } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { Section } from '../../components/section.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { ReportState } from './report-state.js';
import { reportRange } from './report-words.js';

/** The other reports this one can be held against: the likely one first, final ones before drafts, the newest first. */
export function CompareChoice({ report }: { report: Report }) {
  const likely = useReports({ final: 'true', template: report.template.code });
  const finals = useReports({ final: 'true' });
  const drafts = useReports({ final: 'false' });
  const usual = othersOf(likely, report.id)?.[0];
  const lists = [
    { title: t('compare.finals'), asked: finals, others: othersOf(finals, report.id, usual?.id) },
    { title: t('compare.drafts'), asked: drafts, others: othersOf(drafts, report.id) },
  ];
  const isNone = !usual && lists.every(({ asked, others }) => others?.length === 0 && !asked.hasNextPage);
  if (isNone) {
    return (
      <EmptyState title={t('compare.noOther')}>
        <p className="faint">{t('compare.noOtherNext')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {usual && (
        <Section title={t('compare.usual')}>
          <Choices id={report.id} others={[usual]} />
        </Section>
      )}
      {lists.map(({ title, asked, others: data }) => (
        <Answer key={title} asked={{ data, error: asked.error, refetch: asked.refetch }} lines={3}>
          {(others) =>
            (others.length > 0 || asked.hasNextPage) && (
              <Section title={title}>
                <Choices id={report.id} others={others} />
                <LoadMore
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </Section>
            )
          }
        </Answer>
      ))}
    </>
  );
}

/** Those that are built, without the ones named; undefined while nothing is there. */
function othersOf({ data }: ReturnType<typeof useReports>, ...but: (string | undefined)[]): ReportRow[] | undefined {
  return data?.pages.flatMap(({ items }) => items).filter(({ id, status }) => !but.includes(id) && status === 'ready');
}

const stateOf = (report: ReportRow) =>
  report.state === 'draft' ? labelOf(reportStateLabels, report.state) : <ReportState report={report} />;

function Choices({ id, others }: { id: string; others: readonly ReportRow[] }) {
  const today = useToday();
  return (
    <ul className="behind compare-choice">
      {others.map((other) => (
        <li key={other.id}>
          <Link to={`/reports/${id}/compare/${other.id}`}>{other.template.name}</Link> {stateOf(other)}
          <p className="faint">{reportRange(other, today)}</p>
          <p className="faint">
            {(other.finalizedBy ?? other.createdBy)?.name} <InstantText at={other.finalizedAt ?? other.createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}

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

/**
 * The other reports this one can be held against, the likely ones first: of its template and period, of its template,
 * then all others; final ones before drafts, the newest first.
 */
export function CompareChoice({ report }: { report: Report }) {
  const alike = useReports({ template: report.template.code });
  const finals = useReports({ final: 'true' });
  const drafts = useReports({ final: 'false' });
  const lists = [
    {
      title: t('compare.samePeriod'),
      asked: alike,
      others: samePeriod(report, othersOf(alike, report)),
      isWhole: true,
    },
    { title: t('compare.sameTemplate'), asked: alike, others: otherPeriods(report, othersOf(alike, report)) },
    { title: t('compare.finals'), asked: finals, others: otherTemplates(report, othersOf(finals, report)) },
    { title: t('compare.drafts'), asked: drafts, others: otherTemplates(report, othersOf(drafts, report)) },
  ];
  const isNone = lists.every(({ asked, others }) => others?.length === 0 && !asked.hasNextPage);
  if (isNone) {
    return (
      <EmptyState title={t('compare.noOther')}>
        <p className="faint">{t('compare.noOtherNext')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {lists.map(({ title, asked, others: data, isWhole = false }) => (
        <Answer key={title} asked={{ data, error: asked.error, refetch: asked.refetch }} lines={3}>
          {(others) =>
            (others.length > 0 || (asked.hasNextPage && !isWhole)) && (
              <Section title={title}>
                <Choices id={report.id} others={others} />
                <LoadMore
                  hasMore={asked.hasNextPage && !isWhole}
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

/** Those that are built, final ones first; undefined while nothing is there. */
function othersOf({ data }: ReturnType<typeof useReports>, report: Report): ReportRow[] | undefined {
  const others = data?.pages
    .flatMap(({ items }) => items)
    .filter(({ id, status }) => id !== report.id && status === 'ready');
  return others?.sort((a, b) => Number(b.state === 'final') - Number(a.state === 'final'));
}

type Others = ReportRow[] | undefined;
const samePeriod = ({ period }: Report, others: Others) => others?.filter((other) => other.period === period);
const otherPeriods = ({ period }: Report, others: Others) => others?.filter((other) => other.period !== period);
const otherTemplates = ({ template: { code } }: Report, others: Others) =>
  others?.filter(({ template }) => template.code !== code);

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

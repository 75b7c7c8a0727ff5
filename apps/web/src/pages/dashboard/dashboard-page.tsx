import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDashboard, type Dashboard, type DashboardQuestion } from '../../api/dashboard.js';
import { useToday } from '../../api/session.js';
import { shortDay } from '../../components/day-words.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { AgeChart } from './age-chart.js';
import { readQuestion } from './dashboard-address.js';
import { HeatTable } from './heat-table.js';
import { OwnCards } from './own-cards.js';
import { PartDrawer } from './part-drawer.js';
import { QuestionBar } from './question-bar.js';
import { Ranking } from './ranking.js';
import { RateCards } from './rate-cards.js';
import { SectionChart } from './section-chart.js';
import { TicketLines } from './ticket-lines.js';
import { TrendChart } from './trend-chart.js';

export function DashboardPage() {
  const [params] = useSearchParams();
  const address = params.toString();
  const question = useMemo(() => readQuestion(new URLSearchParams(address)), [address]);
  const asked = useDashboard(question);
  const today = useToday();
  const day = question.asOf ?? today;
  return (
    <div className="page dashboard" aria-busy={asked.isPlaceholderData}>
      <PageHead title={t('dashboard.title')} note={t('dashboard.note', { day: shortDay(day, today) })}>
        <QuestionBar />
      </PageHead>
      {day !== today && !question.knownAt && <p className="faint dashboard-past">{t('dashboard.pastNote')}</p>}
      <Answer asked={asked} lines={12}>
        {(board) =>
          board.totals.total === 0 ? (
            <EmptyState title={t('dashboard.empty')} />
          ) : (
            <Board board={board} question={question} />
          )
        }
      </Answer>
      <PartDrawer />
    </div>
  );
}

/** A count a few seconds old is that of the moment. */
const oldAfterMs = 5_000;

function Board({ board, question }: { board: Dashboard; question: DashboardQuestion }) {
  const countedAt = new Date(board.countedAt);
  return (
    <>
      {Date.now() - countedAt.getTime() > oldAfterMs && (
        <p className="faint dashboard-past">
          {t('dashboard.counted', { time: countedAt.toLocaleTimeString('zh-CN') })}
        </p>
      )}
      <RateCards board={board} />
      <OwnCards cards={board.cards} question={question} />
      <div className="board">
        <SectionChart sections={board.sections} />
        <AgeChart ageing={board.ageing} />
        <TrendChart months={board.months} />
        <Section title={t('dashboard.hot')}>
          {board.hot.length === 0 ? (
            <EmptyState title={t('dashboard.noOverdue')} />
          ) : (
            <TicketLines tickets={board.hot} />
          )}
        </Section>
        <Ranking sections={board.sections} />
        {board.heat.length > 0 && <HeatTable heat={board.heat} />}
      </div>
    </>
  );
}

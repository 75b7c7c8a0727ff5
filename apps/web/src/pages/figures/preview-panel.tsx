import { Alert } from 'antd';
import { Link } from 'react-router';
import { statusLabels } from '@xiaohao/messages';
import { useFigurePreview, type FigurePreview, type PreviewQuery } from '../../api/figures.js';
import { useToday } from '../../api/session.js';
import { LoadMore } from '../../components/load-more.js';
import { Section } from '../../components/section.js';
import { Skeleton } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { amount } from '../reports/report-words.js';

interface Props {
  query: PreviewQuery | null;
  /** Overrides the unit of the form. */
  unit: string | null;
  period: string;
  onPeriod: (code: string) => void;
}

/** The value as the choices stand, its sentence, and the tickets behind it. */
export function PreviewPanel({ query, unit, period, onPeriod }: Props) {
  const today = useToday();
  const asked = useFigurePreview(query);
  const first = asked.data?.pages[0];
  return (
    <aside className="section figure-preview" aria-busy={asked.isFetching}>
      <header className="section-head">
        <h2>{t('figures.preview')}</h2>
      </header>
      <PeriodChoice value={period} onChange={onPeriod} lastYear={Number(today.slice(0, 4))} />
      {query === null && <p className="faint">{t('figures.previewWait')}</p>}
      {query !== null && asked.error && <Alert type="warning" showIcon title={asked.error.message} />}
      {query !== null && !asked.error && !first && <Skeleton lines={4} />}
      {query !== null && !asked.error && first && (
        <>
          <Value preview={first} unit={unit ?? query.unit} />
          <Section title={t('figures.tickets')} count={first.ticketCount}>
            {first.ticketCount === 0 && <p className="faint">{t('figure.noTickets')}</p>}
            <ul className="behind">
              {asked
                .data!.pages.flatMap(({ items }) => items)
                .map((ticket) => (
                  <li key={ticket.id}>
                    <Link to={`/tickets/${ticket.id}`} target="_blank" className="two-lines">
                      {ticket.title}
                    </Link>
                    <p className="faint">
                      <span className="figures">{ticket.no}</span> · {ticket.leadUnit?.name ?? t('ticket.noUnit')} ·{' '}
                      {labelOf(statusLabels, ticket.status)}
                    </p>
                  </li>
                ))}
            </ul>
            <LoadMore
              hasMore={asked.hasNextPage}
              isLoading={asked.isFetchingNextPage}
              onMore={() => void asked.fetchNextPage()}
            />
            {first.hiddenCount > 0 && <p className="faint">{t('figure.hidden', { count: first.hiddenCount })}</p>}
          </Section>
        </>
      )}
    </aside>
  );
}

function Value({ preview, unit }: { preview: FigurePreview; unit: string }) {
  const { value, text, gapText, meaning, parts } = preview;
  return (
    <>
      <p className="figure-value" role="status">
        <b className="figures">{text}</b> {value !== null && unit}
      </p>
      {gapText && <p>{gapText}</p>}
      {parts && (
        <p className="faint figures">
          {t('figures.previewParts', { part: amountOf(parts.part), whole: amountOf(parts.whole) })}
        </p>
      )}
      <p>{meaning}</p>
      <p className="faint">{t('figures.previewNote')}</p>
    </>
  );
}

const amountOf = (value: number | null) => (value === null ? '—' : amount(value));

import { Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { figureSourceLabels, reportWords } from '@xiaohao/messages';
import { useFigureTickets, type FigureTicket, type Report, type ReportFigure } from '../../api/reports.js';
import { useMay, useToday } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { shortDay } from '../../components/day-words.js';
import { Facts } from '../../components/facts.js';
import { LoadMore } from '../../components/load-more.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { TypeOver } from './type-over.js';
import { amount, periodWords, reportRange } from './report-words.js';

interface Props {
  report: Report;
  figure: ReportFigure | null;
  onClose: () => void;
}

/** What a figure of the paper counts, over which days, and the tickets or filings behind it. */
export function FigureDrawer({ report, figure, onClose }: Props) {
  // The last figure stays drawn while the drawer slides away.
  const [shown, setShown] = useState(figure);
  if (figure !== null && figure !== shown) setShown(figure);
  return (
    <Drawer
      open={figure !== null}
      onClose={onClose}
      size={480}
      mask={false}
      title={shown?.name}
      rootClassName="figure-drawer"
      destroyOnHidden
    >
      {shown && (
        <>
          <FigureFacts report={report} figure={shown} />
          <TypeOver report={report} figure={shown} />
          {shown.source !== 'parameter' && <Behind key={shown.key} reportId={report.id} figure={shown} />}
        </>
      )}
    </Drawer>
  );
}

function FigureFacts({ report, figure }: { report: Report; figure: ReportFigure }) {
  const today = useToday();
  const isMissing = figure.value === null && /^_+$/.test(figure.text);
  const facts: [string, string | null][] = [
    [t('figure.value'), figure.value === null ? null : `${amount(figure.value)} ${figure.unit}`],
    [t('figure.printed'), figure.text],
    [t('figure.before'), figure.before && t('figure.was', { text: figure.before.text })],
    [t('figure.meaning'), figure.meaning],
    [t('figure.span'), reportRange(report, today)],
    [t('figure.source'), labelOf(figureSourceLabels, figure.fromLedger ? 'ledger' : figure.source)],
  ];
  return (
    <>
      {isMissing && (
        <p className="banner">
          {t('report.figureMissing')} <WayToFile period={report.period} figure={figure} />
        </p>
      )}
      <Facts facts={facts} />
    </>
  );
}

/** Where the value is given, for those who may give it. */
function WayToFile({ period, figure: { key, source } }: { period: string; figure: ReportFigure }) {
  const mayFile = useMay('indicator.file');
  const mayEdit = useMay('parameter.edit');
  if (source === 'parameter') return mayEdit ? <Link to="/filing#parameters">{t('figure.toParameters')}</Link> : null;
  const query = new URLSearchParams({ period, indicator: key });
  return mayFile ? <Link to={`/filing?${query}`}>{t('figure.toFiling')}</Link> : null;
}

function Behind({ reportId, figure }: { reportId: string; figure: ReportFigure }) {
  const asked = useFigureTickets(reportId, figure.key);
  const isFiled = figure.source === 'indicator';
  return (
    <Answer asked={asked}>
      {({ pages }) => {
        const tickets = pages.flatMap(({ items }) => items);
        const { hiddenCount, filings } = pages[0]!;
        return (
          <>
            {(filings.length > 0 || isFiled) && (
              <Section title={t('figure.filings')} count={filings.length}>
                {filings.length === 0 && <p className="faint">{t('figure.noFilings')}</p>}
                <ul className="behind">
                  {filings.map((filing) => (
                    <li key={`${filing.unit.id}${filing.period}`}>
                      <b className="figures">{amount(filing.value)}</b> {filing.unit.name} ·{' '}
                      {periodWords(filing.period)}
                      {filing.note && <p className="prose">{filing.note}</p>}
                      <p className="faint">
                        {filing.filedBy} <InstantText at={filing.filedAt} />
                      </p>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {(tickets.length > 0 || hiddenCount > 0 || !isFiled) && (
              <Section title={t('figure.tickets')} count={figure.ticketCount}>
                {tickets.length === 0 && hiddenCount === 0 && <p className="faint">{t('figure.noTickets')}</p>}
                <ul className="behind">
                  {tickets.map((ticket) => (
                    <BehindTicket key={ticket.id} ticket={ticket} />
                  ))}
                </ul>
                <LoadMore
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
                {hiddenCount > 0 && <p className="faint">{t('figure.hidden', { count: hiddenCount })}</p>}
              </Section>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function BehindTicket({ ticket }: { ticket: FigureTicket }) {
  const today = useToday();
  return (
    <li>
      <Link to={`/tickets/${ticket.id}`} className="two-lines">
        {ticket.title}
      </Link>
      <p className="faint">
        <span className="figures">{ticket.no}</span> · {ticket.leadUnit?.name ?? t('ticket.noUnit')} ·{' '}
        {labelOf(reportWords, `state${ticket.state}`)}
        {ticket.dueOn && (
          <>
            {' · '}
            <span className="figures">{t('figure.due', { day: shortDay(ticket.dueOn, today) })}</span>
          </>
        )}
      </p>
    </li>
  );
}

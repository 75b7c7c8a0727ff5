import { Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { statusLabels } from '@xiaohao/messages';
import type { Dashboard, DashboardQuestion } from '../../api/dashboard.js';
import { useCardTickets } from '../../api/figures.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { periodWords } from '../reports/report-words.js';

type Card = Dashboard['cards'][number];

/** Figures the bureau defined and chose to see here; each opens its tickets. */
export function OwnCards({ cards, question }: { cards: readonly Card[]; question: DashboardQuestion }) {
  const [open, setOpen] = useState<Card | null>(null);
  if (cards.length === 0) return null;
  return (
    <>
      <div className="rate-cards own-cards">
        {cards.map((card) => (
          <button key={card.key} type="button" className="rate" title={card.meaning} onClick={() => setOpen(card)}>
            <span className="rate-label">{card.name}</span>
            <span className="rate-value figures">
              {card.text}
              {card.value !== null && <span className="rate-unit"> {card.unit}</span>}
            </span>
            <span className="rate-note">{periodWords(card.period)}</span>
          </button>
        ))}
      </div>
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        size={640}
        title={open && t('figures.cardTickets', { name: open.name })}
        destroyOnHidden
      >
        {open && <CardTickets card={open} question={question} />}
      </Drawer>
    </>
  );
}

function CardTickets({ card, question }: { card: Card; question: DashboardQuestion }) {
  const asked = useCardTickets(card.key, question);
  return (
    <>
      <p>{card.meaning}</p>
      <Answer asked={asked}>
        {({ items, total }) => (
          <>
            <p className="faint figures">
              {items.length < total
                ? t('dashboard.behindFirst', { total, shown: items.length })
                : t('dashboard.behind', { total })}
            </p>
            <ul className="behind">
              {items.map((ticket) => (
                <li key={ticket.id}>
                  <Link to={`/tickets/${ticket.id}`} className="two-lines">
                    {ticket.title}
                  </Link>
                  <p className="faint">
                    <span className="figures">{ticket.no}</span> · {ticket.leadUnit?.name ?? t('ticket.noUnit')} ·{' '}
                    {labelOf(statusLabels, ticket.status)}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </>
  );
}

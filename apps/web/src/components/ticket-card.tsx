import { Link } from 'react-router';
import type { TicketRow } from '../api/tickets.js';
import { t } from '../language.js';
import { DeadlineText } from './deadline-text.js';
import { LightBadge } from './light-badge.js';

/** A ticket as one thumb-sized card, for phones. */
export function TicketCard({ ticket }: { ticket: TicketRow }) {
  return (
    <Link to={`/tickets/${ticket.id}`} className="card">
      <span className="card-top">
        <LightBadge lit={ticket} />
        <span className="figures faint">{ticket.no}</span>
      </span>
      <span className="card-title">{ticket.title}</span>
      <span className="card-foot">
        <span className="cut">
          {ticket.leadUnit?.name ?? t('ticket.noUnit')}
          {ticket.handler && ` / ${ticket.handler.name}`}
        </span>
        <DeadlineText deadline={ticket.deadline} weekday={false} />
      </span>
    </Link>
  );
}

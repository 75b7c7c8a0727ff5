import { LockOutlined } from '@ant-design/icons';
import { kindLabels, levelLabels } from '@xiaohao/messages';
import type { Ticket } from '../../api/tickets.js';
import { DeadlineText } from '../../components/deadline-text.js';
import { LightBadge } from '../../components/light-badge.js';
import { labelOf, t } from '../../language.js';
import { ActionBar } from './action-bar.js';

export function TicketHead({ ticket }: { ticket: Ticket }) {
  return (
    <header className="ticket-head">
      <div className="ticket-head-facts">
        <p className="ticket-head-line">
          <span className="ticket-no figures">{ticket.no}</span>
          <span className="mark">{labelOf(kindLabels, ticket.kind)}</span>
          {ticket.level && <span className="mark">{labelOf(levelLabels, ticket.level)}</span>}
          {ticket.round > 1 && <span className="mark">{t('ticket.round', { round: ticket.round })}</span>}
          {ticket.confidential && (
            <span className="mark">
              <LockOutlined /> {t('ticket.confidential')}
            </span>
          )}
          {ticket.completion === 'basic' && <span className="mark">{t('ticket.basic')}</span>}
        </p>
        <h1 className="ticket-title">{ticket.title}</h1>
        <p className="ticket-head-line">
          <LightBadge lit={ticket} />
          <span>
            {t('column.deadline')} <DeadlineText deadline={ticket.deadline} />
          </span>
        </p>
      </div>
      <ActionBar ticket={ticket} />
    </header>
  );
}

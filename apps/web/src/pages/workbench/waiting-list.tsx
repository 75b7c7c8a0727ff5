import { Link } from 'react-router';
import { useTicketList, type TicketRow } from '../../api/tickets.js';
import type { Schema } from '../../api/client.js';
import { DeadlineText } from '../../components/deadline-text.js';
import { LightBadge } from '../../components/light-badge.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { NextStep } from './next-step.js';
import { waitingLabels } from './waiting-labels.js';

const shownAtMost = 100;

/** The tickets of one group, each with its one main action in place. */
export function WaitingList({ group }: { group: Schema['WaitingGroupDto'] | null }) {
  const asked = useTicketList({ waiting: group?.key, limit: shownAtMost }, group !== null);
  if (!group) {
    return (
      <EmptyState title={t('workbench.done')}>
        <Link to="/tickets">{t('workbench.toLedger')}</Link>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="desk-title">
        <h1>{labelOf(waitingLabels, group.key)}</h1>
        <Link to={`/tickets?waiting=${group.key}`}>{t('workbench.inLedger')}</Link>
      </div>
      <Answer asked={asked}>
        {({ items }) => (
          <ul className="waiting">
            {items.map((ticket) => (
              <WaitingRow key={ticket.id} ticket={ticket} group={group.key} />
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

export function WaitingRow({ ticket, group }: { ticket: TicketRow; group?: string }) {
  return (
    <li className="waiting-row">
      <div className="waiting-facts">
        <p className="waiting-line">
          <LightBadge lit={ticket} />
          <span className="figures faint">{ticket.no}</span>
          <span className="faint">
            {ticket.leadUnit?.name}
            {ticket.handler && ` / ${ticket.handler.name}`}
          </span>
        </p>
        <Link to={`/tickets/${ticket.id}`} className="waiting-title two-lines">
          {ticket.title}
        </Link>
        <p className="waiting-line faint">
          <span>
            {ticket.deadline.dueOn && t('column.deadline')} <DeadlineText deadline={ticket.deadline} />
          </span>
          {ticket.latestProgress && <span className="cut">{ticket.latestProgress}</span>}
        </p>
      </div>
      {group && <NextStep ticket={ticket} group={group} />}
    </li>
  );
}

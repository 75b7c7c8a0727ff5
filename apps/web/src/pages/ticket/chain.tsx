import { useEffect, useRef } from 'react';
import { officesOf, type TicketKind, type TicketStatus } from '@xiaohao/domain';
import { chainLabels, roleLabels } from '@xiaohao/messages';
import type { Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { labelText, t } from '../../language.js';

/** Who has the ticket in their hands at a stage. */
function holder(ticket: Ticket, stage: TicketStatus): string | null {
  const offices = officesOf(ticket.kind as TicketKind, ticket.level);
  const unit = ticket.leadUnit?.name ?? null;
  switch (stage) {
    case 'draft':
      return labelText(roleLabels[offices.coordinator]);
    case 'in_progress':
      return ticket.handler?.name ?? unit;
    case 'assigned':
      return unit;
    case 'dept_review':
      return ticket.deputyInCharge ? unit : labelText(roleLabels.chief);
    case 'pending_review':
      if (!ticket.deputyInCharge) return labelText(roleLabels.chief);
      return ticket.leader?.name ?? labelText(roleLabels.deputy);
    case 'pending_acceptance':
      return labelText(roleLabels[offices.acceptor]);
    default:
      return null;
  }
}

/** The way from 立项 to 销号: what is behind, where it stands and who holds it. */
export function Chain({ ticket }: { ticket: Ticket }) {
  const way = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const current = way.current?.querySelector<HTMLElement>('[aria-current]');
    if (current) way.current!.scrollLeft = current.offsetLeft - (way.current!.clientWidth - current.offsetWidth) / 2;
  }, [ticket.status]);
  const firstReview = ticket.chain.find(({ stage }) => stage.endsWith('review') || stage === 'pending_acceptance');
  return (
    <ol className="chain" ref={way} aria-label={t('ticket.chain')}>
      {ticket.chain.map((step) => {
        const on = step.on ?? (step === firstReview ? ticket.submittedOn : null);
        const isEnd = step.stage === 'closed' || step.stage === 'ongoing';
        return (
          <li
            key={step.stage}
            className={`chain-step ${step.done ? 'is-done' : ''} ${step.skipped ? 'is-skipped' : ''} ${step.current ? 'is-current' : ''}`}
            title={step.skipped ? t('ticket.stepSkipped') : undefined}
            aria-current={step.current ? 'step' : undefined}
          >
            <span className="chain-dot" aria-hidden="true">
              {step.done ? '✓' : step.skipped ? '–' : ''}
            </span>
            <span className="chain-name">{labelText(chainLabels[step.stage])}</span>
            <span className="chain-note">
              {step.skipped && t('ticket.stepSkippedShort')}
              {on && (step.done || step.current) ? <DayText day={on} /> : null}
              {step.by && !step.current && ` ${step.by}`}
              {step.current && !isEnd && <b> {holder(ticket, step.stage)}</b>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

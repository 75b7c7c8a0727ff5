import type { Ticket } from '../../api/tickets.js';
import { Chain } from './chain.js';
import { EvidenceSection } from './evidence-section.js';
import { MeasuresSection } from './measures-section.js';
import { OutcomesSection } from './outcomes-section.js';
import { ProblemSection } from './problem-section.js';
import { ProgressSection } from './progress-section.js';
import { TicketHead } from './ticket-head.js';
import { TicketSide } from './ticket-side.js';
import { Timeline } from './timeline.js';

/** Everything of one ticket, on its page and in the ledger's drawer. */
export function TicketView({ ticket }: { ticket: Ticket }) {
  return (
    <article className="ticket">
      <TicketHead ticket={ticket} />
      <Chain ticket={ticket} />
      <div className="ticket-grid">
        <div className="ticket-main">
          <ProblemSection ticket={ticket} />
          <MeasuresSection ticket={ticket} />
          <ProgressSection ticket={ticket} />
          <OutcomesSection ticket={ticket} />
          <EvidenceSection ticket={ticket} />
          <Timeline ticket={ticket} />
        </div>
        <TicketSide ticket={ticket} />
      </div>
    </article>
  );
}

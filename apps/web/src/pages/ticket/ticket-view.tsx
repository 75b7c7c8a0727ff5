import type { Ticket } from '../../api/tickets.js';
import { Chain } from './chain.js';
import { useGovernance } from '../../api/governance.js';
import { ChildrenSection } from './children-section.js';
import { EvidenceSection } from './evidence-section.js';
import { InstructionsSection } from './instructions-section.js';
import { KindSection } from './kind-section.js';
import { MeasuresSection } from './measures-section.js';
import { OutcomesSection } from './outcomes-section.js';
import { ProblemSection } from './problem-section.js';
import { ProgressSection } from './progress-section.js';
import { ReporterSection } from './reporter-section.js';
import { SpreadSection } from './spread-section.js';
import { TicketHead } from './ticket-head.js';
import { TicketBanners } from './ticket-banners.js';
import { TicketSide } from './ticket-side.js';
import { Timeline } from './timeline.js';

/** Everything of one ticket, on its page and in the ledger's drawer. */
export function TicketView({ ticket }: { ticket: Ticket }) {
  const { data: governance } = useGovernance(ticket.id);
  return (
    <article className="ticket">
      <TicketHead ticket={ticket} />
      <TicketBanners ticket={ticket} governance={governance} />
      <Chain ticket={ticket} />
      <div className="ticket-grid">
        <div className="ticket-main">
          {governance && <InstructionsSection ticketId={ticket.id} governance={governance} />}
          <ProblemSection ticket={ticket} />
          <KindSection ticket={ticket} />
          <ReporterSection ticket={ticket} />
          <ChildrenSection ticket={ticket} />
          <MeasuresSection ticket={ticket} />
          <ProgressSection ticket={ticket} />
          <OutcomesSection ticket={ticket} />
          <EvidenceSection ticket={ticket} />
          {governance && <SpreadSection ticketId={ticket.id} governance={governance} />}
          <Timeline ticket={ticket} />
        </div>
        <TicketSide ticket={ticket} governance={governance} />
      </div>
    </article>
  );
}

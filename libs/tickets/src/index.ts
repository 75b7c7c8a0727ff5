export type { DeadlineInput, TicketActionInput } from './action-context.js';
export { appendEvents, lockChains, type ChainedTicket } from './append-events.js';
export { actOnEach, type BulkResult } from './bulk-actions.js';
export { createTickets, createTicketsInParts, ticketsPerPart } from './create-tickets.js';
export type { NewMeasure, NewTicket } from './new-ticket.js';
export { computeRoot, keepRoot, type DailyRoot } from './daily-root.js';
export { DailyRootService } from './daily-root.service.js';
export { hashOf, insertEvents, nextEvent, type ChainEnd, type TicketEvent } from './event-chain.js';
export { doneOnSql, dueSql, onTimeSql, originalDueSql, originalOnTimeSql } from './done-on-day.js';
export { lightSql, liveSql, onTimeByOriginalSql, overdueSql } from './live.js';
export { CampaignService, type Campaign, type CampaignFacts } from './campaign.service.js';
export {
  addDeadlineRule,
  clockBy,
  type TicketClock,
  endDeadlineRule,
  listDeadlineRules,
  proposalsFor,
  saveDeadlineRules,
  seedDeadlineRules,
  type DeadlineProposal,
  type DeadlineRuleEdit,
  type EventDays,
  type NewDeadlineRule,
  type StoredDeadlineRule,
} from './deadline-rule.queries.js';
export { KindDetailsService } from './kind-details.service.js';
export { lockTicket, type LockedTicket } from './lock-ticket.js';
export { mayPassOn } from './ledger-handler.js';
export { loadLedgerTickets, lockLedgerTickets, type LedgerTicket } from './ledger-ticket.queries.js';
export { takeBackUpdates, updateFromLedger, type BeforeUpdate, type LedgerUpdate } from './ledger-update.js';
export { ReporterService, type Reporter } from './reporter.service.js';
export { saveTicket, type TicketPatch } from './save-ticket.js';
export { saveTickets, type SavedTicket } from './save-tickets.js';
export { seal, type SealedText } from './sealed-text.js';
export { takeNumbersOf } from './ticket-number.js';
export { getGovernanceStatistics, type GovernanceStatistics } from './governance-statistics.js';
export { getGovernance, type TicketGovernance } from './governance.queries.js';
export { InstructionService } from './instruction.service.js';
export {
  getLookBack,
  listLookBacks,
  type LookBackFilter,
  type LookBackRow,
  type LookBackView,
} from './look-back.queries.js';
export { LookBackService, type NewLookBack } from './look-back.service.js';
export { HandOverService, type HandOver, type HandOverView } from './hand-over.service.js';
export { refuseOpenWork, refuseUnfitWork } from './open-work.js';
export { insertRelation, RelationService } from './relation.service.js';
export type { SpreadCheck } from './spread.queries.js';
export { SpreadService } from './spread.service.js';
export { hiddenFields } from './ticket-details.js';
export { dutiesOf, mayKeep, type DutyFacts } from './ticket-duties.js';
export { TicketEntriesService } from './ticket-entries.service.js';
export { ticketConditions, waitingGroups, type TicketFilter, type WaitingGroup } from './ticket-filter.js';
export {
  listTickets,
  ticketSorts,
  type TicketListRequest,
  type TicketPage,
  type TicketRow,
  type TicketSort,
} from './ticket-list.queries.js';
export type { TicketDraft } from './registration.js';
export { TicketService, type TicketEdit, type TicketView } from './ticket.service.js';
export { TicketsModule } from './tickets.module.js';
export { findEvents, type TimelineEntry } from './timeline.queries.js';
export { searchGrams, searchWords } from './ticket-search.js';
export { UnitClosingService } from './unit-closing.service.js';
export type { TouchedByUnit } from './unit-tickets.js';
export { verifyChains, type BrokenChain } from './verify-chains.js';
export { visibleTickets } from './visibility.js';
export { getWorkbench, waitingTasks, type LeaderView, type WaitingTask, type Workbench } from './workbench.queries.js';
export { SourceService } from './source.service.js';
export { listOutcomeTypes, listSources, type CountedSource, type SourceRow } from './source.queries.js';

export type { DeadlineInput, TicketActionInput } from './acting/action-context.js';
export { appendEvents, lockChains, type ChainedTicket } from './chain/append-events.js';
export { actOnEach, type BulkResult } from './acting/bulk-actions.js';
export { createTickets, createTicketsInParts, ticketsPerPart } from './acting/create-tickets.js';
export type { NewMeasure, NewTicket } from './acting/new-ticket.js';
export { computeRoot, keepRoot, type DailyRoot } from './chain/daily-root.js';
export { DailyRootService } from './chain/daily-root.service.js';
export { hashOf, insertEvents, nextEvent, type ChainEnd, type TicketEvent } from './chain/event-chain.js';
export { doneOnSql, dueSql, onTimeSql, originalDueSql, originalOnTimeSql } from './reading/done-on-day.js';
export { lightSql, liveSql, onTimeByOriginalSql, overdueSql } from './reading/live.js';
export { CampaignService, type Campaign, type CampaignFacts } from './governing/campaign.service.js';
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
} from './governing/deadline-rule.queries.js';
export { KindDetailsService } from './acting/kind-details.service.js';
export { lockTicket, type LockedTicket } from './acting/lock-ticket.js';
export { mayPassOn } from './ledger/ledger-handler.js';
export { loadLedgerTickets, lockLedgerTickets, type LedgerTicket } from './ledger/ledger-ticket.queries.js';
export { takeBackUpdates, updateFromLedger, type BeforeUpdate, type LedgerUpdate } from './ledger/ledger-update.js';
export { ReporterService, type Reporter } from './governing/reporter.service.js';
export { saveTicket, type TicketPatch } from './acting/save-ticket.js';
export { saveTickets, type SavedTicket } from './acting/save-tickets.js';
export { seal, type SealedText } from './chain/sealed-text.js';
export { takeNumbersOf } from './acting/ticket-number.js';
export { getGovernanceStatistics, type GovernanceStatistics } from './governing/governance-statistics.js';
export { getGovernance, type TicketGovernance } from './governing/governance.queries.js';
export { InstructionService } from './governing/instruction.service.js';
export {
  getLookBack,
  listLookBacks,
  type LookBackFilter,
  type LookBackRow,
  type LookBackView,
} from './governing/look-back.queries.js';
export { LookBackService, type NewLookBack } from './governing/look-back.service.js';
export { HandOverService, type HandOver, type HandOverView } from './passing-on/hand-over.service.js';
export { refuseOpenWork, refuseUnfitWork } from './reading/open-work.js';
export { insertRelation, RelationService } from './governing/relation.service.js';
export type { SpreadCheck } from './governing/spread.queries.js';
export { SpreadService } from './governing/spread.service.js';
export { hiddenFields } from './reading/ticket-details.js';
export { dutiesOf, mayKeep, type DutyFacts } from './reading/ticket-duties.js';
export { TicketEntriesService } from './acting/ticket-entries.service.js';
export { ticketConditions, waitingGroups, type TicketFilter, type WaitingGroup } from './reading/ticket-filter.js';
export {
  listTickets,
  ticketSorts,
  type TicketListRequest,
  type TicketPage,
  type TicketRow,
  type TicketSort,
} from './reading/ticket-list.queries.js';
export type { TicketDraft } from './acting/registration.js';
export { TicketService, type TicketEdit, type TicketView } from './acting/ticket.service.js';
export { TicketsModule } from './tickets.module.js';
export { findEvents, type TimelineEntry } from './reading/timeline.queries.js';
export { searchGrams, searchWords } from './reading/ticket-search.js';
export { UnitClosingService } from './passing-on/unit-closing.service.js';
export type { TouchedByUnit } from './passing-on/unit-tickets.js';
export { verifyChains, type BrokenChain } from './chain/verify-chains.js';
export { visibleAmong, visibleTickets } from './reading/visibility.js';
export {
  getWorkbench,
  waitingTasks,
  type LeaderView,
  type WaitingTask,
  type Workbench,
} from './reading/workbench.queries.js';
export { SourceService } from './governing/source.service.js';
export { listOutcomeTypes, listSources, type CountedSource, type SourceRow } from './governing/source.queries.js';

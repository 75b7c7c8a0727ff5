export {
  addableUnitTypes,
  peopleActions,
  shortestPassword,
  usernamePattern,
  type AddableUnitType,
  type PeopleAction,
} from './account.js';
export {
  passwordWeakness,
  passwordWeaknesses,
  type PasswordOwner,
  type PasswordWeakness,
} from './password-weakness.js';
export { readUserAgent, type BrowserName, type MachineName } from './user-agent.js';
export { longestTokenDays, tokenScopes, tokensOfOnePerson, type TokenScope } from './api-token.js';
export { readChineseNumber } from './chinese-number.js';
export {
  addDays,
  addMonths,
  compareDays,
  dayParts,
  daysBetween,
  daysInMonth,
  isDay,
  isoWeek,
  lastDayOfMonth,
  lastFullHalfYear,
  makeDay,
  mondayOf,
  parsePeriod,
  periodOf,
  previousPeriod,
  weekday,
  type Day,
  type Period,
  type PeriodKind,
} from './day.js';
export { readExtension } from './deadline-extension.js';
export { defaultYellowDays, isLive, isOverdue, lightOf, overdueDays, type Light } from './deadline-light.js';
export { type Recurrence, type RecurrenceUnit } from './deadline-meaning.js';
export { dayOfSerial, isDateFormat } from './deadline-number.js';
export { readDeadline, readDeadlineWords, type DeadlineWords } from './deadline-reader.js';
export {
  type Deadline,
  type DeadlineCell,
  type DeadlineContext,
  type DeadlineIssue,
  type DeadlineIssueCode,
  type DeadlineKind,
  type DeadlineReading,
} from './deadline-reading.js';
export {
  deadlineEvents,
  deadlineRuleSeed,
  latestDay,
  deadlineUnits,
  proposeDay,
  rulesFor,
  type DeadlineEvent,
  type DeadlineRule,
  type DeadlineUnit,
} from './deadline-rule.js';
export { nextDueOn } from './deadline-recurrence.js';
export {
  figureGroups,
  type Figure,
  type FigureDisplay,
  type FigureGroup,
  type FigureNature,
  type FigureSource,
} from './figure.js';
export {
  countedThings,
  countedThingTable,
  datings,
  isRate,
  statesOnDay,
  type CountDefinition,
  type CountedThing,
  type CountRule,
  type Dating,
  type FigureDefinition,
  type RateDefinition,
  type StateOnDay,
} from './figure-rule.js';
export {
  defaultFilingChoice,
  filingActions,
  filingChoices,
  filingDecisions,
  filingFlow,
  filingStatuses,
  filingStep,
  mayRemoveEvidence,
  type FilingAction,
  type FilingChoice,
  type FilingDecision,
  type FilingDuty,
  type FilingStatus,
  type FilingStep,
} from './filing-flow.js';
export { readFiledNumber, type FiledNumber } from './filed-number.js';
export {
  reportActions,
  reportActionsOf,
  reportFlow,
  reportStates,
  reportStep,
  type ReportAction,
  type ReportState,
} from './report-flow.js';
export { filingDoubts, partsOfTotal, partsOfWhole, type FilingDoubt } from './filing-doubts.js';
export { filingDueOn, halfYearToFile, periodsDueOn } from './filing-due.js';
export { industries } from './industry.js';
export { missingDetail, missingDetails, noticeProblem, readDetails, type DetailsProblem } from './kind-details.js';
export {
  fieldsOfKind,
  kindFields,
  type Details,
  type FieldMoment,
  type FieldType,
  type KindField,
  type KindFieldCode,
} from './kind-fields.js';
export { figureTable, fileableFigures, findFigure } from './figure-table.js';
export { outcomeTypeSeed, type OutcomeTypeRow } from './outcome-type.js';
export { nearestWord } from './nearest-word.js';
export { splitNumbered, startsNumbered } from './numbered-text.js';
export { readPersonNames, readPersons, type PersonReading } from './person-names.js';
export { isNickname, isOfficeAlone, surnameWithTitle, type SurnameWithTitle } from './person-posts.js';
export { strangePeriodWords } from './period-words.js';
export { findPeriodPlaces, periodWords, type PeriodPlace, type PeriodWord } from './period-places.js';
export { periodOfReport, type ReportPeriod } from './report-period.js';
export { mayDo, permissions, permissionTable, type Permission } from './permission.js';
export { roles, type Role } from './role.js';
export {
  readStatus,
  type StatusColumns,
  type StatusIssue,
  type StatusReading,
  type ToldDay,
} from './status-columns.js';
export { heavyWordsIn } from './heavy-words.js';
export { readPercent, type PercentCell } from './status-percent.js';
export { agreesToEnd, readOpinion, readVerdict } from './status-verdict.js';
export { readStatusWords, type LedgerStatus, type StatusWords } from './status-words.js';
export {
  defaultReviewMonths,
  duties,
  extensionReasons,
  extensionsAtMost,
  extensionsByDeputy,
  objectionReasons,
  reviewCycles,
  ticketActions,
  stageReview,
  ticketFlow,
  type Duty,
  type ExtensionGround,
  type ExtensionReason,
  type FlowRow,
  type Need,
  type ObjectionReason,
  type ReviewCycle,
  type TicketAction,
} from './ticket-flow.js';
export {
  isMajorHazard,
  kindsCoordinatedBy,
  kindsRegisteredBy,
  kindTable,
  officesOf,
  ticketKinds,
  type KindOffices,
  type TicketKind,
  type TicketLevel,
} from './ticket-kind.js';
export { firstLevel, levelTable, ticketLevels, type AnyLevel } from './ticket-level.js';
export {
  allowedActions,
  dutiesFor,
  refusal,
  refusalToStart,
  statusAfter,
  type ActionInput,
  type ActorOnTicket,
  type Refusal,
  asksForDeputy,
  barredFromDeciding,
  type TicketFacts,
  type StageFacts,
  type TicketState,
} from './ticket-rules.js';
export { rolesSeeing, sights, sightTable, type Sight } from './ticket-sight.js';
export { liveStatuses, reviewStatuses, ticketStatuses, type ReviewStatus, type TicketStatus } from './ticket-status.js';
export {
  addWorkingDays,
  dayBeforeHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.js';
export { percentOf } from './rate.js';
export { onTimeByOriginal, type ClosureDays } from './on-time.js';
export {
  instructionAddressees,
  lookBackResults,
  relationTypes,
  samplings,
  type InstructionAddressee,
  type LookBackResult,
  type RelationType,
  type Sampling,
} from './governance.js';
export { readAmountCell, scaleOf, type AmountReading } from './amount.js';
export {
  longestUnitName,
  readUnitLines,
  sectionsAtMost,
  unitName,
  type UnitLineProblem,
  type UnitLines,
} from './unit-lines.js';
export { partUnitsAndPersons, takePersons, type UnitsAndPersons } from './units-with-persons.js';
export { readUnitNames, type UnitNames } from './unit-names.js';
export { isShortUnitName } from './unit-short-names.js';
export {
  findPlaces,
  numberChoices,
  type NumberChoice,
  type ReportNumber,
  type ReportPlace,
  type ReportPlaces,
} from './figure-places.js';
export { type ReportCell, type ReportLine } from './report-table.js';
export { proposeForReport, type FigureProposal } from './figure-proposal.js';
export type { FigurePlace } from './figure-standing.js';
export { unitFit } from './figure-units.js';
export { numberSenses, type NumberSense } from './written-number.js';

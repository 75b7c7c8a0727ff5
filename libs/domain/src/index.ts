export {
  addableUnitTypes,
  peopleActions,
  shortestPassword,
  usernamePattern,
  type AddableUnitType,
  type PeopleAction,
} from './people/account.js';
export {
  passwordWeakness,
  passwordWeaknesses,
  type PasswordOwner,
  type PasswordWeakness,
} from './people/password-weakness.js';
export { readUserAgent, type BrowserName, type MachineName } from './people/user-agent.js';
export { longestTokenDays, tokenScopes, tokensOfOnePerson, type TokenScope } from './people/api-token.js';
export { countsWork, tellsOfBegunWork } from './words/begun-work.js';
export { guessByCells, likelyMeanings, type GuessedMeaning } from './words/column-guess.js';
export { readChineseNumber } from './words/chinese-number.js';
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
  formerPeriodCodes,
  previousPeriod,
  weekday,
  type Day,
  type Period,
  type PeriodKind,
} from './calendar/day.js';
export { readExtension } from './deadlines/deadline-extension.js';
export { defaultYellowDays, isLive, isOverdue, lightOf, overdueDays, type Light } from './deadlines/deadline-light.js';
export { type Recurrence, type RecurrenceUnit } from './deadlines/deadline-meaning.js';
export { dayOfSerial, isDateFormat } from './deadlines/deadline-number.js';
export { readDeadline, readDeadlineWords, type DeadlineWords } from './deadlines/deadline-reader.js';
export {
  type Deadline,
  type DeadlineCell,
  type DeadlineContext,
  type DeadlineIssue,
  type DeadlineIssueCode,
  type DeadlineKind,
  type DeadlineReading,
} from './deadlines/deadline-reading.js';
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
} from './deadlines/deadline-rule.js';
export { nextDueOn } from './deadlines/deadline-recurrence.js';
export {
  figureGroups,
  isFigureKey,
  type Figure,
  type FigureDisplay,
  type FigureGroup,
  type FigureNature,
  type FigureSource,
} from './figures/figure.js';
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
} from './figures/figure-rule.js';
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
} from './figures/filing-flow.js';
export { readFiledNumber, type FiledNumber } from './figures/filed-number.js';
export {
  isSubmittedAnew,
  reportActions,
  reportActionsOf,
  reportFlow,
  reportStates,
  reportStep,
  type ReportAction,
  type ReportStanding,
  type ReportState,
} from './reports/report-flow.js';
export { filingDoubts, partsOfTotal, partsOfWhole, type FilingDoubt } from './figures/filing-doubts.js';
export { filingDueOn, halfYearToFile, periodsDueOn } from './figures/filing-due.js';
export { industries } from './tickets/industry.js';
export { assurances, readAllAssured, readAssured, type Assurance } from './tickets/assurances.js';
export {
  missingDetail,
  missingDetails,
  noticeProblem,
  readDetails,
  type DetailsProblem,
} from './tickets/kind-details.js';
export {
  fieldsOfKind,
  kindFields,
  type Details,
  type FieldMoment,
  type FieldType,
  type KindField,
  type KindFieldCode,
} from './tickets/kind-fields.js';
export { figureTable, fileableFigures, findFigure } from './figures/figure-table.js';
export { defaultOutcomeDay, outcomeTypeSeed, type OutcomeTypeRow } from './tickets/outcome-type.js';
export { outcomesIn, type ToldOutcome } from './tickets/outcome-words.js';
export { nearestWord } from './words/nearest-word.js';
export { splitNumbered, startsNumbered } from './words/numbered-text.js';
export { readPersonNames, readPersons, type PersonReading } from './words/person-names.js';
export { isNickname, isOfficeAlone, surnameWithTitle, type SurnameWithTitle } from './words/person-posts.js';
export { plannedParagraphs, strangePeriodWords } from './reports/period-words.js';
export { literalNumbers, type LiteralNumber } from './reports/literal-numbers.js';
export { inOneSentence } from './reports/year-to-come.js';
export { accidentNameOf } from './reports/accident-name.js';
export { wordClaims, type WordClaim } from './reports/word-claims.js';
export { asOfDay, findPeriodPlaces, periodWords, type PeriodPlace, type PeriodWord } from './reports/period-places.js';
export { templateNameOf } from './reports/report-title.js';
export { periodOfReport, type ReportPeriod } from './reports/report-period.js';
export { mayDo, permissions, permissionTable, type Permission } from './people/permission.js';
export { roles, type Role } from './people/role.js';
export {
  readStatus,
  type StatusColumns,
  type StatusIssue,
  type StatusReading,
  type ToldDay,
} from './words/status-columns.js';
export { guessRound, type RoundGuess } from './words/inspection-round.js';
export { heavyWordsIn } from './words/heavy-words.js';
export { remembering } from './words/remembering.js';
export { tickedChoices } from './words/ticked-choices.js';
export { trimEndOf } from './words/trim-end.js';
export { contradictingStates } from './words/status-states.js';
export { isUnderWayStill } from './words/status-kept.js';
export { readPercent, type PercentCell } from './words/status-percent.js';
export { agreesToEnd, readOpinion, readVerdict } from './words/status-verdict.js';
export { readStatusWords, type LedgerStatus, type StatusWords } from './words/status-words.js';
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
} from './tickets/ticket-flow.js';
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
} from './tickets/ticket-kind.js';
export { firstLevel, levelTable, ticketLevels, type AnyLevel } from './tickets/ticket-level.js';
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
} from './tickets/ticket-rules.js';
export { rolesSeeing, sights, sightTable, type Sight } from './tickets/ticket-sight.js';
export {
  liveStatuses,
  reviewStatuses,
  ticketStatuses,
  type ReviewStatus,
  type TicketStatus,
} from './tickets/ticket-status.js';
export { calendarOf, specialDays, type SpecialDays } from './calendar/special-days.js';
export {
  addWorkingDays,
  dayBeforeHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from './calendar/working-days.js';
export { followsFrom, percentOf, rateParts } from './figures/rate.js';
export { onTimeByOriginal, type ClosureDays } from './deadlines/on-time.js';
export {
  instructionAddressees,
  lookBackResults,
  relationTypes,
  samplings,
  type InstructionAddressee,
  type LookBackResult,
  type RelationType,
  type Sampling,
} from './tickets/governance.js';
export { readAmountCell, scaleOf, type AmountReading } from './words/amount.js';
export {
  longestUnitName,
  readUnitLines,
  sectionsAtMost,
  unitName,
  type UnitLineProblem,
  type UnitLines,
} from './words/unit-lines.js';
export { partUnitsAndPersons, takePersons, type UnitsAndPersons } from './words/units-with-persons.js';
export { readUnitNames, type UnitNames } from './words/unit-names.js';
export { isShortUnitName, mayBeShortUnitName, shortUnitKeys } from './words/unit-short-names.js';
export {
  findPlaces,
  numberChoices,
  type NumberChoice,
  type ReportNumber,
  type ReportPlace,
  type ReportPlaces,
} from './figures/figure-places.js';
export { type ReportCell, type ReportLine } from './reports/report-table.js';
export { proposeForReport, type FigureProposal } from './figures/figure-proposal.js';
export { endOfName } from './figures/place-name.js';
export { trusted } from './figures/place-pair.js';
export { areaInPaper, areaOfReport, ownNamesOf } from './figures/own-area.js';
export { isPaperOfOthers, placesOfOthers, type PlaceOfOthers, type ToldOf } from './reports/told-of-us.js';
export { nameless, type OwnNames } from './words/named-offices.js';
export type { FigurePlace } from './figures/figure-standing.js';
export { agrees, unitFit } from './figures/figure-units.js';
export { inHalfWidth, numberSenses, type NumberSense } from './words/written-number.js';

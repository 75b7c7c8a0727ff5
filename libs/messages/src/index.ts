export {
  actionLabels,
  dutyLabels,
  extensionReasonLabels,
  figureGroupLabels,
  kindLabels,
  lightLabels,
  needLabels,
  roleLabels,
  statusLabels,
  unitTypeLabels,
  type Label,
} from './labels.js';
export { peopleEventSentence } from './people-events.js';
export { peopleSheetWords } from './people-sheet.js';
export { deviceWords } from './devices.js';
export { passwordWeaknessLabels, tokenScopeLabels } from './sign-in.js';
export { handlerWords, personPostWords } from './person-findings.js';
export { findingKindLabels, importMarkWords, markTexts, sheetMarkTexts } from './finding-messages.js';
export { eventChanges, eventLabel, eventSentence } from './events.js';
export {
  addresseeLabels,
  instructionWords,
  lookBackResultLabels,
  lookBackWords,
  objectionReasonLabels,
  relationLabels,
  reviewCycleLabels,
  samplingLabels,
} from './governance.js';
export {
  deadlineEventLabels,
  deadlineRuleGrounds,
  deadlineRuleSentence,
  deadlineUnitLabels,
  detailsProblemTexts,
  fieldChoiceLabels,
  fieldValueText,
  kindFieldLabels,
} from './kind-fields.js';
export { filingFindingText, filingFindingTexts, filingSheetWords, type FilingFindingCode } from './filing-sheet.js';
export {
  filingActionLabels,
  filingChoiceLabels,
  filingEveryLabels,
  filingMissingLabels,
  filingStatusLabels,
  missingFilingWords,
} from './filings.js';
export { jobLabels } from './jobs.js';
export { permissionLabels, sightLabels } from './rights.js';
export { rootNoticeTexts } from './audit.js';
export { columnMeaningLabels } from './column-meanings.js';
export { findingTexts } from './ledger-messages.js';
export { yearSourceLabels } from './year-sources.js';
export { importDoneTexts, importNoticeTexts, ledgerWords, unitUseTexts } from './ledger-words.js';
export {
  sheetColumnWords,
  sheetFateWords,
  remarkWords,
  sheetLabelWords,
  sheetFindingTexts,
  sheetLookWords,
  sheetTableWords,
  sheetTexts,
} from './sheet-messages.js';
export { updateFieldLabels, updateHolds } from './update-messages.js';
export { layoutFieldLabel, layoutFieldLabels, layoutNotes, layoutProfileName } from './layout-messages.js';
export {
  audienceLabels,
  channelLabels,
  deliveryStatusLabels,
  dropReasons,
  noticeText,
  noticeTexts,
  reminderMomentLabels,
  type DropReason,
  type NoticeText,
} from './notices.js';
export { templateHints, templateProblemText } from './template-messages.js';
export { chainLabels, levelLabels, pageTexts, type PageTextKey } from './pages.js';
export {
  decisionLabels,
  ignoredLabels,
  importStatusLabels,
  previewBasicLabels,
  previewStatusLabels,
} from './pages-import.js';
export { reportStatusLabels } from './pages-report.js';
export { figureNatureLabels, figureSourceLabels } from './figure-labels.js';
export {
  figureMeanings,
  reportCheckTexts,
  reportActionLabels,
  reportStateLabels,
  reportWords,
  type ReportCheckCode,
} from './reports.js';
export { annexWords, packWords } from './report-annex.js';
export { circularWords } from './circular.js';
export { learningWords } from './learning.js';
export {
  changeReasonLabels,
  comparisonWords,
  rowReasonLabels,
  type ChangeReason,
  type RowCause,
} from './report-comparison.js';
export {
  cardPeriodLabels,
  countedThingLabels,
  datingLabels,
  definitionFactLabels,
  definitionWords,
  figureGapTexts,
  figureSentenceWords,
  stateOnDayLabels,
} from './figure-definition.js';

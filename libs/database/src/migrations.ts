import { People1790000000001 } from './migrations/1790000000001-people.js';
import { Tickets1790000000002 } from './migrations/1790000000002-tickets.js';
import { Work1790000000003 } from './migrations/1790000000003-work.js';
import { Reports1790000000004 } from './migrations/1790000000004-reports.js';
import { HistoryAndRights1790000000005 } from './migrations/1790000000005-history-and-rights.js';
import { PeopleChanged1790000000006 } from './migrations/1790000000006-people-changed.js';
import { RoundsKeepTheirOpening1790000000007 } from './migrations/1790000000007-rounds-keep-their-opening.js';
import { FunctionsNameTheirSchema1790000000008 } from './migrations/1790000000008-functions-name-their-schema.js';
import { Search1790000000011 } from './migrations/1790000000011-search.js';
import { DailyRoot1790000000015 } from './migrations/1790000000015-daily-root.js';
import { FirstUse1790000000016 } from './migrations/1790000000016-first-use.js';
import { Governance1790000000013 } from './migrations/1790000000013-governance.js';
import { LookBack1790000000014 } from './migrations/1790000000014-look-back.js';
import { Kinds1790000000009 } from './migrations/1790000000009-kinds.js';
import { ActingPosts1790000000021 } from './migrations/1790000000021-acting-posts.js';
import { GroupMembers1790000000022 } from './migrations/1790000000022-group-members.js';
import { UnitChanges1790000000023 } from './migrations/1790000000023-unit-changes.js';
import { DeadlineRules1790000000024 } from './migrations/1790000000024-deadline-rules.js';
import { SignIn1790000000025 } from './migrations/1790000000025-sign-in.js';
import { Submissions1790000000026 } from './migrations/1790000000026-submissions.js';
import { LargeLedger1790000000027 } from './migrations/1790000000027-large-ledger.js';
import { ImportRows1790000000028 } from './migrations/1790000000028-import-rows.js';
import { LedgerLayouts1790000000029 } from './migrations/1790000000029-ledger-layouts.js';
import { ImportRows1790000000030 } from './migrations/1790000000030-import-rows.js';
import { FormerReports1790000000031 } from './migrations/1790000000031-former-reports.js';
import { FigureDefinitions1790000000035 } from './migrations/1790000000035-figure-definitions.js';
import { LedgerMemory1790000000037 } from './migrations/1790000000037-ledger-memory.js';
import { FilingStates1790000000041 } from './migrations/1790000000041-filing-states.js';
import { ReportSettling1790000000042 } from './migrations/1790000000042-report-settling.js';
import { ReportOverrides1790000000043 } from './migrations/1790000000043-report-overrides.js';
import { FairTurns1790000000051 } from './migrations/1790000000051-fair-turns.js';
import { LargeReports1790000000054 } from './migrations/1790000000054-large-reports.js';
import { ReportPdf1790000000055 } from './migrations/1790000000055-report-pdf.js';
import { FilingEvidenceRemoved1790000000061 } from './migrations/1790000000061-filing-evidence-removed.js';
import { FilingDutyVersions1790000000062 } from './migrations/1790000000062-filing-duty-versions.js';
import { Pauses1790000000063 } from './migrations/1790000000063-pauses.js';
import { ImportUnits1790000000065 } from './migrations/1790000000065-import-units.js';
import { TemplateKeeping1790000000066 } from './migrations/1790000000066-template-keeping.js';
import { ReportReview1790000000067 } from './migrations/1790000000067-report-review.js';
import { ProfileScopes1790000000078 } from './migrations/1790000000078-profile-scopes.js';
import { CampaignHistory1790000000086 } from './migrations/1790000000086-campaign-history.js';

/** In order; a committed migration is never edited. */
export const migrations = [
  People1790000000001,
  Tickets1790000000002,
  Work1790000000003,
  Reports1790000000004,
  HistoryAndRights1790000000005,
  PeopleChanged1790000000006,
  RoundsKeepTheirOpening1790000000007,
  FunctionsNameTheirSchema1790000000008,
  Search1790000000011,
  DailyRoot1790000000015,
  FirstUse1790000000016,
  Governance1790000000013,
  LookBack1790000000014,
  Kinds1790000000009,
  ActingPosts1790000000021,
  GroupMembers1790000000022,
  UnitChanges1790000000023,
  DeadlineRules1790000000024,
  SignIn1790000000025,
  Submissions1790000000026,
  LargeLedger1790000000027,
  ImportRows1790000000028,
  LedgerLayouts1790000000029,
  ImportRows1790000000030,
  FormerReports1790000000031,
  FigureDefinitions1790000000035,
  LedgerMemory1790000000037,
  FilingStates1790000000041,
  ReportSettling1790000000042,
  ReportOverrides1790000000043,
  FairTurns1790000000051,
  LargeReports1790000000054,
  ReportPdf1790000000055,
  FilingEvidenceRemoved1790000000061,
  FilingDutyVersions1790000000062,
  Pauses1790000000063,
  ImportUnits1790000000065,
  TemplateKeeping1790000000066,
  ReportReview1790000000067,
  ProfileScopes1790000000078,
  CampaignHistory1790000000086,
];

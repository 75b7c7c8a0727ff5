import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ServicesModule } from '@xiaohao/services';
import { AuditController } from './audit/audit.controller.js';
import { AccessGuard } from './auth/access.guard.js';
import { ActorMemory } from './auth/actor-memory.js';
import { AuthController } from './auth/auth.controller.js';
import { OidcController } from './auth/oidc.controller.js';
import { OwnCredentialsController } from './auth/own-credentials.controller.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { ErrorFilter } from './error.filter.js';
import { ExportsController } from './exports/exports.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { FirstUseController } from './first-use/first-use.controller.js';
import { ChecksController } from './governance/checks.controller.js';
import { GovernanceStatisticsController } from './governance/statistics.controller.js';
import { LookBacksController } from './governance/look-backs.controller.js';
import { TicketGovernanceController } from './governance/ticket-governance.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { ImportProfilesController } from './imports/import-profiles.controller.js';
import { UnitAliasesController } from './imports/unit-aliases.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { TicketOriginController } from './imports/ticket-origin.controller.js';
import { FilingDutiesController } from './indicators/filing-duties.controller.js';
import { FilingSheetController } from './indicators/filing-sheet.controller.js';
import { FilingsController } from './indicators/filings.controller.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { JobsController } from './jobs/jobs.controller.js';
import { LedgerLayoutsController } from './ledger-layouts/ledger-layouts.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { AccountsController } from './people/accounts.controller.js';
import { GroupsController } from './people/groups.controller.js';
import { HandOverController } from './people/hand-over.controller.js';
import { LeavesController } from './people/leaves.controller.js';
import { PeopleImportController } from './people/people-import.controller.js';
import { OnceInterceptor } from './once.interceptor.js';
import { CredentialsController } from './people/credentials.controller.js';
import { PeopleController } from './people/people.controller.js';
import { ReminderAlarm } from './reminders/reminder-alarm.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { FormerReportsController } from './reports/former-reports.controller.js';
import { ReportTemplatesController } from './reports/report-templates.controller.js';
import { ReportOverridesController } from './reports/report-overrides.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';
import { LiveFeed } from './stream/live-feed.js';
import { StreamController } from './stream/stream.controller.js';
import { SourcesController } from './sources/sources.controller.js';
import { ReporterController } from './tickets/reporter.controller.js';
import { TicketEntriesController } from './tickets/ticket-entries.controller.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { UnitsController } from './units/units.controller.js';

@Module({
  imports: [ServicesModule],
  controllers: [
    AccountsController,
    AuditController,
    AuthController,
    DashboardController,
    ChecksController,
    CampaignsController,
    CredentialsController,
    DeadlinesController,
    ExportsController,
    FiguresController,
    FirstUseController,
    GovernanceStatisticsController,
    GroupsController,
    HandOverController,
    HealthController,
    ImportProfilesController,
    UnitAliasesController,
    ImportsController,
    TicketOriginController,
    IndicatorsController,
    FilingsController,
    FilingDutiesController,
    FilingSheetController,
    JobsController,
    LeavesController,
    LedgerLayoutsController,
    LookBacksController,
    MetricsController,
    NoticesController,
    OidcController,
    OwnCredentialsController,
    PeopleController,
    PeopleImportController,
    RemindersController,
    ReporterController,
    ReportTemplatesController,
    FormerReportsController,
    ReportsController,
    ReportOverridesController,
    SettingsController,
    SourcesController,
    StreamController,
    TicketEntriesController,
    TicketGovernanceController,
    TicketsController,
    UnitsController,
  ],
  providers: [
    ActorMemory,
    LiveFeed,
    ReminderAlarm,
    SettingsService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
})
export class AppModule {}

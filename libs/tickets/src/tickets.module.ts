import { Global, Module } from '@nestjs/common';
import { DailyRootService } from './daily-root.service.js';
import { HandOverService } from './hand-over.service.js';
import { InstructionService } from './instruction.service.js';
import { LookBackService } from './look-back.service.js';
import { RelationService } from './relation.service.js';
import { SpreadService } from './spread.service.js';
import { CampaignService } from './campaign.service.js';
import { KindDetailsService } from './kind-details.service.js';
import { ReporterService } from './reporter.service.js';
import { SourceService } from './source.service.js';
import { TicketEntriesService } from './ticket-entries.service.js';
import { TicketService } from './ticket.service.js';
import { UnitClosingService } from './unit-closing.service.js';

const services = [
  TicketService,
  TicketEntriesService,
  RelationService,
  InstructionService,
  SpreadService,
  LookBackService,
  DailyRootService,
  HandOverService,
  CampaignService,
  KindDetailsService,
  ReporterService,
  SourceService,
  UnitClosingService,
];

@Global()
@Module({ providers: services, exports: services })
export class TicketsModule {}

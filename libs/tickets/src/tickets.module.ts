import { Global, Module } from '@nestjs/common';
import { DailyRootService } from './chain/daily-root.service.js';
import { HandOverService } from './passing-on/hand-over.service.js';
import { InstructionService } from './governing/instruction.service.js';
import { LookBackService } from './governing/look-back.service.js';
import { RelationService } from './governing/relation.service.js';
import { SpreadService } from './governing/spread.service.js';
import { CampaignService } from './governing/campaign.service.js';
import { KindDetailsService } from './acting/kind-details.service.js';
import { ReporterService } from './governing/reporter.service.js';
import { SourceService } from './governing/source.service.js';
import { TicketEntriesService } from './acting/ticket-entries.service.js';
import { TicketService } from './acting/ticket.service.js';
import { UnitClosingService } from './passing-on/unit-closing.service.js';

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

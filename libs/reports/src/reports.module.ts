import { Global, Module } from '@nestjs/common';
import { FigureDefinitionService } from './definitions/figure-definition.service.js';
import { EvidencePackService } from './evidence-pack.service.js';
import { FormerReportService } from './former-report.service.js';
import { ReportTemplateService } from './report-template.service.js';
import { ReportPdfService } from './report-pdf.service.js';
import { ReportOverrideService } from './report-override.service.js';
import { ReportSettlingService } from './report-settling.service.js';
import { ReportService } from './report.service.js';
import { TemplateKeepingService } from './template-keeping.service.js';

const services = [
  ReportTemplateService,
  TemplateKeepingService,
  ReportService,
  ReportSettlingService,
  ReportOverrideService,
  ReportPdfService,
  FormerReportService,
  EvidencePackService,
  FigureDefinitionService,
];

@Global()
@Module({ providers: services, exports: services })
export class ReportsModule {}

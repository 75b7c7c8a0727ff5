import { Global, Module } from '@nestjs/common';
import { FigureDefinitionService } from './figures/definitions/figure-definition.service.js';
import { EvidencePackService } from './issuing/evidence-pack.service.js';
import { FormerReportService } from './templates/former-report.service.js';
import { ReportTemplateService } from './templates/report-template.service.js';
import { ReportPdfService } from './issuing/report-pdf.service.js';
import { ReportOverrideService } from './issuing/report-override.service.js';
import { ReportSettlingService } from './issuing/report-settling.service.js';
import { ReportService } from './report.service.js';
import { TemplateKeepingService } from './templates/template-keeping.service.js';

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

import { Global, Module } from '@nestjs/common';
import { ReportTemplateService } from './report-template.service.js';
import { ReportService } from './report.service.js';

@Global()
@Module({ providers: [ReportTemplateService, ReportService], exports: [ReportTemplateService, ReportService] })
export class ReportsModule {}

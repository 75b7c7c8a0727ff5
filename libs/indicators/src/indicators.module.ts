import { Global, Module } from '@nestjs/common';
import { FilingDutyService } from './filing-duty.service.js';
import { FilingSheetService } from './filing-sheet.service.js';
import { FilingService } from './filing.service.js';
import { IndicatorService } from './indicator.service.js';
import { MissingFilingsService } from './missing-filings.service.js';
import { ParameterService } from './parameter.service.js';

const services = [
  IndicatorService,
  FilingService,
  FilingDutyService,
  FilingSheetService,
  MissingFilingsService,
  ParameterService,
];

@Global()
@Module({ providers: services, exports: services })
export class IndicatorsModule {}

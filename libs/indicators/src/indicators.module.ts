import { Global, Module } from '@nestjs/common';
import { IndicatorService } from './indicator.service.js';
import { ParameterService } from './parameter.service.js';

@Global()
@Module({ providers: [IndicatorService, ParameterService], exports: [IndicatorService, ParameterService] })
export class IndicatorsModule {}

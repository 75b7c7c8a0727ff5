import { Global, Module } from '@nestjs/common';
import { ImportJobs } from './import-jobs.service.js';
import { ImportService } from './import.service.js';
import { OwnLayoutService } from './own-layout.service.js';

/** Needs the global modules for configuration, database, calendar, files, jobs and notices. */
@Global()
@Module({
  providers: [ImportService, ImportJobs, OwnLayoutService],
  exports: [ImportService, ImportJobs, OwnLayoutService],
})
export class LedgersModule {}

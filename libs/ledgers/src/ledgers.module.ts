import { Global, Module } from '@nestjs/common';
import { ImportJobs } from './import-jobs.service.js';
import { ImportPages } from './import-pages.service.js';
import { ImportService } from './import.service.js';

/** Needs the global modules for configuration, database, calendar, files, jobs and notices. */
@Global()
@Module({ providers: [ImportService, ImportPages, ImportJobs], exports: [ImportService, ImportPages, ImportJobs] })
export class LedgersModule {}

import { Global, Module } from '@nestjs/common';
import { ImportJobs } from './import-jobs.service.js';
import { ImportPages } from './import-pages.service.js';
import { ImportService } from './import.service.js';
import { OwnLayoutService } from './own-layout.service.js';

const services = [ImportService, ImportPages, ImportJobs, OwnLayoutService];

/** Needs the global modules for configuration, database, calendar, files, jobs and notices. */
@Global()
@Module({ providers: services, exports: services })
export class LedgersModule {}

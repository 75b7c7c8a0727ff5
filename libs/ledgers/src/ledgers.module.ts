import { Global, Module } from '@nestjs/common';
import { ImportJobs } from './imports/import-jobs.service.js';
import { ImportPages } from './imports/import-pages.service.js';
import { ImportService } from './imports/import.service.js';
import { OwnLayoutService } from './exports/own-layout.service.js';

const services = [ImportService, ImportPages, ImportJobs, OwnLayoutService];

/** Needs the global modules for configuration, database, calendar, files, jobs and notices. */
@Global()
@Module({ providers: services, exports: services })
export class LedgersModule {}

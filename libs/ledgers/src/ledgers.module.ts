import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '@xiaohao/config';
import { ImportJobs } from './imports/import-jobs.service.js';
import { ImportPages } from './imports/import-pages.service.js';
import { ImportService } from './imports/import.service.js';
import { OwnLayoutService } from './exports/own-layout.service.js';
import { LedgerReader, ledgerReader } from './reading/thread-reader.js';

const reader = { provide: LedgerReader, inject: [CONFIG], useFactory: (config: Config) => ledgerReader(config) };
const services = [ImportService, ImportPages, ImportJobs, OwnLayoutService, reader];

/** Needs the global modules for configuration, database, calendar, files, jobs and notices. */
@Global()
@Module({ providers: services, exports: services })
export class LedgersModule {}

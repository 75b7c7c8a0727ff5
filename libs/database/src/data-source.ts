import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '@xiaohao/config';
import {
  BureauParameter,
  GroupMember,
  PeopleEvent,
  Person,
  Post,
  PostCharge,
  StoredFile,
  Unit,
} from './entities/people.entity.js';
import { IndicatorFiling, Report, ReportTemplate } from './entities/reports.entity.js';
import {
  Evidence,
  Extension,
  Measure,
  Outcome,
  ProgressEntry,
  Source,
  SourceItem,
  Ticket,
  TicketComment,
} from './entities/tickets.entity.js';
import { Delivery, LedgerImport, LedgerImportRow, Message } from './entities/work.entity.js';
import { migrations } from './migrations.js';
import { SnakeNaming } from './naming-strategy.js';

/** `date[]`, which pg's own list does not name. */
const dateArrayOid = 1182;

// A `date` stays the day it is; a JavaScript Date would move it by the zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(dateArrayOid as never, (days: string) => days.slice(1, -1).split(',').filter(Boolean));

export const entities = [
  BureauParameter,
  Delivery,
  Evidence,
  Extension,
  GroupMember,
  IndicatorFiling,
  LedgerImport,
  LedgerImportRow,
  Measure,
  Message,
  Outcome,
  PeopleEvent,
  Person,
  Post,
  PostCharge,
  ProgressEntry,
  Report,
  ReportTemplate,
  Source,
  SourceItem,
  StoredFile,
  Ticket,
  TicketComment,
  Unit,
];

const settings = {
  type: 'postgres',
  entities,
  migrations,
  migrationsTransactionMode: 'each',
  migrationsTableName: 'migrations',
  namingStrategy: new SnakeNaming(),
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  synchronize: false,
  logging: false,
} as const satisfies Partial<DataSourceOptions>;

/** Ten connections: more lose throughput on a small machine. */
const applicationPoolSize = 10;

/**
 * The application's connections, always acting as `xiaohao_app`: where only one account is configured the role is
 * taken on at connect, so that history and events are append-only for the application in every set-up.
 */
export function applicationDataSource(config: Pick<Config, 'databaseUrl'>, poolSize = applicationPoolSize): DataSource {
  return new DataSource({
    ...settings,
    url: config.databaseUrl,
    poolSize,
    applicationName: 'xiaohao',
    extra: {
      options: '-c role=xiaohao_app -c jit=off -c max_parallel_workers_per_gather=0 -c timezone=Asia/Shanghai',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    },
  });
}

/** The owner's connection: migrations, backup, restore, the demo bureau. */
export function ownerDataSource(config: Pick<Config, 'databaseAdminUrl'>): DataSource {
  return new DataSource({
    ...settings,
    url: config.databaseAdminUrl,
    poolSize: 2,
    applicationName: 'xiaohao owner',
    extra: { options: '-c timezone=Asia/Shanghai', connectionTimeoutMillis: 5_000 },
  });
}

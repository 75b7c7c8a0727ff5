export { applicationDataSource, entities, ownerDataSource } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export {
  BureauParameter,
  GroupMember,
  PeopleEvent,
  Person,
  Post,
  PostCharge,
  StoredFile,
  Unit,
  type UnitType,
} from './entities/people.entity.js';
export { IndicatorFiling, Report, ReportTemplate } from './entities/reports.entity.js';
export {
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
export { Delivery, LedgerImport, LedgerImportRow, Message } from './entities/work.entity.js';
export { isInstant, readKeyset, writeKeyset } from './keyset.js';
export { migrate } from './migrate.js';
export { newId } from './new-id.js';
export { execute, select, type Queryable } from './sql.js';
export { laterTemporalTables, temporalTables } from './temporal-history.js';
export { liveChannel, liveSignalSql, publishLive, type LiveEvent } from './live-event.js';
export { SqlParameters } from './sql-parameters.js';
export { WriteBehind } from './write-behind.js';

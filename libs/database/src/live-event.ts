import type { EntityManager } from 'typeorm';
import type { SqlParameters } from './sql-parameters.js';
import { execute, type Queryable } from './sql.js';

/** Something a page may want to show at once; carries ids only, the page asks for the rest with its own rights. */
export interface LiveEvent {
  type: 'import' | 'report' | 'message' | 'ticket';
  id: string;
  /** Only this person's pages hear of it; everybody signed in otherwise. */
  personId?: string;
  progress?: number;
  status?: string;
}

/** PostgreSQL channel of live events; delivered at commit, so nobody hears of what was rolled back. */
export const liveChannel = 'live';

export async function publishLive(tx: EntityManager | Queryable, event: LiveEvent): Promise<void> {
  await execute(tx, 'select pg_notify($1, $2)', [liveChannel, JSON.stringify(event)]);
}

/** The signal as an expression, for a statement that changes what it tells of. */
export function liveSignalSql(params: SqlParameters, event: LiveEvent): string {
  return `pg_notify(${params.add(liveChannel)}, ${params.add(JSON.stringify(event))})`;
}

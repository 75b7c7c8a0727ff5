import { select, type Queryable } from '@xiaohao/database';

export interface BackupTable {
  name: string;
  /** Without generated columns: PostgreSQL writes those itself. */
  columns: string[];
  /** Column of an identity sequence that must be set on after a restore. */
  identity: string | null;
}

/**
 * Whatever opens the door stays with the machine it was made on: a token that was revoked since would come back to
 * life. So do answers kept for a day, and how far work under way had come. Migrations are the schema's own.
 */
export const notKept = [
  'session',
  'api_token',
  'oidc_request',
  'sign_in_failure',
  'first_use',
  'submission',
  'import_storing',
] as const;
const leftOut: readonly string[] = ['migrations', ...notKept];

/** All tables to keep, referenced ones before those that refer to them. */
export async function backupTables(db: Queryable): Promise<BackupTable[]> {
  const columns = await select<{ table: string; column: string; identity: boolean }>(
    db,
    `select c.table_name as "table", c.column_name as "column", c.is_identity = 'YES' as identity
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     order by c.table_name, c.ordinal_position`,
  );
  const references = await select<{ table: string; needs: string }>(
    db,
    `select c.relname as "table", f.relname as needs from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
     where k.contype = 'f' and k.conrelid <> k.confrelid and c.relnamespace = 'public'::regnamespace`,
  );
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !leftOut.includes(name));
  const ordered: string[] = [];
  const place = (name: string): void => {
    if (ordered.includes(name) || !names.includes(name)) return;
    references.filter(({ table }) => table === name).forEach(({ needs }) => place(needs));
    ordered.push(name);
  };
  names.forEach(place);
  return ordered.map((name) => {
    const own = columns.filter(({ table }) => table === name);
    return {
      name,
      columns: own.map(({ column }) => column),
      identity: own.find(({ identity }) => identity)?.column ?? null,
    };
  });
}

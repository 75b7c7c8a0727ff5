import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { parameterBounds, parameterTable, type ParameterRow } from './parameter-table.js';

export interface ParameterView {
  key: string;
  name: string;
  unit: string;
  value: string | null;
  version: number;
}

export interface ParameterChange {
  key: string;
  /** Null or blank: no longer stated. */
  value: string | null;
  /** The version the page showed; a later one is not overwritten. */
  version?: number;
}

const longestValue = 200;

@Injectable()
export class ParameterService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  list(db: Queryable = this.db): Promise<ParameterView[]> {
    return listParameters(db);
  }

  /** All changes or none. */
  async save(actor: Actor, changes: readonly ParameterChange[]): Promise<ParameterView[]> {
    return this.db.transaction(async (tx) => {
      // In the order of the keys, so that two pages saving at once never lock each other out.
      for (const change of [...changes].sort((a, b) => (a.key < b.key ? -1 : 1))) await saveOne(tx, actor, change);
      return listParameters(tx);
    });
  }
}

/** Writes what the bureau starts with; what somebody has set stays. */
export async function seedParameters(tx: EntityManager): Promise<void> {
  const stated = parameterTable.filter(({ initial }) => initial !== null);
  await execute(
    tx,
    `insert into bureau_parameter (key, value) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [stated.map(({ key }) => key), stated.map(({ initial }) => initial)],
  );
}

/** Values as known at that instant; parameters nobody has set are absent. */
export async function findParametersKnownAt(db: Queryable, knownAt: Date): Promise<Map<string, string>> {
  const rows = await select<{ key: string; value: string }>(
    db,
    `select key, value from bureau_parameter_history
     where recorded_from <= $1 and recorded_to > $1 and value is not null`,
    [knownAt],
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function listParameters(db: Queryable): Promise<ParameterView[]> {
  const rows = await select<{ key: string; value: string | null; version: number }>(
    db,
    'select key, value, version from bureau_parameter',
  );
  const stored = new Map(rows.map((row) => [row.key, row]));
  return parameterTable.map(({ key, name, unit }) => ({
    key,
    name,
    unit,
    value: stored.get(key)?.value ?? null,
    version: stored.get(key)?.version ?? 0,
  }));
}

async function saveOne(tx: EntityManager, actor: Actor, change: ParameterChange): Promise<void> {
  const row = parameterTable.find(({ key }) => key === change.key);
  if (!row) throw new AppError('notFound', { what: `参数 ${change.key}` });
  const value = checkedValue(row, change.value);
  const saved = await execute(
    tx,
    `insert into bureau_parameter (key, value, changed_by) values ($1, $2, $3)
     on conflict (key) do update set value = excluded.value, changed_by = excluded.changed_by,
       version = bureau_parameter.version + 1
     where $4::int is null or bureau_parameter.version = $4`,
    [row.key, value, actor.personId, change.version ?? null],
  );
  if (saved === 0) throw new AppError('stale', { key: row.key });
}

function checkedValue(row: ParameterRow, given: string | null): string | null {
  const value = given?.trim() ?? '';
  if (value === '') return null;
  const bounds = parameterBounds[row.key];
  const fails = (reason: string) => new AppError('inputWrong', { field: row.key, fieldLabel: row.name, reason });
  if (value.length > longestValue) throw fails(`最多 ${longestValue} 个字`);
  if (!bounds) return value;
  const [least, most] = bounds;
  if (!/^\d{1,3}$/.test(value) || Number(value) < least || Number(value) > most) {
    throw fails(`应为 ${least}–${most} 的整数`);
  }
  return String(Number(value));
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, newId, type SqlParameters } from '@xiaohao/database';
import { checkPayload } from './check-payload.js';
import type { JobName, JobPayload } from './job-table.js';

export interface JobOrder {
  /** It waits until then. */
  runAt?: Date;
  /** Whoever waits for it: a person's second job comes behind the first of everybody else. */
  askedBy?: string;
}

@Injectable()
export class JobQueue {
  /**
   * Writes a job into the outbox in the caller's transaction: it runs once after the commit, never after a rollback.
   * Returns the job's id.
   */
  async add<Name extends JobName>(
    tx: EntityManager,
    name: Name,
    payload: JobPayload<Name>,
    order: JobOrder = {},
  ): Promise<string> {
    const [id] = await this.addAll(tx, name, [payload], order);
    return id!;
  }

  /** The same for many payloads in one statement. */
  async addAll<Name extends JobName>(
    tx: EntityManager,
    name: Name,
    payloads: readonly JobPayload<Name>[],
    { runAt, askedBy }: JobOrder = {},
  ): Promise<string[]> {
    const rows = payloads.map((payload) => ({ id: newId(), payload: checkPayload(name, payload) }));
    if (rows.length > 0) {
      await execute(
        tx,
        // Cut, not rounded, to the column's milliseconds: a row due in the future would miss its own notification.
        `insert into outbox (id, job, payload, run_at, asked_by, turn)
         select row.id, $1, row.payload, coalesce($2, date_trunc('milliseconds', now())), $4::uuid,
           (select count(*) from outbox o where o.asked_by = $4::uuid and o.done_at is null and o.failed_at is null)
         from jsonb_to_recordset($3) as row (id uuid, payload jsonb)`,
        [name, runAt ?? null, JSON.stringify(rows), askedBy ?? null],
      );
    }
    return rows.map(({ id }) => id);
  }

  /**
   * Has waiting jobs of that name with this in their payload not run; one at work fails when it marks itself done.
   * Returns how many there were. Waits for a transaction that is marking such a job.
   */
  drop<Name extends JobName>(tx: EntityManager, name: Name, payload: Partial<JobPayload<Name>>): Promise<number> {
    return execute(
      tx,
      `update outbox set done_at = now() where job = $1 and payload @> $2::jsonb and done_at is null and failed_at is null`,
      [name, JSON.stringify(payload)],
    );
  }

  /** The row of a job as a statement of its own, for a caller who writes it along with something else. */
  rowSql<Name extends JobName>(params: SqlParameters, name: Name, payload: JobPayload<Name>): string {
    const values = [newId(), name, JSON.stringify(checkPayload(name, payload))].map((value) => params.add(value));
    return `insert into outbox (id, job, payload, run_at) values (${values.join(', ')}, date_trunc('milliseconds', now()))`;
  }
}

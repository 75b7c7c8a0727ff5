import { DataSource, type EntityManager } from 'typeorm';
import { applicationDataSource, migrate, laterTemporalTables, newId, ownerDataSource, temporalTables } from '@xiaohao/database';
import { systemActor } from '@xiaohao/org';
import { createTickets } from '@xiaohao/tickets';
import { createSuiteDatabase } from '../support/suite-database.js';

let database: Awaited<ReturnType<typeof createSuiteDatabase>>;
let owner: DataSource;
let app: DataSource;

beforeAll(async () => {
  database = await createSuiteDatabase();
  owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  app = await applicationDataSource({ databaseUrl: database.appUrl }, 2).initialize();
});
afterAll(async () => {
  await app?.destroy();
  await owner?.destroy();
  await database?.drop();
});

const ticketAt = { today: '2026-07-01', at: new Date('2026-07-01T01:00:00Z') };

async function ticket(db: DataSource): Promise<string> {
  const [created] = await db.transaction((tx) =>
    createTickets(
      tx,
      systemActor,
      [
        {
          kind: 'inspection_issue',
          title: '一件',
          status: 'in_progress',
          raisedOn: '2026-01-01',
          deadline: { kind: 'date', dueOn: '2026-07-20', ongoing: false },
        },
      ],
      ticketAt,
    ),
  );
  return created!.id;
}

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    const columns: { table: string; column: string; type: string; nullable: boolean }[] = await owner.query(
      `select c.table_name as "table", c.column_name as "column",
         case when c.data_type = 'ARRAY' then substr(c.udt_name, 2) || '[]' else c.data_type end as type,
         c.is_nullable = 'YES' as nullable
       from information_schema.columns c where c.table_schema = 'public'`,
    );
    for (const { tableName, columns: fields } of owner.entityMetadatas) {
      const stored = columns.filter(({ table }) => table === tableName);
      const described = fields.map(({ databaseName, type, isArray, isNullable }) => ({
        table: tableName,
        column: databaseName,
        type: `${String(type)}${isArray ? '[]' : ''}`,
        nullable: isNullable,
      }));
      const byName = (a: { column: string }, b: { column: string }) => a.column.localeCompare(b.column);
      expect(described.sort(byName)).toEqual(stored.sort(byName));
    }
  });

  it('goes back to nothing and forward again', async () => {
    const other = await createSuiteDatabase();
    const source = await ownerDataSource({ databaseAdminUrl: other.ownerUrl }).initialize();
    try {
      for (let left = source.migrations.length; left > 0; left -= 1) await source.undoLastMigration();
      const tables = await source.query(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'`,
      );
      expect(tables).toEqual([]);
      expect(await migrate(source)).toHaveLength(source.migrations.length);
    } finally {
      await source.destroy();
      await other.drop();
    }
  });

  it('is migrated by one process however many start at once', async () => {
    const other = await createSuiteDatabase();
    const sources = await Promise.all(
      [1, 2, 3].map(() => ownerDataSource({ databaseAdminUrl: other.ownerUrl }).initialize()),
    );
    try {
      for (let left = sources[0]!.migrations.length; left > 0; left -= 1) await sources[0]!.undoLastMigration();
      const done = await Promise.all(sources.map((source) => migrate(source)));
      expect(done.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, 0, sources[0]!.migrations.length]);
    } finally {
      for (const source of sources) await source.destroy();
      await other.drop();
    }
  });
});

describe('record time', () => {
  it('keeps every state of a row, whoever changes it', async () => {
    const id = await ticket(app);
    const [{ between }] = await owner.query('select clock_timestamp() as between');
    await owner.query(`update ticket set title = '改过' where id = $1`, [id]);
    const known = (at: unknown) =>
      owner.query('select title from ticket_history where id = $1 and recorded_from <= $2 and recorded_to > $2', [
        id,
        at,
      ]);
    expect(await known(between)).toEqual([{ title: '一件' }]);
    expect(await known(new Date(Date.now() + 60_000))).toEqual([{ title: '改过' }]);
  });

  it('has exactly one present state per row', async () => {
    for (const table of Object.keys({ ...temporalTables, ...laterTemporalTables })) {
      const [row] = await owner.query(
        `select (select count(*)::int from ${table}) as rows,
           (select count(*)::int from ${table}_history where recorded_to = 'infinity') as present`,
      );
      expect([table, row.present]).toEqual([table, row.rows]);
    }
  });

  it('never runs backwards for one row, even when the earlier transaction writes last', async () => {
    const id = await ticket(app);
    const early = owner.createQueryRunner();
    await early.connect();
    await early.query('begin');
    await early.query('select now()');
    await owner.query(`update ticket set title = '后来者' where id = $1`, [id]);
    await early.query(`update ticket set title = '先开始' where id = $1`, [id]);
    await early.query('commit');
    await early.release();
    const states = await owner.query(
      'select title, recorded_from < recorded_to as forward from ticket_history where id = $1 order by recorded_from',
      [id],
    );
    expect(states).toEqual([
      { title: '一件', forward: true },
      { title: '后来者', forward: true },
      { title: '先开始', forward: true },
    ]);
  });

  it('is back-dated by the owner alone, and every time is logged', async () => {
    const reason = `rehearsal ${newId()}`;
    await owner.transaction(async (tx) => {
      await tx.query(`select backdate_record_time('2026-01-01T00:00:00Z', $1)`, [reason]);
      await tx.query(`update ticket set title = '当年' where false`);
    });
    expect(await owner.query('select by_role from record_time_override where reason = $1', [reason])).toHaveLength(1);
    await expect(app.query(`select backdate_record_time('2026-01-01', 'x')`)).rejects.toThrow(/permission denied/);
    await expect(
      app.transaction(async (tx) => {
        await tx.query(`select set_config('xiaohao.record_time', '2026-01-01', true)`);
        await tx.query(`insert into bureau_parameter (key, value) values ('x', 'y')`);
      }),
    ).rejects.toThrow(/only the owner/);
  });
});

describe('rounds', () => {
  it('mirror their ticket while they last and are frozen afterwards', async () => {
    const id = await ticket(app);
    await app.query(
      `update ticket set status = 'closed', closed_on = '2026-07-02', closed_on_time = true where id = $1`,
      [id],
    );
    await app.query(
      `update ticket set round = 2, status = 'in_progress', assigned_on = '2026-08-01', closed_on = null,
         closed_on_time = null, due_on = '2026-09-01' where id = $1`,
      [id],
    );
    const rounds = await owner.query(
      'select round, opened_on, closed_on, due_on from ticket_round where ticket_id = $1 order by round',
      [id],
    );
    expect(rounds).toEqual([
      { round: 1, opened_on: '2026-01-01', closed_on: '2026-07-02', due_on: '2026-07-20' },
      { round: 2, opened_on: '2026-08-01', closed_on: null, due_on: '2026-09-01' },
    ]);
  });
});

describe('a later round', () => {
  it('keeps the day it was opened on when it is objected to and assigned anew', async () => {
    const id = await ticket(app);
    const set = (change: string) => app.query(`update ticket set ${change} where id = $1`, [id]);
    await set(`round = 2, status = 'in_progress', assigned_on = '2026-08-01'`);
    await set(`status = 'draft', assigned_on = null`);
    await set(`status = 'assigned', assigned_on = '2026-08-20'`);
    const [round] = await owner.query(
      'select opened_on, assigned_on from ticket_round where ticket_id = $1 and round = 2',
      [id],
    );
    expect(round).toEqual({ opened_on: '2026-08-01', assigned_on: '2026-08-20' });
  });
});

describe('the application’s role', () => {
  it.each([
    `update event set actor_name = 'x'`,
    'delete from event',
    `update ticket_history set title = 'x'`,
    'delete from outcome_history',
    `insert into ticket_history select * from ticket_history`,
    `update ticket_round set closed_on = null`,
    'delete from migrations',
    'drop table ticket',
    'alter table ticket disable trigger all',
    'truncate event',
  ])('may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  const shadowed = (table: string, change: (tx: EntityManager) => Promise<unknown>) =>
    app.transaction(async (tx) => {
      await tx.query(`create temporary table ${table} (like public.${table} including all) on commit drop`);
      await change(tx);
    });

  it('hides no change behind a table of its own with the name of a history', async () => {
    const id = await ticket(app);
    await shadowed('ticket_history', (tx) => tx.query(`update public.ticket set title = '改过' where id = $1`, [id]));
    const [present] = await owner.query(`select title from ticket_history where id = $1 and recorded_to = 'infinity'`, [
      id,
    ]);
    expect(present).toEqual({ title: '改过' });
  });

  it('mirrors no round into a table of its own', async () => {
    const id = await ticket(app);
    await shadowed('ticket_round', (tx) =>
      tx.query(`update public.ticket set submitted_on = '2026-07-02' where id = $1`, [id]),
    );
    const [round] = await owner.query('select submitted_on from ticket_round where ticket_id = $1', [id]);
    expect(round).toEqual({ submitted_on: '2026-07-02' });
  });

  it('changes no figure of a final report behind a table of its own named report', async () => {
    const [template, report] = [newId(), newId()];
    await app.query(`insert into report_template (id, code, name) values ($1, $2, 'x')`, [template, `x ${template}`]);
    await app.query(
      `insert into report (id, template_id, period, as_of, known_at, status)
       values ($1, $2, '2026H1', '2026-06-30', now(), 'ready')`,
      [report, template],
    );
    await app.query(
      `insert into report_figure (report_id, key, sort, name, unit, text, source) values ($1, 'k', 1, 'x', '个', '1', 'tickets')`,
      [report],
    );
    await app.query('update report set finalized_at = now() where id = $1', [report]);
    await expect(
      shadowed('report', (tx) => tx.query(`update public.report_figure set text = '2' where report_id = $1`, [report])),
    ).rejects.toThrow(/final/);
  });

  it('takes no ticket away: its events stand on it', async () => {
    const id = await ticket(app);
    await expect(app.query('delete from ticket where id = $1', [id])).rejects.toThrow(/violates foreign key/);
  });

  it('is taken on even where the owner’s account is the only one configured', async () => {
    const single = await applicationDataSource({ databaseUrl: database.ownerUrl }, 1).initialize();
    await expect(single.query('delete from event')).rejects.toThrow(/permission denied/);
    await single.destroy();
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, officialCalendar } from '@xiaohao/calendar';
import { readConfig } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { kindTable, ticketKinds, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { ImportJobs, ImportService, readLedger, type ImportStart, type Preview } from '@xiaohao/ledgers';
import { findActor, type Actor } from '@xiaohao/org';
import { dayOption, oneOf, yearOption } from './options.js';
import { withServices } from './services.js';

interface ImportOptions {
  kind: string;
  year?: string;
  baseDate?: string;
  source?: string;
  createUnits?: boolean;
  doneIsClosed?: boolean;
  json?: string;
  commit?: boolean;
}

/**
 * Reads a ledger. A preview needs no database and succeeds whatever its rows need. With `--commit` all rows are stored
 * or, while one needs attention, none: false.
 */
export async function importCommand(file: string, options: ImportOptions): Promise<boolean> {
  const start = startOf(options);
  const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('notFound', { what: ` ${file}（${error.code}）` }, { cause: error });
  });
  const name = basename(file);
  const preview = await readLedger(content, name, {
    kind: start.kind ?? 'auto',
    year: start.year ?? null,
    baseDate: start.baseDate ?? null,
    source: start.sourceName ?? null,
    today: new Clock(readConfig()).today(),
    calendar: officialCalendar,
  });
  if (!options.commit) {
    await report(preview, options.json);
    return true;
  }
  return withServices((services) => commit(services, { name, content }, start, preview, options.json));
}

function startOf(options: ImportOptions): ImportStart {
  return {
    kind: oneOf('--kind', options.kind, ['auto', ...ticketKinds] as const),
    year: options.year === undefined ? undefined : yearOption(options.year),
    baseDate: options.baseDate === undefined ? undefined : dayOption('--base-date', options.baseDate),
    sourceName: options.source,
    createUnits: options.createUnits === true,
    doneIsClosed: options.doneIsClosed === true,
  };
}

/** The import as the page would run it, its two jobs done here and now. */
async function commit(
  services: INestApplicationContext,
  file: { name: string; content: Buffer },
  start: ImportStart,
  preview: Preview,
  json: string | undefined,
): Promise<boolean> {
  const db = services.get(DataSource);
  const actor = await getCoordinator(db, services.get(Clock).today(), preview);
  const [imports, jobs] = [services.get(ImportService), services.get(ImportJobs)];
  const { id } = await imports.start(actor, file, start);
  await jobs.read(id);
  const read = await imports.get(actor, id);
  const waiting = read.tickets.filter(({ decision }) => decision === 'attention').length;
  if (read.status !== 'ready' || waiting > 0) {
    await report(read, json);
    await forget(db, id);
    process.stderr.write(`${waiting} 行需要处理，未入库\n`);
    return false;
  }
  await imports.commit(actor, id);
  await jobs.commit(id, actor.personId);
  const done = await imports.get(actor, id);
  await report(done, json);
  if (done.status !== 'committed') process.stderr.write(`未入库：${JSON.stringify(done.failure)}\n`);
  return done.status === 'committed';
}

/** Takes away what reading it left: the import with its rows, its job, its message and its file. */
async function forget(db: DataSource, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await execute(tx, `delete from outbox where job = 'import.read' and payload->>'importId' = $1`, [id]);
    const told = 'select id from message where link = $1';
    await execute(tx, `delete from delivery where message_id in (${told})`, [`/imports/${id}`]);
    await execute(tx, 'delete from message where link = $1', [`/imports/${id}`]);
    await execute(
      tx,
      `with gone as (delete from ledger_import where id = $1 returning file_id)
       delete from file where id = (select file_id from gone)`,
      [id],
    );
  });
}

/** Imports of the command line belong to the office that coordinates the kind. */
async function getCoordinator(db: DataSource, today: string, preview: Preview): Promise<Actor> {
  const kind = (preview.tickets[0]?.kind ?? 'inspection_issue') as TicketKind;
  const role = kindTable[kind].coordinator;
  const [row] = await select<{ id: string }>(
    db,
    `select p.id from person p join post o on o.person_id = p.id
     where o.role = $1 and p.disabled_at is null and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)
     order by p.created_at, p.id limit 1`,
    [role, today],
  );
  const person = row && (await findActor(db, row.id, today));
  if (!person) throw new AppError('notFound', { what: `岗位 ${role} 的人员` });
  return person.actor;
}

async function report(preview: Preview, json: string | undefined): Promise<void> {
  if (json) await writeFile(json, `${JSON.stringify(preview, null, 2)}\n`);
  const counts = new Map<string, number>();
  for (const { decision } of preview.tickets) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  const totals = [...counts].map(([decision, count]) => `${decisionLabels[decision] ?? decision} ${count}`);
  process.stdout.write(
    `${preview.file}：${preview.tickets.length} 件${totals.length > 0 ? `，${totals.join('，')}` : ''}\n`,
  );
  for (const { name, findings = [] } of preview.sheets) {
    for (const { cell, message } of findings)
      process.stdout.write(`  ${[name, cell].filter(Boolean).join(' ')}  ${message}\n`);
  }
  for (const ticket of preview.tickets) {
    for (const issue of ticket.issues) process.stdout.write(`  ${ticket.sheet} ${issue.cell}  ${issue.message}\n`);
  }
}

const decisionLabels: Readonly<Record<string, string>> = {
  create: '新增',
  update: '更新',
  unchanged: '未变',
  duplicate: '重复',
  attention: '需处理',
  skip: '跳过',
};

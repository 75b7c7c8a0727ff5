import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { addPerson, addPost } from './account.js';
import type { Actor } from './actor.js';
import { hashPassword, oneTimePassword } from './password.js';
import { judgePeople, type PeopleProblem } from './people-import.js';
import {
  peopleAtMost,
  readPeopleSheet,
  writePasswords,
  writePeopleTemplate,
  type AddedPerson,
  type PeopleColumn,
  type PeopleRow,
} from './people-sheet.js';
import { listUnits } from './people.queries.js';

/** Bytes of a workbook of people. */
export const peopleFileLimitBytes = 5_000_000;

export interface PeoplePreview {
  sheet: string;
  columns: Partial<Record<PeopleColumn, string>>;
  people: (PeopleRow & { usernameProposed: boolean })[];
  problems: (PeopleProblem & { cell: string | null })[];
}

/** Many accounts from one workbook: looked at first, then all of them or none. */
@Injectable()
export class PeopleImportService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async template(): Promise<Readable> {
    const units = await listUnits(this.db);
    return writePeopleTemplate(
      units.map(({ name }) => name),
      this.clock.now(),
    );
  }

  /** Stores nothing. */
  async preview(file: { name: string; content: Buffer }): Promise<PeoplePreview> {
    const { sheet, columns, rows } = await readPeopleSheet(file.content, file.name);
    const { people, problems } = await judgePeople(this.db, rows);
    return {
      sheet,
      columns,
      people: people.map(({ row, usernameProposed }) => ({ ...row, usernameProposed })),
      problems: problems.map((problem) => {
        const letters = columns[problem.column];
        return { ...problem, cell: letters ? `${letters}${problem.row}` : null };
      }),
    };
  }

  /** Adds the rows as they were looked at, or none of them. The passwords are in the answer and nowhere else. */
  async commit(actor: Actor, rows: readonly PeopleRow[]): Promise<{ people: AddedPerson[]; workbook: Buffer }> {
    if (rows.length === 0) throw new AppError('inputMissing', { field: 'rows', fieldLabel: '人员' });
    if (rows.length > peopleAtMost) {
      throw new AppError('workbookTooLarge', { place: `${rows.length}`, limit: `${peopleAtMost} people` });
    }
    // Looked at before anything slow is done, and once more where others can no longer come between.
    refuseProblems((await judgePeople(this.db, rows)).problems);
    const secrets = await hashAll(rows.length);
    const today = this.clock.today();
    const people = await this.db.transaction(async (tx) => {
      await execute(tx, `select pg_advisory_xact_lock(hashtext('people import'))`);
      const judged = await judgePeople(tx, rows);
      refuseProblems(judged.problems);
      const added: AddedPerson[] = [];
      for (const [at, { row, role, unitId, chargeUnitIds }] of judged.people.entries()) {
        const { password, passwordHash } = secrets[at]!;
        const id = newId();
        const { name, username, unit, email, phone } = row;
        await addPerson(tx, actor, {
          id,
          username,
          name,
          email: email || null,
          phone: phone || null,
          passwordHash,
          mustChangePassword: true,
        });
        await addPost(tx, actor, { id, name }, { role: role!, unitId: unitId!, chargeUnitIds }, today);
        added.push({ name, username, unit, password });
      }
      return added;
    });
    return { people, workbook: await buffer(writePasswords(people, this.clock.now())) };
  }
}

function refuseProblems(problems: readonly PeopleProblem[]): void {
  const [first] = problems;
  if (!first) return;
  const { row, heading, message } = first;
  throw new AppError('peopleImportWrong', { count: problems.length, row, column: heading, message, problems });
}

/** Four at a time: as many as the machine hashes side by side. */
async function hashAll(count: number): Promise<{ password: string; passwordHash: string }[]> {
  const secrets: { password: string; passwordHash: string }[] = [];
  while (secrets.length < count) {
    const batch = Array.from({ length: Math.min(4, count - secrets.length) }, async () => {
      const password = oneTimePassword();
      return { password, passwordHash: await hashPassword(password) };
    });
    secrets.push(...(await Promise.all(batch)));
  }
  return secrets;
}

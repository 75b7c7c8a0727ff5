import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { BureauParameter, execute, newId, select, type Queryable } from '@xiaohao/database';
import { longestUnitName, readUnitLines, sectionsAtMost, unitName, type UnitLineProblem } from '@xiaohao/domain';
import { AppError, type ErrorCode } from '@xiaohao/errors';
import { addPerson, addPost } from './account.js';
import { assertStrongPassword, hashPassword, oneTimePassword } from './password.js';
import { recordPeopleEvent } from './people-record.js';
import { hashToken, newToken } from './sessions.js';
import { recordFailure, refuseTooManyFailures } from './sign-in-failures.js';

export interface FirstUse {
  bureauName: string;
  administrator: { username: string; name: string; password: string };
  /** As pasted, one on each line. */
  sections: readonly string[];
  /** The administrator also keeps the inspection ledger: a second post. */
  keepsLedger: boolean;
  /** Somebody else keeps it. */
  ledgerKeeper?: { username: string; name: string };
}

/** Under this name wrong codes are counted; no username has a blank. */
const guessed = 'first use';

const refusals: Readonly<Record<UnitLineProblem, ErrorCode>> = {
  tooLong: 'unitNameTooLong',
  isBureau: 'unitNameIsBureau',
  tooMany: 'tooManyUnits',
};

/** An installation without people is opened once, by whoever holds the code that was printed on the server. */
@Injectable()
export class FirstUseService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async isOpen(): Promise<boolean> {
    return !(await anybody(this.db));
  }

  /** A fresh code; the former one no longer counts. */
  async issueCode(): Promise<string> {
    return this.db.transaction(async (tx) => {
      await lockPeople(tx);
      const code = newToken();
      await execute(
        tx,
        `insert into first_use (code_hash) values ($1)
         on conflict (id) do update set code_hash = excluded.code_hash, created_at = now()`,
        [hashToken(code)],
      );
      return code;
    });
  }

  /** Says at once whether the link still counts, before anybody fills in a form for it. */
  async check(code: string, address: string): Promise<void> {
    await this.withCode(code, address, async () => true);
  }

  /** All of it or nothing; of several at once exactly one succeeds. Returns the ledger keeper's one-time password. */
  async begin(code: string, given: FirstUse, address: string): Promise<{ keeperPassword: string | null }> {
    const today = this.clock.today();
    return this.withCode(code, address, async (tx) => {
      const bureauName = unitName(given.bureauName);
      if (bureauName === '') throw new AppError('inputMissing', { field: 'bureauName', fieldLabel: '局名' });
      const { username, name, password } = given.administrator;
      assertStrongPassword(password, { username, name, bureau: bureauName, demo: false });
      const names = checkedSections(given.sections, bureauName);
      const administrator = { id: newId(), name: name.trim() };
      const actor = { personId: administrator.id, name: administrator.name };
      const passwordHash = await hashPassword(password);

      const unitId = await setUpUnits(tx, bureauName, names);
      await addPerson(tx, actor, { ...administrator, username, passwordHash, mustChangePassword: false });
      await addPost(tx, actor, administrator, { role: 'admin', unitId }, today);
      if (given.keepsLedger) await addPost(tx, actor, administrator, { role: 'inspection', unitId }, today);
      await tx.upsert(BureauParameter, { key: 'bureau_name', value: bureauName, changedBy: administrator.id }, ['key']);
      await recordPeopleEvent(tx, actor, 'first_use', {
        personId: administrator.id,
        unitId,
        details: { unit: bureauName, person: administrator.name, sections: names.length },
      });
      let keeperPassword: string | null = null;
      if (given.ledgerKeeper) {
        keeperPassword = oneTimePassword();
        const keeper = { id: newId(), ...given.ledgerKeeper };
        const keeperHash = await hashPassword(keeperPassword);
        await addPerson(tx, actor, { ...keeper, passwordHash: keeperHash, mustChangePassword: true });
        await addPost(tx, actor, keeper, { role: 'inspection', unitId }, today);
      }
      await execute(tx, 'delete from first_use');
      return { keeperPassword };
    });
  }

  /** A wrong code is counted even though it is refused. */
  private async withCode<Result extends object | true>(
    code: string,
    address: string,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    if (await anybody(this.db)) throw new AppError('firstUseOver');
    const result = await this.db.transaction(async (tx) => {
      await lockPeople(tx);
      await refuseTooManyFailures(tx, guessed, address);
      const [row] = await select(tx, 'select 1 from first_use where code_hash = $1', [hashToken(code)]);
      if (row) return work(tx);
      await recordFailure(tx, guessed, address);
      return null;
    });
    if (!result) throw new AppError('firstUseCodeWrong');
    return result;
  }
}

/** Nobody is added by anybody else until this transaction ends; refused when somebody is there. */
async function lockPeople(tx: EntityManager): Promise<void> {
  await execute(tx, 'lock table person in share row exclusive mode');
  if (await anybody(tx)) throw new AppError('firstUseOver');
}

async function anybody(db: Queryable): Promise<boolean> {
  const [row] = await select<{ there: boolean }>(db, 'select exists (select 1 from person) as there');
  return row!.there;
}

function checkedSections(lines: readonly string[], bureauName: string): readonly string[] {
  const { names, problems } = readUnitLines(lines, bureauName);
  const [first] = problems;
  if (!first) return names;
  const { line, name, problem } = first;
  const limit = problem === 'tooMany' ? sectionsAtMost : longestUnitName;
  throw new AppError(refusals[problem], { line, name, limit, count: problems.length });
}

/** Returns the bureau. Units a ledger was imported with beforehand stay; those of the same name are the same. */
async function setUpUnits(tx: EntityManager, bureauName: string, sections: readonly string[]): Promise<string> {
  const [known] = await select<{ id: string }>(
    tx,
    `update unit set name = $1, type = 'bureau', parent_id = null
     where id = (select id from unit where closed_on is null and (name = $1 or type = 'bureau')
       order by (name = $1) desc limit 1)
     returning id`,
    [bureauName],
  );
  const bureauId = known?.id ?? newId();
  if (!known) {
    await execute(tx, `insert into unit (id, name, type) values ($1, $2, 'bureau')`, [bureauId, bureauName]);
  }
  await execute(
    tx,
    `insert into unit (id, parent_id, name, type, sort)
     select id, $1, name, 'section', sort from unnest($2::uuid[], $3::text[]) with ordinality as x (id, name, sort)
     on conflict (name) where closed_on is null do nothing`,
    [bureauId, sections.map(() => newId()), sections],
  );
  return bureauId;
}

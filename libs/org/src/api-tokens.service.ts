import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import { addDays, compareDays, longestTokenDays, tokensOfOnePerson, type Day, type TokenScope } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { wrong, type Recorder } from './account.js';
import { recordPeopleEvent } from './people-record.js';
import { hashToken, newToken } from './sessions.js';

/** Tells a token from the value of a cookie, and from other products' tokens where one is found lying about. */
export const tokenPrefix = 'xh_';

export interface ApiTokenRow {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  /** The last day it opens anything. */
  expiresOn: Day;
  lastUsedAt: Date | null;
  owner: { id: string; name: string };
}

export interface NewApiToken {
  name: string;
  scope: TokenScope;
  expiresOn: Day;
}

/** Keys for programs: they act as their owner, within what the owner may do that day. */
@Injectable()
export class ApiTokensService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Those that open something; of one person, or of all. */
  list(personId: string | null): Promise<ApiTokenRow[]> {
    return select<ApiTokenRow>(
      this.db,
      `select t.id, t.name, t.scope, t.created_at as "createdAt", t.last_used_at as "lastUsedAt",
         ((t.expires_at at time zone 'Asia/Shanghai')::date - 1) as "expiresOn",
         json_build_object('id', p.id, 'name', p.name) as owner
       from api_token t join person p on p.id = t.person_id
       where ($1::uuid is null or t.person_id = $1) and t.revoked_at is null and t.expires_at > now()
       order by t.created_at desc, t.id limit 500`,
      [personId],
    );
  }

  /** Returns the token to be shown once; only its hash is stored. */
  async create(owner: Recorder, given: NewApiToken): Promise<{ id: string; token: string }> {
    const name = given.name.trim();
    if (name === '') throw new AppError('inputMissing', { field: 'name', fieldLabel: '名称' });
    const today = this.clock.today();
    const last = addDays(today, longestTokenDays);
    if (compareDays(given.expiresOn, today) < 0 || compareDays(given.expiresOn, last) > 0) {
      throw wrong('expiresOn', '有效期', `应在 ${today} 至 ${last} 之间`);
    }
    const [id, token] = [newId(), tokenPrefix + newToken()];
    await this.db.transaction(async (tx) => {
      // Two at once would both count the same tokens.
      await execute(tx, 'select 1 from person where id = $1 for update', [owner.personId]);
      const [held] = await select<{ count: number }>(
        tx,
        `select count(*)::int as count from api_token
         where person_id = $1 and revoked_at is null and expires_at > now()`,
        [owner.personId],
      );
      if (held!.count >= tokensOfOnePerson) throw new AppError('tooManyTokens', { limit: tokensOfOnePerson });
      await execute(
        tx,
        `insert into api_token (id, person_id, name, token_hash, scope, expires_at)
         values ($1, $2, $3, $4, $5, ($6::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
        [id, owner.personId, name, hashToken(token), given.scope, given.expiresOn],
      );
      await recordPeopleEvent(tx, owner, 'token_created', {
        personId: owner.personId,
        details: { person: owner.name, token: name, scope: given.scope, until: given.expiresOn },
      });
    });
    return { id, token };
  }

  /** One's own, or with `ofAnybody` anybody's. Counts at once in every API process. */
  async revoke(actor: Recorder, id: string, { ofAnybody = false } = {}): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [revoked] = await revokeTokens(tx, 'id = $1 and ($2::uuid is null or person_id = $2)', [
        id,
        ofAnybody ? null : actor.personId,
      ]);
      if (!revoked) throw new AppError('notFound', { what: '该令牌' });
      await recordRevoked(tx, actor, [revoked]);
    });
  }
}

/** An account somebody else may hold by now: its tokens may be in the same hands. */
export async function revokeAllTokens(tx: EntityManager, actor: Recorder, personId: string): Promise<void> {
  await recordRevoked(tx, actor, await revokeTokens(tx, 'person_id = $1', [personId]));
}

interface Revoked {
  personId: string;
  person: string;
  token: string;
}

function revokeTokens(tx: EntityManager, which: string, values: readonly unknown[]): Promise<Revoked[]> {
  return select<Revoked>(
    tx,
    `with revoked as (
       update api_token set revoked_at = now() where ${which} and revoked_at is null and expires_at > now()
       returning person_id, name)
     select r.person_id as "personId", p.name as person, r.name as token from revoked r
     join person p on p.id = r.person_id`,
    values,
  );
}

async function recordRevoked(tx: EntityManager, actor: Recorder, revoked: readonly Revoked[]): Promise<void> {
  for (const { personId, ...details } of revoked) {
    await recordPeopleEvent(tx, actor, 'token_revoked', { personId, details });
  }
}

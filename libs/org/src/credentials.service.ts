import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import type { TokenScope } from '@xiaohao/domain';
import { tokenPrefix } from './api-tokens.service.js';
import { findActor, type SignedInPerson } from './people.queries.js';
import { hashToken, idleHours } from './sessions.js';

/** What a request showed to be let in. */
export type Through =
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'token'; readonly id: string; readonly scope: TokenScope };

export interface LetInPerson extends SignedInPerson {
  through: Through;
}

/** A use is written down once in so many minutes. */
const useNotedMinutes = 5;

const liveSession = `expires_at > now() and last_seen_at > now() - interval '${idleHours} hours'`;
const liveToken = 'expires_at > now() and revoked_at is null';

/** Who stands behind a cookie or a token. */
@Injectable()
export class CredentialsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'listensOnLoopback'>,
    @Inject(Clock) private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Null when the credential is unknown or over, or its owner may not sign in. */
  async resume(credential: string): Promise<LetInPerson | null> {
    const hash = hashToken(credential);
    return credential.startsWith(tokenPrefix) ? this.resumeToken(hash) : this.resumeSession(hash);
  }

  /** Which of these sessions still open something. */
  async liveSessions(ids: readonly string[]): Promise<Set<string>> {
    const rows = await select<{ id: string }>(
      this.db,
      `select s.id from session s join person p on p.id = s.person_id
       where s.id = any($1::uuid[]) and ${liveSession} and p.disabled_at is null`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async resumeSession(hash: string): Promise<LetInPerson | null> {
    const [row] = await select<{ id: string; personId: string; oidc: boolean; unnoted: boolean }>(
      this.db,
      `select id, person_id as "personId", oidc,
         last_seen_at < now() - interval '${useNotedMinutes} minutes' as unnoted
       from session where token_hash = $1 and ${liveSession}`,
      [hash],
    );
    const person = row && (await this.person(row.personId));
    if (!person) return null;
    if (row.unnoted) {
      await execute(
        this.db,
        `update session set last_seen_at = now()
         where token_hash = $1 and last_seen_at < now() - interval '${useNotedMinutes} minutes'`,
        [hash],
      );
    }
    // Whoever came through the identity provider never used the one-time password and need not change it.
    const mustChangePassword = person.mustChangePassword && !row.oidc;
    return { ...person, mustChangePassword, through: { kind: 'session', id: row.id } };
  }

  private async resumeToken(hash: string): Promise<LetInPerson | null> {
    const [row] = await select<{ id: string; personId: string; scope: TokenScope; unnoted: boolean }>(
      this.db,
      `select id, person_id as "personId", scope,
         coalesce(last_used_at < now() - interval '${useNotedMinutes} minutes', true) as unnoted
       from api_token where token_hash = $1 and ${liveToken}`,
      [hash],
    );
    const person = row && (await this.person(row.personId));
    if (!person) return null;
    if (row.unnoted) await execute(this.db, 'update api_token set last_used_at = now() where id = $1', [row.id]);
    return { ...person, through: { kind: 'token', id: row.id, scope: row.scope } };
  }

  private async person(id: string): Promise<SignedInPerson | null> {
    const person = await findActor(this.db, id, this.clock.today());
    return person?.demo && !this.config.listensOnLoopback ? null : person;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { OidcProvider, type Claims } from './oidc-provider.js';
import { hashToken, newToken, openSession, type RequestOrigin } from './sessions.js';

/** How long a person may take at the provider. */
const wayMinutes = 10;
export const oidcCallbackPath = '/api/auth/oidc/callback';

/** Sign-in through the bureau's identity provider. Only accounts that are there already; none is made. */
@Injectable()
export class OidcSignInService {
  private readonly provider: OidcProvider | null;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.provider = config.oidc && new OidcProvider(config.oidc, config.publicUrl + oidcCallbackPath);
  }

  /** Where to send the browser, and what it must bring back: a way begun in one browser ends in no other. */
  async begin(returnTo: string): Promise<{ address: string; browserToken: string }> {
    const provider = this.configured();
    const way = provider.newWay();
    const address = await provider.address(way);
    const browserToken = newToken();
    await execute(
      this.db,
      `insert into oidc_request (state_hash, browser_hash, nonce, code_verifier, return_to, expires_at)
       values ($1, $2, $3, $4, $5, now() + interval '${wayMinutes} minutes')`,
      [hashToken(way.state), hashToken(browserToken), way.nonce, way.codeVerifier, ownPath(returnTo)],
    );
    return { address, browserToken };
  }

  /** `query` as the provider sent it. Opens a session; each way and each code count once. */
  async finish(
    query: string,
    browserToken: string | null,
    from: RequestOrigin,
  ): Promise<{ token: string; returnTo: string }> {
    const provider = this.configured();
    const state = new URLSearchParams(query).get('state') ?? '';
    const [way] = await select<{ nonce: string; codeVerifier: string; returnTo: string }>(
      this.db,
      `delete from oidc_request where state_hash = $1 and browser_hash = $2 and expires_at > now()
       returning nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
      [hashToken(state), hashToken(browserToken ?? '')],
    );
    if (!way) throw new AppError('oidcRefused', { name: this.config.oidc!.name });
    const claims = await provider.claims(query, { ...way, state });
    const personId = await this.account(claims);
    const token = await this.db.transaction((tx) => openSession(tx, personId, from, { oidc: true }));
    return { token, returnTo: way.returnTo };
  }

  /** An address several people share names nobody. */
  private async account(claims: Claims): Promise<string> {
    const { claim, name } = this.config.oidc!;
    const column = claim === 'email' ? 'email' : 'username';
    const value = claim === 'email' && claims['email_verified'] !== true ? null : claims[claim];
    const people = await select<{ id: string; demo: boolean }>(
      this.db,
      `select id, demo from person where lower(${column}) = lower($1) and disabled_at is null limit 2`,
      [typeof value === 'string' && value !== '' ? value : null],
    );
    if (people.length !== 1) throw new AppError('oidcNoAccount', { name });
    if (people[0]!.demo && !this.config.listensOnLoopback) throw new AppError('demoAccountOffLoopback');
    return people[0]!.id;
  }

  private configured(): OidcProvider {
    if (!this.provider) throw new AppError('notFound', { what: '统一认证' });
    return this.provider;
  }
}

/** Only a path of this application: anything else would let a link lead people elsewhere. */
export function ownPath(wanted: string): string {
  const own = 'http://own.invalid';
  if (!/^\/(?![/\\])/.test(wanted) || wanted.length > 500 || !URL.canParse(wanted, own)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, own);
  // A browser drops tabs and line ends before it looks: what they hid is looked at again.
  return origin === own && !pathname.startsWith('//') && !pathname.startsWith('/api/') ? pathname + search + hash : '/';
}

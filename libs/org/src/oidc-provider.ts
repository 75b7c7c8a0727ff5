import { Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { OidcSettings } from '@xiaohao/config';
import { AppError } from '@xiaohao/errors';

/** A page waits for it. */
const timeoutSeconds = 5;

/** What the provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

export interface OidcWay {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/**
 * The bureau's identity provider. Asked for its addresses at the first sign-in, not at the start: a provider that is
 * down keeps nobody from signing in by password.
 */
export class OidcProvider {
  private readonly logger = new Logger('oidc');
  private known: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly redirectUri: string,
  ) {}

  newWay(): OidcWay {
    return { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
  }

  async address({ state, nonce, codeVerifier }: OidcWay): Promise<string> {
    const url = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return url.href;
  }

  /** Redeems the code; throws `oidcRefused` whatever does not fit: state, nonce, signature, audience, time. */
  async claims(query: string, { state, nonce, codeVerifier }: OidcWay): Promise<Claims> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const said = tokens.claims()!;
      if (said[this.settings.claim] !== undefined || !configuration.serverMetadata().userinfo_endpoint) return said;
      // Many providers keep names and addresses out of the token.
      return { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, said.sub)), sub: said.sub };
    } catch (error) {
      this.logger.warn(`sign-in refused: ${reasonOf(error)}`);
      throw isAway(error) ? new AppError('oidcAway', this.named()) : new AppError('oidcRefused', this.named());
    }
  }

  private configuration(): Promise<oidc.Configuration> {
    this.known ??= this.discover().catch((error: unknown) => {
      this.known = null;
      this.logger.warn(`${this.settings.issuer} cannot be used: ${reasonOf(error)}`);
      throw new AppError('oidcAway', this.named());
    });
    return this.known;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(
      new URL(issuer),
      clientId,
      clientSecret ?? undefined,
      clientSecret ? undefined : oidc.None(),
      {
        timeout: timeoutSeconds,
        // Without it the signature of the ID token is trusted to the connection alone.
        execute: [oidc.enableNonRepudiationChecks, ...insecure],
      },
    );
  }

  private named() {
    return { name: this.settings.name };
  }
}

/** Not there, or not answering in time: as against an answer that is wrong. */
function isAway(error: unknown): boolean {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { status?: number } };
  return name === 'TypeError' || code === 'OAUTH_TIMEOUT' || (cause?.status ?? 0) >= 500;
}

function reasonOf(error: unknown): string {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: { message?: string } };
  return [code, message, cause?.message].filter(Boolean).join(': ');
}

import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt } from 'jose';
import Provider from 'oidc-provider';

/**
 * A certified OpenID provider in a process of its own. Who signs in and how the ID token is spoilt is told by message;
 * the pages where a person would enter a password are gone through at once.
 */
const redirectUri = process.argv[2];
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const { privateKey: strangersKey } = await generateKeyPair('RS256');
const key = { ...(await exportJWK(privateKey)), kid: 'own', alg: 'RS256', use: 'sig' };

let person = {};
let spoil = null;
const spoilt = {
  forged: (claims) => sign(claims, strangersKey),
  otherNonce: (claims) => sign({ ...claims, nonce: 'of-another-sign-in' }, privateKey),
  otherAudience: (claims) => sign({ ...claims, aud: 'another-client' }, privateKey),
  past: (claims) => sign({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }, privateKey),
};
const sign = (claims, by) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(by);

const server = createServer();
await new Promise((resolve) => server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', resolve));
const { port } = server.address();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'xiaohao', client_secret: 'c'.repeat(40), redirect_uris: [redirectUri] }],
  jwks: { keys: [key] },
  cookies: { keys: ['k'.repeat(40)] },
  claims: { profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...person }) }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({ clientId: 'xiaohao', accountId: context.oidc.session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
});
provider.use(async (context, next) => {
  if (context.path.startsWith('/interaction/')) {
    const result = { login: { accountId: String(person.preferred_username ?? 'someone') } };
    return provider.interactionFinished(context.req, context.res, result);
  }
  await next();
  if (context.path === '/token' && spoil && context.body?.id_token) {
    context.body = { ...context.body, id_token: await spoilt[spoil](decodeJwt(context.body.id_token)) };
  }
});
server.on('request', provider.callback());

process.on('message', (told) => {
  ({ person, spoil } = told);
  process.send('understood');
});
process.once('disconnect', () => process.exit(0));
process.send({ issuer: `http://127.0.0.1:${port}` });

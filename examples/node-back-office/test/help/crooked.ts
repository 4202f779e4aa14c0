/** A provider that answers wrongly, each time in one way: no library would let itself be set up so. */

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createServer } from 'node:http';
import { atEnd } from './cleanup.js';
import { CLIENT } from './provider.js';

export interface Crooked {
  issuer: string;
  env: Record<string, string>;
  /** What is wrong with the next sign-in. */
  lie: Lie;
  /** What the authorization request wanted: its nonce goes into the token. */
  nonce: string;
}

export interface Lie {
  claims?: JWTPayload;
  user?: JWTPayload;
  /** How the id token, or what is said of the user, is signed. */
  idToken?: 'none' | 'stranger';
  userinfo?: 'none' | 'stranger' | 'other person' | 'plain';
  /** What the token endpoint answers instead. */
  token?: { status: number; body: object | string };
  metadata?: object;
}

const USER = { sub: 'person-1', email: 'crooked@example.org', email_verified: true };

export async function startCrooked(): Promise<Crooked> {
  const own = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), use: 'sig', alg: 'RS256', kid: 'one' };
  const self: Crooked = { issuer: '', env: {}, lie: {}, nonce: '' };
  const signed = (payload: JWTPayload, how: string | undefined): Promise<string> | string =>
    how === 'none'
      ? new UnsecuredJWT(payload).encode()
      : new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(how === 'stranger' ? stranger.privateKey : own.privateKey);

  const server = createServer((request, response) => {
    const send = (status: number, body: object | string, type = 'application/json'): void => {
      response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    void answer(request.url ?? '', send);
  });

  async function answer(url: string, send: (status: number, body: object | string, type?: string) => void): Promise<void> {
    const { issuer, lie } = self;
    const now = Math.floor(Date.now() / 1000);
    if (url.startsWith('/.well-known')) {
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        // A provider may list `none`: it is refused nevertheless.
        id_token_signing_alg_values_supported: ['RS256', 'none'],
        userinfo_signing_alg_values_supported: ['RS256', 'none'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        ...lie.metadata,
      });
    }
    if (url.startsWith('/jwks')) return send(200, { keys: [jwk] });
    if (url.startsWith('/token')) {
      if (lie.token) return send(lie.token.status, lie.token.body);
      const claims = { iss: issuer, aud: CLIENT.id, sub: USER.sub, iat: now, exp: now + 300, nonce: self.nonce, acr: 'eidas1', ...lie.claims };
      return send(200, { access_token: 'access', token_type: 'Bearer', id_token: await signed(claims, lie.idToken) });
    }
    const user = { ...USER, ...lie.user, ...(lie.userinfo === 'other person' && { sub: 'person-2' }) };
    if (lie.userinfo === 'plain') return send(200, user);
    return send(200, await signed({ iss: issuer, aud: CLIENT.id, ...user }, lie.userinfo), 'application/jwt');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  self.issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  self.env = { OIDC_ISSUER: self.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_LABEL: 'ProConnect' };
  return self;
}

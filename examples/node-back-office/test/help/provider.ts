/** A local provider of identities, with ProConnect's profile: what it says of somebody comes as a signed JWT. */

import { createServer, type Server } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import { generateKeyPair, exportJWK } from 'jose';
import { atEnd } from './cleanup.js';

export const CLIENT = { id: 'back-office', secret: 'a secret that the provider knows too' };

export interface Person {
  sub: string;
  email?: string | undefined;
  email_verified?: boolean;
  given_name?: string;
  usual_name?: string;
  siret?: string;
  idp_id?: string;
  acr?: string;
}

export interface LocalProvider {
  issuer: string;
  /** Who sits there; nobody, who gives up. */
  person: Person | null;
  /** Settings of the service for it. */
  env: Record<string, string>;
  /** How many sessions it has ended. */
  ended: number;
  /** Follows the redirections of the provider from an address on, back to the service. */
  walk(address: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startProvider(base: string, more: Configuration = {}, port = 0): Promise<LocalProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'one' };
  const self: LocalProvider = {
    issuer,
    person: null,
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_LABEL: 'ProConnect', OIDC_TRUST_EMAIL: '1' },
    ended: 0,
    // A new visitor each time: nobody stays signed in there.
    walk: (address) => walk(address, issuer, new Map()),
    stop: () => closed(server),
  };
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['test'] },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${base}/connexion/fournisseur/retour`],
        post_logout_redirect_uris: [`${base}/deconnexion/retour`],
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
    claims: { openid: ['sub', 'idp_id', 'acr'], email: ['email', 'email_verified'], given_name: ['given_name'], usual_name: ['usual_name'], siret: ['siret'] },
    acrValues: ['eidas1', 'eidas2'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><html lang="fr"><title>Fin</title>${form}<button form="op.logoutForm" name="logout" value="yes">Oui</button>`;
        },
      },
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...self.person, sub }) as never }),
    // Nobody is asked to agree: this provider knows the service.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid email given_name usual_name siret');
      await grant.save();
      return grant;
    },
    ...more,
  });
  provider.on('end_session.success', () => (self.ended += 1));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const result = self.person
      ? { login: { accountId: self.person.sub, ...(self.person.acr && { acr: self.person.acr }) } }
      : { error: 'access_denied', error_description: 'gave up' };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  atEnd(() => closed(server));
  return self;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function walk(address: string, issuer: string, cookies: Map<string, string>): Promise<string> {
  let next = address;
  for (let step = 0; step < 10 && next.startsWith(issuer); step += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${next} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    next = new URL(location, issuer).href;
  }
  return next;
}

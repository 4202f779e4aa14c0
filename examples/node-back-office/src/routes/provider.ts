/** Signing in at a provider of identities, and out again. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { SignInFault } from '../oidc/faults.js';
import { begin, finish, signOutAddress, type Begun } from '../oidc/flow.js';
import { oidcProvider } from '../oidc/provider.js';
import { sealFor } from '../security/sealing.js';
import { idTokenOf } from '../security/sessions.js';
import { accountFor } from '../services/identities.js';
import type { Services } from '../services/index.js';
import { audit } from '../store/audit.js';
import { faultNotice } from '../views/sign-in-faults.js';
import { signedOutView } from '../views/signed-out.js';
import { idTokenSeal, letIn } from '../web/entering.js';
import { textOf } from '../web/input.js';
import { failureLimit } from '../web/limits.js';
import { account } from '../web/visitors.js';

/** What the browser keeps while somebody is at the provider. */
interface Kept extends Begun {
  wanted: string;
  at: number;
}

const COOKIE = 'fournisseur';
const OUT = 'sortie';
const MINUTES = 15;

export function providerRoutes(app: FastifyInstance, services: Services): void {
  const { config, database, clock } = services;
  const provider = config.oidc && oidcProvider(config.oidc);
  const label = config.oidc?.label ?? '';
  const seal = sealFor(config.secret, 'provider');
  const secure = config.baseUrl.startsWith('https:');
  const cookie = (path: string) => ({ path, httpOnly: true, sameSite: 'lax', secure, maxAge: MINUTES * 60 }) as const;
  const back = (): string => `${config.baseUrl}/connexion/fournisseur/retour`;

  app.post('/deconnexion', async (request, reply) => {
    const who = request.visitor?.kind === 'account' ? account(request).id : '';
    const sealed = await idTokenOf(database, request.cookies['session']);
    const idToken = sealed && idTokenSeal(services).open(sealed, who);
    await reply.leave();
    const state = randomBytes(16).toString('base64url');
    const address = provider && idToken ? await signOutAddress(provider, idToken, `${config.baseUrl}/deconnexion/retour`, state) : undefined;
    if (!address) return reply.redirect('/', 303);
    // A redirection would be that of a form, which pages allow to this service only: the page itself goes on.
    reply.setCookie(OUT, state, { ...cookie('/deconnexion'), signed: true }).header('refresh', `0;url=${address}`);
    return reply.page((frame) => signedOutView({ frame, label, address: String(address) }));
  });

  if (!provider) return;
  const failed = failureLimit(clock, 100, 15);

  // By a link, and not by a form: the provider is another origin.
  app.get('/connexion/fournisseur', async (request, reply) => {
    failed.check(request.ip);
    const wanted = textOf(request.query, 'vers', 500);
    try {
      const { address, begun } = await begin(provider, back());
      const kept: Kept = { ...begun, wanted, at: clock().getTime() };
      reply.setCookie(COOKIE, seal.close(JSON.stringify(kept), COOKIE), cookie('/connexion/fournisseur'));
      return reply.redirect(String(address), 303);
    } catch (error) {
      return refuse(request, reply, error, wanted);
    }
  });

  app.get('/connexion/fournisseur/retour', async (request, reply) => {
    failed.check(request.ip);
    const kept = keptBy(request);
    // An answer is taken once, by the browser that asked.
    reply.clearCookie(COOKIE, cookie('/connexion/fournisseur'));
    try {
      if (!kept || textOf(request.query, 'state', 200) !== kept.state) throw new SignInFault('expired', 'state');
      const who = await finish(provider, new URL(`${back()}?${request.url.split('?')[1] ?? ''}`), kept);
      const found = await accountFor(services, who);
      const shown = { by: 'provider', levelChecked: provider.settings.acrValues.length > 0, idToken: who.idToken } as const;
      return reply.redirect(await letIn(services, reply, found, shown, kept.wanted), 303);
    } catch (error) {
      return refuse(request, reply, error, kept?.wanted ?? '');
    }
  });

  app.get('/deconnexion/retour', (request, reply) => {
    const { valid, value } = request.unsignCookie(request.cookies[OUT] ?? '');
    const ours = valid && value === textOf(request.query, 'state', 200);
    return reply.clearCookie(OUT, cookie('/deconnexion')).redirect(ours ? '/?fait=deconnecte' : '/', 303);
  });

  function keptBy(request: FastifyRequest): Kept | undefined {
    const opened = seal.open(request.cookies[COOKIE] ?? '', COOKIE);
    const kept = opened === null ? undefined : (JSON.parse(opened) as Kept);
    return kept && clock().getTime() - kept.at < MINUTES * 60_000 ? kept : undefined;
  }

  /** Back to the sign-in page, which says why; passwords are not concerned. */
  async function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown, wanted: string): Promise<FastifyReply> {
    if (!(error instanceof SignInFault)) throw error;
    failed.fail(request.ip);
    request.log.warn({ fault: error.fault, inside: error.inside }, 'sign-in at the provider refused');
    await audit(database, { actor: 'visitor', action: 'sign_in_refused', at: clock(), detail: `oidc ${error.fault}` });
    const address = wanted ? `/connexion?vers=${encodeURIComponent(wanted)}` : '/connexion';
    return reply.tell(address, faultNotice(error.fault, label));
  }
}

/** One's own account: choosing a password, by a link or with the one of before. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idTokenOf } from '../security/sessions.js';
import { accountOfLink, readPassword } from '../services/accounts.js';
import type { Services } from '../services/index.js';
import { hasPassword, setPassword, type AccountRow } from '../store/accounts.js';
import { audit } from '../store/audit.js';
import { permissionRules } from '../library.js';
import { permissionsView } from '../views/permissions.js';
import { passwordView } from '../views/password.js';
import { Gone } from '../web/errors.js';
import { textOf } from '../web/input.js';
import { failureLimit, linkLimit } from '../web/limits.js';
import { signInFor } from '../web/return.js';
import { account, NotFound } from '../web/visitors.js';

export function accountRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;
  const forged = linkLimit(clock);
  const guesses = failureLimit(clock, 10, 15);

  app.get('/compte', (request, reply) => {
    if (request.visitor === null) return reply.redirect(signInFor(request.url), 303);
    const { email } = account(request);
    return reply.page((frame) => passwordView({ frame, action: '/compte', email, own: true }));
  });

  app.post('/compte', async (request, reply) => {
    const { id, email } = account(request);
    const takeBack = guesses.attempt(id);
    const { password, errors } = readPassword(request.body);
    if (await hasPassword(database, id, textOf(request.body, 'current', 200))) takeBack();
    else errors['current'] = 'Ce n’est pas votre mot de passe actuel.';
    if (Object.keys(errors).length > 0) {
      return reply.code(422).page((frame) => passwordView({ frame, action: '/compte', email, own: true, errors }));
    }
    // The session is another; what closes it at the provider is the same.
    const idToken = await idTokenOf(database, request.cookies['session']);
    await change(id, password);
    await reply.enter({ account: id, idToken });
    return reply.redirect('/compte?fait=mot-de-passe', 303);
  });

  app.get('/compte/droits', (request, reply) => {
    if (request.visitor === null) return reply.redirect(signInFor(request.url), 303);
    account(request);
    return reply.page((frame) => permissionsView({ frame, rules: permissionRules() }));
  });

  app.get('/mot-de-passe/:token', async (request, reply) => {
    const { email } = await ofLink(request);
    return reply.page((frame) => passwordView({ frame, action: request.url, email, own: false }));
  });

  app.post('/mot-de-passe/:token', async (request, reply) => {
    const { id, email } = await ofLink(request);
    const { password, errors } = readPassword(request.body);
    if (Object.keys(errors).length > 0) {
      return reply.code(422).page((frame) => passwordView({ frame, action: request.url, email, own: false, errors }));
    }
    await change(id, password);
    return reply.redirect('/connexion?fait=mot-de-passe', 303);
  });

  async function change(id: string, password: string): Promise<void> {
    await database.transaction(async (tx) => {
      await setPassword(tx, id, password);
      await audit(tx, { actor: `account:${id}`, action: 'password_changed', at: clock() });
    });
  }

  async function ofLink(request: FastifyRequest): Promise<AccountRow> {
    forged.check(request.ip);
    const { token } = request.params as { token: string };
    const found = await accountOfLink(services, token);
    if (found === 'expired') throw new Gone();
    if (found) return found;
    forged.fail(request.ip);
    throw new NotFound();
  }
}

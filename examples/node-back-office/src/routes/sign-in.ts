import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import { audit } from '../store/audit.js';
import { accountToEnter } from '../security/sessions.js';
import { signIn } from '../store/accounts.js';
import { homeOf } from '../views/layout.js';
import { signInView } from '../views/sign-in.js';
import { codeForms } from '../web/codes.js';
import { letIn } from '../web/entering.js';
import { textOf } from '../web/input.js';
import { failureLimit } from '../web/limits.js';
import { wantedBy } from '../web/return.js';
import { codeRoutes } from './code.js';
import { providerRoutes } from './provider.js';
import { secondFactorRoutes } from './second-factor.js';

export function signInRoutes(app: FastifyInstance, services: Services): void {
  const forms = codeForms(services);
  codeRoutes(app, services, forms);
  secondFactorRoutes(app, services, forms);
  providerRoutes(app, services);

  const { config, database, clock } = services;
  const provider = config.oidc?.label;

  app.get('/connexion', (request, reply) => {
    const wanted = textOf(request.query, 'vers', 500);
    const { visitor } = request;
    if (visitor) {
      return reply.redirect((visitor.kind === 'account' && wantedBy(visitor, wanted)) || homeOf(visitor), 303);
    }
    return reply.page((frame) => signInView({ frame, wanted, provider }));
  });

  // Guesses at one account from one place, and at any number of accounts; who gets in is not counted.
  const guesses = failureLimit(clock, 10, 15);
  const tries = failureLimit(clock, 100, 15);

  app.post('/connexion', async (request, reply) => {
    const email = textOf(request.body, 'email', 200);
    const wanted = textOf(request.body, 'vers', 500);
    const guess = `${request.ip} ${email.toLowerCase()}`;
    // Counted before they are known to be wrong: guesses that are made at once count one another.
    guesses.check(guess);
    const takeBack = tries.attempt(request.ip);
    guesses.fail(guess);
    const id = await signIn(database, email, textOf(request.body, 'password', 200));
    const account = id ? await accountToEnter(database, id) : null;
    if (!account) {
      await audit(database, { actor: 'visitor', action: 'sign_in_refused', at: clock() });
      return reply.code(401).page((frame) => signInView({ frame, email, wanted, provider, refused: true }));
    }
    guesses.forget(guess);
    takeBack();
    return reply.redirect(await letIn(services, reply, account, { by: 'password' }, wanted), 303);
  });

}

/** The second factor of one's own account: brought, renewed or given up. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Account } from '../security/sessions.js';
import type { Services } from '../services/index.js';
import { dropSecondFactor, needsSecondFactor, newEnrolment, renewCodes } from '../services/second-factor.js';
import { audit } from '../store/audit.js';
import { secondFactorOf } from '../store/second-factors.js';
import type { Errors } from '../views/forms.js';
import { enrolmentView, recoveryView, secondFactorView } from '../views/second-factor.js';
import type { CodeForms } from '../web/codes.js';
import { textOf } from '../web/input.js';
import { signInFor } from '../web/return.js';
import { account, NotFound } from '../web/visitors.js';

export function secondFactorRoutes(app: FastifyInstance, services: Services, forms: CodeForms): void {
  const { database, clock, worker } = services;
  const action = '/compte/second-facteur';

  app.get('/compte/second-facteur', async (request, reply) => {
    if (request.visitor === null) return reply.redirect(signInFor(request.url), 303);
    return shown(account(request), reply);
  });

  app.post('/compte/second-facteur', async (request, reply) => {
    const who = account(request);
    const needed = needsSecondFactor(services, who);
    const step = textOf(request.body, 'suite', 20);
    if (!['activer', 'codes', 'retirer'].includes(step) || (step === 'retirer' && needed)) throw new NotFound();
    const errors = await forms.checkPassword(who, request);
    if (step === 'activer') {
      const brought = await forms.bring(who, request, errors);
      if (brought.codes) return reply.page((frame) => recoveryView({ frame, codes: brought.codes, next: action }));
      const password = await forms.hasPassword(who);
      return reply.code(422).page((frame) => enrolmentView({ frame, action, password, needed, ...brought }));
    }
    // A code is taken once: not for a form that comes back anyway.
    const wrong = errors['current'] ? undefined : await forms.wrongCode(who, request);
    if (wrong) errors['code'] = wrong;
    if (Object.keys(errors).length > 0) return shown(who, reply.code(422), errors);
    if (step === 'codes') {
      const codes = await renewCodes(services, who);
      return reply.page((frame) => recoveryView({ frame, codes, next: action }));
    }
    await database.transaction(async (tx) => {
      await dropSecondFactor(services, tx, who, 'themselves');
      await audit(tx, { actor: `account:${who.id}`, action: 'second_factor_removed', at: clock() });
    });
    worker.wake();
    return reply.redirect('/compte?fait=second-facteur-retire', 303);
  });

  /** The second factor of an account, or how to bring one. */
  async function shown(who: Account, reply: FastifyReply, errors: Errors = {}): Promise<FastifyReply> {
    const factor = await secondFactorOf(database, who.id);
    const needed = needsSecondFactor(services, who);
    const password = await forms.hasPassword(who);
    if (factor) return reply.page((frame) => secondFactorView({ frame, factor, needed, password, errors }));
    const enrolment = newEnrolment(services, who);
    return reply.page((frame) => enrolmentView({ frame, action, enrolment, password, needed }));
  }
}

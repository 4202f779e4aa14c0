/** Between a password and the service: the code, or bringing what shows it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { halfOpenBy, type Account } from '../security/sessions.js';
import type { Services } from '../services/index.js';
import { newEnrolment } from '../services/second-factor.js';
import { secondFactorOf } from '../store/second-factors.js';
import { homeOf } from '../views/layout.js';
import { codeView, enrolmentView, recoveryView } from '../views/second-factor.js';
import type { CodeForms } from '../web/codes.js';
import { codePage, complete, enrolmentPage } from '../web/entering.js';
import { textOf } from '../web/input.js';
import { signInFor, wantedBy } from '../web/return.js';

export function codeRoutes(app: FastifyInstance, services: Services, forms: CodeForms): void {
  const { database, clock } = services;
  const action = '/connexion/second-facteur';

  app.get('/connexion/code', async (request, reply) => {
    const wanted = textOf(request.query, 'vers', 500);
    const who = await halfOpen(request);
    if (!who) return toSignIn(reply, wanted);
    if (!(await secondFactorOf(database, who.id))) return reply.redirect(enrolmentPage(wanted), 303);
    return reply.page((frame) => codeView({ frame, email: who.email, wanted }));
  });

  app.post('/connexion/code', async (request, reply) => {
    const wanted = textOf(request.body, 'vers', 500);
    const who = await halfOpen(request);
    if (!who) return toSignIn(reply, wanted);
    const error = await forms.wrongCode(who, request);
    if (error) return reply.code(422).page((frame) => codeView({ frame, email: who.email, wanted, error }));
    await complete(services, reply, who);
    return reply.redirect(wantedBy(who, wanted) ?? homeOf(who), 303);
  });

  // Who needs a second factor brings it before anything else is opened.
  app.get('/connexion/second-facteur', async (request, reply) => {
    const wanted = textOf(request.query, 'vers', 500);
    const who = await halfOpen(request);
    if (!who) return toSignIn(reply, wanted);
    if (await secondFactorOf(database, who.id)) return reply.redirect(codePage(wanted), 303);
    const enrolment = newEnrolment(services, who);
    return reply.page((frame) => enrolmentView({ frame, action, enrolment, wanted, needed: true }));
  });

  app.post('/connexion/second-facteur', async (request, reply) => {
    const wanted = textOf(request.body, 'vers', 500);
    const who = await halfOpen(request);
    if (!who) return toSignIn(reply, wanted);
    const brought = await forms.bring(who, request, {});
    if (!brought.codes) return reply.code(422).page((frame) => enrolmentView({ frame, action, wanted, needed: true, ...brought }));
    const { codes } = brought;
    await complete(services, reply, who);
    return reply.page((frame) => recoveryView({ frame, codes, next: wantedBy(who, wanted) ?? homeOf(who) }));
  });

  const halfOpen = (request: FastifyRequest): Promise<Account | null> => halfOpenBy(database, request.cookies['session'], clock());
  const toSignIn = (reply: FastifyReply, wanted: string): FastifyReply => reply.redirect(wanted ? signInFor(wanted) : '/connexion', 303);
}

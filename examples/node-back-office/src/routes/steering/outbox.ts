/** Messages: what waits, what left, and what a person has to decide. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { latestMessages, messageById, sendAgain, takeAsSent } from '../../store/outbox.js';
import { messageView, outboxView } from '../../views/steering/outbox.js';
import { textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function outboxRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config, worker } = services;

  app.get('/pilotage/envois', async (_request, reply) => {
    const messages = await latestMessages(database);
    return reply.page((frame) => outboxView({ frame, messages, smtp: config.smtpUrl !== undefined }));
  });

  /** The text of a message that no server took: in a demonstration, this page is everybody's mailbox. */
  app.get('/pilotage/envois/:id', async (request, reply) => {
    const message = await messageById(database, idOf(request));
    if (message?.status !== 'shown' || config.smtpUrl) throw new NotFound();
    return reply.page((frame) => messageView({ frame, message, baseUrl: config.baseUrl }));
  });

  app.post('/pilotage/envois/:id', async (request, reply) => {
    const id = idOf(request);
    const again = textOf(request.body, 'suite', 10) === 'renvoyer';
    const done = again ? await sendAgain(database, id, clock()) : await takeAsSent(database, id, clock());
    const action = again ? 'message_sent_again' : 'message_taken_as_sent';
    if (done) await audit(database, { actor: `account:${account(request).id}`, action, at: clock(), detail: `${id}` });
    worker.wake();
    return reply.redirect(`/pilotage/envois?fait=${!done ? 'a-jour' : again ? 'renvoye' : 'verifie'}`, 303);
  });
}

function idOf(request: FastifyRequest): number {
  const id = Number((request.params as { id: string }).id);
  if (!Number.isSafeInteger(id) || id <= 0) throw new NotFound();
  return id;
}

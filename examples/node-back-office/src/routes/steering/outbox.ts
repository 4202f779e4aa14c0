/** Messages: what waits, what left, and what a person has to decide. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { mailTrouble, retryMailServer } from '../../store/mail-trouble.js';
import { messageById, takeAsSent } from '../../store/outbox.js';
import { messageList, OUTBOX_STATUSES } from '../../store/outbox-list.js';
import { resendable, sendAgain, sendAllAgain, unsentByReason, type Again } from '../../store/resending.js';
import { resentNotice } from '../../views/notices.js';
import { MESSAGE_KINDS, messageView, outboxView } from '../../views/steering/outbox.js';
import { REASON_CODES } from '../../views/steering/unsent.js';
import { textOf } from '../../web/input.js';
import { listAddress, readListing, type Listing } from '../../web/listing.js';
import { account, NotFound } from '../../web/visitors.js';

export function outboxRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config, worker } = services;

  const smtp = config.smtpUrl !== undefined;
  const again = (): Again => ({ now: clock(), linkDays: config.linkDays, server: smtp });

  const listingOf = (query: unknown): Listing =>
    readListing(query, { q: 'words', raison: REASON_CODES, etat: OUTBOX_STATUSES, type: MESSAGE_KINDS.map(([kind]) => kind), du: 'day', au: 'day' });

  app.get('/pilotage/envois', async (request, reply) => {
    const listing = listingOf(request.query);
    const { q = '', raison = '', etat = '', type = '', du = '', au = '' } = listing.filters;
    const unsent = await unsentByReason(database, again());
    // With a server, steering does not read whom a company's message is for, and does not find it by that.
    const filter = { recipient: q, companies: !smtp, reason: raison, status: etat, kind: type, from: du, until: au };
    const page = await messageList(database, filter, listing);
    const decidable = await resendable(database, page.rows, again());
    const trouble = smtp && (await mailTrouble(database)) !== undefined;
    return reply.page((frame) => outboxView({ frame, listing, page, unsent, decidable, smtp, trouble }));
  });

  /** All that did not leave, or what did not for one reason; or the server once more. */
  app.post('/pilotage/envois', async (request, reply) => {
    const actor = `account:${account(request).id}`;
    const step = textOf(request.body, 'suite', 10);
    if (step === 'reessayer') {
      await retryMailServer(database, clock());
      await audit(database, { actor, action: 'mail_retried', at: clock() });
      worker.wake();
      return reply.redirect('/pilotage/envois?fait=reessaye', 303);
    }
    if (step !== 'renvoyer') throw new NotFound();
    const reason = textOf(request.body, 'raison', 20);
    const count = await database.transaction(async (tx) => {
      const sent = await sendAllAgain(tx, reason, again());
      if (sent > 0) await audit(tx, { actor, action: 'messages_sent_again', at: clock(), detail: `${sent}${reason && ` ${reason}`}` });
      return sent;
    });
    worker.wake();
    return count === 0 ? reply.redirect('/pilotage/envois?fait=a-jour', 303) : reply.tell('/pilotage/envois', resentNotice(count));
  });

  /** The text of a message that no server took: in a demonstration, this page is everybody's mailbox. */
  app.get('/pilotage/envois/:id', async (request, reply) => {
    const message = await messageById(database, idOf(request));
    if (message?.status !== 'shown' || smtp) throw new NotFound();
    return reply.page((frame) => messageView({ frame, message, baseUrl: config.baseUrl }));
  });

  app.post('/pilotage/envois/:id', async (request, reply) => {
    const id = idOf(request);
    const resent = textOf(request.body, 'suite', 10) === 'renvoyer';
    const done = resent ? await sendAgain(database, id, again()) : await takeAsSent(database, id, clock());
    const action = resent ? 'message_sent_again' : 'message_taken_as_sent';
    if (done) await audit(database, { actor: `account:${account(request).id}`, action, at: clock(), detail: `${id}` });
    worker.wake();
    // The list is shown as it was, with its filters.
    const fait = !done ? 'a-jour' : resent ? 'renvoye' : 'verifie';
    return reply.redirect(listAddress('/pilotage/envois', listingOf(request.query).filters, { fait }), 303);
  });
}

function idOf(request: FastifyRequest): number {
  const id = Number((request.params as { id: string }).id);
  if (!Number.isSafeInteger(id) || id <= 0) throw new NotFound();
  return id;
}

/** Requests of the portal that want an adviser: read before they are taken, then decided about. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../services/index.js';
import { answerCards } from '../../services/questions.js';
import { reviewReasons } from '../../services/review.js';
import { digitsOf, searchOf } from '../../services/words.js';
import { CLOSURES, discard, isClosure, reject, release, take } from '../../services/reviewing.js';
import { audit } from '../../store/audit.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { needsOf } from '../../store/needs.js';
import { portalQueue, requestFor } from '../../store/portal-queue.js';
import { portalQueueView } from '../../views/adviser/list.js';
import { requestView } from '../../views/adviser/request.js';
import type { Errors } from '../../views/forms.js';
import type { Frame } from '../../views/frame.js';
import { isUuid, textOf } from '../../web/input.js';
import { listAddress, readListing, type Listing } from '../../web/listing.js';
import { account, NotFound } from '../../web/visitors.js';
import { linesOf } from './diagnosis.js';

export function reviewRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;

  const listingOf = (query: unknown): Listing =>
    readListing(query, { q: 'words', sujet: services.directory.library.directory.subjects.map((subject) => subject.id), du: 'day', au: 'day' });

  app.get('/conseiller/portail', async (request, reply) => {
    const subjects = services.directory.library.directory.subjects.map((subject) => [subject.id, subject.label] as const);
    const listing = listingOf(request.query);
    const { q = '', sujet = '', du = '', au = '' } = listing.filters;
    const page = await portalQueue(database, { subject: sujet, search: q ? (searchOf(q) ?? '') : undefined, siret: digitsOf(q), from: du, until: au }, listing);
    const reasons = await Promise.all(page.rows.map((diagnosis) => reviewReasons(services, diagnosis)));
    const lines = (await linesOf(services, page.rows)).map((line, at) => ({ ...line, reasons: reasons[at] ?? [] }));
    return reply.page((frame) => portalQueueView({ frame, listing, page: { ...page, rows: lines }, subjects }));
  });

  app.get('/conseiller/portail/:id', async (request, reply) => {
    const diagnosis = await readable(request);
    await audit(database, { actor: `account:${account(request).id}`, action: 'request_read', at: clock(), detail: diagnosis.id });
    return reply.page(await page(diagnosis, listingOf(request.query)));
  });

  app.post('/conseiller/portail/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw new NotFound();
    const { body } = request;
    const adviser = account(request).id;
    const step = textOf(body, 'suite', 20) || 'prendre';
    // The list is shown as it was, with its filters.
    const back = (told: string) => reply.redirect(listAddress('/conseiller/portail', listingOf(request.query).filters, { fait: told }), 303);
    const already = () => back('a-jour');
    if (step === 'prendre') {
      return (await take(services, id, adviser)) ? reply.redirect(`/conseiller/diagnostics/${id}`, 303) : already();
    }
    if (step === 'rendre') {
      return (await release(services, id, adviser)) ? back('rendue') : already();
    }
    const reason = textOf(body, 'reason', 40);
    if (step === 'effacer') {
      const done = await discard(services, id, adviser, isClosure(reason) ? reason : 'spam');
      return done ? back('effacee') : already();
    }
    if (step !== 'repondre') throw new NotFound();
    const message = textOf(body, 'message', 4000);
    const errors: Errors = {};
    if (!isClosure(reason)) errors['reason'] = 'Choisissez un motif.';
    if (!message) errors['message'] = 'Écrivez à l’entreprise ce qu’elle peut faire.';
    if (!isClosure(reason) || !message) {
      return reply.code(422).page(await page(await readable(request), listingOf(request.query), { reason, message, errors }));
    }
    const done = await reject(services, id, adviser, reason, message);
    return done ? back('repondue') : already();
  });

  async function page(diagnosis: Diagnosis, { filters }: Listing, answer?: { reason: string; message: string; errors: Errors }) {
    const { library } = services.directory;
    const needs = await needsOf(database, diagnosis.id);
    const reasons = diagnosis.status === 'closed' ? [] : await reviewReasons(services, diagnosis);
    const subjects = needs.map((need) => ({
      label: library.labelOf(need.subject),
      offered: library.offers(need.subject),
      answers: answerCards(library.subject(need.subject)?.questions ?? [], need.answers),
    }));
    const commune = library.communeName(diagnosis.company.facts.commune);
    return (frame: Frame) => requestView({ frame, diagnosis, commune, subjects, reasons, closures: CLOSURES, filters, answer });
  }

  /** A request that waits for whoever takes it, or that is the adviser's own; those of others do not exist. */
  async function readable(request: FastifyRequest): Promise<Diagnosis> {
    const { id } = request.params as { id: string };
    const diagnosis = isUuid(id) ? await requestFor(database, id, account(request).id) : undefined;
    if (!diagnosis) throw new NotFound();
    return diagnosis;
  }
}

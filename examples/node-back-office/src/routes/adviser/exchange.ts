/** What an adviser writes to the experts of a need, and giving a referral to another of them. */

import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { comment, LONGEST_COMMENT } from '../../services/comments.js';
import type { Services } from '../../services/index.js';
import { transfer } from '../../services/transfers.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { needsOf, type Need } from '../../store/needs.js';
import { referralsOf } from '../../store/referrals.js';
import { blankNotice, commentedNotice, transferredNotice } from '../../views/notices.js';
import { textOf } from '../../web/input.js';
import { TooMany } from '../../web/limits.js';
import { account, NotFound } from '../../web/visitors.js';
import { ownDiagnosis } from './index.js';

export function exchangeRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;

  const sentNeeds = async (request: FastifyRequest): Promise<string[]> => {
    const needs = await needsOf(database, (await ownDiagnosis(services, request)).id);
    return needs.filter((need) => need.sent_at).map((need) => need.id);
  };
  const commenting: RouteShorthandOptions = { config: { guard: { as: 'adviser', actions: ['comment'], needs: sentNeeds } } };
  const transferring: RouteShorthandOptions = { config: { guard: { as: 'adviser', actions: ['transfer'], needs: sentNeeds } } };

  app.post('/conseiller/diagnostics/:id/messages', commenting, async (request, reply) => {
    const { diagnosis, need } = await ownNeed(request);
    const { id, name, email } = account(request);
    const to = textOf(request.body, 'to', 36);
    // On a referral of another need, nothing is written.
    if (to && !(await referralsOf(database, [need.id])).some((one) => one.id === to)) throw new NotFound();
    const text = textOf(request.body, 'comment', LONGEST_COMMENT);
    if (!text) return reply.tell(`/conseiller/diagnostics/${diagnosis.id}`, blankNotice(`comment-${need.id}`));
    const commented = await comment(services, { need: need.id, text, referral: to || undefined, author: { kind: 'account', id, name, email } });
    if (commented.is === 'too_many') throw new TooMany();
    return reply.tell(`/conseiller/diagnostics/${diagnosis.id}`, commentedNotice(commented));
  });

  app.post('/conseiller/diagnostics/:id/transfert', transferring, async (request, reply) => {
    const diagnosis = await ownDiagnosis(services, request);
    const needs = await needsOf(database, diagnosis.id);
    const [referral = '', seq] = textOf(request.body, 'referral', 60).split(':');
    if (!referral) return reply.tell(`/conseiller/diagnostics/${diagnosis.id}`, transferredNotice({ is: 'refused' }));
    const row = (await referralsOf(database, needs.map((need) => need.id))).find((one) => one.id === referral);
    if (!row) throw new NotFound();
    const transferred = await transfer(services, row.need_id, {
      referral,
      from: row.expert,
      seq: Number(seq),
      to: textOf(request.body, 'expert', 200),
      actor: `account:${account(request).id}`,
    });
    return reply.tell(`/conseiller/diagnostics/${diagnosis.id}`, transferredNotice(transferred));
  });

  /** The need that a form names, if it is of the adviser's own diagnosis. */
  async function ownNeed(request: FastifyRequest): Promise<{ diagnosis: Diagnosis; need: Need }> {
    const diagnosis = await ownDiagnosis(services, request);
    const need = (await needsOf(database, diagnosis.id)).find((one) => one.id === textOf(request.body, 'need', 36));
    if (!need) throw new NotFound();
    return { diagnosis, need };
  }
}

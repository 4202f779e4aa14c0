/** What an expert writes about a need, and giving it to a colleague. */

import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { comment, LONGEST_COMMENT } from '../../services/comments.js';
import type { Services } from '../../services/index.js';
import { transfer } from '../../services/transfers.js';
import type { ReferralRow } from '../../store/referrals.js';
import { blankNotice, commentedNotice, transferredNotice } from '../../views/notices.js';
import { textOf } from '../../web/input.js';
import { TooMany } from '../../web/limits.js';
import { expertVisitor } from '../../web/visitors.js';

export type OwnReferral = (request: FastifyRequest) => Promise<ReferralRow>;

export function exchangeRoutes(app: FastifyInstance, services: Services, ownReferral: OwnReferral): void {
  const needs = async (request: FastifyRequest): Promise<string[]> => [(await ownReferral(request)).need_id];
  const commenting: RouteShorthandOptions = { config: { guard: { as: 'expert', actions: ['comment'], needs } } };
  const transferring: RouteShorthandOptions = { config: { guard: { as: 'expert', actions: ['transfer'], needs } } };

  app.post('/expert/demandes/:id/messages', commenting, async (request, reply) => {
    const row = await ownReferral(request);
    const { expert, substitute } = expertVisitor(request);
    const { library } = services.directory;
    const writer = library.expert(substitute ?? expert);
    const author = { kind: 'expert', id: substitute ?? expert, name: writer?.name ?? row.expert_name, email: writer?.email } as const;
    const text = textOf(request.body, 'comment', LONGEST_COMMENT);
    if (!text) return reply.tell(`/expert/demandes/${row.id}`, blankNotice('comment-need'));
    const commented = await comment(services, { need: row.need_id, text, referral: row.id, author });
    if (commented.is === 'too_many') throw new TooMany();
    return reply.tell(`/expert/demandes/${row.id}`, commentedNotice(commented));
  });

  app.post('/expert/demandes/:id/transfert', transferring, async (request, reply) => {
    const row = await ownReferral(request);
    const { expert, substitute } = expertVisitor(request);
    const transferred = await transfer(services, row.need_id, {
      referral: row.id,
      from: row.expert,
      seq: Number(textOf(request.body, 'referral', 60).split(':')[1]),
      to: textOf(request.body, 'expert', 200),
      actor: `expert:${substitute ?? expert}`,
    });
    return reply.tell(transferred.is === 'done' ? '/expert' : `/expert/demandes/${row.id}`, transferredNotice(transferred));
  });
}

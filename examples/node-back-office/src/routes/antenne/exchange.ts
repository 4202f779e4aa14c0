/** What a manager writes to the experts of a need, and giving a referral of theirs to another of them. */

import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { comment, LONGEST_COMMENT } from '../../services/comments.js';
import type { Services } from '../../services/index.js';
import { transfer } from '../../services/transfers.js';
import type { ReferralRow } from '../../store/referrals.js';
import { blankNotice, commentedNotice, transferredNotice } from '../../views/notices.js';
import { textOf } from '../../web/input.js';
import { TooMany } from '../../web/limits.js';
import { account } from '../../web/visitors.js';

export function managerExchangeRoutes(app: FastifyInstance, services: Services, managed: (request: FastifyRequest) => Promise<ReferralRow>): void {
  const needs = async (request: FastifyRequest): Promise<string[]> => [(await managed(request)).need_id];
  const commenting: RouteShorthandOptions = { config: { guard: { as: 'antenne', actions: ['comment'], needs } } };
  const transferring: RouteShorthandOptions = { config: { guard: { as: 'antenne', actions: ['transfer'], needs } } };

  app.post('/antenne/demandes/:id/messages', commenting, async (request, reply) => {
    const row = await managed(request);
    const { id, name, email } = account(request);
    const text = textOf(request.body, 'comment', LONGEST_COMMENT);
    if (!text) return reply.tell(`/antenne/demandes/${row.id}`, blankNotice('comment-managed'));
    const commented = await comment(services, { need: row.need_id, text, referral: row.id, author: { kind: 'account', id, name, email } });
    if (commented.is === 'too_many') throw new TooMany();
    return reply.tell(`/antenne/demandes/${row.id}`, commentedNotice(commented));
  });

  app.post('/antenne/demandes/:id/transfert', transferring, async (request, reply) => {
    const row = await managed(request);
    const transferred = await transfer(services, row.need_id, {
      referral: row.id,
      from: row.expert,
      seq: Number(textOf(request.body, 'referral', 60).split(':')[1]),
      to: textOf(request.body, 'expert', 200),
      actor: `account:${account(request).id}`,
    });
    // An antenne of the institution may have it now that is not of the perimeter.
    return reply.tell(transferred.is === 'done' ? '/antenne' : `/antenne/demandes/${row.id}`, transferredNotice(transferred));
  });
}

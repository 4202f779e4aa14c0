/** One referral of a manager's perimeter. */

import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { dayOf } from '../../clock.js';
import { foldEvents } from '../../library.js';
import { actorOf, permitsOn, perimeterOf } from '../../services/access.js';
import { delaysOf } from '../../services/delays.js';
import { historyOf } from '../../services/history.js';
import type { Services } from '../../services/index.js';
import { nudge } from '../../services/nudges.js';
import { successorsByInstitution, successorsFor } from '../../services/transfers.js';
import { audit } from '../../store/audit.js';
import { commentsOf } from '../../store/comments.js';
import { diagnosisById } from '../../store/diagnoses.js';
import { needById } from '../../store/needs.js';
import { referralWith } from '../../store/managed.js';
import { managedReferralView } from '../../views/antenne/referral.js';
import { stateLabel } from '../../views/labels.js';
import { nudgedNotice } from '../../views/notices.js';
import { isUuid } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { managerExchangeRoutes } from './exchange.js';

export function managedReferralRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;
  const needs = async (request: FastifyRequest): Promise<string[]> => [(await managed(request)).need_id];
  const reading: RouteShorthandOptions = { config: { guard: { as: 'antenne', actions: ['see_need'], needs } } };
  // Reminding says something about a need to who has it; the table has no other word for it.
  const reminding: RouteShorthandOptions = { config: { guard: { as: 'antenne', actions: ['comment'], needs } } };

  app.get('/antenne/demandes/:id', reading, async (request, reply) => {
    const row = await managed(request);
    const who = account(request);
    const permits = await permitsOn(database, actorOf(services, who, 'antenne'), [row.need_id]);
    const { library } = services.directory;
    const need = await needById(database, row.need_id);
    if (!need) throw new NotFound();
    // What people wrote about a company is for those who may know which it is.
    const contact = permits('see_contact', row.need_id);
    const diagnosis = contact ? await diagnosisById(database, need.diagnosis_id) : undefined;
    const { referrals, events, moments } = await historyOf(database, row.need_id);
    const open = diagnosis && !diagnosis.erasedAt && !row.closed && permits('transfer', row.need_id);
    const successors = open ? successorsFor(library, diagnosis, need, referrals.map((one) => one.expert), dayOf(clock())) : [];
    const delays = await delaysOf(services, [row.need_id]);
    const mayRemind = row.state === 'waiting' && !diagnosis?.erasedAt && permits('comment', row.need_id);
    const comments = contact ? await commentsOf(database, row.need_id) : [];
    await audit(database, { actor: `account:${who.id}`, action: 'need_seen', need: row.need_id, at: clock() });
    return reply.page((frame) =>
      managedReferralView({
        frame,
        id: row.id,
        subject: library.labelOf(need.subject),
        commune: library.communeName(need.routed?.commune ?? ''),
        expert: row.expert_name,
        institution: row.institution_name,
        sentAt: row.sent_at,
        state: row.state,
        stateLabel: stateLabel(row.state),
        delay: delays.get(row.id),
        diagnosis,
        moments: contact ? moments : moments.map(({ words: _words, ...moment }) => moment),
        others: referrals
          .filter((one) => one.id !== row.id)
          .map((one) => ({ expert: one.expert_name, state: one.state, stateLabel: stateLabel(one.state) })),
        mayRemind,
        seq: foldEvents(events).referrals.find((one) => one.id === row.id)?.seq ?? 0,
        comments,
        successors: successorsByInstitution([row], successors),
      }),
    );
  });

  app.post('/antenne/demandes/:id/relance', reminding, async (request, reply) => {
    const row = await managed(request);
    const done = await nudge(services, row, account(request).id);
    return reply.tell(`/antenne/demandes/${row.id}`, nudgedNotice(done));
  });

  managerExchangeRoutes(app, services, managed);

  /** The referral that an address names, if it is with an antenne of the perimeter. */
  async function managed(request: FastifyRequest) {
    const { id } = request.params as { id: string };
    const { antennes } = perimeterOf(services.directory.library, account(request).antennes);
    const row = isUuid(id) ? await referralWith(database, antennes, id) : undefined;
    if (!row) throw new NotFound();
    return row;
  }
}

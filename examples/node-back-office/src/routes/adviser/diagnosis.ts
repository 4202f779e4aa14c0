/** The diagnoses of an adviser, and what the portal left to advisers. */

import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { dayOf } from '../../clock.js';
import { askedNeed } from '../../services/asked.js';
import { followedWaves } from '../../services/followed-waves.js';
import { historyOf } from '../../services/history.js';
import { digitsOf, isFoundIn, searchOf } from '../../services/words.js';
import type { Services } from '../../services/index.js';
import { propose, type Proposal } from '../../services/proposal.js';
import { sendToMore } from '../../services/sending.js';
import { successorsByInstitution, successorsFor } from '../../services/transfers.js';
import { foldEvents } from '../../library.js';
import { audit } from '../../store/audit.js';
import { commentsOf } from '../../store/comments.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { needsOf, type Need } from '../../store/needs.js';
import { diagnosesOf } from '../../store/diagnosis-list.js';
import { countQueue } from '../../store/portal-queue.js';
import { deliveriesOf } from '../../store/outbox.js';
import { openLoad } from '../../store/referrals.js';
import { diagnosisView, type FollowedNeed } from '../../views/adviser/diagnosis.js';
import { DIAGNOSIS_STATUSES, diagnosesView, type DiagnosisLine } from '../../views/adviser/list.js';
import { stateLabel, statusLabel } from '../../views/labels.js';
import { sentNotice } from '../../views/notices.js';
import { deliveryOf } from '../../views/parts/delivery.js';
import { listOf, textOf } from '../../web/input.js';
import { readListing } from '../../web/listing.js';
import { account, NotFound } from '../../web/visitors.js';
import { ownDiagnosis } from './index.js';

export function diagnosisRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;

  app.get('/conseiller', async (request, reply) => {
    const { library } = services.directory;
    const subjects = library.directory.subjects.map((subject) => [subject.id, subject.label] as const);
    const listing = readListing(request.query, {
      q: 'words',
      etat: DIAGNOSIS_STATUSES.map(([id]) => id),
      sujet: subjects.map(([id]) => id),
      du: 'day',
      au: 'day',
    });
    const { q = '', etat = '', sujet = '', du = '', au = '' } = listing.filters;
    const sought = q ? { search: searchOf(q), siret: digitsOf(q), subjects: subjects.filter(([, label]) => isFoundIn(label, q)).map(([id]) => id) } : undefined;
    const page = await diagnosesOf(database, account(request).id, { status: etat, subject: sujet, from: du, until: au, sought }, listing);
    const lines = await linesOf(services, page.rows);
    const waiting = await countQueue(database);
    return reply.page((frame) => diagnosesView({ frame, listing, page: { ...page, rows: lines }, subjects, waiting }));
  });

  const sentNeeds = async (request: FastifyRequest): Promise<string[]> => {
    const needs = await needsOf(database, (await ownDiagnosis(services, request)).id);
    return needs.filter((need) => need.sent_at).map((need) => need.id);
  };
  const reading: RouteShorthandOptions = { config: { guard: { as: 'adviser', actions: ['see_need', 'see_contact'], needs: sentNeeds } } };
  const sending: RouteShorthandOptions = { config: { guard: { as: 'adviser', actions: ['send'], needs: sentNeeds } } };

  app.get('/conseiller/diagnostics/:id', reading, async (request, reply) => {
    const diagnosis = await ownDiagnosis(services, request);
    if (diagnosis.status === 'draft') return reply.redirect(`/conseiller/diagnostics/${diagnosis.id}/besoins`, 303);
    if (diagnosis.status === 'closed') return reply.redirect(`/conseiller/portail/${diagnosis.id}`, 303);
    const { library } = services.directory;
    const needs: FollowedNeed[] = [];
    for (const need of await needsOf(database, diagnosis.id)) {
      const { referrals, events, moments } = await historyOf(database, need.id);
      const folded = foldEvents(events).referrals;
      const known = referrals.map((one) => one.expert);
      const deliveries = await deliveriesOf(database, referrals.map((referral) => referral.id));
      needs.push({
        label: library.labelOf(need.subject),
        status: need.status,
        statusLabel: statusLabel(need.status),
        comment: need.comment,
        referrals: referrals.map((referral) => ({
          id: referral.id,
          seq: folded.find((one) => one.id === referral.id)?.seq ?? 0,
          closed: referral.closed,
          expert: referral.expert_name,
          byHand: referral.by_hand,
          state: referral.state,
          stateLabel: stateLabel(referral.state),
          delivery: diagnosis.erasedAt ? undefined : deliveryOf(deliveries, referral.id),
        })),
        moments,
        comments: await commentsOf(database, need.id),
        successors: successorsByInstitution(referrals, diagnosis.erasedAt ? [] : successorsFor(library, diagnosis, need, known, dayOf(clock()))),
        waves: await followedWaves(services, database, diagnosis, need, folded),
        id: need.id,
        subject: need.subject,
        others: await others(diagnosis, need, known),
      });
      await audit(database, { actor: `account:${account(request).id}`, action: 'need_seen', need: need.id, at: clock() });
    }
    const commune = library.communeName(diagnosis.company.facts.commune);
    return reply.page((frame) => diagnosisView({ frame, diagnosis, commune, needs }));
  });

  app.post('/conseiller/diagnostics/:id/experts', sending, async (request, reply) => {
    const diagnosis = await ownDiagnosis(services, request);
    const need = (await needsOf(database, diagnosis.id)).find((one) => one.id === textOf(request.body, 'need', 36));
    if (!need) throw new NotFound();
    const experts = listOf(request.body, `experts:${need.subject}`, 50);
    if (experts.length === 0) return reply.redirect(`/conseiller/diagnostics/${diagnosis.id}?fait=personne-coche`, 303);
    const told = await sendToMore(services, need.id, experts, `account:${account(request).id}`);
    const address = `/conseiller/diagnostics/${diagnosis.id}`;
    if (!told) return reply.redirect(`${address}?fait=a-jour`, 303);
    return reply.tell(address, sentNotice(told));
  });

  /** Whom a need could still go to. */
  async function others(diagnosis: Diagnosis, need: Need, known: readonly string[]): Promise<Proposal | undefined> {
    if (!OPEN.has(need.status) || diagnosis.erasedAt) return undefined;
    const options = { perInstitution: services.config.perInstitution, load: await openLoad(database) };
    const { library } = services.directory;
    const proposal = propose(library, askedNeed(library, diagnosis, need, dayOf(clock())), options);
    const isOther = ({ id }: { id: string }): boolean => !known.includes(id);
    return {
      ...proposal,
      experts: proposal.experts.filter(isOther),
      unreachable: proposal.unreachable.filter(isOther),
      nearest: proposal.nearest.filter(isOther),
    };
  }
}

/** A need in one of these states may want somebody else. */
const OPEN = new Set(['not_sent', 'waiting', 'not_for_me']);

/** Diagnoses as lists show them. */
export async function linesOf(services: Services, diagnoses: readonly Diagnosis[]): Promise<DiagnosisLine[]> {
  const { library } = services.directory;
  const needs = await needsOf(services.database, ...diagnoses.map((one) => one.id));
  return diagnoses.map((diagnosis) => ({
    id: diagnosis.id,
    company: diagnosis.company.name,
    commune: library.communeName(diagnosis.company.facts.commune),
    at: diagnosis.sentAt ?? diagnosis.createdAt,
    draft: diagnosis.status === 'draft',
    closed: diagnosis.status === 'closed',
    portal: diagnosis.origin === 'portal',
    needs: needs
      .filter((need) => need.diagnosis_id === diagnosis.id)
      .map((need) => ({
        label: library.labelOf(need.subject),
        status: need.status,
        statusLabel: statusLabel(need.status),
      })),
  }));
}

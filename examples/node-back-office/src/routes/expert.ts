/** What experts do, by the link that they received. */

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { dayOf } from '../clock.js';
import { answer } from '../services/answers.js';
import { historyOf } from '../services/history.js';
import { isFoundIn, searchOf } from '../services/words.js';
import { answerCards } from '../services/questions.js';
import type { Services } from '../services/index.js';
import { successorsByInstitution, successorsFor } from '../services/transfers.js';
import { foldEvents, labels, nextStates, type Library, type ReferralState } from '../library.js';
import { audit } from '../store/audit.js';
import { commentsOf } from '../store/comments.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needById } from '../store/needs.js';
import { QUEUE_PARTS, referralsTo, type QueueRow } from '../store/expert-queue.js';
import { otherReferrals, referralOf, type ReferralRow } from '../store/referrals.js';
import { substitutedBy } from '../store/substitutions.js';
import { hadBefore } from '../store/transfers.js';
import { isAskedStep, type AskedStep } from '../views/expert/answers.js';
import type { Errors } from '../views/forms.js';
import type { Frame } from '../views/frame.js';
import { expertNeedView } from '../views/expert/need.js';
import { queueView, type ExpertLine, type ExpertPart } from '../views/expert/queue.js';
import { stateLabel } from '../views/labels.js';
import { answeredNotice } from '../views/notices.js';
import { Gone } from '../web/errors.js';
import { isUuid, textOf } from '../web/input.js';
import { readListing } from '../web/listing.js';
import { linkLimit } from '../web/limits.js';
import { expertOf, expertVisitor, NotFound, only, SignedOut } from '../web/visitors.js';
import { absenceRoutes } from './expert/absences.js';
import { exchangeRoutes } from './expert/exchange.js';

export function expertRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, links } = services;

  const forged = linkLimit(clock);
  const isThere = (id: string): boolean => services.directory.library.expert(id)?.active === true;

  /** The links of an e-mail. They only open: what looks into mailboxes and follows links changes nothing. */
  app.get('/e/:token', (request, reply) => open(request, reply));
  app.get('/e/:token/:step', (request, reply) => {
    const { step } = request.params as { step: string };
    if (!isAskedStep(step)) throw new NotFound();
    return open(request, reply, step);
  });

  async function open(request: FastifyRequest, reply: FastifyReply, step?: AskedStep): Promise<FastifyReply> {
    const { token } = request.params as { token: string };
    forged.check(request.ip);
    const opened = links.open('expert', token, clock());
    if (opened === 'expired') throw new Gone();
    const [expert, referral, substitute] = opened?.split(' ') ?? [];
    // An expert who has left the directory, or was put out of service, has no access any more.
    if (!expert || !referral) {
      forged.fail(request.ip);
      throw new NotFound();
    }
    if (![expert, substitute ?? expert].every(isThere)) throw new NotFound();
    const shown = await referralOf(database, referral, expert);
    if (substitute && !(await substitutedBy(database, substitute)).has(referral)) throw new NotFound();
    if (!shown && !(await hadBefore(database, referral, expert))) throw new NotFound();
    await reply.enter({ expert, substitute });
    await audit(database, { actor: `expert:${substitute ?? expert}`, action: 'link_opened', at: clock(), detail: referral });
    // A colleague has it now.
    if (!shown) return reply.redirect('/expert?fait=passee', 303);
    // The token leaves the address, and so the history and what follows from it.
    return reply.redirect(`/expert/demandes/${referral}${step ? `?reponse=${step}` : ''}`, 303);
  }

  app.register(async (expert) => {
    expert.addHook('preHandler', only('expert'));
    // Who has left the directory since the link was opened is let in no more.
    expert.addHook('preHandler', async (request) => {
      const { expert: id, substitute } = expertVisitor(request);
      if (![id, substitute ?? id].every(isThere)) throw new SignedOut();
    });

    absenceRoutes(expert, services);
    exchangeRoutes(expert, services, ownReferral);

    expert.get('/expert', async (request, reply) => {
      const id = expertOf(request);
      const { substitute } = expertVisitor(request);
      const { library } = services.directory;
      const subjects = library.directory.subjects.map((subject) => [subject.id, subject.label] as const);
      const listing = readListing(request.query, { q: 'words', etat: QUEUE_PARTS, sujet: subjects.map(([subject]) => subject) });
      const { q = '', etat = '', sujet = '' } = listing.filters;
      const sought = q ? { search: searchOf(q), subjects: subjects.filter(([, label]) => isFoundIn(label, q)).map(([subject]) => subject) } : undefined;
      const parts: ExpertPart[] = [];
      for (const part of QUEUE_PARTS.filter((one) => etat === '' || one === etat)) {
        // Each part of the whole shows its first page; one alone has pages.
        const page = await referralsTo(database, id, part, { sought, subject: sujet, substitute }, etat ? listing : {});
        // Little is ever left without an answer.
        if (part === 'expired' && !etat && page.rows.length === 0) continue;
        parts.push({ part, page: { ...page, rows: page.rows.map((row) => lineOf(library, row)) } });
      }
      return reply.page((frame) => queueView({ frame, name: library.expert(id)?.name ?? id, listing, subjects, parts, substitute: substitute && (library.expert(substitute)?.name ?? substitute) }));
    });

    const needs = async (request: FastifyRequest): Promise<string[]> => [(await ownReferral(request)).need_id];
    const reading: RouteShorthandOptions = { config: { guard: { as: 'expert', actions: ['see_need', 'see_contact'], needs } } };
    const moving: RouteShorthandOptions = { config: { guard: { as: 'expert', actions: ['move'], needs } } };

    /** A need as its expert sees it; after an answer that says too little, with what is wrong about it. */
    async function needPage(request: FastifyRequest, wrong?: { errors: Errors; remark: string }) {
      const row = await ownReferral(request);
      const need = await needById(database, row.need_id);
      const diagnosis = need && (await diagnosisById(database, need.diagnosis_id));
      if (!need || !diagnosis) throw new NotFound();
      const { substitute } = expertVisitor(request);
      await audit(database, { actor: `expert:${substitute ?? row.expert}`, action: 'need_seen', need: need.id, at: clock() });

      const { library } = services.directory;
      const { referrals, events, moments } = await historyOf(database, need.id);
      const folded = foldEvents(events).referrals;
      const shown = substitute ? await substitutedBy(database, substitute) : undefined;
      const others = (await otherReferrals(database, diagnosis.id, row)).filter((one) => !shown || shown.has(one.id));
      const known = referrals.map((one) => one.expert);
      const may = row.closed || diagnosis.erasedAt ? [] : successorsFor(library, diagnosis, need, known, dayOf(clock()));
      const successors = successorsByInstitution([row], may);
      const step = wrong ? 'refuser' : textOf(request.query, 'reponse', 20);
      const questions = library.subject(need.subject)?.questions ?? [];
      const comments = await commentsOf(database, need.id);
      return (frame: Frame) =>
        expertNeedView({
          frame,
          ...wrong,
          referral: {
            id: row.id,
            state: row.state,
            stateLabel: stateLabel(row.state),
            sentAt: row.sent_at,
            seq: folded.find((one) => one.id === row.id)?.seq ?? 0,
          },
          subject: library.labelOf(need.subject),
          need,
          answers: answerCards(questions, need.answers),
          diagnosis,
          commune: library.communeName(diagnosis.company.facts.commune),
          moves: diagnosis.erasedAt ? [] : nextStates(row.state as ReferralState),
          reasons: Object.entries(labels.refusalReason),
          colleagues: referrals
            .filter((one) => one.id !== row.id)
            .map((one) => ({ expert: one.expert_name, state: one.state, stateLabel: stateLabel(one.state) })),
          others: others.map((one) => ({ ...one, subject: library.labelOf(one.subject), stateLabel: stateLabel(one.state) })),
          moments,
          comments,
          successors,
          asked: isAskedStep(step) ? step : undefined,
        });
    }

    expert.get('/expert/demandes/:id', reading, async (request, reply) => reply.page(await needPage(request)));

    expert.post('/expert/demandes/:id', moving, async (request, reply) => {
      const row = await ownReferral(request);
      const to = textOf(request.body, 'to', 40);
      const reason = textOf(request.body, 'reason', 40) || undefined;
      const remark = textOf(request.body, 'remark', 2000);
      const isFresh = nextStates(row.state as ReferralState).includes('not_for_me');
      if (to === 'not_for_me' && !reason && isFresh) {
        const errors = { reason: 'Dites pourquoi cette demande n’est pas pour vous.' };
        return reply.code(422).page(await needPage(request, { errors, remark }));
      }
      const outcome = await answer(services, row.id, row.expert, {
        to,
        reason,
        remark,
        seq: Number(textOf(request.body, 'seq', 10)),
        by: expertVisitor(request).substitute,
      });
      const address = `/expert/demandes/${row.id}`;
      if (!outcome.taken) return reply.redirect(`${address}?fait=deja-repondu`, 303);
      return reply.tell(address, answeredNotice(outcome));
    });
  });

  /** The referral that an address names, if it is the expert's own. */
  async function ownReferral(request: FastifyRequest): Promise<ReferralRow> {
    const { id } = request.params as { id: string };
    const { expert, substitute } = expertVisitor(request);
    const row = isUuid(id) ? await referralOf(database, id, expert) : undefined;
    if (!row) throw new NotFound();
    // Whoever stands in sees what they were told of.
    if (substitute && !(await substitutedBy(database, substitute)).has(row.id)) throw new NotFound();
    return row;
  }
}

const lineOf = (library: Library, row: QueueRow): ExpertLine => ({
  id: row.id,
  subject: library.labelOf(row.subject),
  company: row.company ?? 'Nom effacé',
  commune: library.communeName(row.commune),
  sentAt: row.sent_at,
  state: row.state,
  stateLabel: stateLabel(row.state),
});

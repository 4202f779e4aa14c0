/** Step 2: the review of all needs. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { askedNeed } from '../../services/asked.js';
import { propose, type Proposal } from '../../services/proposal.js';
import { readAnswers } from '../../services/questions.js';
import type { Services } from '../../services/index.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { needsOf, saveNeeds, type DraftNeed } from '../../store/needs.js';
import { openLoad } from '../../store/referrals.js';
import type { Subject } from '../../library.js';
import { needsView, type NeedValues } from '../../views/adviser/needs.js';
import { ProposalPart } from '../../views/parts/proposal.js';
import { listOf, textOf } from '../../web/input.js';
import { NotFound } from '../../web/visitors.js';
import { changeDraft, ownDraft } from './index.js';

export function needRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config } = services;

  /** Who would be alerted for needs of a diagnosis, as things stand. */
  async function proposer(diagnosis: Diagnosis): Promise<(need: Pick<DraftNeed, 'subject' | 'answers'>) => Proposal> {
    const { library } = services.directory;
    const load = await openLoad(database);
    return (need) =>
      propose(library, askedNeed(library, diagnosis, need, dayOf(clock())), { perInstitution: config.perInstitution, load });
  }

  app.get('/conseiller/diagnostics/:id/besoins', async (request, reply) => {
    const diagnosis = await ownDraft(services, request);
    const needs = await needsOf(database, diagnosis.id);
    const proposed = await proposer(diagnosis);
    const values = new Map<string, NeedValues>(
      needs.map((need) => [
        need.subject,
        {
          ticked: true,
          comment: need.comment ?? '',
          answers: need.answers,
          chosen: need.chosen,
          proposal: proposed(need),
        },
      ]),
    );
    return reply.page((frame) => needsView({ frame, ...shown(services, diagnosis, needs), values }));
  });

  app.post('/conseiller/diagnostics/:id/besoins', async (request, reply) => {
    const diagnosis = await ownDraft(services, request);
    const needs = readNeeds(services, request.body);
    await changeDraft(services, request, (tx) => saveNeeds(tx, diagnosis.id, withFirstChoice(diagnosis.askedSubjects, needs)));
    const address = `/conseiller/diagnostics/${diagnosis.id}`;
    if (textOf(request.body, 'suite', 10) !== 'contact') return reply.redirect(`${address}/besoins`, 303);
    if (needs.length === 0) {
      const { library } = services.directory;
      // What was written of needs that were not ticked, or not any more, is not lost.
      const values = new Map<string, NeedValues>(
        library.subjects.map((subject) => [
          subject.id,
          { ...readNeed(subject, request.body), ticked: false, proposal: undefined },
        ]),
      );
      return reply.code(422).page((frame) => needsView({ frame, ...shown(services, diagnosis, []), values, none: true }));
    }
    return reply.redirect(`${address}/contact`, 303);
  });

  /** For the script: the experts of one need, as the form stands. Nothing is kept. */
  app.post('/conseiller/diagnostics/:id/apercu', async (request, reply) => {
    const diagnosis = await ownDraft(services, request);
    const subject = services.directory.library.subject(textOf(request.body, 'preview', 200));
    if (!subject) throw new NotFound();
    const proposed = await proposer(diagnosis);
    return reply.part(ProposalPart({ subject: subject.id, proposal: proposed(readNeed(subject, request.body)), chosen: null }));
  });
}

function shown({ directory }: Services, diagnosis: Diagnosis, needs: readonly { subject: string }[]) {
  const { library } = directory;
  return {
    diagnosis,
    commune: library.communeName(diagnosis.company.facts.commune),
    themes: library.directory.themes,
    subjects: library.subjects,
    gone: needs.filter((need) => !library.offers(need.subject)).map((need) => library.labelOf(need.subject)),
  };
}

/** Needs that an adviser put in the place of others, with the subject that the company had chosen there. */
function withFirstChoice(asked: readonly string[], needs: readonly DraftNeed[]): DraftNeed[] {
  const left = asked.filter((subject) => !needs.some((need) => need.subject === subject));
  return needs.map((need) => (asked.includes(need.subject) ? need : { ...need, firstSubject: left.shift() }));
}

function readNeeds({ directory }: Services, body: unknown): DraftNeed[] {
  const ticked = new Set(listOf(body, 'subjects'));
  return directory.library.subjects.filter((subject) => ticked.has(subject.id)).map((subject) => readNeed(subject, body));
}

/** One need of the form. */
export function readNeed(subject: Subject, body: unknown): DraftNeed {
  const shown = textOf(body, `shown:${subject.id}`, 1) !== '';
  return {
    subject: subject.id,
    comment: textOf(body, `comment:${subject.id}`, 2000),
    answers: readAnswers(subject.questions, body),
    chosen: shown ? listOf(body, `experts:${subject.id}`, 50) : null,
  };
}

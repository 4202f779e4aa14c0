/** A company says whether it was called back, and whether that was useful. The link only shows: what opens it answers nothing. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addDays } from '../../clock.js';
import type { Services } from '../../services/index.js';
import { labels, type SurveyOutcome } from '../../library.js';
import { answerOnce, surveyOf } from '../../services/surveys.js';
import { diagnosisById } from '../../store/diagnoses.js';
import { needById } from '../../store/needs.js';
import { referralsOf } from '../../store/referrals.js';
import type { Errors } from '../../views/forms.js';
import type { Frame } from '../../views/frame.js';
import { surveyThanksView, surveyView, type SurveyValues } from '../../views/portal/survey.js';
import { Gone } from '../../web/errors.js';
import { isUuid, listOf, textOf } from '../../web/input.js';
import type { FailureLimit } from '../../web/limits.js';
import { NotFound } from '../../web/visitors.js';

const OUTCOMES = Object.entries(labels.surveyOutcome) as [SurveyOutcome, string][];

export function surveyRoutes(app: FastifyInstance, services: Services, forged: FailureLimit): void {
  const { database, clock, links, config } = services;

  async function opened(request: FastifyRequest) {
    const { token } = request.params as { token: string };
    forged.check(request.ip);
    const id = links.open('survey', token, clock());
    if (id === 'expired') throw new Gone();
    const need = id && isUuid(id) ? await needById(database, id) : undefined;
    if (!need) {
      forged.fail(request.ip);
      throw new NotFound();
    }
    const diagnosis = await diagnosisById(database, need.diagnosis_id);
    const survey = await surveyOf(database, need.id);
    if (!diagnosis || diagnosis.erasedAt || !survey) throw new Gone();
    return { need, survey, diagnosis, subject: services.directory.library.labelOf(need.subject) };
  }

  const thanks = (diagnosis: string, subject: string, already: boolean) => (frame: Frame) => {
    const follow = `/suivi/${links.sign('company', diagnosis, addDays(clock(), config.linkDays))}`;
    return surveyThanksView({ frame, subject, already, follow });
  };

  async function form(request: FastifyRequest, need: string, subject: string, values?: SurveyValues, errors: Errors = {}) {
    const helped = (await referralsOf(database, [need])).filter((one) => one.state === 'done').map((one) => one.expert_name);
    return (frame: Frame) => surveyView({ frame, address: request.url, subject, experts: helped, outcomes: OUTCOMES, values, errors });
  }

  app.get('/avis/:token', async (request, reply) => {
    const { need, survey, diagnosis, subject } = await opened(request);
    return reply.page(survey.answeredOn ? thanks(diagnosis.id, subject, true) : await form(request, need.id, subject));
  });

  app.post('/avis/:token', async (request, reply) => {
    const { need, diagnosis, subject } = await opened(request);
    const { body } = request;
    const values = { calledBack: textOf(body, 'called_back', 3), useful: textOf(body, 'useful', 3), outcomes: listOf(body, 'outcomes') };
    const errors: Errors = {};
    if (!isYesOrNo(values.calledBack)) errors['called_back'] = 'Dites si vous avez été rappelé.';
    if (values.calledBack === 'oui' && !isYesOrNo(values.useful)) errors['useful'] = 'Dites si l’échange vous a été utile.';
    if (Object.keys(errors).length > 0) return reply.code(422).page(await form(request, need.id, subject, values, errors));
    const calledBack = values.calledBack === 'oui';
    // Who was not called back cannot have found it useful.
    const said = calledBack
      ? { calledBack, useful: values.useful === 'oui', outcomes: OUTCOMES.map(([id]) => id).filter((id) => values.outcomes.includes(id)) }
      : { calledBack, outcomes: [] };
    const done = await answerOnce(services, need.id, said);
    return reply.page(thanks(diagnosis.id, subject, done === 'already'));
  });
}

const isYesOrNo = (text: string): boolean => text === 'oui' || text === 'non';

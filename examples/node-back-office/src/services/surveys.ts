/** Asking a company whether it was called back and whether that was useful: once for a need, by the library's rules. */

import { addDays, dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { answerSurvey, askSurvey, foldEvents, foldSurveys, ReferralError, surveysDue, type Survey, type SurveyOutcome } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needById, subjectsOf } from '../store/needs.js';
import { eventsOf } from '../store/referrals.js';
import { addSurveyEvents, eventsToAskAbout, surveyEventsOf } from '../store/surveys.js';
import type { Services } from './index.js';
import { companyMessage } from './messages.js';

export async function dueSurveys(services: Services, db: Queries): Promise<{ need: string; subject: string; helpedOn: string }[]> {
  const { referrals } = foldEvents(await eventsToAskAbout(db));
  const due = surveysDue(referrals, [], dayOf(services.clock()));
  const subjects = await subjectsOf(db, due.map((one) => one.need));
  return due.map(({ need, helpedOn }) => ({ need, helpedOn, subject: subjects.get(need) ?? '' }));
}

/** Asks about a need, if that is due; how many messages that was. */
export async function ask(services: Services, tx: Queries, id: string): Promise<number> {
  await tx.query('select from needs where id = $1 for update', [id]);
  const need = await needById(tx, id);
  const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
  if (!need || !diagnosis || diagnosis.erasedAt || !diagnosis.contact.email) return 0;
  const now = services.clock();
  const { surveys } = foldSurveys(await surveyEventsOf(tx, id));
  const [due] = surveysDue(foldEvents(await eventsOf(tx, id)).referrals, surveys, dayOf(now));
  if (!due) return 0;
  const { events } = askSurvey(surveys, id, dayOf(now));
  await addSurveyEvents(tx, events, now);
  await audit(tx, { actor: 'service', action: 'survey_asked', need: id, at: now });
  const { config, links } = services;
  const survey = `${config.baseUrl}/avis/${links.sign('survey', id, addDays(now, config.linkDays))}`;
  return companyMessage(services, tx, 'company_survey', diagnosis, need, due.experts, '', { survey });
}

export async function surveyOf(db: Queries, need: string): Promise<Survey | undefined> {
  return foldSurveys(await surveyEventsOf(db, need)).surveys[0];
}

export interface SurveyForm {
  calledBack: boolean;
  useful?: boolean | undefined;
  outcomes: readonly SurveyOutcome[];
}

/** Takes an answer down; `already` where the company has answered otherwise before. */
export async function answerOnce(services: Services, id: string, form: SurveyForm): Promise<'taken' | 'already'> {
  return services.database.transaction(async (tx) => {
    await tx.query('select from needs where id = $1 for update', [id]);
    const now = services.clock();
    const { surveys } = foldSurveys(await surveyEventsOf(tx, id));
    try {
      const { events } = answerSurvey(surveys, { need: id, on: dayOf(now), ...form });
      await addSurveyEvents(tx, events, now);
      if (events.length > 0) await audit(tx, { actor: 'company', action: 'survey_answered', need: id, at: now });
      return 'taken';
    } catch (error) {
      if (error instanceof ReferralError && error.code === 'already_answered') return 'already';
      throw error;
    }
  });
}

// Surveys: whether companies that were helped were called back, and whether that was of use to them.
// Pure functions: the host stores events or surveys, and gives the day.

import * as check from './arguments';
import { call } from './boundary';
import type { DayInput } from './generated/days';
import type { ReferralInput } from './generated/follow-up';
import type {
  FoldedSurveys,
  SurveyAnswer,
  SurveyChanges,
  SurveyDue,
  SurveyEventInput,
  SurveyInput,
  SurveyPolicyInput,
} from './generated/surveys';

/** The needs whose companies are to be asked on a day: those that somebody helped, each once. */
export function surveysDue(
  referrals: readonly ReferralInput[],
  surveys: readonly SurveyInput[],
  on: DayInput,
  policy?: SurveyPolicyInput | null,
): SurveyDue[] {
  return call('surveys_due', { referrals, surveys, on, policy });
}

/** Asks a company about a need; `surveys` are those that there are already. Throws a `ReferralError`. */
export function askSurvey(surveys: readonly SurveyInput[], need: string, on: DayInput): SurveyChanges {
  return call('ask_survey', { surveys, need, on });
}

/** Takes down what a company answers; the same answer twice changes nothing. Throws a `ReferralError`. */
export function answerSurvey(surveys: readonly SurveyInput[], answer: SurveyAnswer): SurveyChanges {
  return call('answer_survey', { surveys, answer });
}

/** The surveys that events amount to, in whatever order and however often they arrived. */
export function foldSurveys(
  events: readonly SurveyEventInput[],
  options?: { on?: DayInput | null | undefined } | null,
): FoldedSurveys {
  const { on } = check.options(options, ['on']);
  return call('fold_surveys', { events, on });
}

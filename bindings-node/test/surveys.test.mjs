// Surveys: whom to ask, what companies answer, and what that is in figures.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answerSurvey, askSurvey, foldSurveys, impact, labels, surveysDue } from 'aiguillage';

import { thrown } from './shared.mjs';

const helped = {
  id: 'r1',
  need: 'b-17',
  expert: 'recrutement',
  institution: 'cci',
  sentOn: '2026-11-02',
  state: 'done',
  takenOn: '2026-11-03',
  closedOn: '2026-11-05',
};
const answer = { need: 'b-17', on: '2026-11-17', calledBack: true, useful: true, outcomes: ['actions_started'] };

test('companies that were helped are asked, once', () => {
  assert.deepEqual(surveysDue([helped], [], '2026-11-14'), []);
  const [due] = surveysDue([helped], [], '2026-11-15');
  assert.deepEqual([due.need, due.until, due.experts], ['b-17', '2027-02-01', ['recrutement']]);
  assert.deepEqual(surveysDue([helped], askSurvey([], 'b-17', '2026-11-15').surveys, '2026-11-16'), []);
});

test('events make the same survey, late and repeated, and those of later versions are told', () => {
  const asked = askSurvey([], 'b-17', '2026-11-16');
  const answered = answerSurvey(asked.surveys, answer);
  const folded = foldSurveys([...answered.events, ...asked.events, ...answered.events]);
  assert.deepEqual(folded.surveys, answered.surveys);
  const later = foldSurveys([...asked.events, { need: 'b-17', on: '2026-11-18', kind: 'withdrawn', by: 'company' }]);
  assert.deepEqual([later.unknown[0].of, later.unknown[0].code], ['b-17', 'unknown_kind']);
  assert.equal(thrown(() => answerSurvey(answered.surveys, { ...answer, useful: false })).code, 'already_answered');
});

test('answers in figures', async () => {
  const { surveys } = answerSurvey(askSurvey([], 'b-17', '2026-11-16').surveys, answer);
  const need = { id: 'b-17', subject: 'recruter', depositedOn: '2026-11-01' };
  const report = await impact([need], [helped], { on: '2026-12-31', by: 'institution' }, { surveys });
  const { satisfied, satisfaction, outcomes } = report.rows[0].figures.surveys;
  assert.deepEqual([report.rows[0].group, satisfied, satisfaction.value], ['cci', 1, 1]);
  assert.deepEqual(outcomes.map((one) => one.count), outcomes.map(() => 1));
  assert.equal(labels.surveyOutcome.actions_started, 'Engager des actions');
  const unknown = await impact([], [], { on: '2026-12-31' }, { surveys });
  assert.deepEqual([unknown.faults[0].code, unknown.faults[0].need], ['unknown_need', 'b-17']);
});

// Waves, and reminders of people who are away and needs that are suspended.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { comeBacksDue, labels, needReminder, nextWave, ReferralError, reminders, Router } from 'aiguillage';

import { SMALL, thrown } from './shared.mjs';

const found = { matched: [{ expert: 'a', institution: 'i' }, { expert: 'b', institution: 'i' }] };
const sent = (expert) => ({
  id: `r-${expert}`,
  need: 'b-17',
  expert,
  institution: 'i',
  sentOn: '2026-11-02',
  state: 'waiting',
});

test('candidates are the matches of the day', () => {
  const router = Router.fromJson(SMALL);
  const need = { subject: 'recruter', commune: '80021', on: '2026-11-02' };
  const matches = router.matchExperts(need);
  const candidates = router.candidates(need);
  assert.deepEqual(candidates.matched.map((one) => one.expert), matches.map((match) => match.expert.id));
  assert.equal(nextWave(candidates, [], '2026-11-02', { size: 1 }).alert.length, 1);
});

test('waves follow each other', () => {
  assert.deepEqual(nextWave(found, [], '2026-11-02', { size: 1 }).alert.map((one) => one.expert), ['a']);
  const early = nextWave(found, [sent('a')], '2026-11-06', { size: 1 });
  assert.deepEqual([early.step, early.since], ['wait', '2026-11-07']);
  const second = nextWave(found, [sent('a')], '2026-11-07', { size: 1 }, { language: 'en' });
  assert.match(second.sentence, /^Wave 2: nobody has moved/);
  const last = nextWave(found, [sent('a'), sent('b')], '2026-11-07');
  assert.deepEqual([last.step, last.tellCompany], ['nobody_left', true]);
  assert.equal(labels.waveStep.nobody_left, 'Plus personne à alerter');
  const fallback = [{ expert: 'team', institution: 'own' }];
  assert.equal(nextWave(found, [sent('a'), sent('b')], '2026-11-07', { fallback }).alert[0].expert, 'team');
  assert.ok(thrown(() => nextWave(found, [], '2026-11-07', { size: 0 })) instanceof ReferralError);
});

test('companies are invited to come back', () => {
  const need = { id: 'b-17', subject: 'recruter', depositedOn: '2026-06-01' };
  assert.deepEqual(comeBacksDue([need], [], '2026-11-02'), [{ need: 'b-17', since: '2026-11-01' }]);
  assert.deepEqual(comeBacksDue([need], [], '2026-11-02', { afterDepositMonths: 6 }), []);
});

test('reminders know absences and suspensions', () => {
  const absences = [{ expert: 'a', from: '2026-11-02', until: '2026-11-11' }];
  const [need] = reminders([sent('a')], '2026-11-11', null, { absences }).needs;
  assert.deepEqual([need.experts, need.away], [[], ['a']]);
  const suspensions = [{ need: 'b-17', from: '2026-11-02' }];
  assert.equal(needReminder([sent('a')], '2026-11-11', null, { suspensions }), undefined);
  assert.deepEqual(reminders([sent('a')], '2026-11-11', null, { suspensions }).suspended, ['b-17']);
});

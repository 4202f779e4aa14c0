// What follows the match: the vectors, and how values cross.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  AiguillageError,
  anonymise,
  anonymiseReferral,
  applyEvent,
  checkReferral,
  classifyRequest,
  dueForAnonymisation,
  foldEvents,
  labels,
  moveReferral,
  needReminder,
  needStatus,
  nextStates,
  ReferralError,
  reassignReferral,
  reminders,
  Router,
  sendReferral,
} from 'aiguillage';

import { camel, SMALL, thrown, vectors } from './shared.mjs';

const { transitions, need_status: statuses, reminders: reminded } = vectors('referrals.json');
const waiting = (id, institution, sentOn) => ({ id, need: 'n', expert: id, institution, sentOn, state: 'waiting' });
/** The referrals once some of them have changed. */
const after = (referrals, changes) =>
  referrals.map((one) => changes.referrals.find((changed) => changed.id === one.id) ?? one);

test('vectors: transitions', () => {
  assert.ok(transitions.length >= 5);
  for (const vector of transitions) {
    const singleTakers = vector.single_taker ?? [];
    const sendings = vector.referrals.map((one) => ({
      referral: one.id,
      need: 'n',
      expert: one.id,
      institution: one.institution,
      on: vector.sent_on,
    }));
    let referrals = [];
    const events = [];
    for (const sending of sendings) {
      const changes = sendReferral(referrals, sending);
      referrals = [...referrals, ...changes.referrals];
      events.push(...changes.events);
    }
    for (const [number, move] of vector.events.entries()) {
      if (vector.last_event_refused && number === vector.events.length - 1) {
        const error = thrown(() => moveReferral(referrals, move, { singleTakers }));
        assert.ok(error instanceof ReferralError, vector.name);
        continue;
      }
      const changes = moveReferral(referrals, move, { singleTakers });
      referrals = after(referrals, changes);
      events.push(...changes.events);
    }
    // Events give what the moves gave, in any order and twice.
    const folded = foldEvents([...events, ...events].reverse());
    assert.deepEqual(folded.ignored, [], vector.name);
    for (const [id, expected] of Object.entries(vector.expected)) {
      const stands = referrals.find((one) => one.id === id);
      assert.deepEqual(folded.referrals.find((one) => one.id === id), stands, vector.name);
      for (const [attribute, value] of Object.entries(expected)) {
        assert.equal(stands[camel(attribute)] ?? null, value, `${vector.name}: ${id} ${attribute}`);
      }
    }
  }
});

test('vectors: the status of a need', () => {
  assert.ok(statuses.length >= 5);
  for (const { name, states, status } of statuses) assert.equal(needStatus(states), status, name);
});

test('vectors: reminders', () => {
  assert.ok(reminded.length >= 5);
  for (const { name, states, sent_on: sentOn, on, reminder } of reminded) {
    const closed = (state) => {
      if (state === 'waiting') return {};
      return state === 'not_for_me' ? { closedOn: sentOn } : { takenOn: sentOn, closedOn: sentOn };
    };
    const referrals = states.map((state, at) => ({ ...waiting(`r${at}`, 'i', sentOn), state, ...closed(state) }));
    const found = needReminder(referrals, on);
    assert.equal(found?.kind ?? null, reminder, name);
    assert.deepEqual(reminders(referrals, new Date(on)).needs, found === undefined ? [] : [found], name);
  }
});

test('values cross under the names of JavaScript', () => {
  const sending = {
    referral: 'r1',
    need: 'b-17',
    expert: 'recrutement',
    antenne: 'somme',
    institution: 'cci',
    on: new Date(2026, 10, 2),
    byHand: true,
    author: 'agent_7 "a", {b}: \\ é',
  };
  const { events, referrals } = sendReferral([], sending);
  const expected = {
    id: 'r1',
    need: 'b-17',
    expert: 'recrutement',
    antenne: 'somme',
    institution: 'cci',
    sentOn: '2026-11-02',
    byHand: true,
    state: 'waiting',
    author: 'agent_7 "a", {b}: \\ é',
    seq: 1,
  };
  assert.deepEqual(referrals, [expected]);
  assert.equal(events[0].byHand, true);
  const refused = moveReferral(referrals, { referral: 'r1', to: 'not_for_me', on: '2026-11-03', reason: 'already_helped' });
  assert.equal(refused.referrals[0].reason, 'already_helped');
  const given = reassignReferral(refused.referrals, { referral: 'r1', expert: 'grands-comptes', institution: 'cci', on: '2026-11-04' });
  assert.deepEqual(given.referrals[0].past, [
    {
      expert: 'recrutement',
      antenne: 'somme',
      institution: 'cci',
      sentOn: '2026-11-02',
      until: '2026-11-04',
      state: 'not_for_me',
      closedOn: '2026-11-03',
      reason: 'already_helped',
    },
  ]);
  assert.deepEqual(applyEvent(refused.referrals[0], given.events[0]), given.referrals[0]);
  checkReferral({ ...given.referrals[0], sentOn: new Date('2026-11-04') });
  const all = [...events, ...refused.events, ...given.events];
  assert.deepEqual(foldEvents(all).referrals, given.referrals);
  assert.equal(foldEvents(all, { on: '2026-11-03' }).referrals[0].state, 'not_for_me');
  assert.deepEqual(foldEvents([]), { referrals: [], ignored: [] });
  assert.equal(foldEvents(given.events).ignored[0].code, 'unknown_referral');
  // Rows of a database: days as dates, nothing as null; and the names of the core.
  const row = { ...expected, sentOn: new Date(2026, 10, 2), takenOn: null, past: null };
  const moved = moveReferral([row], { referral: 'r1', to: 'done', on: '2026-11-05' });
  assert.deepEqual([moved.referrals[0].takenOn, moved.referrals[0].closedOn], ['2026-11-05', '2026-11-05']);
  const { sentOn, byHand, ...rest } = expected;
  assert.deepEqual(moveReferral([{ ...rest, sent_on: sentOn, by_hand: byHand }], { referral: 'r1', to: 'done', on: '2026-11-05' }), moved);
});

test('a button pressed twice changes nothing', () => {
  const referrals = [waiting('r1', 'cci', '2026-11-02')];
  const taken = moveReferral(referrals, { referral: 'r1', to: 'taken_in_charge', on: '2026-11-03' });
  const again = moveReferral(taken.referrals, { referral: 'r1', to: 'taken_in_charge', on: '2026-11-04' });
  assert.deepEqual(again, { events: [], referrals: [] });
});

test('a directory tells who takes a need alone', () => {
  const directory = JSON.parse(SMALL);
  directory.institutions[0].single_taker = true;
  const referrals = [waiting('r1', 'cci', '2026-11-02'), waiting('r2', 'cci', '2026-11-02')];
  const options = { directory: Router.fromJson(JSON.stringify(directory)).directory };
  const changes = moveReferral(referrals, { referral: 'r1', to: 'taken_in_charge', on: '2026-11-03' }, options);
  assert.deepEqual(changes.referrals.map((one) => one.state).sort(), ['taken_by_sibling', 'taken_in_charge']);
});

test('reminders follow the policy', () => {
  const referrals = [waiting('r1', 'cci', '2026-11-02')];
  const found = reminders(referrals, '2026-11-23', { lastChance: 22, many: 1 });
  assert.deepEqual(found, {
    needs: [{ need: 'n', kind: 'poke', since: '2026-11-11', days: 21, referrals: ['r1'], experts: ['r1'], siblings: [] }],
    expired: [],
    toArchive: [],
    experts: [{ expert: 'r1', waiting: 1, old: 1, expired: 0, oldest: '2026-11-02', many: true }],
  });
  assert.deepEqual(reminders(referrals, '2027-11-23').toArchive, ['r1']);
});

test('requests are new, reminders or duplicates', () => {
  const earlier = [{ id: '1', company: '821611431', subject: 'recruter', at: new Date('2026-11-02T08:00:00Z'), open: true }];
  const request = (at) => ({ id: '2', company: '821611431', subject: 'recruter', at });
  assert.deepEqual(classifyRequest(request('2026-11-02T09:00:00+01:00'), earlier), { kind: 'duplicate', of: '1' });
  assert.deepEqual(classifyRequest(request(new Date('2026-11-12T08:00:00Z')), earlier), { kind: 'reminder', of: '1' });
  assert.deepEqual(classifyRequest(request('2027-11-02T08:00:00Z'), earlier), { kind: 'new' });
  assert.deepEqual(classifyRequest(request('2026-11-02T09:00:00Z'), earlier, { duplicateHours: 0, reminderDays: 0 }), { kind: 'new' });
});

test('what is kept too long is anonymised', () => {
  const need = { id: 'n', subject: 'recruter', commune: '80021', depositedOn: new Date(2022, 0, 5), company: '821611431', naf2025: '10.71G', headcountBand: '11' };
  const due = dueForAnonymisation([need], [], '2026-11-23');
  assert.deepEqual(due, [{ need: 'n', lastActivity: '2022-01-05', since: '2025-01-05' }]);
  assert.deepEqual(dueForAnonymisation([need], [], '2026-11-23', { months: 120 }), []);
  const kept = anonymise(need, '2026-11-23');
  assert.equal(kept.company, undefined);
  assert.equal(anonymiseReferral({ ...waiting('r1', 'cci', '2026-11-02'), author: 'agent 7' }).author, undefined);
  assert.deepEqual([kept.anonymisedOn, kept.naf2025, kept.headcountBand, kept.commune], ['2026-11-23', '10.71G', '11', '80021']);
});

test('the words have labels, and states know what comes next', () => {
  assert.equal(labels.referralState.waiting, 'En attente de réponse');
  const rules = ['active', 'activities', 'answers', 'criteria', 'opco', 'subject', 'territory'];
  assert.deepEqual(Object.keys(labels.rule).sort(), rules);
  assert.deepEqual(nextStates('taken_in_charge'), ['waiting', 'done', 'done_no_help', 'done_not_reachable']);
  for (const state of Object.keys(labels.referralState)) assert.ok(nextStates(state).length > 0);
  assert.equal(thrown(() => nextStates('waitting')).code, 'unknown_state');
});

test('what cannot be is told', () => {
  const referrals = [waiting('r1', 'cci', '2026-11-02')];
  const move = { referral: 'r1', to: 'done', on: '2026-11-03' };
  const circular = {};
  circular.self = circular;
  const faults = [
    ['forbidden_transition', 'to', () => moveReferral([{ ...referrals[0], state: 'done', takenOn: '2026-11-03', closedOn: '2026-11-03' }], { ...move, to: 'taken_in_charge' })],
    ['impossible_date', 'on', () => moveReferral(referrals, { ...move, on: '2026-11-01' })],
    ['impossible_date', 'takenOn', () => checkReferral({ ...referrals[0], state: 'taken_in_charge', takenOn: '2026-11-01' })],
    ['unknown_referral', 'referral', () => moveReferral(referrals, { ...move, referral: 'r2' })],
    ['already_referred', 'expert', () => sendReferral(referrals, { referral: 'r2', need: 'n', expert: 'r1', institution: 'cci', on: '2026-11-03' })],
    ['duplicate_id', 'referral', () => sendReferral(referrals, { referral: 'r1', need: 'n', expert: 'e', institution: 'cci', on: '2026-11-03' })],
    ['unknown_state', 'move.to', () => moveReferral(referrals, { ...move, to: 'finished' })],
    ['unknown_state', 'states[1]', () => needStatus(['done', 'x'])],
    ['missing_field', 'referrals[0].sentOn', () => moveReferral([{ ...referrals[0], sentOn: undefined }], move)],
    ['unknown_field', 'referrals[0].sentOnn', () => moveReferral([{ ...referrals[0], sentOnn: 1 }], move)],
    ['invalid_value', 'referrals[0].sentOn', () => moveReferral([{ ...referrals[0], sentOn: 'x' }], move)],
    ['invalid_value', 'referrals[0].sentOn', () => moveReferral([{ ...referrals[0], sentOn: new Date(NaN) }], move)],
    ['invalid_value', 'move.on', () => moveReferral(referrals, { ...move, on: 20261103 })],
    ['missing_field', 'move', () => moveReferral(referrals, undefined)],
    ['missing_field', 'referrals', () => moveReferral(null, move)],
    ['invalid_value', 'referrals', () => moveReferral({ length: 1 }, move)],
    ['invalid_value', undefined, () => moveReferral(circular, move)],
    ['invalid_value', undefined, () => needStatus([1n])],
  ];
  for (const [code, field, call] of faults) {
    const error = thrown(call);
    assert.ok(error instanceof ReferralError && error instanceof AiguillageError, `${code} ${field}: ${error}`);
    assert.equal(error.code, code, error.message);
    assert.equal(error.field, field, error.message);
  }
  const unknown = thrown(() => moveReferral([{ ...referrals[0], sentOnn: 1 }], move));
  assert.equal(unknown.message, 'there is no field `sentOnn`: did you mean `sentOn`?');
  const forbidden = thrown(faults[0][2]);
  assert.match(forbidden.hint, /it can become `waiting`/);
  assert.match(thrown(faults[2][2]).message, /`takenOn` \(2026-11-01\) is before `sentOn`/);
  assert.throws(() => moveReferral(referrals, move, { singleTaker: [] }), { code: 'unknown_field' });
});

// Comments, transfers, and whom events concern.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  commentReferral,
  foldEvents,
  labels,
  recipientRules,
  recipients,
  sendReferral,
  transferAllReferrals,
  transferReferral,
} from 'aiguillage';

import { thrown } from './shared.mjs';

const sending = { referral: 'r1', need: 'b-17', expert: 'e', institution: 'cci', on: '2026-11-02' };
const need = { id: 'b-17', subject: 'recruter', depositedOn: '2026-11-01', adviser: 'agent-7' };

test('referrals go over as they stand, one or all of them', () => {
  const sent = sendReferral([], sending);
  const to = { referral: 'r1', expert: 'f', institution: 'cci', on: '2026-11-05' };
  const changes = transferReferral(sent.referrals, to);
  assert.deepEqual([changes.referrals[0].expert, changes.referrals[0].sentOn], ['f', '2026-11-02']);
  const departure = { expert: 'f', successor: 'g', institution: 'cci', on: '2026-11-06' };
  const all = transferAllReferrals(changes.referrals, departure);
  assert.deepEqual(foldEvents([...all.events, ...sent.events, ...changes.events]).referrals, all.referrals);
  assert.equal(thrown(() => transferAllReferrals([], { ...departure, successor: 'f' })).field, 'successor');
});

test('people are told by one table', () => {
  const { referrals, events } = sendReferral([], { ...sending, author: 'agent-7' });
  assert.deepEqual(recipients(events[0], need, referrals).map((one) => one.role), ['expert', 'company']);
  const said = commentReferral(referrals, { referral: 'r1', on: '2026-11-03', author: 'e' });
  assert.deepEqual(said.referrals, []);
  assert.deepEqual(recipients(said.events[0], need, referrals).map((one) => [one.role, one.id]), [['adviser', 'agent-7']]);
  assert.deepEqual(recipientRules().map((rule) => rule.occasion), Object.keys(labels.occasion));
});

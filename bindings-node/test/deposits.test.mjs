// Requests before they are needs: the vectors, and how values cross.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  anonymiseRequest,
  applyRequestEvent,
  checkRequest,
  foldRequests,
  labels,
  ReferralError,
  requestFate,
} from 'aiguillage';

import { camel, camelKeys, thrown, vectors } from './shared.mjs';

const { cases } = vectors('requests.json');

test('vectors: requests', () => {
  assert.ok(cases.length >= 27);
  for (const vector of cases) {
    const folded = foldRequests(vector.events.map(camelKeys), { on: vector.on });
    const found = Object.fromEntries(folded.requests.map((one) => [one.id, one]));
    assert.deepEqual(Object.keys(found), Object.keys(vector.requests), vector.name);
    for (const [id, expected] of Object.entries(vector.requests)) {
      checkRequest(found[id]);
      for (const [attribute, value] of Object.entries(expected)) {
        const own = attribute === 'fate' ? requestFate(found[id].state) : (found[id][camel(attribute)] ?? null);
        assert.deepEqual(own, value, `${vector.name}: ${id} ${attribute}`);
      }
    }
    for (const list of ['ignored', 'unknown']) {
      assert.deepEqual(
        folded[list].map((one) => one.code),
        vector[list] ?? [],
        `${vector.name}: ${list}`,
      );
    }
  }
});

test('a request event by event', () => {
  const deposit = { request: 'd-17', on: '2026-11-02', kind: 'deposited', company: 'c1', at: '2026-11-02T09:00:00Z' };
  const request = applyRequestEvent(null, deposit);
  const held = applyRequestEvent(request, { request: 'd-17', on: '2026-11-03', kind: 'held', heldFor: 'scope' });
  assert.deepEqual([held.state, held.heldFor, requestFate(held.state)], ['held', 'scope', 'waiting']);
  assert.equal(labels.holdReason[held.heldFor], 'Peut-être hors périmètre');
  const { company, depositedAt } = anonymiseRequest(held);
  assert.deepEqual([company, depositedAt], [undefined, undefined]);
  const error = thrown(() => applyRequestEvent(held, { request: 'd-17', on: '2026-11-04', kind: 'closed' }));
  assert.ok(error instanceof ReferralError);
  assert.deepEqual([error.code, error.field], ['missing_field', 'closedFor']);
  assert.equal(thrown(() => applyRequestEvent(null, { request: 'd', on: '2026-11-04', kind: 'reopened' })).code, 'unknown_request');
});

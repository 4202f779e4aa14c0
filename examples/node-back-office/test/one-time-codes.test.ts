/** Codes and seals: what they are good for, and when they are forgotten. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { addDays } from '../src/clock.js';
import { recoveryHash, stepOf } from '../src/security/one-time-codes.js';
import { sealFor } from '../src/security/sealing.js';
import { eraseDue } from '../src/services/retention.js';
import { SECRET, startApp, type TestApp } from './help/app.js';
import { added, bring, codeAt, knock, SECONDS } from './help/device.js';

let office: TestApp;
before(async () => {
  office = await startApp();
});

describe('codes', () => {
  test('are those of RFC 6238', () => {
    // The vectors of its appendix B for SHA-1, in six digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924'], [20_000_000_000, '353130']] as const) {
      assert.equal(stepOf(secret, code, new Date(seconds * 1000)), Math.floor(seconds / 30));
    }
  });

  test('of another key of the service are unreadable, which is said; recovery codes still stand', async () => {
    await added(office, 'jean');
    const { secret, codes } = await bring(office, (await knock(office, 'jean@example.org')).browser);
    const other = sealFor('another secret, long enough to be one of a service', 'second factor').close(secret, 'x');
    await office.database.query(`update second_factors set secret = $1 where account_id = (select id from accounts where email = 'jean@example.org')`, [other]);
    office.later(60 * SECONDS);
    const { browser } = await knock(office, 'jean@example.org');
    await browser.get('/connexion/code');
    assert.match((await browser.post('/connexion/code', { code: codeAt(secret, office.services.clock()) })).html, /la clé du service a changé/);
    assert.equal((await browser.post('/connexion/code', { code: codes[0] ?? '' })).status, 303);
  });

  test('what is sealed for one opens for nobody else, and not at all when it was touched', () => {
    const seal = sealFor(SECRET, 'use');
    const closed = seal.close('secret', 'one');
    assert.equal(seal.open(closed, 'one'), 'secret');
    assert.equal(seal.open(closed, 'two'), null);
    assert.equal(sealFor(SECRET, 'another use').open(closed, 'one'), null);
    for (const touched of [closed.slice(2), `${closed.slice(0, -3)}AAA`, '', 'x']) assert.equal(seal.open(touched, 'one'), null);
    assert.notEqual(recoveryHash('one', 'abcd'), recoveryHash('two', 'abcd'));
  });

  test('are forgotten, with identities and rights, with accounts that were closed long ago', async () => {
    const { id } = await added(office, 'karim');
    const { browser } = await knock(office, 'karim@example.org');
    await bring(office, browser);
    const closed = (months: number): Promise<unknown> => office.database.query('update accounts set disabled_at = $2 where id = $1', [id, addDays(office.services.clock(), -31 * months)]);
    await closed(30);
    await eraseDue(office.services);
    assert.equal((await office.database.query('select from second_factors where account_id = $1', [id])).length, 1);
    await closed(40);
    await eraseDue(office.services);
    assert.equal((await office.database.query('select from second_factors where account_id = $1', [id])).length, 0);
  });
});

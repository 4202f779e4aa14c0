/** Limits count what fails: colleagues behind one address are no attack, and a proxy in front is believed as far as it is ours. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { failureLimit } from '../src/web/limits.js';
import { PASSWORD, startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { ask, expertLinks } from './help/steps.js';
import { saveAccount } from '../src/store/accounts.js';

let office: TestApp;
before(async () => {
  office = await startApp();
});

const signIn = async (app: TestApp, email: string, password: string): Promise<number> => {
  const page = await app.app.inject({ url: '/connexion' });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const cookie = page.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  const payload = new URLSearchParams({ _csrf: token, email, password }).toString();
  const answer = await app.app.inject({
    method: 'POST',
    url: '/connexion',
    payload,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return answer.statusCode;
};

test('colleagues who sign in are not counted, and their failures are their own', async () => {
  for (const name of ['une', 'deux']) {
    await saveAccount(office.database, { email: `${name}@limites.example`, name, role: 'adviser', password: PASSWORD }, office.services.clock());
  }
  for (let time = 0; time < 11; time += 1) assert.equal(await signIn(office, 'une@limites.example', PASSWORD), 303);
  for (let time = 0; time < 10; time += 1) assert.equal(await signIn(office, 'une@limites.example', 'x'), 401);
  assert.equal(await signIn(office, 'une@limites.example', PASSWORD), 429, 'guessing stops');
  assert.equal(await signIn(office, 'deux@limites.example', PASSWORD), 303, 'a colleague goes on');
  office.later(16 / 1440);
  assert.equal(await signIn(office, 'une@limites.example', PASSWORD), 303);
});

test('guesses that are made at once are counted too', async () => {
  await saveAccount(office.database, { email: 'trois@limites.example', name: 'trois', role: 'adviser', password: PASSWORD }, office.services.clock());
  const statuses = await Promise.all(Array.from({ length: 20 }, () => signIn(office, 'trois@limites.example', 'x')));
  assert.equal(statuses.filter((status) => status === 401).length, 10);
  assert.equal(statuses.filter((status) => status === 429).length, 10);
  assert.equal(await signIn(office, 'trois@limites.example', PASSWORD), 429);
});

test('many companies of one address are served; one mailbox is not flooded', async () => {
  const browser = office.visitor();
  for (let time = 0; time < 12; time += 1) await ask(browser);
  const links = (await expertLinks(office)).length;
  assert.ok(links > 0);
  const form = { story: 'Nous voulons recruter un apprenti.', commune: 'Amiens', subjects: ['recruter'], name: 'X', phone: '03 53 01 00 00', consent: 'oui' };
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    const page = await browser.post('/demande/envoi', { ...form, company: `Visée ${time}`, email: time % 2 ? 'victime@example.org' : 'Victime@example.org' });
    statuses.push(page.status);
    if (page.status === 422) assert.match(page.html, /attendent déjà que cette adresse les confirme/);
  }
  assert.deepEqual(statuses, [303, 303, 303, 422]);
});

for (const kind of DATABASES) {
  test(`nor by requests that come in at once, on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
    const app = await startApp({ kind });
    const form = { story: 'Nous voulons recruter un apprenti.', commune: 'Amiens', subjects: ['recruter'], name: 'X', phone: '03 53 01 00 00', consent: 'oui' };
    const browser = app.visitor();
    await browser.get('/');
    const pages = await Promise.all(
      Array.from({ length: 8 }, (_, n) => browser.post('/demande/envoi', { ...form, company: `Visée ${n}`, email: 'victime@example.org' })),
    );
    assert.deepEqual(pages.map((page) => page.status).sort(), [303, 303, 303, 422, 422, 422, 422, 422]);
    const letters = await app.database.query(`select from outbox where key like 'company_confirm:%'`);
    assert.equal(letters.length, 3);
  });
}

test('links that open are not counted, forged ones are', async () => {
  const browser = office.visitor();
  const follow = await ask(browser);
  for (let time = 0; time < 70; time += 1) assert.equal((await browser.get(follow)).status, 200);
  const statuses = new Set<number>();
  for (let time = 0; time < 61; time += 1) statuses.add((await browser.get('/e/x.y')).status);
  assert.deepEqual([...statuses], [404, 429]);
});

test('the visitor’s address is what the last of our proxies says', async () => {
  const open = async (app: TestApp, forwarded: string): Promise<number> =>
    (await app.app.inject({ url: '/e/x.y', headers: { 'x-forwarded-for': forwarded } })).statusCode;
  const behind = await startApp({ env: { TRUST_PROXY: '1' } });
  // What stands before it is the visitor's own word.
  for (let time = 0; time < 60; time += 1) assert.equal(await open(behind, `198.51.100.${time}, 203.0.113.7`), 404);
  assert.equal(await open(behind, '198.51.100.99, 203.0.113.7'), 429);
  assert.equal(await open(behind, '203.0.113.8'), 404, 'somebody else');
  // Without a proxy nobody is believed.
  const direct = await startApp();
  for (let time = 0; time < 60; time += 1) await open(direct, `198.51.100.${time}`);
  assert.equal(await open(direct, '198.51.100.200'), 429);
});

test('a limit forgets what is old, and never grows without end', () => {
  let now = new Date('2026-11-23T09:00:00Z');
  const limit = failureLimit(() => now, 2, 15);
  limit.fail('a');
  limit.fail('a');
  assert.throws(() => limit.check('a'));
  limit.check('b');
  now = new Date('2026-11-23T09:16:00Z');
  limit.check('a');
  limit.fail('a');
  for (let key = 0; key < 10_001; key += 1) limit.fail(`k${key}`);
  limit.fail('a');
  limit.check('a');
});

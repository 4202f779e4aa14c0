/** The second factor: brought, asked for, lost, taken away. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { PASSWORD, startApp, type TestApp } from './help/app.js';
import { added, bring, codeAt, codesIn, enrolmentIn, knock, SECONDS } from './help/device.js';

let office: TestApp;
before(async () => {
  office = await startApp();
});

const letters = async (recipient: string): Promise<string[]> =>
  (await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'account_security:%' and recipient = $1 order by id`, [recipient])).map((row) => row.body_text);

describe('bringing one', () => {
  test('the page shows the key as text and as a picture, and nothing is kept before a code', async () => {
    const { id } = await added(office, 'anne');
    const { browser } = await knock(office, 'anne@example.org');
    const page = await browser.get('/compte/second-facteur');
    assert.match(page.html, /<svg class="qr" role="img" aria-label="La clé/);
    assert.doesNotMatch(page.html, / style=/);
    const { secret, enrolment } = enrolmentIn(page);
    assert.equal(secret.length, 32, 'a hundred and sixty bits');
    const right = codeAt(secret, office.services.clock());
    const form = { suite: 'activer', enrolment, current: PASSWORD, code: right };
    const wrong = await browser.post('/compte/second-facteur', { ...form, code: right === '000000' ? '111111' : '000000' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /Ce code n’est pas le bon/);
    assert.equal(enrolmentIn(wrong).secret, secret, 'the picture that was read stays');
    assert.match((await browser.post('/compte/second-facteur', { ...form, current: 'x' })).html, /pas votre mot de passe actuel/);
    assert.equal((await office.database.query('select from second_factors')).length, 0);

    const done = await browser.post('/compte/second-facteur', form);
    assert.equal(done.status, 200);
    const codes = codesIn(done);
    assert.equal(new Set(codes).size, 10);
    const kept = JSON.stringify(await office.database.query('select * from second_factors natural join recovery_codes where account_id = $1', [id]));
    assert.ok(!kept.includes(secret), 'the secret is sealed');
    for (const code of codes) assert.ok(!kept.includes(code) && !kept.includes(code.replaceAll('-', '')), 'codes are hashed');
    assert.equal(codesIn(await browser.get('/compte/second-facteur')).length, 0, 'they are shown once');
    assert.match((await browser.get('/compte/second-facteur')).html, /10 codes de secours utilisables/);
  });

  test('a form of another account, or too old, brings nothing', async () => {
    await added(office, 'bruno');
    await added(office, 'carole');
    const { browser } = await knock(office, 'bruno@example.org');
    const { browser: other } = await knock(office, 'carole@example.org');
    const { secret, enrolment } = enrolmentIn(await browser.get('/compte/second-facteur'));
    await other.get('/compte/second-facteur');
    const form = { suite: 'activer', enrolment, current: PASSWORD };
    const stolen = await other.post('/compte/second-facteur', { ...form, code: codeAt(secret, office.services.clock()) });
    assert.match(stolen.html, /voici une autre clé/);
    assert.notEqual(enrolmentIn(stolen).secret, secret);
    office.later(31 * 60 * SECONDS);
    assert.match((await browser.post('/compte/second-facteur', { ...form, code: codeAt(secret, office.services.clock()) })).html, /voici une autre clé/);
    assert.match((await browser.post('/compte/second-facteur', { ...form, enrolment: 'x', code: '000000' })).html, /voici une autre clé/);
  });
});

describe('signing in with one', () => {
  let device: { secret: string; codes: string[] };
  before(async () => {
    await added(office, 'denis');
    device = await bring(office, (await knock(office, 'denis@example.org')).browser);
    office.later(60 * SECONDS);
  });

  test('between the password and the code, nobody is in', async () => {
    const { browser, location } = await knock(office, 'denis@example.org', '/conseiller/nouveau');
    assert.equal(location, '/connexion/code?vers=%2Fconseiller%2Fnouveau');
    const half = browser.cookies.get('session') ?? '';
    for (const page of ['/conseiller', '/compte', '/compte/second-facteur', '/compte/droits', '/pilotage']) {
      assert.match((await browser.get(page)).location, /^\/connexion/, page);
    }
    assert.equal((await browser.get('/connexion/second-facteur')).location, '/connexion/code', 'nor is another device brought');
    const page = await browser.get(location);
    assert.match(page.html, /autocomplete="one-time-code"/);
    for (const [address, fields] of [['/compte', { current: PASSWORD }], ['/compte/second-facteur', { suite: 'retirer', current: PASSWORD }]] as const) {
      assert.equal((await browser.post(address, fields)).status, 404, address);
    }
    const entered = await browser.post('/connexion/code', { code: codeAt(device.secret, office.services.clock()), vers: '/conseiller/nouveau' });
    assert.equal(entered.location, '/conseiller/nouveau');
    assert.notEqual(browser.cookies.get('session'), half, 'the token changes');
    assert.equal((await browser.get('/conseiller')).status, 200);
    const old = office.visitor();
    old.cookies.set('session', half);
    assert.match((await old.get('/connexion/code')).location, /^\/connexion$/, 'and the one of before is gone');
  });

  test('a code is good once, one step before or after, and no further', async () => {
    const now = (): Date => office.services.clock();
    const tried = async (code: string): Promise<number> => {
      const { browser } = await knock(office, 'denis@example.org');
      await browser.get('/connexion/code');
      return (await browser.post('/connexion/code', { code })).status;
    };
    assert.equal(await tried(codeAt(device.secret, now())), 422, 'the one that was used');
    office.later(120 * SECONDS);
    assert.equal(await tried(codeAt(device.secret, now(), -2)), 422);
    assert.equal(await tried(codeAt(device.secret, now(), 2)), 422);
    assert.equal(await tried(codeAt(device.secret, now(), -1)), 303);
    assert.equal(await tried(codeAt(device.secret, now(), 1)), 303);
    assert.equal(await tried(codeAt(device.secret, now())), 422, 'of a step before the last one taken');
    office.later(120 * SECONDS);
    assert.equal(await tried(` ${codeAt(device.secret, now()).replace(/^(...)/, '$1 ')} `), 303, 'as people write it');
  });

  test('two that come at once with one code are not both in', async () => {
    office.later(60 * SECONDS);
    const code = codeAt(device.secret, office.services.clock());
    const browsers = [(await knock(office, 'denis@example.org')).browser, (await knock(office, 'denis@example.org')).browser];
    for (const browser of browsers) await browser.get('/connexion/code');
    const statuses = await Promise.all(browsers.map(async (browser) => (await browser.post('/connexion/code', { code })).status));
    assert.deepEqual(statuses.sort(), [303, 422]);
  });

  test('a recovery code stands for the device, once, and the account is told', async () => {
    const [code = '', second = ''] = device.codes;
    const tried = async (given: string): Promise<number> => {
      const { browser } = await knock(office, 'denis@example.org');
      await browser.get('/connexion/code');
      return (await browser.post('/connexion/code', { code: given })).status;
    };
    assert.equal(await tried(code), 303);
    assert.equal(await tried(code), 422);
    assert.equal(await tried(second.replaceAll('-', ' ').toUpperCase()), 303, 'however it is written');
    assert.equal(await tried('0000-0000-0000-0000'), 422);
    assert.match((await letters('denis@example.org')).at(-1) ?? '', /vient de servir\. Il en reste 8 utilisables/);
  });

  test('codes cannot be tried for ever, from however many places', async () => {
    await added(office, 'elise');
    const { secret } = await bring(office, (await knock(office, 'elise@example.org')).browser);
    office.later(60 * SECONDS);
    const statuses: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      const { browser } = await knock(office, 'elise@example.org');
      await browser.get('/connexion/code');
      statuses.push((await browser.post('/connexion/code', { code: 'nope' })).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429, 429]);
    const { browser } = await knock(office, 'elise@example.org');
    await browser.get('/connexion/code');
    assert.equal((await browser.post('/connexion/code', { code: codeAt(secret, office.services.clock()) })).status, 429, 'not even the right one');
    office.later(16 * 60 * SECONDS);
    const { browser: later } = await knock(office, 'elise@example.org');
    await later.get('/connexion/code');
    assert.equal((await later.post('/connexion/code', { code: codeAt(secret, office.services.clock()) })).status, 303);
    const [row] = await office.database.query<{ count: number }>(`select count(*)::int as count from audit where action = 'code_refused'`);
    assert.ok((row?.count ?? 0) >= 10);
  });

  test('half a session ends after a quarter of an hour, and with the account', async () => {
    const { browser } = await knock(office, 'denis@example.org');
    office.later(16 * 60 * SECONDS);
    assert.equal((await browser.get('/connexion/code')).location, '/connexion');
    const { browser: other } = await knock(office, 'denis@example.org');
    await other.get('/connexion/code');
    await office.database.query(`update accounts set disabled_at = now() where email = 'denis@example.org'`);
    assert.equal((await other.post('/connexion/code', { code: codeAt(device.secret, office.services.clock()) })).location, '/connexion');
    await office.database.query(`update accounts set disabled_at = null where email = 'denis@example.org'`);
  });

  test('another password takes no second factor away', async () => {
    const steering = await office.signedIn('steering');
    const [row] = await office.database.query<{ id: string }>(`select id from accounts where email = 'denis@example.org'`);
    await steering.get('/pilotage/comptes');
    await steering.post(`/pilotage/comptes/${row?.id}`, { suite: 'reinitialiser' });
    const [mail] = await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'account_password:%' order by id desc limit 1`);
    const link = /(\/mot-de-passe\/[\w.-]+)/.exec(mail?.body_text ?? '')?.[1] ?? '';
    const browser = office.visitor();
    await browser.get(link);
    await browser.post(link, { password: PASSWORD, again: PASSWORD });
    assert.equal((await knock(office, 'denis@example.org')).location, '/connexion/code');
  });
});

describe('giving it up', () => {
  test('other recovery codes want a code and the password, and take the place of those of before', async () => {
    await added(office, 'fanny');
    const { browser } = await knock(office, 'fanny@example.org');
    const { codes } = await bring(office, browser);
    await browser.get('/compte/second-facteur');
    const [first = '', second = '', third = ''] = codes;
    assert.match((await browser.post('/compte/second-facteur', { suite: 'codes', code: first, current: 'x' })).html, /pas votre mot de passe actuel/);
    const renewed = await browser.post('/compte/second-facteur', { suite: 'codes', code: first, current: PASSWORD });
    assert.equal(codesIn(renewed).length, 10, 'the code was not used up by the form that came back');
    assert.equal((await browser.post('/compte/second-facteur', { suite: 'codes', code: second, current: PASSWORD })).status, 422, 'those of before are gone');
    assert.ok(!codesIn(renewed).includes(third));

    const gone = await browser.post('/compte/second-facteur', { suite: 'retirer', code: codesIn(renewed)[0] ?? '', current: PASSWORD });
    assert.equal(gone.location, '/compte?fait=second-facteur-retire');
    assert.equal((await knock(office, 'fanny@example.org')).location, '/conseiller');
    assert.match((await letters('fanny@example.org')).at(-1) ?? '', /vient d’être retiré, par vous-même/);
  });

  test('who was in by the password alone is in no more once a device is brought', async () => {
    await added(office, 'justine');
    const { browser: thief } = await knock(office, 'justine@example.org');
    const { browser: other } = await knock(office, 'justine@example.org');
    const { browser } = await knock(office, 'justine@example.org');
    assert.equal((await thief.get('/conseiller')).status, 200);
    await bring(office, browser);
    for (const one of [thief, other]) assert.match((await one.get('/conseiller')).location, /^\/connexion/);
    assert.equal((await browser.get('/conseiller')).status, 200, 'who brought it stays');
  });

  test('steering takes it away from somebody else, who is told, and is out', async () => {
    const { id } = await added(office, 'gilles');
    const { browser } = await knock(office, 'gilles@example.org');
    await bring(office, browser);
    const steering = await office.signedIn('steering', 'Pilote');
    assert.match((await steering.get(`/pilotage/comptes/${id}`)).html, /avec un second facteur depuis le 23 novembre 2026/);
    assert.match((await steering.get('/pilotage/comptes')).html, /second facteur/);
    assert.match((await steering.follow(await steering.post(`/pilotage/comptes/${id}`, { suite: 'second-facteur' }))).html, /Le second facteur est retiré/);
    assert.match((await browser.get('/conseiller')).location, /^\/connexion/);
    assert.match((await letters('gilles@example.org')).at(-1) ?? '', /retiré, par le pilotage du service/);
    assert.equal((await knock(office, 'gilles@example.org')).location, '/conseiller');
    assert.equal((await steering.post(`/pilotage/comptes/${id}`, { suite: 'second-facteur' })).status, 404, 'there is none');
    const [own] = await office.database.query<{ id: string }>(`select id from accounts where email = 'pilote@example.org'`);
    await bring(office, steering);
    assert.equal((await steering.post(`/pilotage/comptes/${own?.id}`, { suite: 'second-facteur' })).status, 404, 'not from themselves');
    assert.match((await steering.get('/pilotage/journal')).html, /second facteur retiré par le pilotage/);
  });
});

describe('where it is required', () => {
  test('nobody of the role gets in without, and the page that was wanted is kept', async () => {
    const strict = await startApp({ env: { REQUIRE_SECOND_FACTOR: 'steering manager' } });
    await added(strict, 'helene', 'steering');
    const { browser, location } = await knock(strict, 'helene@example.org', '/pilotage/envois');
    assert.equal(location, '/connexion/second-facteur?vers=%2Fpilotage%2Fenvois');
    assert.match((await browser.get('/pilotage')).location, /^\/connexion/);
    assert.equal((await browser.get('/connexion/code')).location, '/connexion/second-facteur');
    const { secret, enrolment } = enrolmentIn(await browser.get(location));
    const form = { enrolment, vers: '/pilotage/envois' };
    assert.equal((await browser.post('/connexion/second-facteur', { ...form, code: '12' })).status, 422);
    const done = await browser.post('/connexion/second-facteur', { ...form, code: codeAt(secret, strict.services.clock()) });
    assert.equal(codesIn(done).length, 10);
    assert.match(done.html, /href="\/pilotage\/envois" role="button"/);
    assert.match(done.html, /Pilotage|Quitter/);
    assert.equal((await browser.post('/deconnexion', {})).location, '/', 'forms of that page are already those of who came in');

    const { browser: again } = await knock(strict, 'helene@example.org', '');
    await again.get('/connexion/code');
    strict.later(60 * SECONDS);
    await again.post('/connexion/code', { code: codeAt(secret, strict.services.clock()) });
    assert.doesNotMatch((await again.get('/compte/second-facteur')).html, /value="retirer"/);
    strict.later(60 * SECONDS);
    const kept = await again.post('/compte/second-facteur', { suite: 'retirer', code: codeAt(secret, strict.services.clock()), current: PASSWORD });
    assert.equal(kept.status, 404);

    const { id } = await added(strict, 'ines', 'adviser');
    assert.equal((await knock(strict, 'ines@example.org', '')).location, '/conseiller', 'advisers are not of the setting');
    await strict.database.query(`insert into account_rights values ($1, 'cooperation_manager', 'portal', now())`, [id]);
    assert.equal((await knock(strict, 'ines@example.org', '')).location, '/connexion/second-facteur', 'who manages anything is a manager');
  });
});

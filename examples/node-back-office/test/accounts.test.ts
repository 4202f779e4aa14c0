/** Accounts: listed, added, let in no more, reset; and one's own password. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { PASSWORD, startApp, type Browser, type TestApp } from './help/app.js';

let office: TestApp;
let steering: Browser;
before(async () => {
  office = await startApp();
  steering = await office.signedIn('steering', 'Pilote');
});

const idOf = async (email: string): Promise<string> =>
  (await office.database.query<{ id: string }>('select id from accounts where email = $1', [email]))[0]?.id ?? '';

async function linkTo(email: string): Promise<string> {
  const [row] = await office.database.query<{ body_text: string }>(
    `select body_text from outbox where key like 'account_password:%' and recipient = $1 order by id desc limit 1`,
    [email],
  );
  return /(\/mot-de-passe\/[A-Za-z0-9_.-]+)/.exec(row?.body_text ?? '')?.[1] ?? '';
}

async function signIn(email: string, password: string): Promise<{ browser: Browser; status: number }> {
  const browser = office.visitor();
  await browser.get('/connexion');
  return { browser, status: (await browser.post('/connexion', { email, password })).status };
}

test('one is added without a password, chosen by a link that works once', async () => {
  await steering.get('/pilotage/comptes');
  const added = await steering.follow(await steering.post('/pilotage/comptes', { email: 'Nouvelle@example.org', name: 'Nouvelle', role: 'adviser' }));
  assert.match(added.html, /un message part à son adresse/);
  assert.match(added.html, /sans mot de passe/);
  assert.equal((await signIn('nouvelle@example.org', '')).status, 401);

  const link = await linkTo('nouvelle@example.org');
  const browser = office.visitor();
  assert.match((await browser.get(link)).html, /Choisir votre mot de passe/);
  assert.match((await browser.post(link, { password: 'court', again: 'court' })).html, /12 caractères au moins/);
  assert.match((await browser.post(link, { password: 'une longue phrase', again: 'une autre phrase' })).html, /diffèrent/);
  const chosen = await browser.follow(await browser.post(link, { password: 'une longue phrase', again: 'une longue phrase' }));
  assert.match(chosen.html, /Le mot de passe est changé/);
  assert.equal((await signIn('nouvelle@example.org', 'une longue phrase')).status, 303);
  assert.equal((await browser.get(link)).status, 410, 'once');

  const twice = await steering.post('/pilotage/comptes', { email: 'nouvelle@example.org', name: 'Encore', role: 'steering' });
  assert.equal(twice.status, 422);
  assert.match(twice.html, /a déjà un compte/);
});

test('a link is good for two days, and not forged', async () => {
  const id = await idOf('nouvelle@example.org');
  await steering.get('/pilotage/comptes');
  assert.match((await steering.follow(await steering.post(`/pilotage/comptes/${id}`, { suite: 'reinitialiser' }))).html, /avec un lien/);
  const link = await linkTo('nouvelle@example.org');
  office.later(2);
  assert.equal((await office.visitor().get(link)).status, 410);
  assert.equal((await office.visitor().get(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status, 404);
  steering = await office.signedIn('steering', 'Pilote');
  assert.equal((await signIn('nouvelle@example.org', 'une longue phrase')).status, 303, 'the password of before stays until then');
});

test('one that is disabled is out at once, and stays out', async () => {
  const adviser = await office.signedIn('adviser', 'Partie');
  const email = 'partie@example.org';
  const id = await idOf(email);
  await steering.get('/pilotage/comptes');
  await steering.post(`/pilotage/comptes/${id}`, { suite: 'reinitialiser' });
  const link = await linkTo(email);
  assert.match((await steering.follow(await steering.post(`/pilotage/comptes/${id}`, { suite: 'desactiver' }))).html, /est désactivé/);
  assert.match((await adviser.get('/conseiller')).location, /^\/connexion/);
  assert.equal((await signIn(email, PASSWORD)).status, 401);
  assert.equal((await office.visitor().get(link)).status, 410, 'and no link lets it in');
  await steering.post(`/pilotage/comptes/${id}`, { suite: 'reactiver' });
  assert.equal((await signIn(email, PASSWORD)).status, 303);
});

test('nobody shuts themselves out, and only steering decides', async () => {
  const own = await idOf('pilote@example.org');
  assert.doesNotMatch((await steering.get('/pilotage/comptes')).html, new RegExp(`comptes/${own}"[^]*?value="desactiver"[^]*?</form>`.replace('[^]*?value', '(?:(?!</form>)[^])*value')));
  assert.equal((await steering.post(`/pilotage/comptes/${own}`, { suite: 'desactiver' })).status, 404);
  for (const suite of ['', 'constructor', 'supprimer']) assert.equal((await steering.post(`/pilotage/comptes/${own}`, { suite })).status, 404);
  const adviser = await office.signedIn('adviser');
  assert.equal((await adviser.get('/pilotage/comptes')).status, 404);
  assert.match((await steering.get('/pilotage/journal')).html, /compte désactivé/);
});

test('one’s own password is changed with the one of before, and other sessions end', async () => {
  const { browser: here } = await signIn('partie@example.org', PASSWORD);
  const { browser: there } = await signIn('partie@example.org', PASSWORD);
  assert.match((await here.get('/conseiller')).html, /href="\/compte"/);
  await here.get('/compte');
  const wrong = await here.post('/compte', { current: 'x', password: 'une autre phrase', again: 'une autre phrase' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /pas votre mot de passe actuel/);
  const changed = await here.follow(await here.post('/compte', { current: PASSWORD, password: 'une autre phrase', again: 'une autre phrase' }));
  assert.match(changed.html, /Le mot de passe est changé/);
  assert.equal((await here.get('/conseiller')).status, 200, 'who changed it goes on');
  assert.match((await there.get('/conseiller')).location, /^\/connexion/);
  assert.equal((await signIn('partie@example.org', PASSWORD)).status, 401);
  assert.equal((await signIn('partie@example.org', 'une autre phrase')).status, 303);
  const stranger = office.visitor();
  const { location } = await stranger.get('/compte');
  assert.match(location, /^\/connexion\?vers=%2Fcompte/);
  await stranger.get(location);
  const back = await stranger.post('/connexion', { email: 'partie@example.org', password: 'une autre phrase', vers: '/compte' });
  assert.equal(back.location, '/compte');
});

/** The adviser's review: the list of needs, who would be alerted and why, or why nobody and what to ask. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { holdDiagnosis, markDiagnosisSent } from '../src/store/diagnoses.js';
import { needsOf } from '../src/store/needs.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { CONTACT, draft, expertLinks, SUBJECT } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
});

test('a company is found by SIRET, and what is known is filled in', async () => {
  const found = await adviser.get('/conseiller/entreprise?siret=00000003400017');
  assert.match(found.html, /Entreprise trouvée/);
  assert.match(found.html, /value="Garage Exemple"/);
  assert.match(found.html, /value="45.20A"/);
  const unknown = await adviser.get('/conseiller/entreprise?siret=00000099900009');
  assert.match(unknown.html, /n’est pas au registre|n’existe pas/);
  const wrong = await adviser.get('/conseiller/entreprise?siret=12345678901234');
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Ce SIRET n’existe pas/);
});

test('facts that cannot be are refused in the words of the form', async () => {
  await adviser.get('/conseiller/entreprise');
  const page = await adviser.post('/conseiller/entreprise', {
    name: 'Essai',
    commune: 'Amiens',
    naf: 'abc',
  });
  assert.equal(page.status, 422);
  assert.match(page.html, /n’est pas de la NAF/);
  const future = await adviser.post('/conseiller/entreprise', { name: 'Essai', commune: 'Amiens', created_on: '2030-01-01' });
  assert.match(future.html, /date de création n’est pas possible/);
});

test('a form that comes back with an error says nothing of a SIRET that the register knows', async () => {
  const unknown = /n’est pas au registre/;
  assert.match((await adviser.get('/conseiller/entreprise?siret=00999000300015')).html, unknown);
  const known = await adviser.get('/conseiller/entreprise?siret=00000003400017');
  assert.doesNotMatch(known.html, unknown);
  const page = await adviser.post('/conseiller/entreprise', { name: '', commune: 'Amiens', siret: '00000003400017' });
  assert.equal(page.status, 422);
  assert.match(page.html, /value="00000003400017"/);
  assert.doesNotMatch(page.html, unknown);
});

test('all needs are on one page, by theme', async () => {
  const address = await draft(adviser);
  const page = await adviser.get(`${address}/besoins`);
  const boxes = page.html.match(/name="subjects"/g) ?? [];
  assert.equal(boxes.length, 24);
  assert.equal((page.html.match(/class="theme"/g) ?? []).length, 9);
});

test('each ticked need shows who would be alerted, and why', async () => {
  const address = await draft(adviser);
  await adviser.get(`${address}/besoins`);
  const part = await adviser.post(`${address}/apercu`, { preview: 'recruter', subjects: ['recruter'] });
  assert.equal(part.status, 200);
  assert.match(part.html, /experts seraient alertés/);
  assert.match(part.html, /Couvre Amiens/);
  // An answer changes who is found.
  const without = part.html.match(/type="checkbox"/g)?.length ?? 0;
  const with_ = await adviser.post(`${address}/apercu`, { preview: 'recruter', 'answer:recrutement_handicape': 'non' });
  assert.notEqual(with_.html.match(/type="checkbox"/g)?.length ?? 0, without);
});

test('where nobody is found, it says what to ask and who is nearest', async () => {
  await adviser.get('/conseiller/entreprise');
  const company = await adviser.post('/conseiller/entreprise', { name: 'Loin', commune: 'Marseille' });
  await adviser.follow(company);
  const address = company.location.replace(/\/besoins$/, '');
  const part = await adviser.post(`${address}/apercu`, { preview: 'recruter' });
  assert.match(part.html, /Personne ne serait alerté/);
  assert.match(part.html, /que vous pouvez alerter malgré tout/);
});

test('experts are chosen: fewer, or others by hand', async () => {
  const address = await draft(adviser);
  const page = await adviser.get(`${address}/besoins`);
  const offered = [...page.html.matchAll(/name="experts:recruter" value="([^"]+)"/g)].map((match) => match[1] ?? '');
  assert.ok(offered.length > 1);
  const stranger = office.services.directory.library.directory.experts.find((one) => one.competences.every((skill) => skill.subject !== 'recruter'))?.id ?? '';
  await adviser.post(`${address}/besoins`, {
    subjects: ['recruter'],
    'shown:recruter': '1',
    'experts:recruter': [offered[0] ?? '', stranger],
    suite: 'contact',
  });
  const contact = await adviser.get(`${address}/contact`);
  assert.match(contact.html, /Notifier 2 experts/);
  assert.match(contact.html, /ajouté à la main/);
  await adviser.post(`${address}/envoi`, { ...CONTACT, shown: adviser.shown });
  const rows = await office.database.query<{ expert: string; by_hand: boolean }>(
    'select expert, by_hand from referrals join needs on needs.id = need_id where diagnosis_id = $1 order by by_hand',
    [address.split('/').at(-1)],
  );
  assert.deepEqual(rows, [
    { expert: offered[0], by_hand: false },
    { expert: stranger, by_hand: true },
  ]);
});

test('a contact without a way to call is refused', async () => {
  const address = await draft(adviser);
  await adviser.get(`${address}/contact`);
  const sent = (await expertLinks(office)).length;
  const page = await adviser.post(`${address}/envoi`, { name: '', phone: '', email: '', agreed: '' });
  assert.equal(page.status, 422);
  for (const text of [/qui appeler/, /téléphone ou un courriel/, /accord de l’entreprise/]) assert.match(page.html, text);
  assert.equal((await expertLinks(office)).length, sent);
});

for (const kind of DATABASES) {
  test(`a draft that is sent meanwhile takes no more changes, on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
    const app = await startApp({ kind });
    const marie = await app.signedIn('adviser', 'Marie');
    const address = await draft(marie);
    const id = address.split('/').at(-1) ?? '';
    // Another window sends it while this one saves.
    const { saving } = await app.database.transaction(async (tx) => {
      await holdDiagnosis(tx, id);
      const saving = marie.post(`${address}/besoins`, { subjects: [SUBJECT, 'tresorerie'], suite: 'contact' });
      await setTimeout(300);
      await markDiagnosisSent(tx, id, app.services.clock());
      return { saving };
    });
    assert.equal((await saving).status, 404);
    assert.deepEqual((await needsOf(app.database, id)).map((need) => need.subject), [SUBJECT]);
  });
}

/** What companies meet on the portal. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { startApp, type TestApp } from './help/app.js';
import { ask, STORY } from './help/steps.js';

let office: TestApp;
before(async () => {
  office = await startApp();
});

test('communes complete by name and by postal code', async () => {
  const labels = async (q: string): Promise<string[]> => {
    const answer = await office.visitor().get(`/communes?q=${encodeURIComponent(q)}`);
    return (JSON.parse(answer.html) as { label: string }[]).map((one) => one.label);
  };
  assert.equal((await labels('amien'))[0], 'Amiens (80000)');
  assert.ok((await labels('80000')).includes('Amiens (80000)'));
  assert.deepEqual(await labels('a'), []);
  assert.equal((await labels('saint quentin'))[0], 'Saint-Quentin (02100)');
});

test('without the script, a postal code of several communes asks which', async () => {
  const browser = office.visitor();
  await browser.get('/');
  const page = await browser.post('/demande', { story: STORY, commune: '80300', commune_code: '' });
  assert.equal(page.status, 422);
  assert.match(page.html, /Plusieurs communes correspondent/);
  const code = /name="commune_choice" value="(\w+)"/.exec(page.html)?.[1] ?? '';
  const second = await browser.post('/demande', { story: STORY, commune: '80300', commune_code: '', commune_choice: code });
  assert.equal(second.status, 200);
});

test('subjects are suggested, and who will call is shown before anything is sent', async () => {
  const browser = office.visitor();
  await browser.get('/');
  const page = await browser.post('/demande', { story: STORY, commune: 'Amiens' });
  assert.match(page.html, /value="recruter" checked/);
  assert.match(page.html, /Qui vous appellera/);
  const part = await browser.post('/demande/apercu', {
    story: STORY,
    commune: 'Amiens',
    preview: 'tresorerie',
    siret: '',
  });
  assert.equal(part.status, 200);
  assert.doesNotMatch(part.html, /<html/);
});

test('nothing is kept without consent', async () => {
  const browser = office.visitor();
  await browser.get('/');
  await browser.post('/demande', { story: STORY, commune: 'Amiens' });
  const count = async (): Promise<number> =>
    Number((await office.database.query<{ n: number }>('select count(*)::int as n from diagnoses'))[0]?.n);
  const before = await count();
  const page = await browser.post('/demande/envoi', {
    story: STORY,
    commune: 'Amiens',
    subjects: ['recruter'],
    company: 'Sans accord',
    name: 'Contact',
    phone: '03 53 01 00 00',
    email: 'contact@entreprise.example',
  });
  assert.equal(page.status, 422);
  assert.match(page.html, /Sans votre accord/);
  assert.match(page.html, /value="Sans accord"/, 'what was typed is not lost');
  assert.equal(await count(), before);
});

test('each missing or wrong field says so', async () => {
  const browser = office.visitor();
  await browser.get('/');
  const empty = await browser.post('/demande', { story: '', commune: '', commune_code: '', siret: '123' });
  for (const text of [/en quelques mots/, /Indiquez la commune/, /Ce SIRET n’existe pas/]) assert.match(empty.html, text);
  const second = await browser.post('/demande/envoi', {
    story: STORY,
    commune: 'Amiens',
    company: '',
    name: '',
    phone: '12',
    email: 'pas une adresse',
    consent: 'oui',
  });
  for (const text of [/nom de l’entreprise/, /au moins un sujet/, /qui appeler/, /téléphone n’est pas complet/, /électronique n’est pas complète/]) {
    assert.match(second.html, text);
  }
});

test('a SIRET of the register brings the facts, and must go with the commune', async () => {
  const browser = office.visitor();
  await browser.get('/');
  const page = await browser.post('/demande', { story: STORY, commune: 'Amiens', siret: '000 000 018 00010' });
  assert.match(page.html, /value="Boulangerie Exemple"/);
  assert.doesNotMatch(page.html, /name="headcount_band"/, 'what the register knows is not asked');
  const elsewhere = await browser.post('/demande', { story: STORY, commune: 'Lille', siret: '00000001800010' });
  assert.match(elsewhere.html, /Cet établissement est à Amiens/);
});

test('a request that nobody covers, or that wants a reading, goes to an adviser', async () => {
  const browser = office.visitor();
  // Outside of the directory's territory nobody local is found.
  const follow = await ask(browser, { commune: 'Marseille', company: 'Loin de tout' });
  assert.match((await browser.get(follow)).html, /Un conseiller lit votre demande/);

  const adviser = await office.signedIn('adviser');
  const queue = await adviser.get('/conseiller/portail');
  assert.match(queue.html, /Loin de tout/);
  assert.match(queue.html, /Personne n’est trouvé/);
  const id = /action="\/conseiller\/portail\/([0-9a-f-]+)"/.exec(queue.html)?.[1] ?? '';
  const taken = await adviser.post(`/conseiller/portail/${id}`, {});
  const review = await adviser.follow(await adviser.follow(taken));
  assert.match(review.html, /Son message/);
  // A second adviser comes too late, and cannot read it any more.
  const other = await office.signedIn('adviser');
  await other.get('/conseiller/portail');
  assert.equal((await other.post(`/conseiller/portail/${id}`, {})).location, '/conseiller/portail?fait=a-jour');
  assert.equal((await other.get(`/conseiller/diagnostics/${id}/besoins`)).status, 404);
});

test('the same request again goes to an adviser, and alerts nobody twice', async () => {
  const fields = { siret: '00000004200010', commune: 'Beauvais', company: 'Restaurant Exemple' };
  const browser = office.visitor();
  assert.match((await browser.get(await ask(browser, fields))).html, /Qui vous appellera/);
  assert.match((await browser.get(await ask(browser, fields))).html, /Un conseiller lit votre demande/);
  const adviser = await office.signedIn('adviser');
  assert.match((await adviser.get('/conseiller/portail')).html, /Doublon|Relance d’un besoin en cours/);
});

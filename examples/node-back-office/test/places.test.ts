/** Which commune a form means: what is visible decides, and what is only likely is asked about. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readPlace } from '../src/services/places.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { ask, STORY } from './help/steps.js';

let office: TestApp;
before(async () => {
  office = await startApp();
});

const read = (commune: string, more: Record<string, string> = {}) => readPlace(office.services.directory.library, { commune, ...more });
const labels = (commune: string): string[] => (read(commune).choices ?? []).map((choice) => choice.label);

test('a certain place is taken, and shown with its postal code', () => {
  for (const [text, code, label] of [
    ['amiens', '80021', 'Amiens (80000)'],
    ['80000', '80021', 'Amiens (80000)'],
    ['12 rue de Paris, 59100 Roubaix', '59512', 'Roubaix (59100)'],
    ['Saint-Denis (93)', '93066', 'Saint-Denis (93200)'],
    ['Lomme', '59350', 'Lille (59000), anciennement Lomme'],
    ['PARIS 12', '75112', 'Paris 12e Arrondissement (75012)'],
  ] as const) {
    assert.deepEqual(read(text), { value: { code, text: label } }, text);
    assert.deepEqual(read(label).value.code, code, 'the label is read back');
  }
});

test('a place that is only likely is asked about, never taken', () => {
  for (const text of ['AMIENS CEDEX 1', 'Amien', '80300', 'Saint-Denis']) {
    const { value, error } = read(text);
    assert.equal(value.code, '', text);
    assert.match(error ?? '', /Est-ce bien|Plusieurs communes/, text);
  }
  assert.deepEqual(labels('AMIENS CEDEX 1'), ['Amiens (80000)']);
  assert.deepEqual(labels('Saint-Denis').slice(0, 2), ['Saint-Denis (97400)', 'Saint-Denis (93200)']);
  assert.match(read('Nulle-Part-du-Tout-sur-Rien').error ?? '', /Aucune commune/);
});

test('a ticked choice counts for what is written now, and for nothing else', () => {
  assert.equal(read('Saint-Denis', { commune_choice: '93066' }).value.code, '93066');
  assert.equal(read('Amien', { commune_choice: '80021' }).value.code, '80021');
  assert.equal(read('Amiens', { commune_choice: '93066' }).value.code, '80021', 'the text was changed since');
  assert.equal(read('Saint-Denis', { commune_choice: '80021' }).value.code, '');
});

test('the code in the form never outranks what is visible', () => {
  assert.equal(read('Lille', { commune_code: '80021' }).value.code, '59350');
  assert.equal(read('Saint-Denis', { commune_code: '93066' }).value.code, '', 'and does not settle what is open');
  assert.equal(read('', { commune_code: '80021' }).error, 'Indiquez la commune.');
  assert.equal(read('Saint-Denis (93200)', { commune_code: '93066' }).value.code, '93066');
  // Two communes whose names the library does not tell apart: the label that the script wrote and its code do.
  assert.equal(read('Château-Chinon (Ville) (58120)', { commune_code: '58062' }).value.code, '58062');
});

describe('on the pages', () => {
  test('the portal asks about a likely place without script, and goes on with the answer', async () => {
    const browser = office.visitor();
    await browser.get('/');
    const asked = await browser.post('/demande', { story: STORY, commune: 'Amien' });
    assert.equal(asked.status, 422);
    assert.match(asked.html, /Est-ce bien cette commune/);
    assert.match(asked.html, /name="commune_choice" value="80021"\/?>\s*Amiens \(80000\)/);
    const second = await browser.post('/demande', { story: STORY, commune: 'Amien', commune_choice: '80021' });
    assert.match(second.html, /Amiens \(80000\)/);
    assert.match(second.html, /name="commune" value="Amiens \(80000\)"/);
  });

  test('a text that was changed after a choice is the one that is sent', async () => {
    const follow = await ask(office.visitor(), { commune: 'Beauvais', commune_code: '80021', company: 'Changée après coup' });
    assert.ok(follow);
    const [row] = await office.database.query<{ commune: string }>(
      `select needs.routed->>'commune' as commune from needs join diagnoses on diagnoses.id = diagnosis_id
        order by diagnoses.created_at desc, needs.sent_at desc limit 1`,
    );
    assert.equal(row?.commune, '60057');
  });

  test('a place that is not settled sends nothing', async () => {
    const browser = office.visitor();
    await browser.get('/');
    const page = await browser.post('/demande/envoi', { story: STORY, commune: 'Saint-Denis', commune_code: '93066' });
    assert.equal(page.status, 422);
    assert.match(page.html, /Plusieurs communes correspondent/);
  });

  test('the adviser is asked too', async () => {
    const adviser: Browser = await office.signedIn('adviser');
    await adviser.get('/conseiller/entreprise');
    const asked = await adviser.post('/conseiller/entreprise', { name: 'Essai', commune: 'Saint-Denis', commune_code: '80021' });
    assert.equal(asked.status, 422);
    assert.match(asked.html, /Saint-Denis \(93200\)/);
    const chosen = await adviser.post('/conseiller/entreprise', { name: 'Essai', commune: 'Saint-Denis', commune_choice: '93066' });
    assert.equal(chosen.status, 303);
    assert.match((await adviser.follow(chosen)).html, /Saint-Denis/);
  });

  test('what is completed has the postal code too, and the name of the past', async () => {
    const offered = async (q: string): Promise<string[]> => {
      const answer = await office.visitor().get(`/communes?q=${encodeURIComponent(q)}`);
      return (JSON.parse(answer.html) as { label: string }[]).map((one) => one.label);
    };
    assert.equal((await offered('amien'))[0], 'Amiens (80000)');
    assert.equal((await offered('lomme'))[0], 'Lille (59000), anciennement Lomme');
    assert.equal((await offered('59100 roub'))[0], 'Roubaix (59100)');
  });
});

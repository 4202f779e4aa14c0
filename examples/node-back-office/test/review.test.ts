/** The queue of requests that want an adviser: read, taken, given back, corrected, answered, erased. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { foldRequests } from '../src/library.js';
import { eventsOfRequests } from '../src/store/requests.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { changedDirectory } from './help/directories.js';
import { ask, confirm, expertLinks, send, STORY } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
let other: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
  other = await office.signedIn('adviser');
});

/** A request for which nobody is found; its id. */
async function held(company: string, app = office): Promise<{ id: string; follow: string; browser: Browser }> {
  const browser = app.visitor();
  const follow = await ask(browser, { commune: 'Marseille', company });
  const [row] = await app.database.query<{ id: string }>('select id from diagnoses where company_name = $1', [company]);
  return { id: row?.id ?? '', follow, browser };
}

const eventsOf = (id: string, app = office) => eventsOfRequests(app.database, [id]);
const page = (id: string): string => `/conseiller/portail/${id}`;

test('a request is read before it is taken, and whoever reads it is written down', async () => {
  const { id } = await held('À lire d’abord');
  const queue = await adviser.get('/conseiller/portail');
  assert.ok(queue.html.includes(`href="${page(id)}"`));
  const read = await adviser.get(page(id));
  for (const text of [/embaucher un apprenti/, /contact@entreprise\.example/, /Recruter un ou plusieurs salariés/, /Personne n’est trouvé/, /Je m’en occupe/]) {
    assert.match(read.html, text);
  }
  const [seen] = await office.database.query<{ n: number }>(`select count(*)::int as n from audit where action = 'request_read' and detail = $1`, [id]);
  assert.equal(seen?.n, 1);
  assert.equal((await other.get(page(id))).status, 200, 'reading takes nothing');
  assert.equal((await adviser.post(page(id), {})).location, `/conseiller/diagnostics/${id}`);
  assert.equal((await other.get(page(id))).status, 404, 'taken, it is no longer theirs to read');
});

test('one that was taken can be given back', async () => {
  const { id } = await held('À rendre');
  await adviser.get(page(id));
  await adviser.post(page(id), { suite: 'prendre' });
  await other.get('/conseiller/portail');
  assert.equal((await other.post(page(id), { suite: 'rendre' })).location, '/conseiller/portail?fait=a-jour', 'by who has it');
  const back = await adviser.follow(await adviser.post(page(id), { suite: 'rendre' }));
  assert.match(back.html, /À rendre/);
  assert.equal((await other.post(page(id), { suite: 'prendre' })).location, `/conseiller/diagnostics/${id}`);
});

test('one that an adviser had taken who has left waits for another', async () => {
  const { id } = await held('Reprise');
  const { id: answered } = await held('À classer');
  const leaving = await office.signedIn('adviser', 'Sur le départ');
  for (const one of [id, answered]) {
    await leaving.get(page(one));
    await leaving.post(page(one), { suite: 'prendre' });
  }
  assert.doesNotMatch((await adviser.get('/conseiller/portail')).html, /Reprise/);
  await office.database.query(`update accounts set disabled_at = $1 where name = 'Sur le départ'`, [office.services.clock()]);
  assert.match((await adviser.get('/conseiller/portail')).html, /Reprise/);
  assert.match((await adviser.get(page(id))).html, /Je m’en occupe/);
  assert.equal((await adviser.post(page(id), { suite: 'prendre' })).location, `/conseiller/diagnostics/${id}`);
  assert.equal((await other.get(page(id))).status, 404, 'taken again');
  await other.get(page(answered));
  const answer = { suite: 'repondre', reason: 'out_of_scope', message: 'Adressez-vous à votre région.' };
  assert.equal((await other.post(page(answered), answer)).location, '/conseiller/portail?fait=repondue');
});

test('facts and subjects are corrected, and the company’s first choice is kept', async () => {
  const { id, browser, follow } = await held('À corriger');
  await adviser.get(page(id));
  await adviser.post(page(id), { suite: 'prendre' });
  const address = `/conseiller/diagnostics/${id}`;
  const needs = await adviser.get(`${address}/besoins`);
  assert.match(needs.html, new RegExp(`href="${page(id)}"`));
  await adviser.get(`${address}/entreprise`);
  assert.equal((await adviser.post(`${address}/entreprise`, { name: 'À corriger', commune: 'Amiens', headcount_band: '02' })).status, 303);
  assert.equal((await adviser.post(`${address}/besoins`, { subjects: ['tresorerie'], suite: 'contact' })).status, 303);
  assert.equal((await send(adviser, address)).status, 303);
  const [need] = await office.database.query<{ subject: string; first_subject: string }>('select subject, first_subject from needs where diagnosis_id = $1', [id]);
  assert.deepEqual(need, { subject: 'tresorerie', first_subject: 'recruter' });
  const events = await eventsOf(id);
  assert.deepEqual(events.map((event) => event.kind), ['deposited', 'held', 'held', 'requalified', 'transmitted']);
  const { requests, ignored } = foldRequests(events);
  assert.deepEqual(ignored, []);
  assert.deepEqual([requests[0]?.chosenSubject, requests[0]?.subject, requests[0]?.state], ['recruter', 'tresorerie', 'transmitted']);
  assert.match((await browser.get(follow)).html, /En attente de réponse/);
  assert.equal((await adviser.post(page(id), { suite: 'effacer' })).location, '/conseiller/portail?fait=a-jour', 'what is sent is not erased');
});

for (const kind of DATABASES) {
  describe(`an answer, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    test('wants a reason and words, reaches the company, and closes', async () => {
      const app = await startApp({ kind });
      const marie = await app.signedIn('adviser');
      const { id, browser, follow } = await held('À éconduire', app);
      await marie.get(page(id));
      for (const [fields, text] of [
        [{ reason: '', message: 'Bonjour' }, /Choisissez un motif/],
        [{ reason: 'constructor', message: 'Bonjour' }, /Choisissez un motif/],
        [{ reason: 'employee', message: '' }, /Écrivez à l’entreprise/],
      ] as const) {
        const refused = await marie.post(page(id), { suite: 'repondre', ...fields });
        assert.equal(refused.status, 422);
        assert.match(refused.html, text);
      }
      const message = 'Bonjour,\n\nVotre CSE peut vous aider.';
      const closed = await marie.follow(await marie.post(page(id), { suite: 'repondre', reason: 'employee', message }));
      assert.match(closed.html, /votre réponse part à l’entreprise/);
      assert.doesNotMatch(closed.html, /À éconduire/);
      const [mail] = await app.database.query<{ recipient: string; body_text: string; body_html: string }>(
        `select recipient, body_text, body_html from outbox where key like 'company_answered:%'`,
      );
      assert.equal(mail?.recipient, 'contact@entreprise.example');
      assert.match(mail?.body_text ?? '', /Votre CSE peut vous aider/);
      assert.match(mail?.body_html ?? '', /Votre CSE peut vous aider/);
      const last = (await eventsOf(id, app)).at(-1);
      assert.deepEqual([last?.kind, last?.closedFor], ['closed', 'employee']);
      assert.match(last?.author ?? '', /^account:/);
      assert.match((await browser.get(follow)).html, /Cette demande est close/);
      assert.match((await marie.get('/conseiller')).html, /Classée sans suite/);
      const steering = await app.signedIn('steering');
      assert.match((await steering.get('/pilotage/impact')).html, /Ce que sont devenues les demandes du portail[^]*Salarié ou demandeur d’emploi/);
      assert.equal((await marie.get(`/conseiller/diagnostics/${id}`)).location, page(id));
      assert.match((await marie.get(page(id))).html, /classée sans suite/);
      assert.equal((await marie.post(page(id), { suite: 'repondre', reason: 'spam', message })).location, '/conseiller/portail?fait=a-jour', 'once');
    });
  });
}

test('one that is no request is erased, without a word', async () => {
  const { id, browser, follow } = await held('Vendeur de panneaux');
  await adviser.get(page(id));
  const before = (await office.database.query('select 1 from outbox')).length;
  assert.match((await adviser.follow(await adviser.post(page(id), { suite: 'effacer' }))).html, /est effacée ; personne n’est prévenu/);
  const tables = await Promise.all(['diagnoses', 'outbox', 'needs'].map((table) => office.database.query(`select * from ${table}`)));
  assert.doesNotMatch(JSON.stringify(tables), /Vendeur de panneaux/);
  assert.ok((await office.database.query('select 1 from outbox')).length < before, 'what was written to it goes too');
  assert.equal((await eventsOf(id)).at(-1)?.closedFor, 'spam');
  assert.equal((await adviser.get(page(id))).status, 404);
  assert.match((await browser.get(follow)).html, /Cette demande est close/);
});

test('two advisers who decide at once decide once', async () => {
  const { id } = await held('Deux à la fois');
  await adviser.get(page(id));
  await other.get(page(id));
  const answers = await Promise.all([
    adviser.post(page(id), { suite: 'repondre', reason: 'other', message: 'Bonjour.' }),
    other.post(page(id), { suite: 'effacer' }),
    adviser.post(page(id), { suite: 'repondre', reason: 'other', message: 'Bonjour.' }),
  ]);
  assert.equal(answers.filter((one) => one.location.endsWith('a-jour')).length, 2);
  assert.equal((await eventsOf(id)).filter((event) => event.kind === 'closed').length, 1);
});

/** A document without a subject, and without whatever speaks of it. */
function without(value: unknown, subject: string): unknown {
  if (Array.isArray(value)) {
    const speaks = (item: { id?: unknown; subject?: unknown; subjects?: unknown[] } | string): boolean =>
      typeof item === 'object' && item !== null
        ? item.subject === subject || (item.id === subject && 'theme' in item) || (Array.isArray(item.subjects) && item.subjects.includes(subject))
        : item === subject;
    return value.filter((item) => !speaks(item)).map((item) => without(item, subject));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, without(item, subject)]));
}

test('a subject that the directory has no more breaks nothing', async () => {
  const { path, again } = await changedDirectory(() => {});
  const moving = await startApp({ env: { DIRECTORY: path } });
  const browser = moving.visitor();
  await browser.get('/');
  const sent = await browser.post('/demande/envoi', {
    story: STORY, commune: 'Amiens', subjects: ['recruter'], company: 'Sujet retiré',
    name: 'X', phone: '03 53 01 00 00', email: 'x@entreprise.example', consent: 'oui',
  });
  const link = (await browser.linkToConfirm()) ?? '';
  again((document) => Object.assign(document, without(document, 'recruter')));
  assert.equal(await moving.services.directory.reload(), 'in_service', JSON.stringify(moving.services.directory.findings.filter((one) => one.severity === 'error').slice(0, 3)));
  await confirm(browser, link);
  assert.match((await browser.get(sent.location)).html, /Un conseiller lit votre demande/);
  const marie = await moving.signedIn('adviser');
  assert.match((await marie.get('/conseiller/portail')).html, /n’est plus proposé/);
  const [row] = await moving.database.query<{ id: string }>(`select id from diagnoses where company_name = 'Sujet retiré'`);
  const id = row?.id ?? '';
  assert.match((await marie.get(page(id))).html, /n’est plus proposé/);
  await marie.post(page(id), { suite: 'prendre' });
  for (const tail of ['/besoins', '/contact', '/entreprise']) assert.equal((await marie.get(`/conseiller/diagnostics/${id}${tail}`)).status, 200, tail);
  await marie.get(`/conseiller/diagnostics/${id}/besoins`);
  await marie.post(`/conseiller/diagnostics/${id}/besoins`, { subjects: ['tresorerie'], suite: 'contact' });
  assert.equal((await send(marie, `/conseiller/diagnostics/${id}`)).status, 303);
  assert.ok((await expertLinks(moving)).length > 0);
  const steering = await moving.signedIn('steering');
  for (const tail of ['', '/impact', '/impact.csv', '/couverture', '/relances']) assert.equal((await steering.get(`/pilotage${tail}`)).status, 200, tail);
});

/** A request is confirmed by its company before anybody is alerted, and is bounded. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eraseDue } from '../src/services/retention.js';
import { closeUnconfirmed } from '../src/services/reception.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { changedDirectory } from './help/directories.js';
import { ask, confirm, expertLinks, STORY } from './help/steps.js';

const FORM = {
  story: STORY,
  commune: 'Amiens',
  subjects: ['recruter'],
  name: 'Contact de test',
  phone: '03 53 01 00 00',
  email: 'contact@entreprise.example',
  consent: 'oui',
};

/** A request up to where it waits for its company; the page that it ends on. */
async function submit(browser: Browser, fields: Record<string, string | string[]> = {}) {
  await browser.get('/');
  const own = { own_company: fields['siret'] ?? '' };
  return browser.post('/demande/envoi', { ...FORM, company: 'À confirmer', ...own, ...fields });
}

const stateOf = async (office: TestApp): Promise<{ request_state: string; held_for: string | null; status: string } | undefined> =>
  (
    await office.database.query<{ request_state: string; held_for: string | null; status: string }>(
      `select request_state, held_for, status from diagnoses where origin = 'portal' order by created_at desc, id limit 1`,
    )
  )[0];

for (const kind of DATABASES) {
  describe(`the address, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    before(async () => {
      office = await startApp({ kind });
    });

    test('is confirmed by a link before anybody is alerted', async () => {
      const company = office.visitor();
      const waiting = await company.follow(await submit(company, { company: 'Confirmée' }));
      assert.match(waiting.html, /Nous avons écrit à <strong>contact@entreprise\.example<\/strong>/);
      assert.equal((await expertLinks(office)).length, 0);
      assert.deepEqual(await stateOf(office), { request_state: 'held', held_for: 'to_confirm', status: 'draft' });
      const adviser = await office.signedIn('adviser');
      assert.doesNotMatch((await adviser.get('/conseiller/portail')).html, /Confirmée/, 'nobody reads it before');

      // The message is among those that a demonstration shows.
      const steering = await office.signedIn('steering');
      assert.match((await steering.get('/pilotage/envois')).html, /Adresse à confirmer, à l’entreprise/);

      const link = (await company.linkToConfirm()) ?? '';
      for (let time = 0; time < 2; time += 1) {
        const page = await office.visitor().get(link);
        assert.match(page.html, /Qui vous appellera/);
        assert.match(page.html, /embaucher un apprenti/);
      }
      assert.equal((await expertLinks(office)).length, 0, 'opening the link is not confirming');
      const follow = await confirm(company, link);
      const sent = (await expertLinks(office)).length;
      assert.ok(sent > 1);
      assert.match((await company.get(follow)).html, /En attente de réponse/);
      assert.deepEqual(await stateOf(office), { request_state: 'transmitted', held_for: null, status: 'sent' });
      const kinds = await office.database.query<{ kind: string }>('select kind from request_events order by seq');
      assert.deepEqual(kinds.map((row) => row.kind), ['deposited', 'held', 'transmitted']);

      await confirm(company, link);
      assert.equal((await expertLinks(office)).length, sent, 'once');
      await assert.rejects(office.database.query('delete from request_events'), /only grows/);
    });

    test('receives nobody else’s links and lines: a name that is more than one is not repeated', async () => {
      const written = async (company: string): Promise<string> => {
        await submit(office.visitor(), { company, email: `adresse-${crypto.randomUUID()}@entreprise.example` });
        const [row] = await office.database.query<{ mail: string }>(
          `select concat(subject, body_text, body_html) as mail from outbox where key like 'company_confirm:%' order by id desc limit 1`,
        );
        return row?.mail ?? '';
      };
      for (const name of ['Gagnez sur https://piege.example/x', 'Voyez www.piege.example', 'piege.example', 'Écrivez à moi@piege.example', 'A\n\nVotre compte est bloqué, appelez piege', 'piege \u202e', `piege ${'x'.repeat(100)}`]) {
        const mail = await written(name);
        assert.doesNotMatch(mail, /piege/i, name);
        assert.match(mail, /pour votre entreprise/);
      }
      for (const name of ['S.A.R.L. Untel', 'Garage de Léonie n° 2', 'J. Dupont']) assert.match(await written(name), /Untel|Léonie|Dupont/, name);
    });

    test('that nobody confirms is erased, and the request closed', async () => {
      const company = office.visitor();
      await submit(company, { company: 'Jamais confirmée', siret: '00000010900017', commune: 'Tourcoing' });
      const link = (await company.linkToConfirm()) ?? '';
      assert.equal(await closeUnconfirmed(office.services), 0);
      office.later(7);
      const due = await closeUnconfirmed(office.services);
      assert.ok(due >= 1);
      assert.equal(await closeUnconfirmed(office.services), 0);
      const tables = await Promise.all(['diagnoses', 'outbox', 'companies'].map((table) => office.database.query(`select * from ${table}`)));
      assert.doesNotMatch(JSON.stringify(tables), /Textile Exemple|00000010900017/);
      const [last] = await office.database.query<{ closed_for: string }>(`select closed_for from request_events where kind = 'closed' limit 1`);
      assert.equal(last?.closed_for, 'unconfirmed');
      assert.equal((await company.get(link)).status, 410);
      assert.equal(await eraseDue(office.services), 0);
    });
  });
}

describe('what a request may be', () => {
  let office: TestApp;
  before(async () => {
    office = await startApp();
  });

  test('three subjects at most', async () => {
    const company = office.visitor();
    const subjects = office.services.directory.library.subjects.map((subject) => subject.id);
    const page = await submit(company, { subjects: subjects.slice(0, 4) });
    assert.equal(page.status, 422);
    assert.match(page.html, /trois sujets au plus/);
    assert.equal((await submit(company, { subjects: subjects.slice(0, 3) })).status, 303);
  });

  test('its experts read its own words, each in one message', async () => {
    const { library } = office.services.directory;
    const found = (subject: string): string[] => library.match({ subject, commune: '80021', on: '2026-11-23', origin: 'portal' }).map((match) => match.expert.id);
    const second = library.subjects.find((one) => one.id !== 'recruter' && found(one.id).some((id) => found('recruter').includes(id)))?.id ?? '';
    await ask(office.visitor(), { subjects: ['recruter', second], company: 'Deux sujets' });
    const rows = await office.database.query<{ recipient: string; body_text: string; body_html: string }>(
      `select recipient, body_text, body_html from outbox where key like 'expert_new_need:%' and body_text like '%Deux sujets%'`,
    );
    assert.ok(rows.length > 1);
    assert.equal(new Set(rows.map((row) => row.recipient)).size, rows.length, 'one each');
    for (const row of rows) {
      assert.match(row.body_text, /Nous cherchons à embaucher un apprenti/);
      assert.match(row.body_html, /Nous cherchons à embaucher un apprenti/);
    }
    const both = rows.filter((row) => row.body_text.includes(library.labelOf('recruter')) && row.body_text.includes(library.labelOf(second)));
    assert.ok(both.length > 0);
  });

  test('what changed since the page was shown is shown again before it leaves', async () => {
    const { path, again } = await changedDirectory(() => {});
    const moving = await startApp({ env: { DIRECTORY: path } });
    const company = moving.visitor();
    await submit(company);
    const link = (await company.linkToConfirm()) ?? '';
    await company.get(link);
    again(({ experts }) => experts.forEach((expert) => expert.id.startsWith('cci') && (expert.active = false)));
    assert.equal(await moving.services.directory.reload(), 'in_service');
    const page = await company.post(link, { shown: company.shown });
    assert.equal(page.status, 409);
    assert.match(page.html, /Rien n’est encore parti/);
    assert.equal((await expertLinks(moving)).length, 0);
    assert.equal((await company.post(link, { shown: company.shown })).status, 303);
    assert.ok((await expertLinks(moving)).length > 0);
  });

  test('a request that wants a reading is acknowledged at once, and advisers are told that one waits, once a day', async () => {
    await office.signedIn('adviser', 'Alertée');
    const messages = async (kind: string) =>
      office.database.query<{ recipient: string; body_text: string }>('select recipient, body_text from outbox where key like $1', [`${kind}:%`]);
    for (const company of ['Loin', 'Plus loin']) await ask(office.visitor(), { commune: 'Marseille', company });
    const received = await messages('company_received');
    assert.equal(received.length, 2);
    assert.match(received[0]?.body_text ?? '', /bien arrivée/);
    assert.match(received[0]?.body_text ?? '', /\/suivi\//);
    const alerts = (await messages('adviser_queue')).map((row) => row.recipient);
    assert.deepEqual(alerts.filter((one) => one.toLowerCase().startsWith('alert')).length, 1);
    assert.equal(new Set(alerts).size, alerts.length);
  });

  test('without the setting, a request goes at once', async () => {
    const direct = await startApp({ env: { CONFIRM_ADDRESS: '0' } });
    const company = direct.visitor();
    const privacy = await company.get('/donnees-personnelles');
    assert.doesNotMatch(privacy.html, /confirmé votre adresse/);
    assert.match(privacy.html, />\s*Les conseillers à qui/);
    const withoutServer = (await office.visitor().get('/donnees-personnelles')).html;
    assert.match(withoutServer, /Personne avant que vous ayez confirmé votre adresse/);
    assert.match(withoutServer, /que des chiffres, et les messages qui attendent qu’un serveur de messagerie les envoie\./);
    assert.match((await company.follow(await submit(company))).html, /En attente de réponse/);
    assert.ok((await expertLinks(direct)).length > 0);
  });
});

/** A mail server in trouble, or none: nothing is given up, steering is told, and what did not leave is sent again. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { failureOf } from '../src/mail/failures.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { startSmtp, type Mailbox } from './help/smtp.js';
import { ask, diagnose } from './help/steps.js';

const SECTIONS = ['', '/annuaire', '/couverture', '/relances', '/impact', '/envois', '/journal', '/comptes'];

const statuses = async (office: TestApp): Promise<Record<string, number>> => {
  const rows = await office.database.query<{ status: string; n: number }>('select status, count(*)::int as n from outbox group by status');
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
};

for (const kind of DATABASES) {
  describe(`a server that refuses to sign in, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let mailbox: Mailbox;
    let office: TestApp;
    let steering: Browser;
    let written: number;
    before(async () => {
      mailbox = await startSmtp({ signIn: true });
      mailbox.letIn(false);
      office = await startApp({ kind, env: { SMTP_URL: mailbox.url, CONFIRM_ADDRESS: '0' } });
      await ask(office.visitor());
      await office.services.worker.drain();
      steering = await office.signedIn('steering');
      [{ written } = { written: 0 }] = await office.database.query<{ written: number }>('select count(*)::int as written from outbox');
      assert.ok(written > 1);
    });

    test('no message is given up, however long it lasts, and the server is left alone in between', async () => {
      assert.deepEqual(await statuses(office), { waiting: written });
      const tries = mailbox.tries();
      await office.services.worker.drain();
      await office.services.worker.drain();
      assert.equal(mailbox.tries(), tries, 'it is not asked again at once');
      for (let round = 0; round < 15; round += 1) {
        office.later(0.02);
        await office.services.worker.drain();
      }
      assert.equal(mailbox.tries(), tries + 15, 'one try a round, whatever waits');
      assert.deepEqual(await statuses(office), { waiting: written });
    });

    test('steering is told on every page, and nobody else', async () => {
      for (const tail of SECTIONS) {
        const { html } = await steering.get(`/pilotage${tail}`);
        assert.match(html, /role="alert">Le serveur de courriel refuse l’identification du service depuis le .*535/, tail);
        // The journal's filter names what is done to a webhook's.
        assert.doesNotMatch(html.replaceAll(/webhook_secret_changed|secret de réception/g, ''), /secret/);
      }
      assert.equal((JSON.parse((await office.visitor().get('/sante')).html) as { mail: string }).mail, 'sign_in');
      const adviser = await office.signedIn('adviser');
      assert.doesNotMatch((await adviser.get('/conseiller')).html, /role="alert"/);
    });

    test('once it is mended all goes, at the press of a button, and nothing more is said', async () => {
      mailbox.letIn(true);
      await steering.get('/pilotage/envois');
      const page = await steering.follow(await steering.post('/pilotage/envois', { suite: 'reessayer' }));
      assert.match(page.html, /essayé à l’instant/);
      await office.services.worker.drain();
      assert.deepEqual(await statuses(office), { sent: written });
      assert.equal(new Set(mailbox.received.map((mail) => mail.messageId)).size, written);
      assert.doesNotMatch((await steering.get('/pilotage')).html, /role="alert"/);
    });
  });

  describe(`what did not leave, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let mailbox: Mailbox;
    let office: TestApp;
    let steering: Browser;
    before(async () => {
      mailbox = await startSmtp();
      office = await startApp({ kind, env: { SMTP_URL: mailbox.url } });
      steering = await office.signedIn('steering');
      const marie = await office.signedIn('adviser', 'Marie');
      mailbox.refuseRecipientsAt('entreprise.example');
      mailbox.refuseWith(554);
      await diagnose(marie);
      await office.services.worker.drain();
    });

    test('is told by reason, and sent again in bulk for one of them or for all', async () => {
      const all = await steering.get('/pilotage/envois');
      const { refused = 0 } = await statuses(office);
      assert.ok(refused > 2);
      assert.match(all.html, new RegExp(`${refused} messages ne sont pas partis`));
      assert.match(all.html, /Adresse refusée \(1\)/);
      assert.match(all.html, new RegExp(`Message refusé \\(${refused - 1}\\)`));
      const filtered = await steering.get('/pilotage/envois?raison=address');
      assert.equal((filtered.html.match(/action="\/pilotage\/envois\/\d+\?raison=address"/g) ?? []).length, 1);
      assert.match(filtered.html, /Envoyer de nouveau ce message/);

      mailbox.refuseRecipientsAt(undefined);
      mailbox.refuseWith(undefined);
      const one = await steering.follow(await steering.post('/pilotage/envois', { suite: 'renvoyer', raison: 'address' }));
      assert.match(one.html, /1 message sera envoyé de nouveau/);
      await office.services.worker.drain();
      assert.deepEqual(await statuses(office), { sent: 1, refused: refused - 1 });
      assert.deepEqual(mailbox.received.map((mail) => mail.to), ['contact@entreprise.example']);

      const [rest, again] = await Promise.all([1, 2].map(() => steering.post('/pilotage/envois', { suite: 'renvoyer', raison: '' })));
      assert.ok(rest && again);
      await office.services.worker.drain();
      assert.deepEqual(await statuses(office), { sent: refused });
      assert.equal(mailbox.received.length, refused, 'pressed twice at once, each leaves once');
      assert.match((await steering.get('/pilotage/journal')).html, /messages renvoyés/);
      const nothing = await steering.post('/pilotage/envois', { suite: 'renvoyer', raison: '' });
      assert.equal(nothing.location, '/pilotage/envois?fait=a-jour');
    });

    test('what is in doubt is nobody’s bulk: it may have arrived', async () => {
      await office.database.query(`update outbox set status = 'in_doubt', failure = 'in_doubt', body_text = 'x', body_html = 'x'`);
      await steering.post('/pilotage/envois', { suite: 'renvoyer', raison: '' });
      await steering.post('/pilotage/envois', { suite: 'renvoyer', raison: 'in_doubt' });
      assert.deepEqual(Object.keys(await statuses(office)), ['in_doubt']);
      // However many were refused since, those that a person has to decide about are shown.
      await office.database.query(
        `insert into outbox (key, message_id, recipient, subject, status, next_at, created_at)
         select 'adviser_queue:' || n, 'n' || n, 'x@example.org', '', 'refused', now(), now() from generate_series(1, 120) as n`,
      );
      assert.match((await steering.get('/pilotage/envois')).html, /value="verifie"/);
    });
  });
}

describe('without a server', () => {
  test('production says so on every page of steering; elsewhere nothing is loud', async () => {
    const env = { NODE_ENV: 'production' };
    const office = await startApp({ env });
    const steering = await office.signedIn('steering');
    for (const tail of SECTIONS) {
      assert.match((await steering.get(`/pilotage${tail}`)).html, /role="alert">Aucun serveur de courriel n’est réglé : aucun message ne part/, tail);
    }
    assert.match((await steering.get('/pilotage/nulle-part')).html, /role="alert"/, 'on pages of errors too');
    assert.doesNotMatch((await office.visitor().get('/')).html, /role="alert"/);
    const quiet = await (await startApp()).signedIn('steering');
    assert.doesNotMatch((await quiet.get('/pilotage')).html, /role="alert"/);
  });

  test('what was only shown leaves once there is one, as far as its links open', async () => {
    const office = await startApp();
    const marie = await office.signedIn('adviser', 'Marie');
    await diagnose(marie);
    await office.services.worker.drain();
    const before = await office.signedIn('steering');
    assert.doesNotMatch((await before.get('/pilotage/envois')).html, /Envoyer de nouveau/, 'there is nowhere to send it');
    await before.post('/pilotage/envois', { suite: 'renvoyer', raison: '' });
    const { shown = 0 } = await statuses(office);
    assert.ok(shown > 1);
    office.later(61);
    const late = await office.signedIn('adviser', 'Marie deux');
    await diagnose(late);
    await office.services.worker.drain();
    const { shown: all = 0 } = await statuses(office);
    // The service is set up with a server: the worker that has none shows nothing more.
    await office.services.worker.stop();

    const mailbox = await startSmtp();
    const now = office.services.clock().toISOString();
    const later = await startApp({ now, env: { SMTP_URL: mailbox.url }, database: { ...office.database, close: async () => {} } });
    const steering = await later.signedIn('steering', 'Pilotage deux');
    const page = await steering.get('/pilotage/envois?raison=shown');
    assert.match(page.html, new RegExp(`Affiché ici, faute de serveur \\(${all - shown}\\)`));
    await steering.post('/pilotage/envois', { suite: 'renvoyer', raison: 'shown' });
    await later.services.worker.drain();
    assert.deepEqual(await statuses(later), { shown, sent: all - shown });
    assert.equal(mailbox.received.length, all - shown);
  });
});

test('who is at fault when a letter fails', () => {
  const failed = (stage: 'connect' | 'sign_in' | 'send', responseCode?: number, command?: string, last = false) =>
    failureOf(Object.assign(new Error(), { ...(responseCode && { responseCode }), ...(command && { command }) }), stage, last);
  assert.equal(failed('connect'), 'connection');
  assert.equal(failed('connect', 554), 'connection');
  assert.equal(failed('sign_in', 535, 'AUTH PLAIN'), 'sign_in');
  assert.equal(failed('sign_in', 454), 'sign_in');
  assert.equal(failed('send', 530, 'MAIL FROM'), 'sign_in');
  assert.equal(failed('send', 553, 'MAIL FROM'), 'sender');
  assert.equal(failed('send', 552, 'MAIL FROM'), 'content');
  assert.equal(failed('send', 550, 'RCPT TO'), 'address');
  assert.equal(failed('send', 450, 'RCPT TO'), 'temporary');
  assert.equal(failed('send', 554, 'DATA'), 'content');
  assert.equal(failed('send'), 'temporary');
  assert.equal(failed('send', undefined, undefined, true), 'in_doubt');
});

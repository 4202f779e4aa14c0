/** Every message that the library can write, as this service sends it: to whom, when, and with its facts. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { labels } from '../src/library.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { diagnose, expertLinks, linkIn, openLink, reply } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser', 'Conseil');
});

interface Message {
  kind: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
}

async function messages(kind: string): Promise<Message[]> {
  await office.services.worker.drain();
  return office.database.query<Message>(
    `select split_part(key, ':', 1) as kind, recipient, subject, body_text, body_html from outbox
      where key like $1 || ':%' order by id desc`,
    [kind],
  );
}

/** A diagnosis for one expert, who is not the only one of the directory. */
async function toOne(): Promise<{ need: string; link: string; expert: string }> {
  const offered = office.services.directory.library
    .match({ subject: 'recruter', commune: '80021', on: '2026-11-23', origin: 'adviser' })
    .map((match) => match.expert.id);
  const expert = offered[0] ?? '';
  const need = await diagnose(adviser, {
    'shown:recruter': '1',
    'experts:recruter': [expert],
    'comment:recruter': 'Veut recruter avant Noël.',
    'answer:recrutement_premier': 'oui',
  });
  const [first] = await expertLinks(office);
  return { need, link: first?.link ?? '', expert };
}

test('a new need: to the expert with its facts, to the company with who calls', async () => {
  const { expert } = await toOne();
  const known = office.services.directory.library.expert(expert);
  const [message] = await messages('expert_new_need');
  assert.equal(message?.recipient, known?.email);
  for (const text of [/Recruter un ou plusieurs salariés/, /Menuiserie de test/, /Amiens/, /3 à 5 salariés/, /Veut recruter avant Noël/, /premier recrutement.* Oui/i, /03 53 01 00 00/]) {
    assert.match(message?.body_text ?? '', text);
  }
  const [company] = await messages('company_sent');
  assert.equal(company?.recipient, 'contact@entreprise.example');
  assert.match(company?.body_text ?? '', new RegExp(known?.name ?? 'none'));
  const followed = await office.visitor().get(linkIn(company?.body_text ?? '', 'suivi'));
  assert.equal(followed.status, 200);
});

test('what an expert answers reaches the company and the adviser', async () => {
  const { link } = await toOne();
  const { expert, address } = await openLink(office, link);
  await reply(expert, address, { to: 'taken_in_charge' });
  assert.equal((await messages('company_taken')).length, 1);
  let [progress] = await messages('adviser_progress');
  assert.match(progress?.body_text ?? '', /a pris ce besoin en charge/);
  assert.equal(progress?.recipient, 'conseil@example.org');
  await reply(expert, address, { to: 'done_not_reachable' });
  [progress] = await messages('adviser_progress');
  assert.match(progress?.body_text ?? '', /pas pu joindre/);
  const [unreached] = await messages('company_not_reachable');
  assert.equal(unreached?.recipient, 'contact@entreprise.example');
  assert.match(unreached?.body_text ?? '', /sans réussir à vous joindre/);
});

test('a refusal by all reaches the adviser, once', async () => {
  const { need, link } = await toOne();
  const { expert, address } = await openLink(office, link);
  await reply(expert, address, { to: 'not_for_me', reason: 'capacity' });
  const [refused] = await messages('adviser_refused');
  assert.match(refused?.body_text ?? '', /a refusé ce besoin/);
  const steering = await office.signedIn('steering', 'Pilotage');
  assert.doesNotMatch((await steering.get('/pilotage/relances')).html, /Refusé par tous/, 'the adviser knows already');

  // The adviser turns to others.
  const page = await adviser.get(need);
  assert.match(page.html, /Alerter d’autres experts/);
  const other = /name="experts:recruter" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const id = /name="need" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const before = (await messages('expert_new_need')).length;
  const sent = await adviser.follow(await adviser.post(`${need}/experts`, { need: id, 'experts:recruter': [other, other] }));
  assert.match(sent.html, /En attente de réponse/);
  assert.equal((await messages('expert_new_need')).length, before + 1);
  await adviser.post(`${need}/experts`, { need: id, 'experts:recruter': other });
  assert.equal((await messages('expert_new_need')).length, before + 1, 'who has it is not alerted again');
});

test('reminders reach whom they should, as days go by', async () => {
  const { expert } = await toOne();
  const email = office.services.directory.library.expert(expert)?.email;
  for (const [days, kind, recipient] of [
    [9, 'expert_reminder', email],
    [12, 'expert_last_chance', email],
    [0, 'adviser_last_chance', 'conseil@example.org'],
    [0, 'company_not_taken', 'contact@entreprise.example'],
    [24, 'company_abandoned', 'contact@entreprise.example'],
  ] as const) {
    office.later(days);
    const steering = await office.signedIn('steering', 'Pilotage');
    await steering.get('/pilotage/relances');
    await steering.post('/pilotage/relances', {});
    // The needs of the tests before have waited as long, and are remembered in the same round.
    const message = (await messages(kind)).find((one) => one.recipient === recipient);
    assert.ok(message, `${kind} to ${recipient}`);
    if (!kind.startsWith('company_')) assert.match(message.body_text, /Menuiserie de test/);
  }
});

/** This service asks companies nothing yet, and invites none to come back. */
const NOT_SENT = ['company_survey', 'company_come_back'];

test('none of the kinds that the library has was left out, and none is empty', async () => {
  for (const kind of Object.keys(labels.notificationKind)) {
    const all = await messages(kind);
    if (NOT_SENT.includes(kind)) {
      assert.equal(all.length, 0, kind);
      continue;
    }
    assert.ok(all.length > 0, kind);
    for (const message of all) {
      assert.ok(message.subject && message.body_text && message.body_html.includes('<'), kind);
      assert.doesNotMatch(message.body_text, /undefined|null|\[object/, kind);
    }
  }
});

/** Messages that can be answered: links that ask, replies that reach somebody, and news to the company. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { startSmtp } from './help/smtp.js';
import { ask, diagnose, expertLinks, openLink, reply, seqIn } from './help/steps.js';

interface Row {
  recipient: string;
  reply_to: string | null;
  body_text: string;
}

async function messages(office: TestApp, kind: string): Promise<Row[]> {
  await office.services.worker.drain();
  return office.database.query<Row>('select recipient, reply_to, body_text from outbox where key like $1 order by id desc', [`${kind}:%`]);
}

const pathsIn = (text: string): string[] => [...text.matchAll(/http:\/\/orientation\.example(\/e\/\S+)/g)].map(([, path]) => path ?? '');

describe('the links of an expert’s message', () => {
  let office: TestApp;
  let marie: Browser;
  before(async () => {
    office = await startApp();
    marie = await office.signedIn('adviser', 'Marie');
  });

  /** The three links of the latest message to an expert: take charge, not for me, see. */
  async function links(): Promise<string[]> {
    await diagnose(marie);
    const [message] = await messages(office, 'expert_new_need');
    return pathsIn(message?.body_text ?? '');
  }
  const state = async (address: string): Promise<string | undefined> => {
    const id = /demandes\/([0-9a-f-]{36})/.exec(address)?.[1];
    return (await office.database.query<{ state: string }>('select state from referrals where id = $1', [id]))[0]?.state;
  };

  test('are three, and opening any of them changes nothing', async () => {
    const three = await links();
    assert.equal(new Set(three).size, 3, three.join(' '));
    const expert = office.visitor();
    for (const link of three) {
      const opened = await expert.get(link);
      assert.equal(opened.status, 303, link);
      assert.ok(!opened.location.includes('/e/'), 'the token leaves the address');
      assert.equal((await expert.get(opened.location)).status, 200);
      assert.equal(await state(opened.location), 'waiting', link);
    }
    const events = await office.database.query(`select 1 from referral_events where kind <> 'sent' and to_state <> 'waiting'`);
    assert.equal(events.length, 0);
  });

  test('taking charge is asked about, then done', async () => {
    const [take = ''] = await links();
    const expert = office.visitor();
    const { location } = await expert.get(take);
    const page = await expert.get(location);
    assert.match(page.html, /Prenez-vous cette demande en charge \?/);
    assert.match(page.html, /Rien n’est encore enregistré/);
    assert.equal((page.html.match(/value="taken_in_charge"/g) ?? []).length, 1, 'the question stands once');
    const [address = ''] = location.split('?');
    await expert.follow(await expert.post(address, { seq: seqIn(page.html), to: 'taken_in_charge' }));
    assert.equal(await state(address), 'taken_in_charge');
    // The mail is opened again later: there is nothing to ask any more.
    const later = await expert.get((await expert.get(take)).location);
    assert.match(later.html, /n’attend plus cette réponse/);
    assert.doesNotMatch(later.html, /value="taken_in_charge"/);
  });

  test('refusing is asked about with its reasons, then done', async () => {
    const [, refuse = ''] = await links();
    const expert = office.visitor();
    const { location } = await expert.get(refuse);
    const page = await expert.get(location);
    assert.match(page.html, /Cette demande n’est pas pour vous \?/);
    const ids = [...page.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each label has its field');
    const [address = ''] = location.split('?');
    await expert.post(address, { seq: seqIn(page.html), to: 'not_for_me', reason: 'capacity' });
    assert.equal(await state(address), 'not_for_me');
  });

  test('seeing asks nothing, and other words than these open nothing', async () => {
    const [, , see = ''] = await links();
    const expert = office.visitor();
    const page = await expert.get((await expert.get(see)).location);
    assert.doesNotMatch(page.html, /Rien n’est encore enregistré/);
    for (const word of ['constructor', 'cloturer', '__proto__']) {
      assert.equal((await expert.get(`${see}/${word}`)).status, 404, word);
      assert.doesNotMatch((await expert.get(`${(await expert.get(see)).location}?reponse=${word}`)).html, /Rien n’est encore enregistré/);
    }
  });
});

describe('replies', () => {
  test('reach the adviser who follows the need, from experts and from the company', async () => {
    const mailbox = await startSmtp();
    const office = await startApp({ env: { SMTP_URL: mailbox.url } });
    await diagnose(await office.signedIn('adviser', 'Marie'));
    await office.services.worker.drain();
    assert.ok(mailbox.received.length > 2);
    for (const mail of mailbox.received) assert.equal(mail.replyTo, 'marie@example.org', mail.to);
  });

  test('go to the service where no adviser is known, or to nobody in particular', async () => {
    const named = await startApp({ env: { REPLY_TO: 'equipe@orientation.example' } });
    await ask(named.visitor());
    for (const kind of ['company_confirm', 'company_sent', 'expert_new_need']) {
      const rows = await messages(named, kind);
      assert.ok(rows.length > 0, kind);
      for (const row of rows) assert.equal(row.reply_to, 'equipe@orientation.example', kind);
    }
    const unnamed = await startApp();
    await ask(unnamed.visitor());
    for (const row of await messages(unnamed, 'expert_new_need')) assert.equal(row.reply_to, null);
  });

  test('do not go to an adviser who has left', async () => {
    const office = await startApp({ env: { REPLY_TO: 'equipe@orientation.example' } });
    await diagnose(await office.signedIn('adviser', 'Partie'));
    const [link] = await expertLinks(office);
    await office.database.query(`update accounts set disabled_at = $1 where name = 'Partie'`, [office.services.clock()]);
    const { expert, address } = await openLink(office, link?.link ?? '');
    await reply(expert, address, { to: 'taken_in_charge' });
    assert.equal((await messages(office, 'company_taken'))[0]?.reply_to, 'equipe@orientation.example');
    assert.deepEqual(await messages(office, 'adviser_progress'), [], 'nor is anything written to them');
  });

  test('to an answer that closes a request go to the adviser who wrote it', async () => {
    const office = await startApp();
    await ask(office.visitor(), { commune: 'Marseille', company: 'Trop loin' });
    const marie = await office.signedIn('adviser', 'Marie');
    const [row] = await office.database.query<{ id: string }>(`select id from diagnoses where company_name = 'Trop loin'`);
    await marie.get(`/conseiller/portail/${row?.id}`);
    await marie.post(`/conseiller/portail/${row?.id}`, { suite: 'repondre', reason: 'out_of_scope', message: 'Adressez-vous à votre région.' });
    const [answered] = await messages(office, 'company_answered');
    assert.equal(answered?.reply_to, 'marie@example.org');
    assert.match(answered?.body_text ?? '', /votre région/);
  });
});

test('advisers hear of a portal’s request that all have refused and nobody follows', async () => {
  const office = await startApp();
  await office.signedIn('adviser', 'Marie');
  await ask(office.visitor());
  const links = await expertLinks(office);
  assert.deepEqual(await messages(office, 'adviser_queue'), []);
  for (const { link } of links) {
    const { expert, address } = await openLink(office, link);
    await reply(expert, address, { to: 'not_for_me', reason: 'capacity' });
  }
  assert.deepEqual((await messages(office, 'adviser_queue')).map((one) => one.recipient), ['marie@example.org']);
});

describe('the company hears', () => {
  let office: TestApp;
  let marie: Browser;
  before(async () => {
    office = await startApp();
    marie = await office.signedIn('adviser', 'Marie');
  });

  const opened = async () => {
    await diagnose(marie);
    const [link] = await expertLinks(office);
    return openLink(office, link?.link ?? '');
  };

  test('that its request is closed, with help or without, and that others may still call', async () => {
    const { expert, address } = await opened();
    const page = await reply(expert, address, { to: 'done' });
    assert.match(page, /L’entreprise et le conseiller en sont informés/);
    const [helped] = await messages(office, 'company_closed');
    assert.equal(helped?.recipient, 'contact@entreprise.example');
    assert.equal(helped?.reply_to, 'marie@example.org');
    assert.match(helped?.body_text ?? '', /a clos votre demande «\u00a0Recruter .*\u00a0»\u00a0: une aide vous a été proposée\./);
    assert.match(helped?.body_text ?? '', /D’autres personnes ont reçu cette demande/);
    assert.match(helped?.body_text ?? '', /répondez à ce message/);
    assert.match(helped?.body_text ?? '', /\/suivi\//);

    const other = await opened();
    await reply(other.expert, other.address, { to: 'done_no_help' });
    assert.match((await messages(office, 'company_closed'))[0]?.body_text ?? '', /aucune aide n’est disponible/);
  });

  test('each time: what is reopened and closed anew is told anew', async () => {
    const { expert, address } = await opened();
    const before = { closed: (await messages(office, 'company_closed')).length, missed: (await messages(office, 'company_not_reachable')).length };
    for (const to of ['done_not_reachable', 'waiting', 'done_not_reachable', 'waiting', 'done']) await reply(expert, address, { to });
    assert.equal((await messages(office, 'company_not_reachable')).length, before.missed + 2);
    assert.equal((await messages(office, 'company_closed')).length, before.closed + 1);
  });

  test('that nobody has moved, again if the need was reopened', async () => {
    const late = await startApp();
    const adviser = await late.signedIn('adviser', 'Marie');
    const query = { subject: 'recruter', commune: '80021', on: '2026-11-23', origin: 'adviser' };
    const [found] = late.services.directory.library.matchReachable(query);
    await diagnose(adviser, { 'shown:recruter': '1', 'experts:recruter': [found?.expert.id ?? ''] });
    const [link] = await expertLinks(late);
    const remind = async (days: number): Promise<number> => {
      late.later(days);
      const steering = await late.signedIn('steering', `Pilotage ${days}`);
      await steering.get('/pilotage/relances');
      await steering.post('/pilotage/relances', {});
      return (await messages(late, 'company_not_taken')).length;
    };
    assert.equal(await remind(21), 1);
    const { expert, address } = await openLink(late, link?.link ?? '');
    await reply(expert, address, { to: 'taken_in_charge' });
    await reply(expert, address, { to: 'waiting' });
    assert.equal(await remind(22), 2);
  });
});

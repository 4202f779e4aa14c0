/** What happens reaches partners, signed, and again until it is taken; and nothing reaches what is not public. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { openDatabase } from '../src/database/index.js';
import { isPublic, receiverFault } from '../src/webhooks/addresses.js';
import { nextAttempt } from '../src/webhooks/schedule.js';
import { post } from '../src/webhooks/sending.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { DATABASES, newDatabase, newPostgresUrl, withoutPostgres } from './help/databases.js';
import { aRequest, call, deposit, newPartner, type TestPartner } from './help/partners.js';
import { startProcess } from './help/process.js';
import { hang, startReceiver, status, type Received, type Receiver } from './help/receiver.js';

/** A receiver that steering registers; the answer is its secret, shown once. */
async function registered(steering: Browser, partner: TestPartner, url: string): Promise<string> {
  const address = `/pilotage/partenaires/${partner.id}`;
  await steering.get(address);
  const page = await steering.post(address, { suite: 'adresse', url });
  const secret = /whsec_[A-Za-z0-9+/=]+/.exec(page.html)?.[0];
  assert.ok(secret, page.html);
  assert.doesNotMatch((await steering.get(address)).html, /whsec_/, 'once');
  return secret;
}

/** What a receiver makes of a request, by another implementation than ours. */
function verified(secret: string, { headers, body }: Received, at: Date): { id: string; cursor: string } {
  const webhook = new Webhook(secret);
  // It compares with the clock of this machine.
  const real = Date.now;
  Date.now = () => at.getTime();
  try {
    return webhook.verify(body, headers as Record<string, string>) as { id: string; cursor: string };
  } finally {
    Date.now = real;
  }
}

const deliveries = async ({ database }: TestApp): Promise<{ status: string; attempts: number; met: string | null }[]> =>
  database.query('select status, attempts, met from webhook_deliveries order by id');

for (const kind of DATABASES) {
  describe(`deliveries, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let steering: Browser;
    let partner: TestPartner;
    let receiver: Receiver;
    let secret: string;
    before(async () => {
      office = await startApp({ kind });
      steering = await office.signedIn('steering');
      partner = await newPartner(office);
      receiver = await startReceiver();
      secret = await registered(steering, partner, receiver.url);
    });

    test('are the events of the cursor, one each, and signed', async () => {
      await deposit(office, partner.token);
      assert.equal(await office.services.webhooks.drain(), 2);
      const { body } = await call(office, partner.token, 'GET', '/events');
      assert.deepEqual(receiver.received.map((one) => JSON.parse(one.body)), body['events']);
      for (const one of receiver.received) {
        const event = verified(secret, one, office.services.clock());
        assert.equal(one.headers['webhook-id'], event.id);
        assert.equal(one.headers['content-type'], 'application/json');
        assert.throws(() => verified(secret, { ...one, body: one.body.replace('request.', 'requesT.') }, office.services.clock()));
      }
      assert.equal(await office.services.webhooks.drain(), 0);
      assert.equal(receiver.received.length, 2);
      assert.match((await steering.get(`/pilotage/partenaires/${partner.id}`)).html, /2 événements reçus/);
    });

    test('that fail are tried again under the same id, less and less often, then given up and said so', async () => {
      const before = receiver.received.length;
      receiver.answerWith(status(500));
      await deposit(office, partner.token);
      for (let time = 0; time < 40; time += 1) {
        await office.services.webhooks.drain();
        office.later(1 / 3);
      }
      const tried = receiver.received.slice(before);
      assert.equal(new Set(tried.map((one) => one.headers['webhook-id'])).size, 2);
      assert.equal(tried.length, 20);
      const stamps = tried.map((one) => one.headers['webhook-timestamp']);
      assert.ok(new Set(stamps).size > 9, 'each attempt is signed for its own moment');
      assert.deepEqual((await deliveries(office)).slice(2), Array.from({ length: 2 }, () => ({ status: 'given_up', attempts: 10, met: '500' })));
      steering = await office.signedIn('steering');
      const address = `/pilotage/partenaires/${partner.id}`;
      assert.match((await steering.get('/pilotage/partenaires')).html, /<span class="tag bad">2<\/span>/);
      const page = await steering.get(address);
      assert.match(page.html, /2 abandonnés/);
      assert.match(page.html, /réponse 500/);

      receiver.answerWith(status(200));
      const webhook = /name="webhook" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
      await steering.post(address, { suite: 'renvoyer', webhook });
      assert.equal(await office.services.webhooks.drain(), 2);
      assert.match((await steering.get(address)).html, /0 abandonné/);
      // By the cursor nothing was ever missing.
      assert.equal((await call(office, partner.token, 'GET', '/events')).body['events'].length, 4);
    });

    test('do not follow redirections', async () => {
      const elsewhere = await startReceiver();
      receiver.answerWith(status(302, { location: elsewhere.url }));
      await deposit(office, partner.token);
      assert.equal(await office.services.webhooks.drain(), 0);
      assert.equal(elsewhere.received.length, 0);
      assert.equal((await deliveries(office)).at(-2)?.met, '302');
      receiver.answerWith(status(204));
      office.later(1);
      assert.equal(await office.services.webhooks.drain(), 2);
    });

    test('by several workers at once are one each', async () => {
      const other = await startApp({ database: { ...office.database, close: async () => {} } });
      const before = receiver.received.length;
      for (let time = 0; time < 5; time += 1) await deposit(office, partner.token);
      await Promise.all([office.services.webhooks.drain(), other.services.webhooks.drain(), office.services.webhooks.drain()]);
      await office.services.webhooks.drain();
      const ids = receiver.received.slice(before).map((one) => one.headers['webhook-id']);
      assert.equal(ids.length, 10);
      assert.equal(new Set(ids).size, 10);
    });
  });
}

describe('receivers', () => {
  let office: TestApp;
  let steering: Browser;
  before(async () => {
    office = await startApp({ env: { WEBHOOK_SECONDS: '1' } });
    steering = await office.signedIn('steering');
  });

  test('one that hangs is cut, and holds up nobody else', async () => {
    const [one, other] = [await newPartner(office), await newPartner(office)];
    const [stuck, well] = [await startReceiver(), await startReceiver()];
    stuck.answerWith(hang);
    await registered(steering, one, stuck.url);
    await registered(steering, other, well.url);
    await deposit(office, one.token);
    await deposit(office, other.token);
    const round = office.services.webhooks.drain();
    await well.until(2);
    assert.equal((await deliveries(office)).filter((row) => row.status === 'claimed').length >= 1, true, 'the other still waits for its answer');
    assert.equal(await round, 2);
    assert.equal(stuck.received.length, 1, 'one attempt a round');
    assert.ok((await deliveries(office)).some((row) => row.met === 'timeout' && row.status === 'waiting'));
  });

  test('one that is gone is left alone, until steering says otherwise', async () => {
    const partner = await newPartner(office);
    const receiver = await startReceiver();
    receiver.answerWith(status(410));
    await registered(steering, partner, receiver.url);
    await deposit(office, partner.token);
    await office.services.webhooks.drain();
    await office.services.webhooks.drain();
    assert.equal(receiver.received.length, 1);
    const address = `/pilotage/partenaires/${partner.id}`;
    const page = await steering.get(address);
    assert.match(page.html, /arrêtée par le destinataire \(410\)/);
    await deposit(office, partner.token);
    await office.services.webhooks.drain();
    assert.equal(receiver.received.length, 1);
    receiver.answerWith(status(200));
    const webhook = /name="webhook" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    await steering.post(address, { suite: 'reprendre', webhook });
    await steering.post(address, { suite: 'renvoyer', webhook });
    assert.equal(await office.services.webhooks.drain(), 2, 'what was given up is sent again, what happened meanwhile is on the cursor');
  });

  test('a new secret signs at once, and the one of before for two more days', async () => {
    const partner = await newPartner(office);
    const receiver = await startReceiver();
    const former = await registered(steering, partner, receiver.url);
    const address = `/pilotage/partenaires/${partner.id}`;
    const webhook = /name="webhook" value="([^"]+)"/.exec((await steering.get(address)).html)?.[1] ?? '';
    const page = await steering.post(address, { suite: 'secret', webhook });
    const next = /whsec_[A-Za-z0-9+/=]+/.exec(page.html)?.[0] ?? '';
    assert.notEqual(next, former);
    await deposit(office, partner.token);
    await office.services.webhooks.drain();
    const [one] = receiver.received;
    assert.ok(one);
    for (const secret of [next, former]) verified(secret, one, office.services.clock());
    office.later(3);
    await deposit(office, partner.token);
    await office.services.webhooks.drain();
    const last = receiver.received.at(-1);
    assert.ok(last);
    verified(next, last, office.services.clock());
    assert.throws(() => verified(former, last, office.services.clock()));
    office.later(-3);
    assert.doesNotMatch(JSON.stringify(await office.database.query('select * from webhooks')), /whsec_/);
  });

  test('a partner who is disabled is told nothing until they are back', async () => {
    const partner = await newPartner(office);
    const receiver = await startReceiver();
    await registered(steering, partner, receiver.url);
    await deposit(office, partner.token);
    const address = `/pilotage/partenaires/${partner.id}`;
    await steering.get(address);
    await steering.post(address, { suite: 'desactiver' });
    await office.services.webhooks.drain();
    assert.equal(receiver.received.length, 0);
    await steering.post(address, { suite: 'reactiver' });
    await office.services.webhooks.drain();
    assert.equal(receiver.received.length, 2);
  });

  test('nobody decides about a receiver of another partner', async () => {
    const [one, other] = [await newPartner(office), await newPartner(office)];
    await registered(steering, one, (await startReceiver()).url);
    const webhook = /name="webhook" value="([^"]+)"/.exec((await steering.get(`/pilotage/partenaires/${one.id}`)).html)?.[1] ?? '';
    for (const suite of ['secret', 'arreter', 'renvoyer', 'reprendre']) {
      assert.equal((await steering.post(`/pilotage/partenaires/${other.id}`, { suite, webhook })).status, 404, suite);
    }
  });
});

describe('a process that is killed', () => {
  for (const kind of DATABASES) {
    test(`loses no event, and sends again what it was sending, on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'aiguillage-webhooks-'));
      atEnd(() => rmSync(folder, { recursive: true, force: true }));
      const place = kind === 'PostgreSQL' ? { DATABASE_URL: newPostgresUrl() } : { DATA_DIR: folder };
      const env = { ...place, WEBHOOK_SECONDS: '1' };
      // The database is made ready by a service in this process, which is then gone.
      const database = await (kind === 'PostgreSQL' ? openDatabase({ url: place.DATABASE_URL }) : newDatabase('PGlite', folder));
      const prepared = await startApp({ database: { ...database, close: async () => {} }, env });
      const partner = await newPartner(prepared);
      const receiver = await startReceiver();
      const secret = await registered(await prepared.signedIn('steering'), partner, receiver.url);
      await prepared.app.close();
      await prepared.services.worker.stop();
      await database.close();

      receiver.answerWith(hang);
      const first = await startProcess(env);
      const given = { method: 'POST', headers: { authorization: `Bearer ${partner.token}`, 'content-type': 'application/json', 'idempotency-key': 'k' } };
      const answer = await fetch(`${first.base}/api/v1/requests`, { ...given, body: JSON.stringify(aRequest()) });
      assert.equal(answer.status, 201);
      await receiver.until(1);
      await first.kill();

      receiver.answerWith(status(204));
      const second = await startProcess(env);
      const events = (await (await fetch(`${second.base}/api/v1/events`, { headers: given.headers })).json()) as { events: { id: string }[] };
      assert.ok(events.events.length > 2);
      await receiver.until(1 + events.events.length);
      const ids = receiver.received.map((one) => String(one.headers['webhook-id']));
      assert.deepEqual([...new Set(ids)].sort(), events.events.map((one) => one.id).sort());
      assert.ok(ids.filter((id) => id === ids[0]).length >= 2, 'the one that nobody had taken came again, under its id');
      for (const one of receiver.received) verified(secret, one, new Date());
      await second.stop();
    });
  }
});

describe('addresses', () => {
  const PRIVATE = [
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1', 'x', '',
  ];

  test('of networks of one’s own are not public', () => {
    for (const address of PRIVATE) assert.equal(isPublic(address), false, address);
    for (const address of ['8.8.8.8', '193.252.1.1', '2a01:e0a::1']) assert.equal(isPublic(address), true, address);
  });

  test('are refused at the form where that can be seen', () => {
    for (const url of [
      'http://partenaire.example/x', 'ftp://partenaire.example', 'partenaire.example', 'https://user:secret@partenaire.example/', 'https://partenaire.example/#x',
      'https://10.0.0.1/', 'https://[::1]/', 'https://127.1/', 'https://0x7f.0.0.1/', 'https://2130706433/', 'https://localhost/', 'https://x.localhost/', 'http://localhost/', 'https://[::ffff:127.0.0.1]/',
    ]) {
      assert.ok(receiverFault(url, true), url);
    }
    assert.equal(receiverFault('https://partenaire.example/reception?x=1', true), undefined);
    assert.equal(receiverFault('http://localhost:8080/reception', false), undefined);
    assert.ok(receiverFault('http://10.0.0.1/', false));
  });

  test('are looked at when a name is resolved, whatever it was before', async () => {
    const sent = (addresses: string[], url = 'https://partenaire.example/') =>
      post(url, {}, '{}', { production: true, milliseconds: 2000, resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) });
    for (const address of PRIVATE.filter(Boolean)) assert.deepEqual(await sent([address]), { fault: 'private_address' }, address);
    assert.deepEqual(await sent(['8.8.8.8', '10.0.0.1']), { fault: 'private_address' }, 'one is enough');
    assert.deepEqual(await sent([]), { fault: 'connection' });
    // What was registered elsewhere, or before the rules.
    const receiver = await startReceiver();
    assert.deepEqual(await sent(['8.8.8.8'], receiver.url), { fault: 'refused_address' });
    assert.deepEqual(await sent(['8.8.8.8'], receiver.url.replace('http:', 'https:')), { fault: 'refused_address' });
    assert.equal(receiver.received.length, 0);
    // The same name, on the machine of who tries it out, is not ours to trust either.
    const { port } = new URL(receiver.url);
    const local = await post(`https://partenaire.example:${port}/`, {}, '{}', { production: false, milliseconds: 2000, resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    assert.deepEqual(local, { fault: 'private_address' });
    assert.equal(receiver.received.length, 0);
  });

  test('the schedule grows, for some three days', () => {
    const begin = new Date('2026-11-23T09:00:00Z');
    let at = begin;
    let last = 0;
    let attempts = 1;
    for (let next = nextAttempt(attempts, at); next; next = nextAttempt(attempts, at)) {
      const delay = next.getTime() - at.getTime();
      assert.ok(delay > last);
      [last, at, attempts] = [delay, next, attempts + 1];
    }
    const days = (at.getTime() - begin.getTime()) / 86_400_000;
    assert.ok(days > 3 && days < 4, `${days}`);
  });
});

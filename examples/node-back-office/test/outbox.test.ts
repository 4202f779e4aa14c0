/** Messages are sent once, whatever happens: on both databases, with real processes that are killed. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '../src/clock.js';
import { openDatabase, type Database } from '../src/database/index.js';
import * as outbox from '../src/store/outbox.js';
import { sendAgain } from '../src/store/resending.js';
import { startApp, type TestApp } from './help/app.js';
import { Browser, fetched } from './help/browser.js';
import { atEnd } from './help/cleanup.js';
import { DATABASES, newDatabase, newPostgresUrl, withoutPostgres, type DatabaseKind } from './help/databases.js';
import { startProcess, type Process } from './help/process.js';
import { startSmtp, type Mailbox, type Stage } from './help/smtp.js';
import { ask } from './help/steps.js';

interface Row {
  recipient: string;
  message_id: string;
  status: string;
  body_text: string | null;
}

const rowsOf = (db: Database): Promise<Row[]> => db.query<Row>('select * from outbox order by id');

/** Where the data lives that outlives a process. */
async function place(kind: DatabaseKind): Promise<{ env: NodeJS.ProcessEnv; open: () => Promise<Database> }> {
  if (kind === 'PostgreSQL') {
    const url = newPostgresUrl();
    return { env: { DATABASE_URL: url }, open: () => openDatabase({ url }) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-outbox-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  await (await newDatabase('PGlite', folder)).close();
  return { env: { DATA_DIR: folder }, open: () => openDatabase({ folder }) };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let time = 0; time < 900; time += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  assert.fail(`never: ${what}`);
}

for (const kind of DATABASES) {
  test(`a worker that slept has no say over a message that was sent again meanwhile, on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
    const db = await newDatabase(kind);
    atEnd(() => db.close());
    const now = new Date();
    await outbox.enqueue(db, { key: 'company_sent:1', recipient: 'a@example.org', subject: 's', text: 't', html: 'h' }, 'example.org', now);
    const take = async (): Promise<outbox.OutboxMessage> => {
      const message = await outbox.claim(db, now, 60);
      assert.ok(message);
      return message;
    };
    const sleeper = await take();
    await outbox.markFailed(db, sleeper, { words: 'no', failure: 'address' }, true, now);
    assert.ok(await sendAgain(db, sleeper.id, { now, linkDays: 60, server: true }));
    const second = await take();
    assert.equal(await outbox.markInFlight(db, sleeper), false, 'or it would go twice');
    assert.equal(await outbox.markInFlight(db, second), true);
    await outbox.markSent(db, second.id, now);
    await outbox.markInDoubt(db, sleeper, 'cut');
    assert.equal((await outbox.messageById(db, second.id))?.status, 'sent', 'what was sent is in no doubt');
  });

  test(`a message that is sent again has all its attempts again, on ${kind}`, { skip: withoutPostgres(kind) }, async () => {
    const db = await newDatabase(kind);
    atEnd(() => db.close());
    let now = new Date();
    await outbox.enqueue(db, { key: 'company_sent:1', recipient: 'a@example.org', subject: 's', text: 't', html: 'h' }, 'example.org', now);
    const tried = async (): Promise<number> => {
      for (let times = 0; ; times += 1) {
        now = addDays(now, 1);
        const message = await outbox.claim(db, now, 60);
        if (!message) return times;
        await outbox.markFailed(db, message, { words: 'later', failure: 'temporary' }, false, now);
      }
    };
    assert.equal(await tried(), 8);
    const [row] = await rowsOf(db) as (Row & { id: number })[];
    assert.ok(await sendAgain(db, row?.id ?? 0, { now, linkDays: 60, server: true }));
    assert.equal(await tried(), 8);
  });

  describe(`killed on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    // PGlite is slow to start: it is spared the stage that tells nothing more.
    for (const stage of kind === 'PGlite' ? (['recipient', 'data'] as const) : (['connect', 'recipient', 'data'] as const)) {
      test(`at the stage ${stage} of the first message`, () => killedAt(kind, stage));
    }

    test('in the middle of notifying, at any moment', async () => {
      const { env, open } = await place(kind);
      const mailbox = await startSmtp();
      for (const delay of kind === 'PGlite' ? [30] : [0, 15, 60]) {
        const service = await startProcess({ ...env, SMTP_URL: mailbox.url });
        const company = new Browser(fetched(service.base));
        void ask(company, { company: `Tuée après ${delay} ms` }).catch(() => {});
        await sleep(delay);
        await service.kill();
      }
      const service = await startProcess({ ...env, SMTP_URL: mailbox.url });
      await ask(new Browser(fetched(service.base)));
      await settled(service, open, mailbox);
    });
  });
}

async function killedAt(kind: DatabaseKind, stage: Stage): Promise<void> {
  const { env, open } = await place(kind);
  const mailbox = await startSmtp();
  const reached = mailbox.stopAt(stage);
  const first = await startProcess({ ...env, SMTP_URL: mailbox.url });
  await ask(new Browser(fetched(first.base)));
  await reached;
  await first.kill();

  mailbox.goOn();
  const second = await startProcess({ ...env, SMTP_URL: mailbox.url });
  const rows = await settled(second, open, mailbox);
  // Only where the server had the whole message is there a doubt, and then a person decides.
  assert.equal(rows.filter((row) => row.status === 'in_doubt').length, stage === 'data' ? 1 : 0);
}

/** Waits until the outbox is settled, then holds it against what arrived. */
async function settled(service: Process, open: () => Promise<Database>, mailbox: Mailbox): Promise<Row[]> {
  // PGlite serves one process: the tables are looked at once the service has ended.
  await until('every message is settled', async () => {
    const health = (await (await fetch(`${service.base}/sante`)).json()) as { messages: { waiting: number } };
    return health.messages.waiting === 0;
  });
  assert.equal(await service.stop(), 0);
  const db = await open();
  const rows = await rowsOf(db);
  const [counts] = await db.query<{ needs: number; referrals: number; drafts: number }>(
    `select (select count(*)::int from needs where sent_at is not null) as needs,
            (select count(*)::int from referrals) as referrals,
            (select count(*)::int from diagnoses where status = 'draft') as drafts`,
  );
  await db.close();

  assert.ok(counts && counts.needs > 0);
  // Each need that was sent has all its messages, one to each expert and one to the company; none was half sent.
  assert.equal(rows.length, counts.referrals + counts.needs);
  for (const row of rows) {
    const arrived = mailbox.received.filter((mail) => mail.messageId === row.message_id);
    assert.equal(arrived.length, 1, `${row.recipient} ${row.status}`);
    assert.equal(arrived[0]?.to, row.recipient);
    assert.ok(['sent', 'in_doubt'].includes(row.status), row.status);
    if (row.status === 'sent') assert.equal(row.body_text, null, 'the text, which holds a link, is forgotten');
  }
  assert.equal(mailbox.received.length, rows.length);
  return rows;
}

describe('a worker', () => {
  let mailbox: Mailbox;
  let office: TestApp;
  before(async () => {
    mailbox = await startSmtp();
    office = await startApp({ env: { SMTP_URL: mailbox.url, CONFIRM_ADDRESS: '0' } });
  });

  test('tries again later what the server refused for now, and tells what it refused for good', async () => {
    mailbox.refuseWith(451);
    await ask(office.visitor());
    await office.services.worker.drain();
    let rows = await rowsOf(office.database);
    assert.ok(rows.length > 1 && rows.every((row) => row.status === 'waiting'));
    assert.equal(mailbox.received.length, 0);

    office.later(1);
    mailbox.refuseWith(550);
    await office.services.worker.drain();
    rows = await rowsOf(office.database);
    assert.ok(rows.every((row) => row.status === 'refused'));

    const steering = await office.signedIn('steering');
    const page = await steering.get('/pilotage/envois');
    assert.match(page.html, /Refusé/);
    mailbox.refuseWith(undefined);
    const id = /action="\/pilotage\/envois\/(\d+)"/.exec(page.html)?.[1];
    await steering.post(`/pilotage/envois/${id}`, { suite: 'renvoyer' });
    await office.services.worker.drain();
    assert.equal(mailbox.received.length, 1);
    rows = await rowsOf(office.database);
    const sent = rows.filter((row) => row.status === 'sent');
    assert.deepEqual(sent.map((row) => row.message_id), [mailbox.received[0]?.messageId]);
  });

  test('several at once send each message once', async () => {
    const before = mailbox.received.length;
    await ask(office.visitor());
    const other = await startApp({ env: { SMTP_URL: mailbox.url, CONFIRM_ADDRESS: '0' }, database: { ...office.database, close: async () => {} } });
    await Promise.all([office.services.worker.drain(), other.services.worker.drain(), office.services.worker.drain()]);
    const mails = mailbox.received.slice(before);
    assert.ok(mails.length > 1);
    assert.equal(new Set(mails.map((mail) => mail.messageId)).size, mails.length);
  });

  test('a message in doubt waits for a person', async () => {
    await ask(office.visitor());
    await office.services.worker.drain();
    await office.database.query(
      `update outbox set status = 'in_flight', body_text = 'x', body_html = 'x', claimed_until = $1
        where id = (select max(id) from outbox)`,
      [office.services.clock()],
    );
    office.later(0.01);
    const before = mailbox.received.length;
    await office.services.worker.drain();
    assert.equal(mailbox.received.length, before, 'it is not sent again by itself');
    const steering = await office.signedIn('steering');
    const page = await steering.get('/pilotage/envois');
    assert.match(page.html, />Incertain<\/span>/);
    assert.match((await steering.get('/pilotage')).html, /à voir/);
    const id = /action="\/pilotage\/envois\/(\d+)"/.exec(page.html)?.[1];
    await steering.post(`/pilotage/envois/${id}`, { suite: 'verifie' });
    await office.services.worker.drain();
    assert.equal(mailbox.received.length, before);
    assert.doesNotMatch((await steering.get('/pilotage/envois')).html, />Incertain<\/span>/);
  });
});

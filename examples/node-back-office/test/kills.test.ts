/**
 * Processes that are killed while they send waves, surveys, reminders and digests lose nothing and double nothing, and
 * neither do two at once: with real processes, a real mail server, and both databases.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '../src/clock.js';
import { openDatabase, type Database } from '../src/database/index.js';
import { takeAsSent } from '../src/store/outbox.js';
import { sendAgain } from '../src/store/resending.js';
import { startApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { newDatabase, newPostgresUrl, withoutPostgres, type DatabaseKind } from './help/databases.js';
import { having, turnOn } from './help/loop.js';
import { startProcess, type Process } from './help/process.js';
import { startSmtp, type Mailbox } from './help/smtp.js';
import { diagnose, openLink, reply } from './help/steps.js';

const NEEDS = 8;

interface Place {
  env: NodeJS.ProcessEnv;
  open: () => Promise<Database>;
}

async function place(kind: DatabaseKind): Promise<Place> {
  const more = { SCHEDULE_LEASE: '1', CONFIRM_ADDRESS: '1' };
  if (kind === 'PostgreSQL') {
    const url = newPostgresUrl();
    return { env: { DATABASE_URL: url, ...more }, open: () => openDatabase({ url }) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-kills-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  await (await newDatabase('PGlite', folder)).close();
  return { env: { DATA_DIR: folder, ...more }, open: () => openDatabase({ folder }) };
}

/**
 * Twelve days ago needs went out in waves, of which half helped a company: the second waves, the surveys, reminders and
 * digests are all due. What was written then was shown.
 */
async function prepare({ open }: Place): Promise<void> {
  const database = await open();
  const office = await startApp({ database: { ...database, close: async () => {} }, now: addDays(new Date(), -12).toISOString() });
  await turnOn(office, 'waves', { size: 2, days: 5 });
  const adviser = await office.signedIn('adviser');
  for (let n = 0; n < NEEDS; n += 1) {
    await diagnose(adviser, {}, { name: `Silencieuse ${n}` });
    const helped = await diagnose(adviser, {}, { name: `Aidée ${n}` });
    const [first] = await having(office, helped);
    const link = office.services.links.sign('expert', `${first?.expert} ${first?.id}`, new Date('2040-01-01'));
    const { expert, address } = await openLink(office, `/e/${link}`);
    await reply(expert, address, { to: 'done' });
  }
  for (const task of ['reminders', 'surveys', 'digest']) await turnOn(office, task);
  await office.services.worker.drain();
  await office.app.close();
  await office.services.worker.stop();
  await database.close();
}

async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 90): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(5)) if (await holds()) return;
  assert.fail(`never: ${what}`);
}

/** Waits until nothing is due and nothing waits. */
async function calm(service: Process): Promise<void> {
  let quiet = 0;
  await until('all is done and sent', async () => {
    const { messages } = (await (await fetch(`${service.base}/sante`)).json()) as { messages: { waiting: number } };
    // Longer than a lease and a round of those who were killed.
    quiet = messages.waiting === 0 ? quiet + 1 : 0;
    await sleep(100);
    return quiet > 40;
  });
}

/** Every thing that was due is done once, and every message of it has arrived once. */
async function holds({ open }: Place, mailbox: Mailbox): Promise<void> {
  const db = await open();
  try {
    // A person decides about what is in doubt, by whether it has arrived.
    const again = { now: new Date(), linkDays: 60, server: true };
    for (const row of await db.query<{ id: number; message_id: string }>(`select id, message_id from outbox where status = 'in_doubt'`)) {
      const arrived = mailbox.received.some((mail) => mail.messageId === row.message_id);
      assert.ok(await (arrived ? takeAsSent(db, row.id, new Date()) : sendAgain(db, row.id, again)));
    }
    const messages = await db.query<{ key: string; message_id: string; recipient: string; status: string }>(`select * from outbox where status <> 'shown'`);
    for (const { key, message_id, recipient, status } of messages.filter((one) => one.status !== 'waiting')) {
      const arrived = mailbox.received.filter((mail) => mail.messageId === message_id);
      assert.deepEqual([status, arrived.map((mail) => mail.to)], ['sent', [recipient]], key);
    }
    assert.equal(mailbox.received.length, messages.filter((one) => one.status === 'sent').length, 'nothing else arrived');
    const [left] = await db.query<{ n: number }>(`select count(*)::int as n from outbox where status in ('claimed', 'in_flight', 'refused')`);
    assert.equal(left?.n, 0);

    const count = (kind: string): number => messages.filter((one) => one.key.startsWith(`${kind}:`)).length;
    const rows = async (sql: string): Promise<number> => (await db.query(sql)).length;
    assert.equal(await rows('select 1 from survey_events'), NEEDS);
    assert.equal(count('company_survey'), NEEDS, 'one survey a need that was helped');
    assert.equal(await rows('select 1 from waves where number = 2'), NEEDS);
    assert.equal(await rows('select 1 from waves where number > 2'), 0);
    const second = await db.query<{ id: string }>(
      `select referrals.id from referrals join waves on waves.need_id = referrals.need_id and number = 2 and referrals.expert = any(waves.experts)`,
    );
    assert.equal(second.length, 2 * NEEDS);
    for (const { id } of second) {
      assert.equal(messages.filter((one) => one.key.startsWith(`expert_new_need:${id}:`)).length, 1, 'one message a referral of the wave');
    }
    assert.equal(count('expert_new_need'), second.length);
    assert.equal(count('company_sent'), NEEDS, 'the company hears of each wave once');
    const digests = messages.filter((one) => one.key.startsWith('expert_digest:'));
    assert.equal(new Set(digests.map((one) => one.recipient)).size, digests.length);
    assert.equal(digests.length, await rows(`select 1 from referrals where state = 'waiting' group by expert`), 'one digest an expert');
  } finally {
    await db.close();
  }
}

describe('killed on PostgreSQL', { skip: withoutPostgres('PostgreSQL') }, () => {
  test('15 times, wherever they are', async () => {
    const there = await place('PostgreSQL');
    await prepare(there);
    const mailbox = await startSmtp();
    const db = await there.open();
    const progress = async (): Promise<number> => {
      const [row] = await db.query<{ n: number }>(
        `select ((select count(*) from survey_events) + (select count(*) from waves) + (select count(*) from reminders_sent)
               + (select count(*) from outbox where status = 'sent'))::int as n`,
      );
      return row?.n ?? 0;
    };
    let killedAtWork = 0;
    for (let kill = 0; kill < 15; kill += 1) {
      const before = await progress();
      // In turn: after so much is done, or while a message is at one of its stages.
      const stage = ([undefined, 'recipient', undefined, 'data', undefined] as const)[kill % 5];
      let reached = false;
      if (stage) void mailbox.stopAt(stage).then(() => (reached = true));
      const service = await startProcess({ ...there.env, SMTP_URL: mailbox.url });
      await until('it is at work', async () => reached || (!stage && (await progress()) > before + (kill % 4)), 20);
      killedAtWork += 1;
      await service.kill();
      mailbox.goOn();
    }
    assert.equal(killedAtWork, 15);
    await db.close();
    const last = await startProcess({ ...there.env, SMTP_URL: mailbox.url });
    await calm(last);
    assert.equal(await last.stop(), 0);
    await resolved(there, mailbox);
  });

  test('two at once do each thing once', async () => {
    const there = await place('PostgreSQL');
    await prepare(there);
    const mailbox = await startSmtp();
    const both = await Promise.all([1, 2].map(() => startProcess({ ...there.env, SMTP_URL: mailbox.url })));
    for (const service of both) await calm(service);
    for (const service of both) assert.equal(await service.stop(), 0);
    await holds(there, mailbox);
  });
});

describe('killed on PGlite', () => {
  test('three times, as messages arrive', async () => {
    const there = await place('PGlite');
    await prepare(there);
    const mailbox = await startSmtp();
    for (let kill = 0; kill < 3; kill += 1) {
      const before = mailbox.received.length;
      const service = await startProcess({ ...there.env, SMTP_URL: mailbox.url });
      await until('a message arrives', () => mailbox.received.length > before + kill);
      await service.kill();
    }
    const last = await startProcess({ ...there.env, SMTP_URL: mailbox.url });
    await calm(last);
    assert.equal(await last.stop(), 0);
    await resolved(there, mailbox);
  });
});

/** What was in doubt is decided, goes where it had not arrived, and all is held against what arrived. */
async function resolved(there: Place, mailbox: Mailbox): Promise<void> {
  await holds(there, mailbox);
  const service = await startProcess({ ...there.env, SMTP_URL: mailbox.url });
  await calm(service);
  assert.equal(await service.stop(), 0);
  await holds(there, mailbox);
}

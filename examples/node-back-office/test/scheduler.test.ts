/** What is due is done by itself: one process at a time, once, when it is on; and a dry run writes nothing. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queries } from '../src/database/index.js';
import { fromRoot } from '../src/root.js';
import { rehearse } from '../src/scheduler/dry-run.js';
import { dueOf, runDue, runNow } from '../src/scheduler/run.js';
import { nextSlot } from '../src/scheduler/slots.js';
import { taskOf, TASKS } from '../src/scheduler/tasks.js';
import { automationOf, setAutomation } from '../src/store/automations.js';
import { giveLeaseBack, keepLease, takeLease } from '../src/store/lease.js';
import { saveAccount } from '../src/store/accounts.js';
import { PASSWORD, SECRET, startApp, type TestApp } from './help/app.js';
import { DATABASES, newPostgresUrl, withoutPostgres } from './help/databases.js';
import { mails, run, turnOn } from './help/loop.js';
import { ask, diagnose, expertLinks, openLink, reply } from './help/steps.js';

const countOf = async ({ database }: TestApp, table: string): Promise<number> =>
  (await database.query(`select 1 from ${table}`)).length;

describe('hours', () => {
  test('are those of Paris, in winter, in summer and when the clocks change', () => {
    const at = (text: string, slot = { hour: 8 }) => nextSlot(slot, new Date(text)).toISOString();
    assert.equal(at('2026-11-23T06:59:00Z'), '2026-11-23T07:00:00.000Z');
    assert.equal(at('2026-11-23T07:00:00Z'), '2026-11-24T07:00:00.000Z');
    assert.equal(at('2026-07-14T05:00:00Z'), '2026-07-14T06:00:00.000Z');
    // The night of 28 to 29 March loses an hour, that of 24 to 25 October gains one.
    assert.equal(at('2026-03-28T12:00:00Z', { hour: 3 }), '2026-03-29T01:00:00.000Z');
    assert.equal(at('2026-10-24T12:00:00Z', { hour: 3 }), '2026-10-25T02:00:00.000Z');
    // Late on a Sunday in UTC it is Monday in Paris already.
    assert.equal(nextSlot({ hour: 9, weekday: 1 }, new Date('2026-11-22T23:30:00Z')).toISOString(), '2026-11-23T08:00:00.000Z');
    assert.equal(nextSlot({}, new Date('2026-11-22T23:30:00Z')).toISOString(), '2026-11-23T00:00:00.000Z');
  });
});

for (const kind of DATABASES) {
  describe(`on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    before(async () => {
      office = await startApp({ kind });
    });

    test('a lease has one holder, who may be replaced once it has ended', async () => {
      const { database } = office;
      const [one, two] = [randomUUID(), randomUUID()];
      assert.deepEqual(await Promise.all([takeLease(database, one, 60), takeLease(database, one, 60)]), [true, true], 'its own holder keeps it');
      assert.equal(await takeLease(database, two, 60), false);
      // Who died gave nothing back.
      await database.query(`update scheduler_lease set until = clock_timestamp() - interval '1 second'`);
      assert.equal(await takeLease(database, two, 60), true);
      assert.equal(await keepLease(database, one, 60), false, 'who slept through it has lost it');
      await giveLeaseBack(database, one);
      assert.equal(await takeLease(database, one, 60), false, 'and gives back nothing of others');
      await giveLeaseBack(database, two);
    });

    test('nothing but erasure runs before steering turns it on', async () => {
      await ask(office.visitor());
      office.later(9);
      assert.deepEqual((await runDue(office.services)).map((one) => one.task), ['erasure']);
      assert.deepEqual(await mails(office, 'expert_reminder'), []);
      assert.deepEqual(await runDue(office.services), [], 'and that not again before its hour');
    });

    test('while another process runs, this one does not', async () => {
      await turnOn(office, 'reminders');
      const other = randomUUID();
      await takeLease(office.database, other, 60);
      assert.deepEqual(await runDue(office.services), []);
      assert.equal(await runNow(office.services, taskOf('reminders')!, 'service'), undefined);
      await giveLeaseBack(office.database, other);
    });

    test('a task that takes long keeps its lease, and one that lost it leaves the rest to who has it', async () => {
      const slow = await startApp({ database: { ...office.database, close: async () => {} }, env: { SCHEDULE_LEASE: '1' } });
      const { database, services } = slow;
      const other = randomUUID();
      const done: string[] = [];
      const task = { ...taskOf('reminders')!, due: async () => {
        await sleep(1800);
        assert.equal(await takeLease(database, other, 60), false, 'looking for what is due took longer than the lease');
        return ['a', 'b'].map((what) => ({ what, run: async (tx: Queries) => {
          done.push(what);
          await tx.query('update scheduler_lease set holder = $1, until = clock_timestamp() + make_interval(secs => 60)', [other]);
          return { messages: 0 };
        } }));
      } };
      const before = (await automationOf(database, 'reminders'))?.next_at;
      const run = await runNow(services, task, 'service');
      assert.deepEqual([done, run?.items], [['a'], 1]);
      assert.deepEqual((await automationOf(database, 'reminders'))?.next_at, before, 'what is not done is not put off');
      assert.equal(await countOf(slow, 'automation_runs'), 2, 'what was done is counted');
      await giveLeaseBack(database, other);
    });

    test('a dry run tells what a run sends, and writes nothing', async () => {
      const all = await office.database.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
      const tables = all.map((table) => table.name);
      const contentOf = async (table: string) => office.database.query(`select md5(coalesce(string_agg(one::text, ' ' order by one::text), '')) as content from ${table} one`);
      const before = await Promise.all(tables.map(contentOf));
      const rehearsed = new Map<string, Awaited<ReturnType<typeof rehearse>>>();
      for (const task of TASKS) rehearsed.set(task.id, await rehearse(office.services, task));
      for (const [at, table] of tables.entries()) assert.deepEqual(await contentOf(table), before[at], table);
      const would = rehearsed.get('reminders')?.items.flatMap((item) => item.messages.map((message) => message.key)) ?? [];
      assert.ok(would.length > 0);

      const known = new Set((await office.database.query<{ key: string }>('select key from outbox')).map((row) => row.key));
      const done = (await run(office)).get('reminders');
      const written = await office.database.query<{ key: string }>('select key from outbox order by id');
      assert.deepEqual(written.map((row) => row.key).filter((key) => !known.has(key)), would);
      assert.deepEqual([done?.items, done?.messages], [1, would.length]);
    });

    test('two at once do each thing once', async () => {
      for (let n = 0; n < 4; n += 1) await ask(office.visitor());
      office.later(9);
      await turnOn(office, 'reminders');
      await turnOn(office, 'digest');
      const other = await startApp({ database: { ...office.database, close: async () => {} } });
      other.later(18);
      await Promise.all([runDue(office.services), runDue(other.services), runDue(office.services)]);
      // Without the lease, transactions and keys alone have to do.
      await Promise.all([office, other].flatMap(({ services }) => [taskOf('reminders')!, taskOf('digest')!].map(async (task) => {
        for await (const item of dueOf(task, services)) await services.database.transaction((tx) => item.run(tx));
      })));
      const reminders = await mails(office, 'expert_reminder');
      const [waiting] = await office.database.query<{ n: number }>(`select count(*)::int as n from referrals`);
      assert.equal(reminders.length, waiting?.n, 'one a referral');
      const digests = await mails(office, 'expert_digest');
      assert.ok(digests.length > 0);
      assert.equal(new Set(digests.map((mail) => mail.recipient)).size, digests.length);
    });

    test('one that fails keeps neither the others nor its own next time', async () => {
      const task = { ...taskOf('reminders')!, due: async () => [
        { what: 'a', run: async () => { throw new Error('unwilling'); } },
        { what: 'b', run: async () => ({ messages: 2 }) },
      ] };
      const reported: unknown[] = [];
      const done = await runNow({ ...office.services, report: (error) => reported.push(error) }, task, 'service');
      assert.deepEqual([done?.items, done?.messages, done?.failed, done?.error, reported.length], [1, 2, 1, 'Error: unwilling', 1]);
      const next = (await automationOf(office.database, 'reminders'))?.next_at?.getTime() ?? 0;
      assert.ok(next - office.services.clock().getTime() <= 3_600_000, 'it is tried again within the hour');
      assert.match((await (await office.signedIn('steering')).get('/pilotage/automatismes')).html, /1 échec : Error: unwilling/);
    });

    test('the last chance of what nobody follows reaches advisers, and steering where there is none', async () => {
      const lonely = await startApp({ kind });
      await saveAccount(lonely.database, { email: 'pilote@example.org', name: 'Pilote', role: 'steering', password: PASSWORD }, lonely.services.clock());
      await ask(lonely.visitor(), { company: 'Sans personne' });
      lonely.later(21);
      await turnOn(lonely, 'reminders');
      await run(lonely);
      assert.deepEqual((await mails(lonely, 'steering_unfollowed')).map((mail) => mail.recipient), ['pilote@example.org']);

      const adviser = await lonely.signedIn('adviser');
      assert.match((await adviser.get('/conseiller/portail')).html, /Personne ne répond : « Recruter/);
      await ask(lonely.visitor(), { company: 'Plus tard' });
      lonely.later(21);
      await run(lonely);
      assert.equal((await mails(lonely, 'adviser_queue')).length, 1);
    });

    test('the digest goes on Mondays to who is there, once a week, and names no company', async () => {
      const weekly = await startApp({ kind, now: '2026-11-19T09:00:00Z' });
      await ask(weekly.visitor(), { company: 'Nom gardé' });
      await setAutomation(weekly.database, { task: 'digest', enabled: true, settings: {}, next_at: nextSlot(taskOf('digest')!.slot, weekly.services.clock()) });
      await runDue(weekly.services);
      assert.deepEqual(await mails(weekly, 'expert_digest'), []);
      weekly.later(4);
      await runDue(weekly.services);
      const [first] = await mails(weekly, 'expert_digest');
      assert.match(first?.body_text ?? '', /1 entreprise attend votre réponse/);
      assert.doesNotMatch(first?.body_text ?? '', /Nom gardé/);
      const count = (await mails(weekly, 'expert_digest')).length;
      await run(weekly);
      assert.equal((await mails(weekly, 'expert_digest')).length, count, 'once a week');
      const [link] = await expertLinks(weekly);
      const { expert, address } = await openLink(weekly, link?.link ?? '');
      await reply(expert, address, { to: 'taken_in_charge' });
      weekly.later(7);
      await run(weekly);
      assert.equal((await mails(weekly, 'expert_digest')).length, 2 * count - 1, 'nobody without anything that waits');
    });

    test('what nobody answered expires, is archived, and comes back with an answer', async () => {
      const old = await startApp({ kind });
      await ask(old.visitor());
      const [link] = await expertLinks(old);
      await turnOn(old, 'archive');
      old.later(46);
      await run(old);
      const { expert, address } = await openLink(old, link?.link ?? '');
      assert.match((await expert.get('/expert')).html, /Restées sans réponse/);
      assert.match((await expert.get('/expert')).html, /À répondre \(0\)/);
      await reply(expert, address, { to: 'taken_in_charge' });
      assert.match((await expert.get('/expert')).html, /En cours \(1\)/);
      old.later(190);
      const done = (await run(old)).get('archive');
      const [left] = await old.database.query<{ n: number }>(`select count(*)::int as n from referrals where state = 'waiting' and archived_on is null`);
      assert.ok(done && done.items > 0);
      assert.equal(left?.n, 0);
      assert.equal((await run(old)).get('archive')?.items, 0);
    });
  });
}

describe('the page', () => {
  test('turns tasks on and off, shows a dry run, and runs one', async () => {
    const office = await startApp();
    await diagnose(await office.signedIn('adviser'));
    office.later(9);
    const steering = await office.signedIn('steering');
    assert.match((await steering.get('/pilotage/automatismes')).html, /Jamais lancé/);
    const dry = await steering.get('/pilotage/automatismes/reminders');
    assert.match(dry.html, /À relancer : Recruter/);
    assert.match(dry.html, /@/, 'to whom');
    assert.doesNotMatch(dry.html, /Menuiserie de test/, 'steering does not read who companies are');
    assert.deepEqual(await mails(office, 'expert_reminder'), []);

    await steering.get('/pilotage/automatismes');
    await steering.post('/pilotage/automatismes/reminders', { suite: 'regler', actif: 'oui' });
    assert.match((await steering.get('/pilotage/automatismes')).html, /Prochain passage/);
    const ran = await steering.follow(await steering.post('/pilotage/automatismes/reminders', { suite: 'lancer' }));
    assert.match(ran.html, /Relances : 1 fait, \d+ messages partent/);
    assert.ok((await mails(office, 'expert_reminder')).length > 0);
    await steering.post('/pilotage/automatismes/reminders', { suite: 'regler' });
    assert.equal((await automationOf(office.database, 'reminders'))?.enabled, false);
    const refused = await steering.post('/pilotage/automatismes/waves', { suite: 'regler', actif: 'oui', size: '0', days: '5' });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /combien d’experts/);
    assert.equal((await steering.post('/pilotage/automatismes/erasure', { suite: 'regler' })).status, 404, 'erasure has no switch');
    for (const task of ['nothing', '__proto__']) assert.equal((await steering.get(`/pilotage/automatismes/${task}`)).status, 404);
    assert.match((await steering.get('/pilotage/journal')).html, /automatisme activé/);
  });

  test('a command tells the same', { skip: withoutPostgres('PostgreSQL') }, async () => {
    const url = newPostgresUrl();
    const told = (...args: string[]) =>
      execFileSync(process.execPath, [fromRoot('dist/src/schedule.js'), ...args], { env: { ...process.env, DATABASE_URL: url, SECRET }, encoding: 'utf8' });
    assert.match(told('--dry-run'), /^reminders\t0$/m);
    assert.match(told(), /^erasure\t0\t0\t0$/m);
    assert.throws(() => told('--dry-run', 'nothing'));
  });
});

/** A service that ran before is brought up to date with what it holds: nothing is lost, and nothing leaves again. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Database } from '../src/database/index.js';
import { migrate } from '../src/database/migrate.js';
import { openPglite } from '../src/database/pglite.js';
import { openPostgres } from '../src/database/postgres.js';
import { foldRequests } from '../src/library.js';
import { fromRoot } from '../src/root.js';
import { eventsOfRequests } from '../src/store/requests.js';
import { startApp } from './help/app.js';
import { DATABASES, newPostgresUrl, withoutPostgres, type DatabaseKind } from './help/databases.js';

const REFERRAL = '44444444-4444-4444-8444-444444444444';
const id = (digit: number): string => REFERRAL.replaceAll('4', String(digit)).replace(/-.{4}-.{4}-/, '-4444-8444-');

/** The tables as they first were, with a request that was sent, one that waits, and an adviser's diagnosis. */
async function asItWas(kind: DatabaseKind): Promise<Database> {
  // Without migrating: PostgreSQL's helper would.
  const database = kind === 'PostgreSQL' ? openPostgres(newPostgresUrl()) : await openPglite();
  if (kind === 'PostgreSQL') await database.script('drop schema public cascade; create schema public;');
  await database.script(readFileSync(fromRoot('migrations', '001_start.sql'), 'utf8'));
  await database.script(`
    create table schema_migrations (name text primary key, at timestamptz not null default now());
    insert into schema_migrations (name) values ('001_start.sql');
    insert into accounts (id, email, name, role, password, created_at) values ('${id(1)}', 'a@example.org', 'A', 'adviser', 'x', now());
    insert into companies (id, siret, name, facts, created_at)
      values ('${id(2)}', '00000001800010', 'Connue', '{"commune":"80021","naf":"10.71C"}', now());
    insert into diagnoses (id, company_id, adviser_id, origin, status, seed, created_at, sent_at, contact_email) values
      ('${id(3)}', '${id(2)}', null, 'portal', 'sent', 's', now(), now(), 'c@example.org'),
      ('${id(5)}', '${id(2)}', null, 'portal', 'draft', 's', now(), null, 'c@example.org'),
      ('${id(6)}', '${id(2)}', '${id(1)}', 'adviser', 'draft', 's', now(), null, null);
    insert into needs (id, diagnosis_id, subject, sent_at, routed, status) values
      ('${id(7)}', '${id(3)}', 'recruter', now(), '{"commune":"80021"}', 'waiting'),
      ('${id(8)}', '${id(5)}', 'recruter', null, null, 'not_sent');
    insert into referrals (id, need_id, expert, expert_name, antenne, institution, institution_name, by_hand, state, closed, sent_at)
      values ('${REFERRAL}', '${id(7)}', 'e', 'E', 'a', 'i', 'I', false, 'waiting', false, now());
    insert into outbox (key, message_id, recipient, subject, need_id, status, next_at, created_at)
      values ('expert_new_need:${REFERRAL}:', '<1@x>', 'e@example.org', 's', '${id(7)}', 'sent', now(), now());
    insert into outbox (key, message_id, recipient, subject, status, next_at, created_at, error) values
      ('adviser_queue:1', '<2@x>', 'a@example.org', 's', 'refused', now(), now(), 'Invalid login: 535 5.7.8 no'),
      ('adviser_queue:2', '<3@x>', 'a@example.org', 's', 'refused', now(), now(), 'Message failed: 550 no');`);
  return database;
}

for (const kind of DATABASES) {
  describe(`on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    test('what was there stays, in its new place', async () => {
      const database = await asItWas(kind);
      await migrate(database);
      await migrate(database);
      const rows = await database.query<{ company_name: string; facts: { naf: string }; facts_by: string; request_state: string | null }>(
        'select company_name, facts, facts_by, request_state from diagnoses order by id',
      );
      assert.deepEqual(rows.map((row) => [row.company_name, row.facts.naf, row.facts_by, row.request_state]), [
        ['Connue', '10.71C', 'visitor', 'transmitted'],
        ['Connue', '10.71C', 'visitor', 'to_read'],
        ['Connue', '10.71C', 'adviser', null],
      ]);
      const { requests, ignored } = foldRequests(await eventsOfRequests(database, [id(3), id(5)]));
      assert.deepEqual(ignored, []);
      assert.deepEqual(requests.map((request) => request.state), ['transmitted', 'to_read']);
      const messages = await database.query<{ referrals: string[]; diagnosis_id: string }>(`select referrals, diagnosis_id from outbox where status = 'sent'`);
      assert.deepEqual(messages, [{ referrals: [REFERRAL], diagnosis_id: id(3) }]);

      const refused = await database.query<{ failure: string }>(`select failure from outbox where status = 'refused' order by id`);
      assert.deepEqual(refused.map((row) => row.failure), ['sign_in', 'unknown']);

      // The request that waited is read and taken as before.
      const office = await startApp({ database });
      const adviser = await office.signedIn('adviser');
      assert.match((await adviser.get('/conseiller/portail')).html, /Connue/);
      assert.equal((await adviser.get(`/conseiller/portail/${id(5)}`)).status, 200);
      assert.equal((await adviser.post(`/conseiller/portail/${id(5)}`, { suite: 'prendre' })).location, `/conseiller/diagnostics/${id(5)}`);
    });
  });
}

/** Erasing personal data when it is time, by the library's rule. What statistics need stays. */

import { addDays, dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { dueForAnonymisation, foldEvents } from '../library.js';
import { forgetAccess } from '../store/accounts.js';
import { audit } from '../store/audit.js';
import { eventsOfNeeds } from '../store/referrals.js';
import { erasableDiagnoses, needsAskedBefore } from '../store/retention.js';
import { factsOfNeeds } from '../store/statistics.js';
import type { Services } from './index.js';
import { forgetDirectories } from './workshop/forgetting.js';

/** So many needs are looked at in one transaction: others have their turn in between. */
const AT_ONCE = 100;

/** Erases what is due and returns how many diagnoses that was. */
export async function eraseDue(services: Services): Promise<number> {
  let erased = 0;
  for await (const step of erasing(services)) erased += await services.database.transaction(step);
  return erased;
}

/** One step of erasing, in a transaction of its own; how many diagnoses it erased. */
export type ErasingStep = (tx: Queries) => Promise<number>;

/** What is to be done, step by step: each is found once those before it are done. */
export async function* erasing(services: Services): AsyncGenerator<ErasingStep> {
  const { database, clock, config } = services;
  const limit = new Date(clock());
  limit.setUTCMonth(limit.getUTCMonth() - config.retentionMonths);
  // Whoever asked later than this is not due, whatever happened since: the library decides about the others.
  const candidates = await needsAskedBefore(database, addDays(limit, 4));
  for (let at = 0; at < candidates.length; at += AT_ONCE) {
    yield async (tx) => (await anonymiseDue(services, tx, candidates.slice(at, at + AT_ONCE)), 0);
  }
  yield async (tx) => (await forgetDirectories(services, tx, limit), 0);
  // The words about a need are erased with it; who the company is, once none of its needs is in use.
  const done = await erasableDiagnoses(database, limit);
  for (let at = 0; at < done.length; at += AT_ONCE) {
    const ids = done.slice(at, at + AT_ONCE);
    yield async (tx) => (await eraseDiagnoses(services, tx, ids), ids.length);
  }
  yield async (tx) => {
    await forgetAccess(tx, limit);
    if (done.length > 0) await audit(tx, { actor: 'service', action: 'erased', at: clock(), detail: `${done.length}` });
    return 0;
  };
}

async function anonymiseDue({ clock, config }: Services, tx: Queries, needs: readonly string[]): Promise<void> {
  const on = dayOf(clock());
  await tx.query('select from needs where id = any($1::uuid[]) order by id for update', [needs]);
  const { referrals } = foldEvents(await eventsOfNeeds(tx, needs));
  const tracked = (await factsOfNeeds(tx, needs)).map((one) => one.tracked);
  const due = dueForAnonymisation(tracked, referrals, on, { months: config.retentionMonths });
  await tx.query('update needs set anonymised_on = $2 where id = any($1::uuid[])', [due.map((one) => one.need), on]);
}

async function eraseDiagnoses({ clock }: Services, tx: Queries, ids: readonly string[]): Promise<void> {
  const rows = await tx.query<{ company_id: string }>(
    `update diagnoses set story = null, company_name = null, contact_name = null, contact_job = null, contact_email = null,
                          contact_phone = null, erased_at = $2, status = case status when 'draft' then 'closed' else status end
      where id = any($1::uuid[]) returning company_id`,
    [ids, clock()],
  );
  await eraseWords(tx, [...ids]);
  await eraseTraits(tx, [...ids]);
  await tx.query(
    `update companies set siret = null, erased_at = $2
      where id = any($1::uuid[]) and erased_at is null
        and not exists (select from diagnoses where company_id = companies.id and erased_at is null)`,
    [rows.map((row) => row.company_id), clock()],
  );
}

/** Erases who a request is of and what they wrote, at once; what happened to it stays. */
export async function eraseNow(services: Services, tx: Queries, diagnosis: string): Promise<void> {
  const now = services.clock();
  const rows = await tx.query<{ company_id: string }>(
    `update diagnoses set status = 'closed', story = null, company_name = null, contact_name = null, contact_job = null,
                          contact_email = null, contact_phone = null, erased_at = $2
      where id = $1 returning company_id`,
    [diagnosis, now],
  );
  await eraseWords(tx, [diagnosis]);
  await eraseTraits(tx, [diagnosis]);
  await tx.query(
    `update companies set siret = null, erased_at = $2
      where id = $1 and not exists (select from diagnoses where company_id = companies.id and erased_at is null)`,
    [rows[0]?.company_id ?? null, now],
  );
}

/** What figures are made of, and what a need was routed by beside its company. */
const KEPT = ['subject', 'origin', 'on', 'commune', 'naf', 'naf2025', 'headcount', 'headcountBand'];

/** Of a company stays what figures count: the day of its creation and its legal form lead to its name in any register. */
async function eraseTraits(tx: Queries, diagnoses: string[]): Promise<void> {
  const kept = (column: string): string =>
    `(select jsonb_object_agg(key, value) from jsonb_each(${column}) where key = any($2::text[]))`;
  await tx.query(`update diagnoses set facts = ${kept('facts')}, register = null where id = any($1::uuid[])`, [diagnoses, KEPT]);
  await tx.query(`update needs set routed = ${kept('routed')} where diagnosis_id = any($1::uuid[]) and routed is not null`, [diagnoses, KEPT]);
}

/** Everything that people wrote or answered about these diagnoses, in messages too. */
async function eraseWords(tx: Queries, diagnoses: string[]): Promise<void> {
  const needs = 'select id from needs where diagnosis_id = any($1::uuid[])';
  await tx.query(`update needs set comment = null, answers = '{}' where id in (${needs})`, [diagnoses]);
  await tx.query(`delete from remarks where need_id in (${needs})`, [diagnoses]);
  await tx.query(`update comments set text = null where need_id in (${needs})`, [diagnoses]);
  await tx.query('delete from outbox where diagnosis_id = any($1::uuid[])', [diagnoses]);
  // The partner's own number leads to who asked, by the partner's files.
  await tx.query('update diagnoses set partner_reference = null where id = any($1::uuid[])', [diagnoses]);
  await tx.query(`update deposits set answer = answer - 'reference' where request_id = any($1::uuid[])`, [diagnoses]);
}

/** Erasing personal data when it is time, by the library's rule. What statistics need stays. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { dueForAnonymisation, foldEvents } from '../library.js';
import { audit } from '../store/audit.js';
import { allEvents } from '../store/referrals.js';
import { trackedNeeds } from '../store/statistics.js';
import type { Services } from './index.js';
import { forgetDirectories } from './workshop/forgetting.js';

/** Erases what is due and returns how many diagnoses that was. */
export async function eraseDue(services: Services): Promise<number> {
  return services.database.transaction(async (tx) => {
    await forgetDirectories(services, tx);
    const on = dayOf(services.clock());
    const { referrals } = foldEvents(await allEvents(tx));
    const due = dueForAnonymisation(await trackedNeeds(tx), referrals, on, { months: services.config.retentionMonths });
    await tx.query('update needs set anonymised_on = $2 where id = any($1::uuid[])', [due.map((one) => one.need), on]);

    // The words about a need are erased with it; who the company is, once none of its needs is in use.
    const limit = new Date(services.clock());
    limit.setUTCMonth(limit.getUTCMonth() - services.config.retentionMonths);
    const diagnoses = await tx.query<{ id: string }>(
      `update diagnoses set story = null, company_name = null, contact_name = null, contact_job = null, contact_email = null,
                            contact_phone = null, erased_at = $1
        where erased_at is null
          and not exists (select 1 from needs where diagnosis_id = diagnoses.id and sent_at is not null
                                                and anonymised_on is null)
          and (status = 'sent' or created_at < $2)
       returning id`,
      [services.clock(), limit],
    );
    await eraseWords(tx, diagnoses.map((one) => one.id));
    await tx.query(
      `update companies set siret = null, erased_at = $1
        where erased_at is null
          and not exists (select 1 from diagnoses where company_id = companies.id and erased_at is null)
          and exists (select 1 from diagnoses where company_id = companies.id)`,
      [services.clock()],
    );
    if (diagnoses.length > 0) {
      await audit(tx, { actor: 'service', action: 'erased', at: services.clock(), detail: `${diagnoses.length}` });
    }
    return diagnoses.length;
  });
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
  await tx.query(
    `update companies set siret = null, erased_at = $2
      where id = $1 and not exists (select from diagnoses where company_id = companies.id and erased_at is null)`,
    [rows[0]?.company_id ?? null, now],
  );
}

/** Everything that people wrote about these diagnoses, in messages too. */
async function eraseWords(tx: Queries, diagnoses: string[]): Promise<void> {
  const needs = 'select id from needs where diagnosis_id = any($1::uuid[])';
  await tx.query(`update needs set comment = null where id in (${needs})`, [diagnoses]);
  await tx.query(`delete from remarks where need_id in (${needs})`, [diagnoses]);
  await tx.query('delete from outbox where diagnosis_id = any($1::uuid[])', [diagnoses]);
}

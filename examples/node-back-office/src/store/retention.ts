/** What may be due for erasure, by its age. */

import type { Queries } from '../database/index.js';

/** Needs that were sent, are not anonymised, and were asked before a moment. */
export async function needsAskedBefore(db: Queries, limit: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select needs.id from diagnoses join needs on needs.diagnosis_id = diagnoses.id
      where diagnoses.erased_at is null and diagnoses.created_at < $1 and needs.sent_at is not null and anonymised_on is null`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/** Diagnoses none of whose needs is in use: those that were sent, and drafts from before a moment. Months differ by three days. */
export async function erasableDiagnoses(db: Queries, limit: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from diagnoses
      where erased_at is null and created_at < $1::timestamptz + interval '4 days'
        and not exists (select from needs where diagnosis_id = diagnoses.id and sent_at is not null and anonymised_on is null)
        and (status = 'sent' or created_at < $1)`,
    [limit],
  );
  return rows.map((row) => row.id);
}

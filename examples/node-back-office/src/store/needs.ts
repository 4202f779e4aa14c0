/** The needs that came of talks with companies. */

import type { Queries } from '../database/index.js';
import type { Answers, Facts } from '../library.js';

export interface Need {
  id: string;
  diagnosis_id: string;
  subject: string;
  first_subject: string | null;
  comment: string | null;
  /** As they were given: the directory may ask otherwise by now. */
  answers: Answers;
  /** The experts who were chosen; all who are proposed if nobody chose. */
  chosen: string[] | null;
  routed: Facts | null;
  status: string;
  found: number | null;
  sent_at: Date | null;
  /** How many experts it goes to at a time; everybody at once without it. */
  wave_policy: WavePolicy | null;
  /** The day on which nobody was left to alert. */
  nobody_left_on: string | null;
}

export interface WavePolicy {
  size: number;
  days: number;
}

/** The needs of one diagnosis, or of several. */
export async function needsOf(db: Queries, ...diagnoses: readonly string[]): Promise<Need[]> {
  return db.query<Need>('select * from needs where diagnosis_id = any($1::uuid[]) order by diagnosis_id, subject', [
    diagnoses,
  ]);
}

/** The subjects of needs, by their ids. */
export async function subjectsOf(db: Queries, needs: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; subject: string }>('select id, subject from needs where id = any($1::uuid[])', [needs]);
  return new Map(rows.map((row) => [row.id, row.subject]));
}

export async function needById(db: Queries, id: string): Promise<Need | undefined> {
  return (await db.query<Need>('select * from needs where id = $1', [id]))[0];
}

export interface DraftNeed {
  subject: string;
  firstSubject?: string | undefined;
  comment: string;
  answers: Answers;
  chosen: string[] | null;
}

/** Makes the needs of a draft exactly these; who calls holds it. */
export async function saveNeeds(tx: Queries, diagnosis: string, needs: readonly DraftNeed[]): Promise<void> {
  await tx.query('delete from needs where diagnosis_id = $1 and sent_at is null and not (subject = any($2::text[]))', [
    diagnosis,
    needs.map((need) => need.subject),
  ]);
  for (const need of needs) {
    await tx.query(
      `insert into needs (diagnosis_id, subject, first_subject, comment, answers, chosen)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (diagnosis_id, subject) do update
         set comment = excluded.comment, answers = excluded.answers, chosen = excluded.chosen,
             first_subject = excluded.first_subject
       where needs.sent_at is null`,
      [
        diagnosis,
        need.subject,
        need.firstSubject ?? null,
        need.comment,
        JSON.stringify(need.answers),
        need.chosen,
      ],
    );
  }
}

/** Absences that experts said. One that is withdrawn stays, and counts no more. */

import type { Queries } from '../database/index.js';
import type { SaidAbsence } from '../library.js';

interface Row {
  id: string;
  expert: string;
  from_day: string;
  until_day: string;
  substitute: string | null;
}

const saidIn = (row: Row): SaidAbsence => ({ id: row.id, expert: row.expert, from: row.from_day, until: row.until_day, substitute: row.substitute });

/** Those that have not ended, of everybody or of one expert; in the order in which they were said. */
export async function currentAbsences(db: Queries, on: string, expert: string | null = null): Promise<SaidAbsence[]> {
  const rows = await db.query<Row>(
    `select * from absences where withdrawn_at is null and until_day >= $1 and ($2::text is null or expert = $2)
      order by created_at, id`,
    [on, expert],
  );
  return rows.map(saidIn);
}

export async function addAbsence(tx: Queries, { expert, from, until, substitute }: Omit<SaidAbsence, 'id'>, now: Date): Promise<void> {
  await tx.query('insert into absences (expert, from_day, until_day, substitute, created_at) values ($1, $2, $3, $4, $5)', [
    expert,
    from,
    until,
    substitute,
    now,
  ]);
}

/** Takes an expert's own absence back; `false` if there is none. */
export async function withdrawAbsence(tx: Queries, id: string, expert: string, now: Date): Promise<boolean> {
  const rows = await tx.query('update absences set withdrawn_at = $3 where id = $1 and expert = $2 and withdrawn_at is null returning id', [
    id,
    expert,
    now,
  ]);
  return rows.length === 1;
}

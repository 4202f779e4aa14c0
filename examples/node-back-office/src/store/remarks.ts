/** Words that people add to a need. They may hold personal data, and are erased with it. */

import type { Queries } from '../database/index.js';

export interface Remark {
  referral_id: string | null;
  at: Date;
  author: string;
  text: string;
}

export async function addRemark(
  tx: Queries,
  remark: { need: string; referral: string; author: string; text: string },
  now: Date,
): Promise<void> {
  await tx.query('insert into remarks (need_id, referral_id, at, author, text) values ($1, $2, $3, $4, $5)', [
    remark.need,
    remark.referral,
    now,
    remark.author,
    remark.text,
  ]);
}

export async function remarksOf(db: Queries, need: string): Promise<Remark[]> {
  return db.query<Remark>('select referral_id, at, author, text from remarks where need_id = $1 order by id', [need]);
}

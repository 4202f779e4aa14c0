/** Which referrals of somebody who is away their substitute was told of. */

import type { Queries } from '../database/index.js';

export async function noteSubstitution(tx: Queries, referral: string, substitute: string, now: Date): Promise<void> {
  await tx.query('insert into substitutions (referral_id, substitute, at) values ($1, $2, $3) on conflict do nothing', [referral, substitute, now]);
}

/** The ids of the referrals of which a substitute was told. */
export async function substitutedBy(db: Queries, substitute: string): Promise<Set<string>> {
  const rows = await db.query<{ referral_id: string }>('select referral_id from substitutions where substitute = $1', [substitute]);
  return new Set(rows.map((row) => row.referral_id));
}

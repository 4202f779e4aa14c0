/** Second factors: the sealed secret of a device, and hashes of the codes for whoever has lost it. */

import type { Queries } from '../database/index.js';

export interface SecondFactor {
  secret: string;
  confirmed_at: Date;
  /** How many recovery codes are left. */
  codes: number;
}

export async function secondFactorOf(db: Queries, account: string): Promise<SecondFactor | undefined> {
  const [row] = await db.query<SecondFactor>(
    `select secret, confirmed_at,
            (select count(*)::int from recovery_codes
              where recovery_codes.account_id = second_factors.account_id and used_at is null) as codes
       from second_factors where account_id = $1`,
    [account],
  );
  return row;
}

/** The accounts that have one. */
export async function accountsWithSecondFactor(db: Queries): Promise<Set<string>> {
  const rows = await db.query<{ account_id: string }>('select account_id from second_factors');
  return new Set(rows.map((row) => row.account_id));
}

/** Keeps a first secret; `false` if there is one already, which another window may have brought. */
export async function addSecondFactor(tx: Queries, account: string, secret: string, step: number, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into second_factors (account_id, secret, last_step, confirmed_at) values ($1, $2, $3, $4)
     on conflict do nothing returning account_id`,
    [account, secret, step, now],
  );
  return rows.length === 1;
}

/** Takes the code of a step, if none of that step or of a later one was taken before. */
export async function takeStep(tx: Queries, account: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    'update second_factors set last_step = $2 where account_id = $1 and last_step < $2 returning account_id',
    [account, step],
  );
  return rows.length === 1;
}

export async function replaceRecoveryCodes(tx: Queries, account: string, hashes: readonly string[]): Promise<void> {
  await tx.query('delete from recovery_codes where account_id = $1', [account]);
  await tx.query('insert into recovery_codes (account_id, hash) select $1, unnest($2::text[])', [account, hashes]);
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode(tx: Queries, account: string, hash: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    'update recovery_codes set used_at = $3 where account_id = $1 and hash = $2 and used_at is null returning hash',
    [account, hash, now],
  );
  return rows.length === 1;
}

/** `false` if there is none. */
export async function removeSecondFactor(tx: Queries, account: string): Promise<boolean> {
  return (await tx.query('delete from second_factors where account_id = $1 returning account_id', [account])).length === 1;
}

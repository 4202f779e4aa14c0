/** What accounts manage: antennes, and the sites and campaigns of cooperations. */

import type { Queries } from '../database/index.js';

export type ManagerRole = 'antenne_manager' | 'cooperation_manager';

export interface Right {
  account_id: string;
  role: ManagerRole;
  scope: string;
  given_at: Date;
}

export async function allRights(db: Queries): Promise<Right[]> {
  return db.query<Right>('select * from account_rights order by role, scope');
}

export async function rightsOf(db: Queries, account: string): Promise<Right[]> {
  return db.query<Right>('select * from account_rights where account_id = $1 order by role, scope', [account]);
}

/** Gives a right; `false` if they have it already. */
export async function giveRight(tx: Queries, right: Omit<Right, 'given_at'>, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into account_rights (account_id, role, scope, given_at) values ($1, $2, $3, $4)
     on conflict do nothing returning scope`,
    [right.account_id, right.role, right.scope, now],
  );
  return rows.length === 1;
}

/** Takes a right back; `false` if they do not have it. */
export async function takeRight(tx: Queries, { account_id, role, scope }: Omit<Right, 'given_at'>): Promise<boolean> {
  const rows = await tx.query('delete from account_rights where account_id = $1 and role = $2 and scope = $3 returning scope', [
    account_id,
    role,
    scope,
  ]);
  return rows.length === 1;
}

/** The sites and campaigns from which needs came so far. */
export async function knownOrigins(db: Queries): Promise<string[]> {
  const rows = await db.query<{ origin: string }>('select distinct origin from diagnoses order by origin');
  return rows.map((row) => row.origin);
}

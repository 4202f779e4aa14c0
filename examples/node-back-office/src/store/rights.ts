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

/** Who manages an antenne, as far as they may sign in. */
export async function managersOf(db: Queries, antenne: string): Promise<{ id: string; name: string; email: string }[]> {
  return db.query(
    `select id, name, email from accounts join account_rights on account_id = id
      where account_rights.role = 'antenne_manager' and scope = $1 and disabled_at is null order by email`,
    [antenne],
  );
}

/** The origins from which needs came so far, each looked up after the one before and no diagnosis twice; and those of partners. */
export async function knownOrigins(db: Queries): Promise<string[]> {
  const rows = await db.query<{ origin: string }>(
    `with recursive known as (
       select min(origin) as origin from diagnoses
       union all select (select min(origin) from diagnoses where origin > known.origin) from known where known.origin is not null)
     select origin from known where origin is not null union select origin from partner_origins order by origin`,
  );
  return rows.map((row) => row.origin);
}

import { only, type Queries } from '../database/index.js';
import { hashPassword, isPassword } from '../security/passwords.js';
import type { Role } from '../security/sessions.js';

export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  password: string;
}

/** Adds an account, or gives an existing one its new name, role and password. */
export async function saveAccount(db: Queries, account: NewAccount, now: Date): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into accounts (email, name, role, password, created_at) values (lower($1), $2, $3, $4, $5)
     on conflict (email) do update
       set name = excluded.name, role = excluded.role, password = excluded.password, disabled_at = null
     returning id`,
    [account.email, account.name, account.role, await hashPassword(account.password), now],
  );
  return only(rows).id;
}

/** Advisers who are told of what waits. */
export async function advisersToAlert(db: Queries): Promise<{ id: string; email: string }[]> {
  return db.query(`select id, email from accounts where role = 'adviser' and disabled_at is null order by email`);
}

/** What an unknown address is compared with, so that it takes as long to refuse as a known one. */
const NOBODY = hashPassword('nobody has this password');

/** The account with this address and password. */
export async function signIn(
  db: Queries,
  email: string,
  password: string,
): Promise<{ id: string; role: Role } | null> {
  const [row] = await db.query<{ id: string; role: Role; password: string }>(
    'select id, role, password from accounts where email = lower($1) and disabled_at is null',
    [email],
  );
  const right = await isPassword(password, row?.password ?? (await NOBODY));
  return row && right ? { id: row.id, role: row.role } : null;
}

import { only, type Queries } from '../database/index.js';
import { hashPassword, isPassword } from '../security/passwords.js';
import { closeSessions, type Role } from '../security/sessions.js';

export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  password: string;
}

/** Adds an account, or gives an existing one its new name, role and password; whoever was signed in with it is not any more. */
export async function saveAccount(tx: Queries, account: NewAccount, now: Date): Promise<string> {
  const rows = await tx.query<{ id: string }>(
    `insert into accounts (email, name, role, password, created_at) values (lower($1), $2, $3, $4, $5)
     on conflict (email) do update
       set name = excluded.name, role = excluded.role, password = excluded.password, disabled_at = null
     returning id`,
    [account.email, account.name, account.role, await hashPassword(account.password), now],
  );
  const { id } = only(rows);
  await closeSessions(tx, id);
  return id;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: Date;
  disabled_at: Date | null;
  /** Whether a password was chosen yet. */
  ready: boolean;
}

const ACCOUNT = `select id, email, name, role, created_at, disabled_at, password <> '' as ready from accounts`;

export async function allAccounts(db: Queries): Promise<AccountRow[]> {
  return db.query<AccountRow>(`${ACCOUNT} order by disabled_at is not null, name, email`);
}

export async function accountById(db: Queries, id: string): Promise<AccountRow | undefined> {
  return (await db.query<AccountRow>(`${ACCOUNT} where id = $1`, [id]))[0];
}

/** The account with an address, disabled or not. */
export async function accountByEmail(db: Queries, email: string): Promise<AccountRow | undefined> {
  return (await db.query<AccountRow>(`${ACCOUNT} where email = lower($1)`, [email]))[0];
}

/** Adds an account that has no password yet; nothing where the address has one already. */
export async function addAccount(db: Queries, account: Omit<NewAccount, 'password'>, now: Date): Promise<string | undefined> {
  const rows = await db.query<{ id: string }>(
    `insert into accounts (email, name, role, password, created_at) values (lower($1), $2, $3, '', $4)
     on conflict (email) do nothing returning id`,
    [account.email, account.name, account.role, now],
  );
  return rows[0]?.id;
}

/** Lets an account in no more, at once; or again. */
export async function setDisabled(tx: Queries, id: string, at: Date | null): Promise<void> {
  await tx.query('update accounts set disabled_at = $2 where id = $1', [id, at]);
  if (at) await closeSessions(tx, id);
}

/** Gives an account another password; whoever was signed in with the one of before is not any more. */
export async function setPassword(tx: Queries, id: string, password: string): Promise<void> {
  await tx.query('update accounts set password = $2 where id = $1', [id, await hashPassword(password)]);
  await closeSessions(tx, id);
}

/** What changes with every password: a link to choose one is good until that is done. */
export async function passwordMark(db: Queries, id: string): Promise<string | undefined> {
  const [row] = await db.query<{ mark: string }>(
    `select encode(sha256(convert_to(id::text || password, 'UTF8')), 'hex') as mark from accounts where id = $1 and disabled_at is null`,
    [id],
  );
  return row?.mark.slice(0, 32);
}

/** Forgets how accounts signed in that were closed long ago, and what they managed; who did what stays their name's. */
export async function forgetAccess(tx: Queries, before: Date): Promise<void> {
  for (const table of ['second_factors', 'identities', 'account_rights']) {
    await tx.query(`delete from ${table} where account_id in (select id from accounts where disabled_at < $1)`, [before]);
  }
}

/** Whether a password is the account's. */
export async function hasPassword(db: Queries, id: string, password: string): Promise<boolean> {
  const [row] = await db.query<{ password: string }>('select password from accounts where id = $1', [id]);
  return isPassword(password, row?.password || (await NOBODY));
}

/** Advisers who are told of what waits. */
export async function advisersToAlert(db: Queries): Promise<{ id: string; email: string }[]> {
  return db.query(`select id, email from accounts where role = 'adviser' and disabled_at is null order by email`);
}

/** Who steers, and is told of what no adviser follows. */
export async function steeringToAlert(db: Queries): Promise<{ id: string; email: string }[]> {
  return db.query(`select id, email from accounts where role = 'steering' and disabled_at is null order by email`);
}

/** What an unknown address is compared with, so that it takes as long to refuse as a known one. */
const NOBODY = hashPassword('nobody has this password');

/** The id of the account with this address and password. */
export async function signIn(
  db: Queries,
  email: string,
  password: string,
): Promise<string | null> {
  const [row] = await db.query<{ id: string; password: string }>(
    'select id, password from accounts where email = lower($1) and disabled_at is null',
    [email],
  );
  const right = await isPassword(password, row?.password || (await NOBODY));
  return row && right ? row.id : null;
}

/** Who is there: an account that signed in, or an expert who came by a signed link. */

import { createHash, randomBytes } from 'node:crypto';
import type { Queries } from '../database/index.js';

/** What an account does; a manager does what their rights on antennes and cooperations allow, and nothing else. */
export const ROLES = ['adviser', 'steering', 'manager'] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  kind: 'account';
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The antennes that they manage, whether the directory still has them or not. */
  antennes: string[];
  /** The sites and campaigns of the cooperations that they manage. */
  origins: string[];
}

export interface ExpertVisitor {
  kind: 'expert';
  /** The expert's id in the directory. */
  expert: string;
  /** Whoever stands in for them, by their own id: they see what they were told of. */
  substitute?: string;
}

export type Visitor = Account | ExpertVisitor;

export const SESSION_HOURS = 10;
/** For how long a code may be awaited. */
export const HALF_OPEN_HOURS = 0.25;

/** Whose session is opened. */
export type Entering = { expert: string; substitute?: string | undefined } | { account: string; halfOpen?: boolean; idToken?: string | null | undefined };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session and returns the token for its cookie; the table keeps only the token's hash. */
export async function openSession(
  db: Queries,
  who: Entering,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const half = 'account' in who && who.halfOpen === true;
  await db.query('delete from sessions where expires_at <= $1', [now]);
  await db.query(
    `insert into sessions (token_hash, account_id, expert, created_at, expires_at, half_open, id_token, substitute)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      hashOf(token),
      'account' in who ? who.account : null,
      'expert' in who ? who.expert : null,
      now,
      new Date(now.getTime() + (half ? HALF_OPEN_HOURS : SESSION_HOURS) * 3_600_000),
      half,
      'account' in who ? (who.idToken ?? null) : null,
      ('expert' in who && who.substitute) || null,
    ],
  );
  return token;
}

export async function visitorOf(db: Queries, token: string | undefined, now: Date): Promise<Visitor | null> {
  if (!token || token.length > 100) return null;
  const [row] = await db.query<{ expert: string; substitute: string | null } | ({ expert: null } & Omit<Account, 'kind'>)>(
    `select sessions.expert, sessions.substitute, ${ACCOUNT}
       from sessions left join accounts on accounts.id = sessions.account_id
      where token_hash = $1 and expires_at > $2 and not half_open and accounts.disabled_at is null`,
    [hashOf(token), now],
  );
  if (!row) return null;
  if (row.expert !== null) return { kind: 'expert', expert: row.expert, ...(row.substitute && { substitute: row.substitute }) };
  return accountOf(row);
}

/** Whose password was right, and whose code is still to come: nobody yet, for every page but the one that asks for it. */
export async function halfOpenBy(db: Queries, token: string | undefined, now: Date): Promise<Account | null> {
  if (!token || token.length > 100) return null;
  const [row] = await db.query<Omit<Account, 'kind'>>(
    `select ${ACCOUNT} from sessions join accounts on accounts.id = sessions.account_id
      where token_hash = $1 and expires_at > $2 and half_open and accounts.disabled_at is null`,
    [hashOf(token), now],
  );
  return row ? accountOf(row) : null;
}

/** An account that may sign in. */
export async function accountToEnter(db: Queries, id: string): Promise<Account | null> {
  const [row] = await db.query<Omit<Account, 'kind'>>(`select ${ACCOUNT} from accounts where id = $1 and disabled_at is null`, [id]);
  return row ? accountOf(row) : null;
}

const ACCOUNT = `accounts.id, accounts.name, accounts.email, accounts.role,
  array(select scope from account_rights where account_id = accounts.id and role = 'antenne_manager' order by scope) as antennes,
  array(select scope from account_rights where account_id = accounts.id and role = 'cooperation_manager' order by scope) as origins`;

const accountOf = ({ id, name, email, role, antennes, origins }: Omit<Account, 'kind'>): Account => ({ kind: 'account', id, name, email, role, antennes, origins });

/** What the session keeps to be closed at the provider too, if it was opened there. */
export async function idTokenOf(db: Queries, token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const [row] = await db.query<{ id_token: string | null }>('select id_token from sessions where token_hash = $1', [hashOf(token)]);
  return row?.id_token ?? null;
}

export async function closeSession(db: Queries, token: string | undefined): Promise<void> {
  if (token) await db.query('delete from sessions where token_hash = $1', [hashOf(token)]);
}

/** Ends all sessions of an account, half open ones too. */
export async function closeSessions(tx: Queries, account: string): Promise<void> {
  await tx.query('delete from sessions where account_id = $1', [account]);
}

/** The same but for one, which shows who they are. */
export async function closeOtherSessions(tx: Queries, account: string, but: string | undefined): Promise<void> {
  await tx.query('delete from sessions where account_id = $1 and token_hash <> $2', [account, hashOf(but ?? '')]);
}

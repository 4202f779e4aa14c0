/** Who is there: an account that signed in, or an expert who came by a signed link. */

import { createHash, randomBytes } from 'node:crypto';
import type { Queries } from '../database/index.js';

export type Role = 'adviser' | 'steering';

export interface Account {
  kind: 'account';
  id: string;
  name: string;
  email: string;
  role: Role;
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

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Who enters: an account, an expert, or whoever stands in for one. */
export type Entering = { account: string } | { expert: string; substitute?: string | undefined };

/** Opens a session and returns the token for its cookie; the table keeps only the token's hash. */
export async function openSession(
  db: Queries,
  who: Entering,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.query('delete from sessions where expires_at <= $1', [now]);
  await db.query(
    'insert into sessions (token_hash, account_id, expert, created_at, expires_at, substitute) values ($1, $2, $3, $4, $5, $6)',
    [
      hashOf(token),
      'account' in who ? who.account : null,
      'expert' in who ? who.expert : null,
      now,
      new Date(now.getTime() + SESSION_HOURS * 3_600_000),
      ('expert' in who && who.substitute) || null,
    ],
  );
  return token;
}

export async function visitorOf(db: Queries, token: string | undefined, now: Date): Promise<Visitor | null> {
  if (!token || token.length > 100) return null;
  const [row] = await db.query<{ expert: string | null; substitute: string | null; id: string; name: string; email: string; role: Role }>(
    `select sessions.expert, sessions.substitute, accounts.id, accounts.name, accounts.email, accounts.role
       from sessions left join accounts on accounts.id = sessions.account_id
      where token_hash = $1 and expires_at > $2 and accounts.disabled_at is null`,
    [hashOf(token), now],
  );
  if (!row) return null;
  if (row.expert !== null) return { kind: 'expert', expert: row.expert, ...(row.substitute && { substitute: row.substitute }) };
  return { kind: 'account', id: row.id, name: row.name, email: row.email, role: row.role };
}

export async function closeSession(db: Queries, token: string | undefined): Promise<void> {
  if (token) await db.query('delete from sessions where token_hash = $1', [hashOf(token)]);
}

/** Keys of partners, known by their hashes. */

import type { Queries } from '../database/index.js';
import type { NewKey } from '../security/api-keys.js';

export interface ApiKeyRow {
  id: string;
  name: string;
  origin: string;
  hint: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Who calls, by a key that is good. */
export interface Caller {
  key: string;
  partner: string;
  partnerName: string;
  origin: string;
}

export async function keysOf(db: Queries, partner: string): Promise<ApiKeyRow[]> {
  return db.query<ApiKeyRow>(
    `select id, name, origin, hint, created_at, last_used_at, revoked_at from api_keys
      where partner_id = $1 order by revoked_at is not null, created_at desc`,
    [partner],
  );
}

export async function addKey(
  db: Queries,
  partner: string,
  { name, origin }: { name: string; origin: string },
  { hash, hint }: NewKey,
  now: Date,
): Promise<void> {
  await db.query(
    'insert into api_keys (partner_id, name, origin, token_hash, hint, created_at) values ($1, $2, $3, $4, $5, $6)',
    [partner, name, origin, hash, hint, now],
  );
}

/** Ends a key; `false` if it is none of this partner's that was good. */
export async function revokeKey(db: Queries, partner: string, id: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    'update api_keys set revoked_at = $3 where id = $1 and partner_id = $2 and revoked_at is null returning id',
    [id, partner, now],
  );
  return rows.length === 1;
}

/** Whose key it is, if it is good today. */
export async function callerOf(db: Queries, hash: string, now: Date): Promise<Caller | undefined> {
  const [row] = await db.query<Caller & { stale: boolean }>(
    `select api_keys.id as key, partners.id as partner, partners.name as "partnerName", origin,
            last_used_at is null or last_used_at < $2 as stale
       from api_keys join partners on partners.id = partner_id
      where token_hash = $1 and revoked_at is null and disabled_at is null`,
    [hash, new Date(now.getTime() - 60_000)],
  );
  if (!row) return undefined;
  // Once a minute is enough for people who look whether a key is still in use.
  if (row.stale) await db.query('update api_keys set last_used_at = $2 where id = $1', [row.key, now]);
  const { key, partner, partnerName, origin } = row;
  return { key, partner, partnerName, origin };
}

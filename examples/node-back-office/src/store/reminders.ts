/** What a page of reminders says of needs. */

import type { Queries } from '../database/index.js';

/** What needs are about, by their ids. */
export async function routedOf(db: Queries, needs: readonly string[]): Promise<Map<string, { subject: string; commune: string }>> {
  const rows = await db.query<{ id: string; subject: string; commune: string }>(
    `select id, subject, coalesce(routed->>'commune', '') as commune from needs where id = any($1::uuid[])`,
    [needs],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

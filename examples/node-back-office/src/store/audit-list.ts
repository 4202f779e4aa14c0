/** The journal, searched and filtered. */

import type { Queries } from '../database/index.js';
import type { AuditRow } from './audit.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';

export interface JournalFilter {
  /** The id of a need; blank for all. */
  need: string;
  /** Whose doings: any of these actors; nothing for everybody's. */
  actors: readonly string[] | undefined;
  action: string;
  from: string;
  until: string;
}

/** The latest first. */
export function journalList(db: Queries, filter: JournalFilter, place: Place): Promise<PageOf<AuditRow>> {
  const where = new Conditions().days('audit.at', filter.from, filter.until);
  if (filter.need) where.add('audit.need_id = ?', filter.need);
  if (filter.actors) where.add('audit.actor = any(?::text[])', filter.actors);
  if (filter.action) where.add('audit.action = ?', filter.action);
  const order = [
    { expression: 'audit.at', type: 'timestamptz' },
    { expression: 'audit.id', type: 'bigint' },
  ] as const;
  const joined = `left join accounts on audit.actor = 'account:' || accounts.id
                  left join partners on audit.actor = 'partner:' || partners.id`;
  return pageOf(db, { columns: 'audit.*, coalesce(accounts.name, partners.name) as actor_name', from: 'audit', joined, where, order, descending: true }, place);
}

const MOST_ACTORS = 200;

/** The accounts whose names hold the words of a search, as actors. */
export async function accountActors(db: Queries, search: string): Promise<string[]> {
  const rows = await db.query<{ actor: string }>(
    `select 'account:' || id as actor from accounts where search @@ $1::tsquery order by name limit ${MOST_ACTORS}`,
    [search],
  );
  return rows.map((row) => row.actor);
}

/** Who saw or did what. The table only grows. */

import type { Queries } from '../database/index.js';

export interface AuditEntry {
  /** `account:ID`, `expert:ID`, `partner:ID`, `company`, `visitor` or `service`. */
  actor: string;
  action: string;
  at: Date;
  need?: string | undefined;
  detail?: string | undefined;
}

export async function audit(db: Queries, entry: AuditEntry): Promise<void> {
  await db.query('insert into audit (at, actor, action, need_id, detail) values ($1, $2, $3, $4, $5)', [
    entry.at,
    entry.actor,
    entry.action,
    entry.need ?? null,
    entry.detail ?? null,
  ]);
}

export interface AuditRow {
  id: number;
  at: Date;
  actor: string;
  actor_name: string | null;
  action: string;
  need_id: string | null;
  detail: string | null;
}

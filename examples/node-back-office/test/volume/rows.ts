/** Rows of a table, many at a time. */

import type { Queries } from '../../src/database/index.js';

export type Row = Readonly<Record<string, unknown>>;

/** How many rows go at once: PGlite takes them as one text. */
const AT_ONCE = 2000;

/** Adds rows that all have the same columns. */
export async function addRows(db: Queries, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + AT_ONCE))],
    );
  }
}

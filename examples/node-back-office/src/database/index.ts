/** One database under two drivers: PGlite in this process, or a PostgreSQL server. The SQL is the same. */

import { migrate } from './migrate.js';
import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/** What runs SQL: the database, or a transaction in it. Values only ever travel as parameters. */
export interface Queries {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Runs everything or nothing. Inside, only `tx` may be used: PGlite has one connection. */
  transaction<Result>(run: (tx: Queries) => Promise<Result>): Promise<Result>;
  /** Several statements at once, without values: for migrations. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface DatabasePlace {
  /** A PostgreSQL server, such as `postgres://user:password@host/database`. */
  url?: string | undefined;
  /** The folder of PGlite; in memory without it. */
  folder?: string | undefined;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const database = place.url ? openPostgres(place.url) : await openPglite(place.folder);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** The one row of a query that always has one. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a query that always has a row had none');
  return row;
}

/** A PostgreSQL server, through a pool of connections. */

import pg from 'pg';
import { withoutValues } from './failures.js';
import type { Database, Queries } from './index.js';

const DATE = pg.types.builtins.DATE;

export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Days stay text, as with the other driver: a Date would put an hour and a time zone on them.
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    ...queriesOf(pool),
    transaction: async (run) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await run(queriesOf(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // The connection is thrown away rather than trusted if even this fails.
        await client.query('rollback').then(() => client.release(), () => client.release(true));
        throw error;
      }
    },
    script: async (text) => void (await pool.query(text)),
    close: () => pool.end(),
  };
}

function queriesOf(client: pg.Pool | pg.PoolClient): Queries {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query(text, [...values]).catch((error: unknown) => {
        throw withoutValues(error, text);
      });
      return rows as Row[];
    },
  };
}

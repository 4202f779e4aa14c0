/** PostgreSQL in this process: nothing to install, one process at a time. */

import { mkdirSync } from 'node:fs';
import { PGlite, types, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
import { withoutValues } from './failures.js';
import { lockFolder } from './lock.js';
import type { Database, Queries } from './index.js';

export async function openPglite(folder?: string, image?: PGliteOptions['loadDataDir']): Promise<Database> {
  if (folder) mkdirSync(folder, { recursive: true });
  const unlock = folder ? lockFolder(folder) : () => {};
  const pglite = await PGlite.create({
    dataDir: folder ? `${folder}/pglite` : 'memory://',
    // Days stay text, as with the other driver: a Date would put an hour and a time zone on them.
    parsers: { [types.DATE]: (text) => text },
    ...(image ? { loadDataDir: image } : {}),
  });
  // What it holds is in memory, or as good as: a look-up costs no more than the next row of a scan.
  await pglite.exec('set random_page_cost = 1.1');
  return {
    ...queriesOf(pglite),
    transaction: (run) => pglite.transaction((tx) => run(queriesOf(tx))),
    script: async (text) => void (await pglite.exec(text)),
    close: async () => {
      await pglite.close();
      unlock();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function queriesOf(client: PGlite | Transaction): Queries {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query<Row>(text, [...values]).catch((error: unknown) => {
        throw withoutValues(error, text);
      });
      // It computes in this thread: between two queries of a page, others have their turn.
      await turn();
      return rows;
    },
  };
}

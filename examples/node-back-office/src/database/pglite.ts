/** PostgreSQL in this process: nothing to install, one process at a time. */

import { mkdirSync } from 'node:fs';
import { PGlite, types, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
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

function queriesOf(client: PGlite | Transaction): Queries {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
  };
}

/** Both databases that the service runs on: PGlite, and a PostgreSQL server of the machine's own. */

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './cleanup.js';
import { postgresPrograms, startPostgres } from './postgres.js';

import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/database/index.js';
import { openDatabase } from '../../src/database/index.js';
import { migrate } from '../../src/database/migrate.js';
import { openPglite } from '../../src/database/pglite.js';
import { fromRoot } from '../../src/root.js';

export type DatabaseKind = 'PGlite' | 'PostgreSQL';
export const DATABASES: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL'];

/** An empty, migrated database of its own. */
export async function newDatabase(kind: DatabaseKind, folder?: string): Promise<Database> {
  if (kind === 'PostgreSQL') return openDatabase({ url: newPostgresUrl() });
  return openPglite(folder, await image());
}

/** PGlite takes seconds to begin from nothing: that is done once, and copied. */
async function image(): Promise<Blob> {
  const key = createHash('sha256');
  for (const file of readdirSync(fromRoot('migrations')).sort()) key.update(readFileSync(fromRoot('migrations', file)));
  key.update(readFileSync(fromRoot('package-lock.json')));
  const path = join(tmpdir(), `aiguillage-back-office-${key.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(path)) {
    const pglite = await PGlite.create('memory://');
    await migrate({
      query: async () => [],
      transaction: () => Promise.reject(new Error('migrations are scripts')),
      script: async (text) => void (await pglite.exec(text)),
      close: async () => {},
    });
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    const half = `${path}.${randomBytes(4).toString('hex')}`;
    writeFileSync(half, Buffer.from(await dump.arrayBuffer()));
    // Another test may have been as fast: both wrote the same.
    renameSync(half, path);
  }
  return new Blob([readFileSync(path)]);
}

/** Why PostgreSQL is passed over on this machine; `false` if it is not. CI always has it. */
export function withoutPostgres(kind: DatabaseKind): string | false {
  if (kind !== 'PostgreSQL' || postgresPrograms() !== undefined) return false;
  if (process.env['CI'] === 'true') throw new Error('CI has no PostgreSQL: .ci/run installs it');
  return 'no PostgreSQL here: `apt-get install postgresql` brings its programs to /usr/lib/postgresql';
}

let server: ReturnType<typeof startPostgres> | undefined;
let count = 0;

/** The address of a new database on a server that lives as long as the tests of this file. */
export function newPostgresUrl(): string {
  if (!server) {
    server = startPostgres();
    atEnd(server.stop);
  }
  count += 1;
  const name = `test_${process.pid}_${count}`;
  psql(server.url, `create database ${name}`);
  return server.url.replace('/postgres?', `/${name}?`);
}

function psql(url: string, sql: string): void {
  const ran = spawnSync(process.execPath, ['-e', RUN, url, sql], { cwd: fromRoot(), encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
}
const RUN = `const pg = require('pg'); const c = new pg.Client({ connectionString: process.argv[1] });
  c.connect().then(() => c.query(process.argv[2])).then(() => c.end()).catch((e) => { console.error(e); process.exit(1); });`;

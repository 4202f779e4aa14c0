/** Both databases that the service runs on: PGlite, and a PostgreSQL server of the machine's own. */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './cleanup.js';

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
  if (kind !== 'PostgreSQL' || binaries() !== undefined) return false;
  if (process.env['CI'] === 'true') throw new Error('CI has no PostgreSQL: .ci/run installs it');
  return 'no PostgreSQL here: `apt-get install postgresql` brings its programs to /usr/lib/postgresql';
}

function binaries(): string | undefined {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(a) - Number(b)) : [];
  return versions.map((version) => join(folder, version, 'bin')).findLast((bin) => existsSync(join(bin, 'initdb')));
}

let server: { url: string } | undefined;
let count = 0;

/** The address of a new database on a server that lives as long as the tests of this file. */
export function newPostgresUrl(): string {
  server ??= startPostgres();
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

/** PostgreSQL refuses to run as root: then it runs as `postgres`. It listens on a socket in its own folder. */
function startPostgres(): { url: string } {
  const bin = binaries() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-pg-'));
  const root = process.getuid?.() === 0;
  if (root) execFileSync('chown', ['postgres', folder]);
  else chmodSync(folder, 0o700);
  const run = (program: string, ...args: string[]): void => {
    const [command, rest] = root ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', join(bin, program), ...args]] as const : [join(bin, program), args] as const;
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C');
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', `-c listen_addresses='' -k ${folder} -F`, 'start');
  atEnd(() => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}` };
}


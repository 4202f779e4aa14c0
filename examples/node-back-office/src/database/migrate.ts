/** Brings the tables up to date: each file of `migrations/` is run once, in the order of names. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../root.js';
import type { Database } from './index.js';

export async function migrate(database: Database): Promise<void> {
  await database.script(
    'create table if not exists schema_migrations (name text primary key, at timestamptz not null default now())',
  );
  const folder = fromRoot('migrations');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    // One script, hence one transaction: two servers that start together run each file once.
    await database.script(`begin;
      lock table schema_migrations;
      do $once$ begin
        if not exists (select from schema_migrations where name = '${name}') then
          insert into schema_migrations (name) values ('${name}');
          execute $migration$${text}$migration$;
        end if;
      end $once$;
      commit;`);
  }
}

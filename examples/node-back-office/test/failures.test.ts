/** A statement that the database refuses is logged, and nobody's name with it. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { StatementFailed } from '../src/database/failures.js';
import { only } from '../src/database/index.js';
import { DATABASES, newDatabase, withoutPostgres } from './help/databases.js';
import { atEnd } from './help/cleanup.js';

/** What journals write of an error: all that hangs on it. */
const logged = (error: unknown): string => inspect(error, { depth: 5, showHidden: true });

for (const kind of DATABASES) {
  describe(kind, { skip: withoutPostgres(kind) }, () => {
    test('values, and rows that hold them, stay out of errors', async () => {
      const database = await newDatabase(kind);
      atEnd(() => database.close());
      await database.script('create table people (email text not null unique, born date, age int check (age > 0))');
      const insert = 'insert into people (email, born, age) values ($1, $2, $3)';
      await database.query(insert, ['marie@example.org', null, 1]);
      const refusals: [statement: string, values: unknown[], code: string][] = [
        [insert, ['marie@example.org', null, 1], '23505'],
        [insert, ['marie@example.org', null, -1], '23514'],
        [insert, [null, '2001-01-01', 7], '23502'],
        [insert, ['paul@example.org', 'marie@example.org', 1], '22007'],
        [insert, ['paul@example.org', '0000-01-01', 1], '22008'],
        ['select $1::tsquery', ['marie@example.org &'], '42601'],
        ['select $1::text::int', ['marie@example.org'], '22P02'],
      ];
      for (const [statement, values, code] of refusals) {
        const run = (): Promise<unknown> => database.query(statement, values);
        for (const refused of [run, () => database.transaction((tx) => tx.query(statement, values))]) {
          const error = await refused().then(
            () => assert.fail(statement),
            (thrown: unknown) => thrown,
          );
          assert.ok(error instanceof StatementFailed);
          assert.equal(error.code, code);
          assert.doesNotMatch(logged(error), /marie@|paul@|2001-01-01|0000-01-01/, code);
          assert.match(logged(error), /insert into people|tsquery|::int/, 'which statement it was is said');
        }
      }
    });

    test('what is no value is told as it is', async () => {
      const database = await newDatabase(kind);
      atEnd(() => database.close());
      await assert.rejects(database.query('select * from nothing'), /relation "nothing" does not exist/);
      assert.equal(only(await database.query<{ one: number }>('select 1 as one')).one, 1);
    });
  });
}

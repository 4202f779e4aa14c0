/** A cursor loses nothing, whatever transactions do beside one another. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { happened } from '../src/services/requests.js';
import { startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { aRequest, call, deposit, newPartner } from './help/partners.js';

interface Read {
  ids: string[];
  cursor: string;
}

/** All that is there after a cursor, page by page. */
async function readAll(office: TestApp, token: string, from = '0', limit = 3): Promise<Read> {
  const read: Read = { ids: [], cursor: from };
  for (;;) {
    const { body } = await call(office, token, 'GET', `/events?after=${read.cursor}&limit=${limit}`);
    const events = body['events'] as unknown as { id: string; cursor: string }[];
    read.ids.push(...events.map((one) => one.id));
    read.cursor = body['next'];
    if (!body['more']) return read;
    assert.equal(events.length, limit);
  }
}

const notedIds = async ({ database }: TestApp, partner: string): Promise<string[]> =>
  (await database.query<{ event: string }>('select event from partner_events where partner_id = $1 order by position', [partner])).map((row) => row.event);

for (const kind of DATABASES) {
  describe(`the cursor, on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    before(async () => {
      office = await startApp({ kind, env: { API_PER_MINUTE: '5000' } });
    });

    test('goes through pages, each event once, and comes back where it was', async () => {
      const { token, id } = await newPartner(office);
      for (let time = 0; time < 4; time += 1) await deposit(office, token);
      const first = await readAll(office, token);
      assert.equal(first.ids.length, 8);
      assert.deepEqual(first.ids, await notedIds(office, id));
      assert.deepEqual(await readAll(office, token, first.cursor), { ids: [], cursor: first.cursor });
      await deposit(office, token);
      assert.equal((await readAll(office, token, first.cursor)).ids.length, 2);
      assert.deepEqual((await readAll(office, token, '0', 500)).ids.slice(0, 8), first.ids, 'what was told stays as it was told');
    });

    test('that is none of the partner’s is refused, rather than answered with nothing for ever', async () => {
      const { token } = await newPartner(office);
      await deposit(office, token);
      const answer = await call(office, token, 'GET', '/events?after=3');
      assert.equal(answer.status, 422);
      assert.equal(answer.body['code'], 'cursor_unknown');
      assert.equal((await call(office, token, 'GET', '/events?after=2')).status, 200);
    });

    test('what was published stays', async () => {
      const { token } = await newPartner(office);
      await deposit(office, token);
      await readAll(office, token);
      await assert.rejects(office.database.query('delete from partner_events'), /only grows/);
      await assert.rejects(office.database.query('update partner_events set position = position + 1 where position is not null'), /only grows/);
    });
  });
}

describe('transactions beside one another', { skip: withoutPostgres('PostgreSQL') }, () => {
  let office: TestApp;
  before(async () => {
    office = await startApp({ kind: 'PostgreSQL', env: { API_PER_MINUTE: '100000' } });
  });

  test('one that began first and commits last is not passed over', async () => {
    const { token, id } = await newPartner(office);
    const [slow, fast] = [await deposit(office, token), await deposit(office, token)];
    const { cursor } = await readAll(office, token);
    let written!: () => void;
    let finish!: () => void;
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    // It draws the lower number of the sequence, and does not commit.
    const first = office.database.transaction(async (tx) => {
      await happened(office.services, tx, slow.body['id'], { kind: 'closed', closedFor: 'withdrawn' });
      written();
      await mayFinish;
    });
    await isWritten;
    await office.database.transaction((tx) => happened(office.services, tx, fast.body['id'], { kind: 'closed', closedFor: 'withdrawn' }).then(() => {}));
    const meanwhile = await readAll(office, token, cursor);
    assert.equal(meanwhile.ids.length, 1, 'the one that committed is read at once');
    finish();
    await first;
    const later = await readAll(office, token, meanwhile.cursor);
    assert.equal(later.ids.length, 1, 'the other comes after the cursor');
    assert.deepEqual(await notedIds(office, id), (await readAll(office, token)).ids);
    const [low, high] = await office.database.query<{ position: string }>(`select position from partner_events where partner_id = $1 and seq = 3 order by id`, [id]);
    assert.ok(Number(low?.position) > Number(high?.position), 'the order of the sequence was the other way round');
  });

  test('readers who follow many writers read every event once, in one order', async () => {
    const { token, id } = await newPartner(office);
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let time = 0; time < 12; time += 1) assert.equal((await deposit(office, token, aRequest())).status, 201);
      }),
    ).finally(() => (writing = false));
    const reader = async (): Promise<string[]> => {
      const ids: string[] = [];
      let cursor = '0';
      for (let last = false; !last; ) {
        last = !writing;
        const read = await readAll(office, token, cursor, 7);
        ids.push(...read.ids);
        cursor = read.cursor;
      }
      return ids;
    };
    const read = await Promise.all([reader(), reader()]);
    await writers;
    const all = await notedIds(office, id);
    assert.equal(all.length, 96);
    for (const ids of read) assert.deepEqual(ids, all);
  });
});

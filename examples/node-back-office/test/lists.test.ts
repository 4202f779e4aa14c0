/** Lists that grow: their pages hold each row once while others are added, and the database reads few rows for them. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Queries } from '../src/database/index.js';
import { wordsOf } from '../src/services/words.js';
import { audit } from '../src/store/audit.js';
import { journalList } from '../src/store/audit-list.js';
import { diagnosesOf } from '../src/store/diagnosis-list.js';
import { referralsTo } from '../src/store/expert-queue.js';
import { enqueue } from '../src/store/outbox.js';
import { messageList } from '../src/store/outbox-list.js';
import type { PageOf, Place } from '../src/store/paging.js';
import { portalQueue } from '../src/store/portal-queue.js';
import { SECRET, startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { fill, PASSWORD } from './volume/fill.js';
import { pagesOf } from './volume/pages.js';

const EVERYTHING = { status: '', subject: '', from: '', until: '', sought: undefined };
const ALL_MESSAGES = { recipient: '', companies: true, reason: '', status: '', kind: '', from: '', until: '' };
const ALL_ENTRIES = { need: '', actors: undefined, action: '', from: '', until: '' };
const ALL_REQUESTS = { subject: '', search: undefined, siret: undefined, from: '', until: '' };

/** Goes from page to page; between two, something happens. */
async function walk<Row extends { id: unknown }>(page: (place: Place) => Promise<PageOf<Row>>, between: () => Promise<unknown>) {
  const pages: PageOf<Row>[] = [];
  for (let place: Place = {}; ; ) {
    const one = await page(place);
    pages.push(one);
    assert.ok(pages.length < 1000, 'pages end');
    if (one.next === undefined) break;
    place = { after: one.next };
    await between();
  }
  const back: PageOf<Row>[] = [];
  for (let place: Place = { before: pages.at(-1)?.previous }; place.before !== undefined; ) {
    const one = await page(place);
    back.unshift(one);
    place = { before: one.previous };
  }
  const ids = (some: readonly PageOf<Row>[]) => some.flatMap((one) => one.rows.map((row) => row.id));
  return { pages, forward: ids(pages), back: ids(back) };
}

for (const kind of DATABASES) {
  describe(`on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let db: Queries;
    let adviser: string;
    let expert: string;
    before(async () => {
      office = await startApp({ kind });
      db = office.database;
      await fill(office.database, office.services.directory.library, 2000, office.services.clock());
      const first = async (text: string): Promise<string> => (await db.query<{ id: string }>(text))[0]?.id ?? '';
      adviser = await first('select adviser_id as id from diagnoses where adviser_id is not null group by 1 order by count(*) desc limit 1');
      expert = await first('select expert as id from referrals where closed group by 1 order by count(*) desc limit 1');
    });

    const idsIn = async (text: string, ...values: unknown[]): Promise<unknown[]> => (await db.query<{ id: unknown }>(text, values)).map((row) => row.id);
    const sorted = (ids: readonly unknown[]): string[] => ids.map(String).sort();
    /** Each row that was there stands on one page. */
    function partitions(known: readonly unknown[], walked: Awaited<ReturnType<typeof walk>>, size = 20): void {
      assert.ok(known.length > size, `${known.length} make several pages`);
      const seen = new Set(walked.forward);
      assert.equal(seen.size, walked.forward.length, 'nothing is shown twice');
      assert.deepEqual(sorted(known.filter((id) => !seen.has(id))), [], 'nothing is passed over');
      for (const page of walked.pages.slice(0, -1)) assert.equal(page.rows.length, size);
    }

    test('the diagnoses of an adviser, while others are written', async () => {
      const known = await idsIn('select id from diagnoses where adviser_id = $1', adviser);
      const [company] = await db.query<{ id: string }>('select id from companies limit 1');
      let more = 0;
      const walked = await walk((place) => diagnosesOf(db, adviser, EVERYTHING, place), () =>
        db.query(
          `insert into diagnoses (company_id, adviser_id, origin, status, seed, created_at, facts, facts_by)
           values ($1, $2, 'adviser', 'draft', 's', $3, '{"commune":"80021"}', 'adviser')`,
          [company?.id, adviser, new Date(office.services.clock().getTime() + (more += 1))],
        ),
      );
      partitions(known, walked);
      await db.query(`delete from diagnoses where adviser_id = $1 and seed = 's'`, [adviser]);
      const still = await walk((place) => diagnosesOf(db, adviser, EVERYTHING, place), async () => {});
      assert.deepEqual(still.back, still.forward.slice(0, still.back.length), 'going back shows the same pages');
      assert.deepEqual(still.pages.map((page) => page.skipped), still.pages.map((_page, at) => 20 * at));
      for (const page of still.pages) assert.equal(page.total, known.length);
    });

    test('the referrals of an expert, many of which were sent at the same instant', async () => {
      await db.query(`update referrals set sent_at = date_trunc('month', sent_at) where expert = $1`, [expert]);
      const known = await idsIn('select id from referrals where expert = $1 and closed', expert);
      const walked = await walk((place) => referralsTo(db, expert, 'closed', { sought: undefined, subject: '' }, place), async () => {});
      partitions(known, walked);
      assert.deepEqual(walked.back, walked.forward.slice(0, walked.back.length));
      const parts = await Promise.all((['waiting', 'under_way', 'closed'] as const).map((part) => referralsTo(db, expert, part, { sought: undefined, subject: '' }, {})));
      const [all] = await db.query<{ n: number }>('select count(*)::int as n from referrals where expert = $1', [expert]);
      assert.equal(parts.reduce((sum, part) => sum + part.total, 0), all?.n, 'the parts are all there is');
    });

    test('the requests that wait, oldest first', async () => {
      const walked = await walk((place) => portalQueue(db, ALL_REQUESTS, place), async () => {});
      const [first] = walked.pages;
      partitions(walked.forward, walked);
      assert.equal(first?.total, walked.forward.length);
      const days = walked.pages.flatMap((page) => page.rows.map((row) => row.createdAt.getTime()));
      assert.deepEqual(days, [...days].sort((a, b) => a - b));
    });

    test('messages, what wants a decision first, while others are written', async () => {
      const known = await idsIn('select id from outbox');
      let more = 0;
      const walked = await walk((place) => messageList(db, ALL_MESSAGES, place), () =>
        enqueue(db, { key: `test:${(more += 1)}`, recipient: 'x@example.org', subject: 's', text: 't', html: 'h' }, 'example.org', office.services.clock()),
      );
      partitions(known, walked);
      const statuses = walked.pages.flatMap((page) => page.rows.map((row) => row.status));
      const rank = (status: string): number => (status === 'in_doubt' ? 0 : status === 'refused' ? 1 : 2);
      assert.deepEqual(statuses.map(rank), statuses.map(rank).sort());
      assert.ok((walked.pages[0]?.total ?? 0) > 1000, 'beyond that they are not counted any more');
    });

    test('the journal, while it grows', async () => {
      const from = '2026-11-01';
      const known = await idsIn(`select id from audit where at >= '2026-11-01T00:00:00+01:00'`);
      const walked = await walk((place) => journalList(db, { ...ALL_ENTRIES, from }, place), () =>
        audit(db, { actor: 'service', action: 'erased', at: office.services.clock() }),
      );
      partitions(known, walked);
      const [person] = await db.query<{ actor: string; n: number }>(
        `select actor, count(*)::int as n from audit where actor like 'account:%' group by 1 order by 2 desc limit 1`,
      );
      assert.equal((await journalList(db, { ...ALL_ENTRIES, actors: [person?.actor ?? ''] }, {})).total, person?.n);
      assert.equal((await journalList(db, { ...ALL_ENTRIES, actors: [] }, {})).total, 0, 'nobody did nothing');
    });

    test('days are those of France', async () => {
      await audit(db, { actor: 'service', action: 'mail_retried', at: new Date('2026-07-14T22:30:00Z') });
      const on = async (from: string, until: string): Promise<number> => (await journalList(db, { ...ALL_ENTRIES, action: 'mail_retried', from, until }, {})).total;
      assert.equal(await on('2026-07-14', '2026-07-14'), 0);
      assert.equal(await on('2026-07-15', '2026-07-15'), 1);
    });

    test('words are the same for what is typed and for what is searched', async () => {
      for (const text of ['Boulangerie de l’Œuvre', 'ÉLOÏSE & fils', 'Ça, déjà-vu', 'ﬁnance', 'İstanbul', 'Kelvin K', 'x² + ½', '', '...', 'SARL 3D-Ⅻ', 'naïve\u0301', 'STRASSE straße']) {
        const [row] = await db.query<{ words: string[] }>('select tsvector_to_array(search_words($1)) as words', [text]);
        assert.deepEqual([...(row?.words ?? [])].sort(), wordsOf(text).sort(), text);
      }
    });

    test('each page of the service answers at some volume, with few rows read for lists', async () => {
      const { adviserEmail, expertLinks, pages } = await pagesOf(db as never, SECRET, office.services.clock());
      const signIn = async (email: string): Promise<Browser> => {
        const browser = office.visitor();
        await browser.get('/connexion');
        await browser.post('/connexion', { email, password: PASSWORD });
        return browser;
      };
      const browsers = { company: office.visitor(), expert: office.visitor(), adviser: await signIn(adviserEmail), steering: await signIn('pilotage@example.org') };
      await browsers.expert.get(expertLinks[0] ?? '');
      await browsers.steering.get('/pilotage/relances');
      const { database } = office;
      const { query } = database;
      try {
        for (const { role, url } of pages) {
          const asked: { text: string; rows: number }[] = [];
          database.query = async <Row>(text: string, values?: readonly unknown[]) => {
            const rows = await query<Row>(text, values);
            asked.push({ text, rows: rows.length });
            return rows;
          };
          assert.equal((await browsers[role].get(url)).status, 200, url);
          // What is counted by expert, as load, is one row an expert.
          for (const { text, rows } of asked) assert.ok(rows <= 60 || /group by expert/.test(text), `${url}: ${rows} rows by ${text}`);
        }
      } finally {
        database.query = query;
      }
    });
  });
}

describe('what is asked of the database', () => {
  test('pages come from an index in their order, and have a limit', async () => {
    const office = await startApp();
    const { database } = office;
    await fill(database, office.services.directory.library, 600, office.services.clock());
    // So few rows would be sorted all the same.
    await database.script('set enable_seqscan = off; set enable_sort = off; set enable_incremental_sort = off; set enable_bitmapscan = off');
    const [row] = await database.query<{ adviser: string; expert: string }>(
      'select (select adviser_id from diagnoses where adviser_id is not null limit 1) as adviser, (select expert from referrals limit 1) as expert',
    );
    const { adviser = '', expert = '' } = row ?? {};
    const lists: [string, (db: Queries) => Promise<PageOf<unknown>>][] = [
      ['diagnoses', (db) => diagnosesOf(db, adviser, EVERYTHING, {})],
      ['waiting', (db) => referralsTo(db, expert, 'waiting', { sought: undefined, subject: '' }, {})],
      ['closed', (db) => referralsTo(db, expert, 'closed', { sought: undefined, subject: '' }, {})],
      ['messages', (db) => messageList(db, ALL_MESSAGES, {})],
      ['messages of a status', (db) => messageList(db, { ...ALL_MESSAGES, status: 'sent' }, {})],
      ['journal', (db) => journalList(db, ALL_ENTRIES, {})],
      ['journal of a person', (db) => journalList(db, { ...ALL_ENTRIES, actors: ['service'] }, {})],
      ['journal of an action', (db) => journalList(db, { ...ALL_ENTRIES, action: 'need_sent' }, {})],
    ];
    for (const [name, list] of lists) {
      const plans: string[] = [];
      await list({
        query: async <Row>(text: string, values?: readonly unknown[]) => {
          assert.match(text, / limit \d+/, name);
          const plan = await database.query<Record<string, string>>(`explain ${text}`, values);
          plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'));
          return database.query<Row>(text, values);
        },
      });
      assert.equal(plans.length, 2, `${name}: a page and a count`);
      for (const plan of plans) {
        assert.match(plan, /Index (Only )?Scan/, `${name}\n${plan}`);
        assert.doesNotMatch(plan, /Sort|Seq Scan on (diagnoses|referrals|outbox|audit)/, `${name}\n${plan}`);
      }
    }
  });
});

/** Figures that are kept are those that would be made from nothing, whatever happens in between. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Database } from '../src/database/index.js';
import { addDays, dayOf } from '../src/clock.js';
import { foldEvents, foldRequests, foldSurveys, measure, reminders, type ImpactReport, type ReferralEvent, type RequestEvent, type Survey, type TrackedNeed } from '../src/library.js';
import { answer } from '../src/services/answers.js';
import { keepFigures, type FigureQuery } from '../src/services/figures/keeper.js';
import { startThread, type Thread } from '../src/services/figures/thread.js';
import { sendReminders } from '../src/services/reminders.js';
import { concernsSomebody } from '../src/services/reminder-scope.js';
import { eraseDue } from '../src/services/retention.js';
import { take } from '../src/services/reviewing.js';
import { allFacts } from '../src/store/changes.js';
import { addEvents, eventsOf } from '../src/store/referrals.js';
import { reminderMark } from '../src/store/statistics.js';
import { startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { changedDirectory } from './help/directories.js';
import { ask, diagnose } from './help/steps.js';
import { chance } from './volume/random.js';
import { fill } from './volume/fill.js';

/** Everything, read at once and folded as a whole. */
async function everything(db: Database) {
  const needs: TrackedNeed[] = [];
  const events: ReferralEvent[] = [];
  const requestEvents: RequestEvent[] = [];
  const idle: string[] = [];
  const reminded = new Set<string>();
  const surveys: Survey[] = [];
  for await (const part of allFacts(db)) {
    for (const { tracked, status, reminded: marks, surveys: asked } of part.needs) {
      needs.push(tracked);
      surveys.push(...foldSurveys(asked).surveys);
      if (status === 'waiting' || status === 'not_for_me') idle.push(tracked.id);
      for (const mark of marks) reminded.add(`${tracked.id} ${mark}`);
    }
    events.push(...part.events);
    requestEvents.push(...part.requestEvents);
  }
  const [count] = await db.query<{ needs: number; events: number; requests: number }>(
    `select (select count(*)::int from needs where sent_at is not null) as needs, (select count(*)::int from referral_events) as events,
            (select count(*)::int from request_events) as requests`,
  );
  assert.deepEqual({ needs: needs.length, events: events.length, requests: requestEvents.length }, count, 'nothing is left out');
  const { referrals } = foldEvents(events);
  return { needs, referrals, requests: foldRequests(requestEvents).requests, surveys, idle, reminded };
}

/** What is doubtful is told by the order of records. */
const comparable = ({ faults, ...report }: ImpactReport) => ({ ...report, faults: faults.length });

async function same(office: TestApp, query: FigureQuery, what: string): Promise<void> {
  const all = await everything(office.database);
  const on = dayOf(office.services.clock());
  const plain = await measure(office.services.directory.library.directory, all, { on, ...query });
  assert.deepEqual(comparable(await office.services.figures.impactNow(query)), comparable(plain), `${what}: ${JSON.stringify(query)}`);

  const { directory } = office.services.directory.library;
  const { needs, experts } = reminders(all.referrals.filter((one) => all.idle.includes(one.need)), on, undefined, { directory });
  const due = { needs: needs.filter(concernsSomebody), experts };
  const kept = await office.services.figures.remindersNow();
  const marked = (one: { need: string; kind: string; since: string }): string => `${one.need} ${reminderMark(one)}`;
  assert.deepEqual(kept.due.map(marked).sort(), due.needs.map(marked).filter((mark) => !all.reminded.has(mark)).sort(), what);
  assert.deepEqual(kept.busy.map((one) => one.expert).sort(), due.experts.filter((one) => one.many).map((one) => one.expert).sort(), what);
}

for (const kind of DATABASES) {
  describe(`on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    const random = chance(7);
    before(async () => {
      office = await startApp({ kind });
      await fill(office.database, office.services.directory.library, 400, office.services.clock());
    });

    const themes = (): string[] => office.services.directory.library.directory.themes.map((theme) => theme.id);
    const someQuery = (): FigureQuery => {
      const from = addDays(office.services.clock(), -random.below(800));
      return {
        ...(random.next() < 0.7 && { by: random.pick(['theme', 'subject', 'institution', 'departement', 'origin'] as const) }),
        ...(random.next() < 0.3 && { period: 'month' as const }),
        ...(random.next() < 0.5 && { from: dayOf(from) }),
        ...(random.next() < 0.4 && { until: dayOf(addDays(from, random.below(500))) }),
        ...(random.next() < 0.3 && { themes: [random.pick(themes())] }),
      };
    };
    const one = async (text: string): Promise<Record<string, string>> => {
      const rows = await office.database.query<Record<string, string>>(text);
      return rows.length > 0 ? random.pick(rows) : {};
    };

    /** What happens in a service, one thing at a time. */
    const HAPPENS: Readonly<Record<string, () => Promise<unknown>>> = {
      answer: async () => {
        const { id = '', expert = '', need = '' } = await one(`select id, expert, need_id as need from referrals where state in ('waiting', 'taken_in_charge') order by id`);
        const own = foldEvents(await eventsOf(office.database, need)).referrals.find((referral) => referral.id === id);
        const to = own?.state === 'waiting' ? random.pick(['taken_in_charge', 'not_for_me', 'done']) : random.pick(['done', 'done_no_help', 'waiting']);
        const reason = to === 'not_for_me' ? 'capacity' : undefined;
        assert.equal((await answer(office.services, id, expert, { to, reason, remark: '', seq: own?.seq ?? 0 })).taken, true);
      },
      request: () => ask(office.visitor()),
      diagnosis: async () => diagnose(await office.signedIn('adviser')),
      taken: async () => {
        const { id = '' } = await one(`select id from diagnoses where origin = 'portal' and status = 'draft' and adviser_id is null order by id`);
        const { id: adviser = '' } = await one(`select id from accounts where role = 'adviser' order by id`);
        assert.equal(await take(office.services, id, adviser), true);
      },
      handed: async () => {
        const { id } = await one(`select id from diagnoses where status = 'sent' and adviser_id is not null order by id`);
        const { id: adviser } = await one(`select id from accounts where role = 'adviser' order by id`);
        await office.database.query('update diagnoses set adviser_id = $2 where id = $1', [id, adviser]);
      },
      reminded: async () => {
        const { id: account = '' } = await one(`select id from accounts where role = 'steering'`);
        await sendReminders(office.services, account);
        assert.deepEqual((await office.services.figures.remindersNow()).due, []);
      },
      'a day passes': async () => office.later(1),
      'months pass': async () => office.later(70),
      nothing: async () => undefined,
    };

    test('after whatever happens', async () => {
      await same(office, {}, 'at first');
      const names = Object.keys(HAPPENS);
      for (let time = 0; time < 27; time += 1) {
        const name = time < names.length ? (names[time] ?? '') : random.pick(names);
        await HAPPENS[name]?.();
        await same(office, someQuery(), name);
      }
    });

    test('for every kind of query', async () => {
      for (const by of ['theme', 'subject', 'institution', 'antenne', 'departement', 'origin', 'adviser'] as const) {
        for (const dates of [{}, { from: '2025-11-01', until: '2026-03-31' }]) await same(office, { by, ...dates }, by);
      }
    });

    test('erasing changes no figure', async () => {
      office.later(31 * 36);
      const before = await office.services.figures.impactNow({ by: 'theme' });
      assert.ok((await eraseDue(office.services)) > 0);
      await same(office, { by: 'theme' }, 'erased');
      assert.deepEqual((await office.services.figures.impactNow({ by: 'theme' })).rows, before.rows);
    });

    test('what changed is read, and not everything again', async () => {
      await office.services.figures.impactNow({});
      const { database } = office;
      const { query } = database;
      let rows = 0;
      await HAPPENS['handed']?.();
      try {
        database.query = async <Row>(text: string, values?: readonly unknown[]) => {
          const found = await query<Row>(text, values);
          rows += found.length;
          return found;
        };
        await office.services.figures.impactNow({});
        assert.ok(rows > 1 && rows < 40, `${rows} rows`);
        rows = 0;
        await office.services.figures.impactNow({});
        assert.equal(rows, 1, 'nothing changed: the position alone is asked for');
      } finally {
        database.query = query;
      }
    });

    test('a thread that ends is replaced, with all that it held; once it was stopped none is started', async () => {
      const { database, clock, directory, report } = office.services;
      const started: Thread[] = [];
      const start = (): Thread => {
        started.push(startThread());
        return started.at(-1) as Thread;
      };
      await office.services.figures.stop();
      office.services.figures = keepFigures({ database, clock, directory, patience: 60_000, report, start });
      await same(office, { by: 'origin' }, 'a first thread');
      await started[0]?.end();
      await same(office, { by: 'origin' }, 'a new thread');
      assert.equal(started.length, 2);

      const { figures } = office.services;
      const asked = [figures.impactNow({ by: 'theme' }), figures.remindersNow()].map((one) => assert.rejects(one, /figures/));
      await figures.stop();
      await Promise.all(asked);
      await assert.rejects(figures.impactNow({}), /stopped/);
      assert.deepEqual([started.length, started[1]?.ended], [2, true]);
    });
  });
}

describe('on PostgreSQL, with several transactions', { skip: withoutPostgres('PostgreSQL') }, () => {
  test('what was begun before the figures were read and ended after is not passed over', async () => {
    const office = await startApp({ kind: 'PostgreSQL' });
    await fill(office.database, office.services.directory.library, 60, office.services.clock());
    await same(office, {}, 'at first');
    const open = await office.database.query<{ id: string; need_id: string }>(`select distinct on (need_id) referrals.id, need_id from referrals join needs on needs.id = need_id
        where needs.status = 'waiting' order by need_id, referrals.id limit 2`);
    const [first, second] = open;
    const on = dayOf(office.services.clock());
    const taken = (row: { id: string; need_id: string } | undefined): ReferralEvent[] => [
      { referral: row?.id ?? '', seq: 2, need: row?.need_id ?? '', on, kind: 'moved', to: 'taken_in_charge', byHand: false },
    ];
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    let begun = (): void => {};
    const written = new Promise<void>((resolve) => (begun = resolve));
    const slow = office.database.transaction(async (tx) => {
      await addEvents(tx, taken(first), office.services.clock());
      begun();
      await ended;
    });
    await written;
    await office.database.transaction((tx) => addEvents(tx, taken(second), office.services.clock()));
    const meanwhile = await office.services.figures.impactNow({});
    end();
    await slow;
    await same(office, {}, 'both');
    const after = await office.services.figures.impactNow({});
    assert.equal(after.total.funnel.inProgress, meanwhile.total.funnel.inProgress + 1);
  });
});

test('another directory makes other figures', async () => {
  const directory = await changedDirectory(() => {});
  const office = await startApp({ env: { DIRECTORY: directory.path } });
  const marie = await office.signedIn('adviser');
  await diagnose(marie);
  const labels = async (): Promise<string[]> => (await office.services.figures.impactNow({ by: 'subject' })).rows.map((row) => row.label);
  const [before] = await labels();
  directory.again((document) => {
    for (const subject of document.subjects) if (subject.label === before) subject.label = 'Autrement dit';
  });
  assert.equal(await office.services.directory.reload(), 'in_service');
  assert.deepEqual(await labels(), ['Autrement dit']);
});

test('who does not wait sees the figures of before, or that they are being made, and of when they are', async () => {
  const office = await startApp({ env: { FIGURES_WAIT: '0' } });
  const steering = await office.signedIn('steering');
  const first = await steering.get('/pilotage/impact');
  assert.equal(first.status, 200);
  assert.match(first.html, /demandés pour la première fois/);
  assert.match(first.html, /href="\/pilotage\/impact\?du=&amp;au=&amp;par=theme&amp;theme="/);
  assert.doesNotMatch(first.html, /besoins déposés/);
  assert.match((await steering.get('/pilotage')).html, /en train d’être comptées/);
  await diagnose(await office.signedIn('adviser'));
  // The file waits for figures as they are.
  assert.match((await steering.get('/pilotage/impact.csv')).html, /Besoins déposés/);
  await office.services.figures.remindersNow();
  for (let time = 0; ; time += 1) {
    const { html } = await steering.get('/pilotage/impact');
    if (/Ces chiffres sont ceux du 23\/11\/2026/.test(html)) {
      assert.match(html, /Du besoin déposé à l’aide/);
      break;
    }
    assert.ok(time < 1000, 'they are made one day');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.match((await steering.get('/pilotage/relances')).html, /Aucune relance n’est due/);
});

test('what fails in the thread is told, and the next is answered', async () => {
  const thread = startThread();
  await assert.rejects(thread.ask('impact', { on: '2026-11-23' }), /made of a directory/);
  assert.equal(await thread.ask('take', { needs: [], events: [], requestEvents: [] }), false);
  await thread.end();
  assert.equal(thread.ended, true);
  await assert.rejects(thread.ask('reminders', '2026-11-23'), /has ended/);
});

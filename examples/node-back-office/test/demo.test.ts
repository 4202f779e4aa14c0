/** The demonstration: something to try for everybody, the same every time, and nothing more at the next start. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { dayOf } from '../src/clock.js';
import { DEMO_ACCOUNTS } from '../src/demo/accounts.js';
import { demoDirectory } from '../src/demo/directory.js';
import { prepareDemo } from '../src/demo/index.js';
import { Library } from '../src/library.js';
import { startApp, testConfig, type Browser, type TestApp } from './help/app.js';
import { withoutPostgres, type DatabaseKind } from './help/databases.js';
import { openLink, reply } from './help/steps.js';

const NOW = '2026-11-23T15:00:00Z';

async function demonstration(kind: DatabaseKind): Promise<{ office: TestApp; lines: string[]; said: string[] }> {
  const config = testConfig({ DEMO: '1', DIRECTORY: '' });
  const office = await startApp({ kind, now: NOW, env: { DEMO: '1', DIRECTORY: await demoDirectory(config, new Date(NOW)) } });
  const said: string[] = [];
  const lines = await prepareDemo(office.services, (words) => said.push(words));
  return { office, lines, said };
}

async function signIn(office: TestApp, { email, password }: (typeof DEMO_ACCOUNTS)[number]): Promise<Browser> {
  const browser = office.visitor();
  await browser.get('/connexion');
  assert.equal((await browser.post('/connexion', { email, password })).status, 303, email);
  return browser;
}

/** Everything that can be talked about, without the ids, which are new each time. */
const told = ({ database }: TestApp) =>
  database.query(
    `select seed, company_name, diagnoses.status, diagnoses.created_at, subject, needs.status as need, needs.comment,
            (select jsonb_agg(jsonb_build_array(expert, state) order by expert) from referrals where need_id = needs.id) as referrals
       from diagnoses left join needs on diagnosis_id = diagnoses.id order by seed, subject`,
  );

describe('what there is to try', () => {
  let office: TestApp;
  let lines: string[];
  let made: Awaited<ReturnType<typeof told>>;
  before(async () => {
    let said: string[];
    ({ office, lines, said } = await demonstration('PGlite'));
    assert.equal(said.length, 1);
    made = await told(office);
  });

  test('a second start composes nothing, and still tells what to try', async () => {
    assert.ok(made.length > 100);
    const said: string[] = [];
    const again = await prepareDemo(office.services, (words) => said.push(words));
    assert.deepEqual(said, []);
    assert.deepEqual(await told(office), made);
    assert.ok(again.some((line) => line.includes('/confirmer/')));
  });

  test('it is the same every time, on PostgreSQL too', { skip: withoutPostgres('PostgreSQL') }, async () => {
    assert.deepEqual(await told((await demonstration('PostgreSQL')).office), made);
  });

  const linkAfter = (words: string): string => {
    const line = lines.find((one) => one.includes(words)) ?? '';
    return /http:\/\/orientation\.example(\/\S*)/.exec(line)?.[1] ?? '';
  };

  test('a company confirms, and follows', async () => {
    const visitor = office.visitor();
    const link = linkAfter('confirme son adresse');
    assert.match((await visitor.get(link)).html, /Librairie Exemple/);
    const followed = await visitor.follow(await visitor.post(link, { shown: visitor.shown }));
    assert.match(followed.html, /Qui vous appellera/);
    assert.match((await office.visitor().get(linkAfter('suit sa demande'))).html, /Recruter/);
  });

  test('an expert answers by the printed link, and the figures move', async () => {
    const steering = await signIn(office, DEMO_ACCOUNTS[1]);
    const helped = async (): Promise<number> =>
      Number(/(\d+)<\/[^>]+>\s*(?:<[^>]+>)*entreprises aidées, sur/.exec((await steering.get('/pilotage/impact')).html)?.[1]);
    const before = await helped();
    assert.ok(before > 10);
    const { expert, address } = await openLink(office, linkAfter('répond par son lien'));
    await reply(expert, address, { to: 'taken_in_charge' });
    await reply(expert, address, { to: 'done', remark: 'Aidée.' });
    assert.equal(await helped(), before + 1);
  });

  test('an adviser has a queue of each kind, a draft, and a request that the register did not complete', async () => {
    const adviser = await signIn(office, DEMO_ACCOUNTS[0]);
    const queue = (await adviser.get('/conseiller/portail')).html;
    for (const words of [/Chocolaterie Exemple/, /Savonnerie Exemple/, /salarié/, /Relance|Doublon/, /Personne n’est trouvé/]) assert.match(queue, words);
    for (const words of [/Agence Exemple/, /micro-crèche/, /Brasserie Exemple/, /Restaurant Exemple/]) assert.doesNotMatch(queue, words);
    const own = (await adviser.get('/conseiller')).html;
    assert.match(own, /Mécanique de précision Exemple/);
    const address = /href="(\/conseiller\/diagnostics\/[0-9a-f-]+)[^"]*"[^>]*>\s*Conseil info\b/.exec(own)?.[1] ?? '';
    const taken = await adviser.get(`${address}/besoins`);
    assert.match(taken.html, /Le registre ne répondait pas/);
    assert.match((await adviser.get(`${address}/entreprise`)).html, /Le registre complète/);
    const count = Number(/(\d+) demandes dans la file/.exec(lines.join('\n'))?.[1]);
    assert.ok(count >= 4);
  });

  test('a colleague has their own', async () => {
    const colleague = await signIn(office, DEMO_ACCOUNTS[2]);
    const own = (await colleague.get('/conseiller')).html;
    assert.match(own, /Brasserie Exemple/);
    assert.doesNotMatch(own, /Conseil info|Mécanique de précision/);
  });

  test('requests were answered, erased, taken in charge and refused by all', async () => {
    const kinds = await office.database.query<{ seed: string; state: string; need: string }>(
      `select seed, diagnoses.status as state, min(needs.status) as need from diagnoses left join needs on diagnosis_id = diagnoses.id
        where seed in ('demo-repondue', 'demo-demarchage', 'demo-prise-en-charge', 'demo-tous-refusent') group by 1, 2 order by 1`,
    );
    assert.deepEqual(kinds.map(({ seed, state, need }) => [seed, state, need]), [
      ['demo-demarchage', 'closed', 'not_sent'],
      ['demo-prise-en-charge', 'sent', 'taken_in_charge'],
      ['demo-repondue', 'closed', 'not_sent'],
      ['demo-tous-refusent', 'sent', 'not_for_me'],
    ]);
  });

  test('steering reads messages, reminders and who is away', async () => {
    await office.services.worker.drain();
    const steering = await signIn(office, DEMO_ACCOUNTS[1]);
    assert.match((await steering.get('/pilotage/envois')).html, /Menuiserie Exemple|demande/);
    const [shown] = await office.database.query<{ n: number }>(`select count(*)::int as n from outbox where status = 'shown'`);
    assert.ok((shown?.n ?? 0) > 10);
    assert.ok(Number(/(\d+) relances dues/.exec(lines.join('\n'))?.[1]) > 0);
    const { experts } = office.services.directory.library.directory;
    const today = dayOf(office.services.clock());
    const away = experts.flatMap(({ absences }) => absences.filter(({ from, until }) => from <= today && today <= until));
    assert.ok(away.length > 5);
    assert.ok(away.some(({ substitute }) => substitute) && away.some(({ substitute }) => !substitute));
  });

  test('on the same database, a service that is none lets its accounts in no more', async () => {
    const { database } = office;
    const before = await signIn(office, DEMO_ACCOUNTS[1]);
    const own = await office.signedIn('steering', 'Pilote');
    const real = await startApp({ now: NOW, database: { ...database, close: async () => {} } });
    for (const { email, password } of DEMO_ACCOUNTS) {
      const browser = real.visitor();
      await browser.get('/connexion');
      assert.equal((await browser.post('/connexion', { email, password })).status, 401, email);
    }
    assert.match((await before.get('/pilotage')).location, /^\/connexion/, 'nor whoever was in');
    assert.match((await own.get('/pilotage/journal')).html, /compte désactivé/);
    await prepareDemo(office.services, () => {});
    await signIn(office, DEMO_ACCOUNTS[1]);
  });
});

test('another directory is left as it is, and a changed copy stays changed', async () => {
  const other = testConfig({ DEMO: '1' });
  other.directory = '/srv/annuaire';
  assert.equal(await demoDirectory(other, new Date(NOW)), '/srv/annuaire');
  const config = testConfig({ DEMO: '1', DIRECTORY: '' });
  const path = await demoDirectory(config, new Date(NOW));
  assert.ok(path.startsWith(config.dataFolder));
  assert.equal(await demoDirectory(config, new Date('2026-12-01T09:00:00Z')), path);
  const { directory } = await Library.open(path);
  assert.deepEqual(directory.diagnostics.filter(({ severity }) => severity === 'error'), []);
  assert.ok(directory.experts.some(({ absences }) => absences.some(({ from }) => from === '2026-12-01')));
});

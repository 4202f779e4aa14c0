/** The files of `DIRECTORY` and what was approved since agree: neither undoes the other in silence. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Database } from '../src/database/index.js';
import { rehearse } from '../src/scheduler/dry-run.js';
import { taskOf } from '../src/scheduler/tasks.js';
import { eraseDue } from '../src/services/retention.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { changedDirectory } from './help/directories.js';
import { newDatabase } from './help/databases.js';
import { csvText, expertsSheet } from './help/sheets.js';

const UPLOAD = '/pilotage/annuaire/feuille';

type Files = Awaited<ReturnType<typeof changedDirectory>>;

const renamed = (name: string) => (document: { experts: { name: string }[] }) => {
  const [first] = document.experts;
  if (first) first.name = name;
};
const nameIn = (office: TestApp): string => office.services.directory.library.directory.experts[0]?.name ?? '';

/** A database that services may come and go on. */
async function outliving(): Promise<Database> {
  const database = await newDatabase('PGlite');
  atEnd(() => database.close());
  return database;
}

/** A service on a database that outlives it. */
const open = (database: Database, files: Files): Promise<TestApp> =>
  startApp({ database: { ...database, close: async () => {} }, env: { DIRECTORY: files.path } });

async function putSheet(office: TestApp): Promise<{ author: Browser; second: Browser }> {
  const [author, second] = [await office.signedIn('steering'), await office.signedIn('steering')];
  const rows = expertsSheet(office.services.directory.library, 'CMA Hauts-de-France', ([first = []]) => [first.map((cell, at) => (at === 3 ? 'feuille@partenaire.example' : cell))]);
  await author.get(UPLOAD);
  const page = await author.upload(UPLOAD, { institution: 'cma' }, { experts: { name: 'x.csv', bytes: csvText(rows) } });
  await approve(second, page.location);
  return { author, second };
}

async function approve(second: Browser, location: string): Promise<void> {
  const address = location.replace(/\?.*/, '');
  const { html } = await second.get(address);
  const done = await second.post(address, { suite: 'approuver', shown: /name="shown" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '' });
  assert.match(done.location, /annuaire-approuve/);
}

const hasSheet = (office: TestApp): boolean => office.services.directory.library.directory.experts.some((one) => one.email === 'feuille@partenaire.example');

describe('before anything was approved', () => {
  test('files that were never seen go into service at a start; older ones do not come back by one', async () => {
    const database = await outliving();
    const files = await changedDirectory(renamed('Premier nom'));
    assert.equal((await open(database, files)).services.directory.version, 1);
    assert.equal((await open(database, files)).services.directory.version, 1, 'the same files are no other version');
    files.again(renamed('Deuxième nom'));
    const second = await open(database, files);
    assert.deepEqual([second.services.directory.version, nameIn(second)], [2, 'Deuxième nom']);
    files.again(renamed('Premier nom'));
    const third = await open(database, files);
    assert.deepEqual([third.services.directory.version, nameIn(third)], [2, 'Deuxième nom']);
    // Somebody who means it reloads.
    const steering = await third.signedIn('steering');
    assert.match((await steering.get('/pilotage/annuaire')).html, /ont déjà été en service, puis d’autres/);
    assert.match((await steering.post('/pilotage/annuaire', {})).location, /annuaire-recharge/);
    assert.deepEqual([third.services.directory.version, nameIn(third)], [3, 'Premier nom']);
  });

  test('broken files stop the first start, and no other', async () => {
    const database = await outliving();
    const files = await changedDirectory(renamed('Bon nom'));
    await open(database, files);
    writeFileSync(files.path, '{"themes": 3}');
    const again = await open(database, files);
    assert.equal(nameIn(again), 'Bon nom');
    assert.match((await (await again.signedIn('steering')).get('/pilotage')).html, /est refusée/);
    await assert.rejects(startApp({ env: { DIRECTORY: files.path } }), /malformed|invalid|missing|expected|error/i);
  });
});

describe('once a sheet was approved', () => {
  let database: Database;
  let files: Files;
  before(async () => {
    database = await outliving();
    files = await changedDirectory(renamed('Nom du fichier'));
    await putSheet(await open(database, files));
  });

  test('a restart serves it, whatever the files say, and says that they differ', async () => {
    files.again(renamed('Autre nom'));
    const office = await open(database, files);
    assert.deepEqual([office.services.directory.version, nameIn(office), hasSheet(office)], [2, 'Nom du fichier', true]);
    const { html } = await (await office.signedIn('steering')).get('/pilotage/annuaire');
    assert.match(html, /en fera une proposition/);
  });

  test('reloading proposes the files, with what they would undo, and a second person decides', async () => {
    const office = await open(database, files);
    const [one, two] = [await office.signedIn('steering'), await office.signedIn('steering')];
    await one.get('/pilotage/annuaire');
    const page = await one.post('/pilotage/annuaire', {});
    assert.match(page.location, /\/propositions\//);
    assert.ok(hasSheet(office), 'nothing is undone yet');
    const { html } = await one.get(page.location);
    assert.match(html, /Fichiers du serveur/);
    assert.match(html, /<del>feuille@partenaire\.example<\/del>/);
    assert.match(html, /<ins>Autre nom<\/ins>/);
    // Files that break meanwhile are told, and nothing can be approved until they are mended.
    const sound = readFileSync(files.path);
    writeFileSync(files.path, '{"themes": 3}');
    const address = page.location.replace(/\?.*/, '');
    await two.get(address);
    assert.match((await two.follow(await two.post(address, { suite: 'recalculer' }))).html, /rien ne peut encore être approuvé/);
    writeFileSync(files.path, sound);
    assert.match((await two.get(address)).html, /Relire les fichiers/);
    await two.post(address, { suite: 'recalculer' });
    await approve(two, page.location);
    assert.deepEqual([hasSheet(office), nameIn(office)], [false, 'Autre nom']);
  });
});

test('directories that were in service long ago are forgotten, figures stay; proposals do not wait for ever', async () => {
  const files = await changedDirectory(renamed('Nom oublié plus tard'));
  const office = await startApp({ env: { DIRECTORY: files.path } });
  const { author } = await putSheet(office);
  files.again(renamed('Nom d’aujourd’hui'));
  await author.get('/pilotage/annuaire');
  const waiting = await author.post('/pilotage/annuaire', {});
  assert.match(waiting.location, /propositions/);

  office.later(61);
  await rehearse(office.services, taskOf('erasure')!);
  assert.deepEqual(await office.database.query(`select status from directory_proposals where source = 'files'`), [{ status: 'open' }], 'a dry run forgets nothing');
  await eraseDue(office.services);
  const [proposal] = await office.database.query<{ status: string; result: unknown }>(`select status, result from directory_proposals where source = 'files'`);
  assert.deepEqual(proposal, { status: 'expired', result: null });
  assert.equal((await office.database.query('select 1 from directory_contents where document is not null')).length, 2, 'the versions are all there');

  office.later(31 * 37);
  await eraseDue(office.services);
  const kept = await office.database.query<{ number: number; kept: boolean }>('select number, document is not null as kept from directory_versions join directory_contents using (digest) order by number');
  assert.deepEqual(kept, [{ number: 1, kept: false }, { number: 2, kept: true }], 'the one in service stays');
  const [approved] = await office.database.query<{ result: unknown; numbers: { changed: number } }>(`select result, numbers from directory_proposals where status = 'approved'`);
  assert.deepEqual([approved?.result, approved?.numbers.changed], [null, 1]);
  const steering = await office.signedIn('steering');
  assert.match((await steering.get('/pilotage/annuaire/versions')).html, /effacée/);
  await steering.get('/pilotage/annuaire/versions');
  assert.equal((await steering.post('/pilotage/annuaire/versions/1', {})).status, 404);
});

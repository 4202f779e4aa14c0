/** The directory's workshop: partners' sheets become proposals, a second person approves, and the way back. */

import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { before, describe, test } from 'node:test';
import { onPage } from './help/on-page.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import type { Page } from './help/browser.js';
import { DATABASES, newDatabase, withoutPostgres } from './help/databases.js';
import { csvText, expertsSheet, workbook, type WorkbookCell } from './help/sheets.js';
import { diagnose } from './help/steps.js';

const UPLOAD = '/pilotage/annuaire/feuille';
/** An institution of the sample with thirty experts in five antennes, and its name in sheets. */
const HOUSE = { id: 'cma', name: 'CMA Hauts-de-France' };
const EMAIL = 3;
const NAME = 2;

let office: TestApp;
let author: Browser;
let second: Browser;

async function propose(browser: Browser, bytes: Uint8Array | string, fields: Record<string, string> = {}, name = 'experts.csv', kind = 'experts'): Promise<Page> {
  await browser.get(UPLOAD);
  return browser.upload(UPLOAD, { institution: HOUSE.id, ...fields }, { [kind]: { name, bytes } });
}

/** What sheets come to, once they are proposed. */
async function proposed(bytes: Uint8Array | string, fields: Record<string, string> = {}, name = 'experts.csv', kind = 'experts'): Promise<{ address: string; html: string }> {
  const page = await propose(author, bytes, fields, name, kind);
  assert.equal(page.status, 303, page.html);
  const address = page.location.replace(/\?.*/, '');
  return { address, html: (await author.get(page.location)).html };
}

const shownIn = (html: string): string => /name="shown" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '';

async function approve(browser: Browser, address: string): Promise<Page> {
  const page = await browser.get(address);
  return browser.post(address, { suite: 'approuver', shown: shownIn(page.html) });
}

const versionNow = (of: TestApp = office): number => of.services.directory.version;

const sheet = (change?: (rows: string[][]) => string[][]): string[][] => expertsSheet(office.services.directory.library, HOUSE.name, change);
const put = (rows: string[][], row: number, column: number, text: string): string[][] =>
  rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells));

before(async () => {
  office = await startApp();
  author = await office.signedIn('steering', 'Pilotage auteur');
  second = await office.signedIn('steering', 'Pilotage second');
});

describe('a good sheet', () => {
  test('is shown field by field, changes nothing before a second person approves, and then is in service', async () => {
    const start = versionNow();
    const { address, html } = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'nouveau@partenaire.example'))));
    const [, known] = sheet();
    assert.match(html, /Feuille de CMA Hauts-de-France/);
    assert.match(html, /Courriel<\/strong>/);
    assert.ok(html.includes(`<del>${known?.[EMAIL]}</del>`) && html.includes('<ins>nouveau@partenaire.example</ins>'));
    assert.match(html, /C’est à une autre personne/);
    assert.equal(versionNow(), start, 'nothing is in service yet');

    const done = await second.follow(await approve(second, address));
    assert.match(done.html, /le nouvel annuaire est en service/);
    assert.equal(versionNow(), start + 1);
    assert.ok(office.services.directory.library.directory.experts.some((one) => one.email === 'nouveau@partenaire.example'));
    const [kept] = await office.database.query<{ n: number }>('select count(*)::int as n from directory_sheets');
    assert.equal(kept?.n, 0, 'the file that came is gone');
    const history = (await author.get('/pilotage/annuaire/versions')).html;
    assert.match(history, /approuvé par Pilotage second/);
    assert.match(history, /modifications : 1/);
    assert.match((await author.get('/pilotage/journal')).html, /annuaire : proposition approuvée/);
  });

  test('read again changes nothing, and cannot be approved', async () => {
    const { address, html } = await proposed(csvText(sheet()));
    assert.match(html, /Elle ne change rien/);
    const start = versionNow();
    await second.post(address, { suite: 'approuver', shown: '' });
    assert.equal(versionNow(), start);
  });

  test('of Windows, with semicolons, keeps its accents', async () => {
    const rows = sheet((all) => put(all, 1, NAME, 'Conseillère été, à l’œuvre'));
    const bytes = Buffer.from(csvText(rows, ';').replaceAll('’', '\u0092').replaceAll('œ', '\u009c'), 'latin1');
    const { html } = await proposed(bytes);
    assert.ok(html.includes('Conseillère été, à l’œuvre'), html.slice(html.indexOf('Ce qui change'), html.indexOf('Ce qui change') + 900));
  });

  test('as a workbook is the same as the CSV', async () => {
    const { html } = await proposed(workbook({ Experts: sheet((rows) => put(rows, 0, EMAIL, 'classeur@partenaire.example')) }), {}, 'feuille.xlsx');
    assert.match(html, /<ins>classeur@partenaire\.example<\/ins>/);
  });

  test('of antennes changes zones by their names', async () => {
    const rows = [
      ['Institution', 'Nom', 'Codes INSEE', 'Codes EPCI', 'Codes départements', 'Codes régions'],
      [HOUSE.name, 'Agence neuve', '80021', '', '', ''],
    ];
    const { html } = await proposed(csvText(rows), {}, 'antennes.csv', 'antennes');
    assert.match(html, /Agence neuve/);
    assert.match(html, /Amiens \(commune:80021\)/);
  });
});

describe('a sheet with faults', () => {
  const faulty = (): string => csvText(sheet((rows) => put(put(rows, 0, 1, 'Agence qui n’existe pas'), 1, EMAIL, 'pas une adresse')));

  test('is told line by line with what to do, in a file for the partner too, and nothing can be approved', async () => {
    const { address, html } = await proposed(faulty());
    assert.match(html, /experts\.csv, ligne 2, colonne B/);
    assert.match(html, /n’a pas d’antenne « Agence qui n’existe pas/);
    assert.match(html, /Corrigez l’identifiant de l’antenne/);
    assert.match(html, /ligne 3, colonne D/);
    assert.match(html, /erreurs à corriger/);
    assert.doesNotMatch((await second.get(address)).html, /Approuver et mettre en service/);
    const csv = (await author.get(`${address}/remarques.csv`)).html;
    assert.match(csv, /^\uFEFFGravité;Où;/);
    assert.match(csv, /pas une adresse/);
  });

  test('may go without the faulty lines, and then nobody leaves who is not ticked', async () => {
    const { address } = await proposed(faulty());
    await author.get(address);
    const page = await author.follow(await author.post(address, { suite: 'lecture', institution: HOUSE.id, whole: 'oui', lenient: 'oui', chosen: '' }));
    assert.match(page.html, /Qui s’en va/);
    assert.match(page.html, /0 s’en va/);
    assert.match(page.html, /ligne 2, colonne B/, 'what was left out is still told');
  });

  test('of an institution that nobody knows, or of another, is refused', async () => {
    const unknown = await proposed(csvText(sheet((rows) => put(rows, 0, 0, 'Chambre inconnue'))));
    assert.match(unknown.html, /l’institution « Chambre inconnue » n’existe pas/);
    const [header = [], ...others] = expertsSheet(office.services.directory.library, 'Bpifrance', (rows) => put(rows, 0, EMAIL, 'x@autre.example'));
    const foreign = await proposed(csvText([header, ...others]));
    assert.match(foreign.html, /la feuille changerait/);
    const [row] = await office.database.query<{ digest: string | null }>('select digest from directory_proposals where id = $1', [foreign.address.split('/').at(-1)]);
    assert.equal(row?.digest, null);
    // Nor does it take somebody away from another, by naming them under an antenne of its own.
    const [, [house = '', antenne = ''] = []] = sheet();
    const taken = await proposed(csvText([header, ...others.slice(0, 1).map(([, , ...cells]) => [house, antenne, ...cells])]));
    assert.match(taken.html, /la feuille changerait/);
    assert.match(taken.html, /rien ne peut encore être approuvé/);
    // The form itself takes only institutions that there are.
    const page = await propose(author, csvText(sheet()), { institution: 'personne' });
    assert.equal(page.status, 422);
    assert.match(page.html, /Choisissez l’institution/);
  });

  test('of formulas: without a value they are errors; as text they run nowhere', async () => {
    const [header = [], first = [], ...rest] = sheet();
    const cells: WorkbookCell[][] = [header, first.map((cell, at) => (at === NAME ? { formula: 'CONCAT(A1,B1)' } : cell)), ...rest];
    const { html } = await proposed(workbook({ Experts: cells }), {}, 'formules.xlsx');
    assert.match(html, /la cellule contient une formule sans son résultat/);
    assert.match(html, /Ouvrez le classeur dans un tableur et enregistrez-le/);
    const text = await proposed(csvText(sheet((rows) => put(rows, 0, NAME, '=HYPERLINK("http://x.example")'))));
    const csv = (await author.get(`${text.address}/changements.csv`)).html;
    assert.match(csv, /'=HYPERLINK/);
    assert.doesNotMatch(csv, /;"?=HYPERLINK/);
  });

  test('of several tabs is asked about', async () => {
    const bytes = workbook({ Janvier: sheet(), Février: sheet((rows) => put(rows, 0, EMAIL, 'fevrier@partenaire.example')) });
    const { address, html } = await proposed(bytes, {}, 'deux.xlsx');
    assert.match(html, /plusieurs feuilles ont les bons en-têtes/);
    await author.get(address);
    const page = await author.follow(await author.post(address, { suite: 'lecture', institution: HOUSE.id, chosen: 'Février' }));
    assert.match(page.html, /fevrier@partenaire\.example/);
  });
});

describe('what was in service', () => {
  test('is shown a page at a time, the latest first', async () => {
    const here = await startApp();
    const steering = await here.signedIn('steering');
    await here.database.query(
      `insert into directory_versions (number, digest, source, at, numbers)
       select number, digest, source, at, numbers from generate_series(2, 45) as number, (select digest, source, at, numbers from directory_versions) as first`,
    );
    const numbers = (html: string): number[] => [...html.matchAll(/<th scope="row" class="number">(\d+)/g)].map(([, number]) => Number(number));
    let page = await steering.get('/pilotage/annuaire/versions');
    const seen = numbers(page.html);
    for (;;) {
      const next = /rel="next" href="([^"]+)"/.exec(page.html)?.[1];
      if (next === undefined) break;
      page = await steering.get(next);
      seen.push(...numbers(page.html));
    }
    assert.deepEqual(seen, Array.from({ length: 45 }, (_one, at) => 45 - at));
    assert.match(page.html, /41 à 45 sur 45/);
  });
});

describe('what is no sheet', () => {
  test('a file beyond the bound is told so, and not kept', async () => {
    const before = await office.database.query('select 1 from directory_sheets');
    const page = await propose(author, Buffer.alloc((8 << 20) + 1, 'a'));
    assert.equal(page.status, 413);
    assert.match(page.html, /dépasse 8 Mo/);
    assert.equal((await office.database.query('select 1 from directory_sheets')).length, before.length);
  });

  test('a zip bomb ends as a fault', async () => {
    const bomb = workbook({ Experts: sheet() }, { 'xl/media/image1.png': new Uint8Array(260 << 20) });
    assert.ok(bomb.length < 1 << 20, 'small on the way');
    const { html } = await proposed(bomb, {}, 'bombe.xlsx');
    assert.match(html, /le classeur est trop gros/);
    assert.match(html, /erreur à corriger/);
  });

  test('kinds are told by content, whatever the name', async () => {
    for (const [bytes, words] of [
      ['%PDF-1.7 …', /un document PDF/],
      ['', /vide/],
      [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /une image/],
    ] as const) {
      const page = await propose(author, bytes, {}, 'experts.xlsx');
      assert.equal(page.status, 422);
      assert.match(page.html, words);
    }
    const nothing = await proposed(Buffer.from([0, 1, 2, 3, 0, 5, 6, 7]), {}, 'experts.csv');
    assert.match(nothing.html, /n’est pas un tableau/);
    await author.get(UPLOAD);
    assert.match((await author.upload(UPLOAD, { institution: HOUSE.id }, {})).html, /Choisissez un fichier/);
  });

  test('forged, strangers’ and broken forms are turned away before anything is read', async () => {
    const files = { experts: { name: 'x.csv', bytes: 'x' } };
    for (const token of ['', 'forged', second.token]) assert.equal((await author.upload(UPLOAD, {}, files, token)).status, 403);
    const adviser = await office.signedIn('adviser');
    assert.equal((await adviser.upload(UPLOAD, {}, files)).status, 404);
    assert.equal((await office.visitor().upload(UPLOAD, {}, files)).status, 303);
    const broken = await office.app.inject({ method: 'POST', url: UPLOAD, headers: { 'content-type': 'multipart/form-data', cookie: [...author.cookies].map((one) => one.join('=')).join('; ') }, payload: 'x' });
    assert.equal(broken.statusCode, 400);
    // Elsewhere no form carries files.
    const elsewhere = await author.upload('/pilotage/relances', {}, files);
    assert.equal(elsewhere.status, 415);
  });
});

/** The first expert of each antenne. */
const oneAnAntenne = (rows: string[][]): string[][] => rows.filter((row, at) => rows.findIndex((other) => other[1] === row[1]) === at);

describe('departures', () => {
  test('few leave with a sheet that is whole; many are ticked on purpose', async () => {
    const all = sheet().length - 1;
    assert.ok(all >= 10, `${all} experts`);
    const few = await proposed(csvText(sheet((rows) => rows.slice(1))), { whole: 'oui' });
    assert.match(few.html, /1 s’en va, 0 reste/);
    assert.match(few.html, /<span class="tag bad">Départ<\/span>/);

    const many = await proposed(csvText(sheet(oneAnAntenne)), { whole: 'oui' });
    assert.match(many.html, /Plus d’un cinquième/);
    assert.match(many.html, new RegExp(`0 s’en va, ${all - 5} restent`));
    assert.match(many.html, /Elle ne change rien/);
    await author.get(many.address);
    const ticked = await author.follow(await author.post(many.address, { suite: 'departs', departures_of: HOUSE.id }));
    assert.match(ticked.html, new RegExp(`${all - 5} s’en vont, 0 reste`));
    const id = sheet()[2]?.[6];
    const one = await author.follow(await author.post(many.address, { suite: 'departs', departures: `experts:${id}` }));
    assert.match(one.html, /1 s’en va/);
    // Who approves does not choose who leaves.
    await second.get(many.address);
    assert.equal((await second.post(many.address, { suite: 'departs', departures_of: HOUSE.id })).status, 404);
  });

  test('antennes that a whole sheet passes over are told; their experts stay unless they are ticked', async () => {
    const [, , ...rest] = sheet();
    const antenne = rest.at(-1)?.[1];
    const { address, html } = await proposed(csvText(sheet((rows) => rows.filter((row) => row[1] !== antenne))), { whole: 'oui' });
    assert.match(html, /ne nomme personne de certaines antennes/);
    assert.match(html, /0 s’en va/);
    await author.get(address);
    const id = rest.at(-1)?.[6];
    assert.match((await author.follow(await author.post(address, { suite: 'departs', departures: `experts:${id}` }))).html, /1 s’en va/);
  });

  test('a sheet that is not whole takes nobody away, and says who it does not name', async () => {
    const { html } = await proposed(csvText(sheet((rows) => rows.slice(1))));
    assert.match(html, /0 s’en va, 1 reste/);
  });
});

describe('what it does', () => {
  test('needs of the last month that change experts, by which rule, and coverage lost', async () => {
    const adviser = await office.signedIn('adviser');
    await diagnose(adviser);
    const [sent] = await office.database.query<{ expert: string; institution: string; institution_name: string; expert_name: string }>(
      'select expert, institution, institution_name, expert_name from referrals limit 1',
    );
    assert.ok(sent);
    // Everybody of the institution who could take it goes.
    const { library } = office.services.directory;
    const rows = expertsSheet(library, sent.institution_name);
    const keep = rows.filter((row) => row[6] !== sent.expert);
    const page = await propose(author, csvText(keep), { institution: sent.institution, whole: 'oui' });
    const address = page.location.replace(/\?.*/, '');
    await author.get(address);
    await author.post(address, { suite: 'departs', departures: `experts:${sent.expert}` });
    const { html } = await author.get(address);
    assert.match(html, /changerait d’experts/);
    assert.ok(html.includes(`<del>– ${onPage(sent.expert_name)}</del>`));
    assert.match(html, /Présence dans l’annuaire/);
    assert.match(html, /Par institution et sujet/);
    const csv = (await author.get(`${address}/besoins.csv`)).html;
    assert.match(csv, /;perdu;/);
    assert.doesNotMatch(html + csv, /Menuiserie de test|Contact de test/);
  });

  test('experts who lose their address are told, and count as lost', async () => {
    const [sent] = await office.database.query<{ expert: string; institution: string; institution_name: string; expert_name: string }>(
      'select expert, institution, institution_name, expert_name from referrals limit 1',
    );
    assert.ok(sent);
    const rows = expertsSheet(office.services.directory.library, sent.institution_name);
    const silent = rows.map((row) => (row[6] === sent.expert ? row.map((cell, at) => (at === EMAIL ? '' : cell)) : row));
    const page = await propose(author, csvText(silent), { institution: sent.institution });
    const { html } = await author.get(page.location);
    assert.match(html, /1 expert n’aurait aucune adresse/);
    assert.match(html, /Adresse électronique/);
  });

  test('gaps of coverage that open, and close again, are told in communes and inhabitants', async () => {
    // The only institution on a subject: all but one of its experts leave.
    const name = office.services.directory.library.directory.institution('drfip')?.name ?? '';
    const full = csvText(expertsSheet(office.services.directory.library, name));
    const page = await propose(author, csvText(expertsSheet(office.services.directory.library, name).slice(0, 2)), { institution: 'drfip', whole: 'oui' });
    const address = page.location.replace(/\?.*/, '');
    await author.get(address);
    await author.post(address, { suite: 'departs', departures_of: 'drfip' });
    const rowOf = (html: string): string => html.slice(html.indexOf('La couverture')).match(/<tr><th scope="row">[^]*?<\/tr>/g)?.find((row) => row.includes('impôts')) ?? '';
    const lost = rowOf((await second.get(address)).html);
    assert.match(lost, /<td>–<\/td><td><strong>[\d ]+ communes, [\d ]+ habitants : Lille, /);
    await approve(second, address);
    const back = await propose(author, full, { institution: 'drfip' });
    assert.match(rowOf((await author.get(back.location)).html), /<td>[\d ]+ communes, [\d ]+ habitants : Lille, [^<]*<\/td><td>–<\/td>/);
    await approve(second, back.location.replace(/\?.*/, ''));
  });
});

describe('decisions', () => {
  test('its author never approves, not even by a form made by hand', async () => {
    const start = versionNow();
    const { address } = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'seul@partenaire.example'))));
    const shown = shownIn((await second.get(address)).html);
    await author.get(address);
    const page = await author.follow(await author.post(address, { suite: 'approuver', shown }));
    assert.match(page.html, /une autre personne du pilotage doit l’approuver/);
    assert.equal(versionNow(), start);
    await assert.rejects(office.database.query(`update directory_proposals set status = 'approved', decided_by = author_id, decided_at = now() where id = $1`, [address.split('/').at(-1)]));
  });

  test('refused with a reason, which its author reads; withdrawn by its author only', async () => {
    const { address } = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'non@partenaire.example'))));
    await second.get(address);
    assert.equal((await second.post(address, { suite: 'refuser', reason: ' ' })).status, 422);
    assert.equal((await second.post(address, { suite: 'retirer' })).status, 404);
    await second.follow(await second.post(address, { suite: 'refuser', reason: 'Adresse à vérifier' }));
    const page = await author.get(address);
    assert.match(page.html, /Adresse à vérifier/);
    assert.match(page.html, /Le détail est effacé/);
    assert.equal((await author.post(address, { suite: 'refuser', reason: 'x' })).status, 404);

    const other = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'retrait@partenaire.example'))));
    await author.follow(await author.post(other.address, { suite: 'retirer' }));
    const text = JSON.stringify(await office.database.query('select * from directory_proposals where id = $1', [other.address.split('/').at(-1)]));
    assert.doesNotMatch(text, /retrait@/, 'what was taken back is forgotten');
    await second.post(other.address, { suite: 'approuver', shown: 'x' });
    assert.match((await author.get(other.address)).html, /Retirée/);
    const loose = await office.database.query(`select 1 from directory_contents where digest not in (select digest from directory_versions) and digest not in (select digest from directory_proposals where digest is not null)`);
    assert.equal(loose.length, 0);
  });

  test('made on an older version, it is compared again before anybody approves it', async () => {
    const stale = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'vieux@partenaire.example').slice(0, 1))));
    const shown = shownIn((await second.get(stale.address)).html);
    const other = await proposed(csvText(sheet((rows) => put(rows, 1, EMAIL, 'autre@partenaire.example').slice(1, 2))));
    await approve(second, other.address);
    const start = versionNow();
    const refused = await second.follow(await second.post(stale.address, { suite: 'approuver', shown }));
    assert.match(refused.html, /une autre version est entrée en service/);
    assert.match(refused.html, /ne peut plus être approuvée telle quelle/);
    assert.equal(versionNow(), start);

    await second.follow(await second.post(stale.address, { suite: 'recalculer' }));
    await approve(second, stale.address);
    assert.equal(versionNow(), start + 1);
    const emails = office.services.directory.library.directory.experts.map((one) => one.email);
    assert.ok(emails.includes('vieux@partenaire.example') && emails.includes('autre@partenaire.example'), 'both are there: nothing was undone');
  });

  test('what was read is what is approved', async () => {
    const before = versionNow();
    const own = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'lu@partenaire.example').filter((_row, at) => at !== 1))), { whole: 'oui' });
    const shown = shownIn((await second.get(own.address)).html);
    await author.get(own.address);
    await author.post(own.address, { suite: 'departs' });
    const page = await second.follow(await second.post(own.address, { suite: 'approuver', shown }));
    assert.match(page.html, /n’est plus celle que vous aviez lue/);
    assert.equal(versionNow(), before);
  });

  test('an account that was disabled meanwhile approves nothing', async () => {
    const third = await office.signedIn('steering', 'Pilotage parti');
    const { address } = await proposed(csvText(sheet((rows) => put(rows, 0, EMAIL, 'tiers@partenaire.example'))));
    await third.get(address);
    await office.database.query(`update accounts set disabled_at = now() where name = 'Pilotage parti'`);
    const start = versionNow();
    await approve(third, address);
    assert.equal(versionNow(), start);
  });
});

describe('the way back', () => {
  test('is a proposal, and restores the same matches', async () => {
    const target = versionNow();
    const needs = office.services.directory.library.subjects.map((subject) => ({ id: `n-${subject.id}`, subject: subject.id, commune: '80021', on: '2026-11-23' }));
    const matches = (): string[][] => needs.map((need) => office.services.directory.library.match(need).map((one) => one.expert.id));
    const before = matches();
    const change = await proposed(csvText(sheet(oneAnAntenne)), { whole: 'oui' });
    await author.get(change.address);
    await author.post(change.address, { suite: 'departs', departures_of: HOUSE.id });
    await approve(second, change.address);
    assert.notDeepEqual(matches(), before);

    await author.get('/pilotage/annuaire/versions');
    const page = await author.post(`/pilotage/annuaire/versions/${target}`, {});
    const back = page.location.replace(/\?.*/, '');
    assert.match((await author.get(back)).html, new RegExp(`Retour à la version ${target}`));
    await approve(second, back);
    assert.deepEqual(matches(), before);
    assert.equal(versionNow(), target + 2, 'history goes on: nothing is rewritten');
    for (const none of ['0', '9999', 'x', String(versionNow())]) assert.equal((await author.post(`/pilotage/annuaire/versions/${none}`, {})).status, 404, none);
    await assert.rejects(office.database.query('update directory_versions set at = now()'));
    await assert.rejects(office.database.query('delete from directory_versions'));
  });
});

for (const kind of DATABASES) {
  describe(`versions on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    test('two approvals at once: one is in service', async () => {
      const database = await newDatabase(kind);
      const here = await startApp({ database });
      const [one, two, three] = [await here.signedIn('steering'), await here.signedIn('steering'), await here.signedIn('steering')];
      const sheetOf = (email: string): string => csvText(expertsSheet(here.services.directory.library, HOUSE.name, (rows) => put(rows, 0, EMAIL, email)));
      const first = (await propose(one, sheetOf('a@partenaire.example'))).location.replace(/\?.*/, '');
      const other = (await propose(one, sheetOf('b@partenaire.example'))).location.replace(/\?.*/, '');
      const answers = await Promise.all([approve(two, first), approve(three, first), approve(two, other), approve(three, other)]);
      assert.equal(answers.filter((page) => page.location.endsWith('annuaire-approuve')).length, 1, answers.map((page) => page.location).join(' '));
      const rows = await database.query<{ number: number }>('select number from directory_versions order by number');
      assert.deepEqual(rows.map((row) => row.number), [1, 2]);
      const [open] = await database.query<{ n: number }>(`select count(*)::int as n from directory_proposals where status = 'open'`);
      assert.equal(open?.n, 1);
    });

    test('a restart serves what was approved; another process follows; the documents are those of the library', async () => {
      const database = await newDatabase(kind);
      const here = await startApp({ database });
      const other = await startApp({ database: { ...database, close: async () => {} } });
      const [one, two] = [await here.signedIn('steering'), await here.signedIn('steering')];
      const address = (await propose(one, csvText(expertsSheet(here.services.directory.library, HOUSE.name, (rows) => put(rows, 0, EMAIL, 'suivi@partenaire.example'))))).location.replace(/\?.*/, '');
      await approve(two, address);
      const served = (of: TestApp): boolean => of.services.directory.library.directory.experts.some((expert) => expert.email === 'suivi@partenaire.example');
      assert.ok(served(here));
      assert.ok(!served(other), 'it has had no request yet');
      await other.visitor().get('/');
      assert.ok(served(other), 'the first request after that is answered by the new one');

      const again = await startApp({ database: { ...database, close: async () => {} } });
      assert.ok(served(again));
      assert.equal(versionNow(again), 2);
      const [kept] = await database.query<{ document: Uint8Array }>('select document from directory_contents join directory_versions using (digest) where number = 2');
      assert.equal(gunzipSync(kept?.document ?? new Uint8Array()).toString('utf8'), again.services.directory.library.directory.toJson());
    });
  });
}

test('whoever ends the service does not wait for sheets that are being read, and their authors are told', async () => {
  const here = await startApp();
  const browser = await here.signedIn('steering');
  const bytes = csvText(expertsSheet(here.services.directory.library, HOUSE.name));
  await browser.get(UPLOAD);
  const reading = [1, 2].map(() => browser.upload(UPLOAD, { institution: HOUSE.id }, { experts: { name: 'x.csv', bytes } }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await here.app.close();
  for (const page of await Promise.all(reading)) {
    assert.equal(page.status, 503);
    assert.match(page.html, /Essayez de nouveau dans une minute/);
  }
  assert.equal((await here.database.query('select 1 from directory_proposals')).length, 0);
});

test('text that would run comes back as text, wherever it is shown', async () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const { address } = await proposed(csvText(sheet((rows) => put(put(rows, 0, NAME, evil), 1, 1, evil))), { chosen: evil, lenient: 'oui' }, `${evil}.csv`);
  await second.get(address);
  await second.post(address, { suite: 'refuser', reason: evil });
  const { address: open } = await proposed(csvText(sheet((rows) => put(rows, 0, NAME, evil))), {}, `${evil}.csv`);
  const page = await propose(author, '%PDF', { chosen: evil }, evil);
  for (const { html } of [page, await author.get(open), await author.get(address), await author.get('/pilotage/annuaire'), await author.get(`${UPLOAD}?fait=${encodeURIComponent(evil)}`)]) {
    assert.doesNotMatch(html, /<script>alert|<img src=x/);
  }
  const sheetOf = await author.get(`${open}/feuilles/0`);
  assert.match(String(sheetOf.headers['content-disposition']), /^attachment; filename\*=UTF-8''[\w%.'()-]+$/);
  assert.equal(sheetOf.headers['content-type'], 'application/octet-stream');
});

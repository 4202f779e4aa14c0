/** The register: the library reads what it answers, and tells what is odd about it. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ConfigError } from '../src/config.js';
import { fromRoot } from '../src/root.js';
import { completed } from '../src/services/completing.js';
import { fileRegister } from '../src/register/file.js';
import { noRegister, type Register } from '../src/register/register.js';
import type { Company } from '../src/library.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { draft, STORY } from './help/steps.js';

const COLUMNS = 'siret;codeCommuneEtablissement;activitePrincipaleEtablissement;activitePrincipaleNAF25Etablissement';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-register-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
});

async function companyIn(register: Register, siret: string): Promise<Company | undefined> {
  const lookup = await register.find(siret);
  return lookup.is === 'found' ? lookup.company : undefined;
}

function fileOf(...lines: string[]): string {
  const path = join(folder, 'etablissements.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

test('a file has the columns of the stock files, with or without a mark of UTF-8', async () => {
  const register = fileRegister(fileOf(`\uFEFF${COLUMNS}`, '00000001800010;80021;10.71C;10.71H', '', ';80021;10.71C;', '1800010'));
  const company = await companyIn(register, '00000001800010');
  assert.deepEqual([company?.commune, company?.naf, company?.naf2025], ['80021', '10.71C', '10.71H']);
  assert.deepEqual(await register.find('00000002600013'), { is: 'unknown' });
  assert.deepEqual(await noRegister.find('00000001800010'), { is: 'none' });
});

test('a file of other columns is refused, with those that were looked for', () => {
  const path = fileOf('numero;ville;naf', '00000001800010;80021;10.71C');
  assert.throws(() => fileRegister(path), (error) => error instanceof ConfigError && /REGISTER.*codeCommuneEtablissement/.test(error.message));
});

test('a row that is no company is told with its line, and the others stay', async () => {
  const warnings: string[] = [];
  const path = fileOf('siret;codeCommuneEtablissement', '00000001800010;80021', '00000001800011;80021', ';80021');
  const register = fileRegister(path, (fault) => warnings.push(fault));
  assert.equal((await companyIn(register, '00000001800010'))?.commune, '80021');
  assert.equal(warnings.length, 2);
  assert.match(warnings[0] ?? '', /:3: 00000001800011 is no SIRET/);
  assert.match(warnings[1] ?? '', /:4: /);
});

test('the demonstration names companies of both nomenclatures, and is sound but for its closed one', async () => {
  const register = fileRegister(fromRoot('demo/etablissements.csv'));
  const sound = ['00000001800010', '00000002600013', '00000003400017', '00000004200010', '00000005900014', '00000006700017'];
  sound.push('00000007500010', '00000008300014', '00000009100017', '00000010900017', '00000011700010');
  for (const siret of sound) {
    const company = await companyIn(register, siret);
    assert.ok(company?.name && company.commune && (company.naf ?? company.naf2025), siret);
    assert.deepEqual(company.findings, [], siret);
  }
});

test('an adviser is told that a facility is closed, and that its code is of an old nomenclature', async () => {
  const page = await adviser.get('/conseiller/entreprise?siret=00000012500013');
  assert.match(page.html, /value="Imprimerie Exemple"/);
  assert.match(page.html, /l’établissement <code>00000012500013<\/code> est fermé/);
  assert.match(page.html, /<code>22\.2C<\/code> est d’une nomenclature antérieure/);
  assert.match(page.html, /name="naf" type="text" value(?:="")? /, 'and the old code is not filled in');
  const open = await adviser.get('/conseiller/entreprise?siret=00000001800010');
  assert.doesNotMatch(open.html, /d’après le registre/);
});

test('a company that writes from a closed facility is asked to look at its SIRET', async () => {
  const visitor = office.visitor();
  await visitor.get('/');
  const page = await visitor.post('/demande', { story: STORY, commune: 'Lille', siret: '00000012500013' });
  assert.equal(page.status, 422);
  assert.match(page.html, /Cet établissement est fermé d’après le registre/);
});

test('a company seen before gets what the register knows besides; what was written stays', async () => {
  await draft(adviser, {}, { siret: '00000002600013', name: 'Menuiserie vue', commune: 'Lille', naf: '43.32A', headcount_band: '02' });
  const page = await adviser.get('/conseiller/entreprise?siret=00000002600013');
  assert.match(page.html, /Entreprise déjà vue/);
  assert.match(page.html, /value="Menuiserie vue"/);
  assert.match(page.html, /name="naf_2025" type="text" value="43\.32G"/);
  assert.match(page.html, /<option value="02" selected>/);
  assert.match(page.html, /<code>l’effectif<\/code> le besoin dit <code>02<\/code>, et le registre <code>03<\/code>/);
});

test('where the register says another activity, neither of its codes is taken', async () => {
  const company = await companyIn(office.services.register, '00000001800010');
  assert.ok(company);
  const { facts, findings } = completed({ commune: '80021', naf: '43.32A', opco: 'constructys' }, company);
  assert.deepEqual([facts.naf, facts.naf2025, facts.opco], ['43.32A', undefined, 'constructys']);
  assert.equal(facts.legalForm, '5499', 'what it says besides is');
  assert.deepEqual(findings.map((finding) => /NAF rév\. 2.*43\.32A.*10\.71C/.test(finding)), [true]);
});

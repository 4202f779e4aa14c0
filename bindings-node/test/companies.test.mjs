// What public registers know of companies, and the nomenclatures that describe them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import {
  Company,
  CompanyError,
  findingMessage,
  labels,
  naf,
  NeedError,
  needWithCompany,
  opcoOfAgreements,
  Router,
} from 'aiguillage';

import { camelKeys, SAMPLE, thrown, VECTORS, vectors } from './shared.mjs';

const INDEX = vectors('company/index.json');
const CODES = INDEX.about.codes;
const LOOK_UPS = vectors('look_ups.json');

const BAKERY = {
  results: [
    {
      siren: '111454278',
      nom_complet: 'BOULANGERIE DU BEFFROI',
      nature_juridique: '5710',
      date_creation: '2014-03-01',
      siege: {
        siret: '11145427800016',
        commune: '80021',
        activite_principale: '10.71C',
        tranche_effectif_salarie: '02',
        annee_tranche_effectif_salarie: '2023',
        caractere_employeur: 'O',
        liste_idcc: ['0843'],
      },
    },
  ],
};

function companies({ file, options }) {
  const text = readFileSync(join(VECTORS, 'company', file), 'utf8');
  if (!file.endsWith('.csv')) return [Company.fromJson(text, options)];
  const [header, ...rows] = text.replace(/^\ufeff/, '').split(/\r?\n/).filter((line) => line !== '').map((line) => line.split(','));
  return rows.map((cells) => Company.fromRow(Object.fromEntries(header.map((name, number) => [name, cells[number]]))));
}

/** Lists are compared as sets; what is absent is null, or an empty list where one is expected. */
function isSame(expected, found) {
  if (expected !== null && typeof expected === 'object' && 'or' in expected) return expected.or.some((one) => isSame(one, found));
  if (Array.isArray(expected)) return JSON.stringify([...expected].sort()) === JSON.stringify([...(found ?? [])].sort());
  if (expected !== null && typeof expected === 'object') return JSON.stringify(Object.entries(expected).sort()) === JSON.stringify(Object.entries(found).sort());
  return expected === (found ?? null);
}

for (const one of INDEX.cases) {
  test(`companies: ${one.name}`, () => {
    const { error, facts, findings: wanted = [], may = [], open } = one.expected;
    if (error !== undefined) {
      const refused = thrown(() => companies(one));
      assert.ok(refused instanceof CompanyError);
      assert.deepEqual([refused.name, refused.code], ['CompanyError', error]);
      return;
    }
    const found = companies(one);
    const rows = facts.rows ?? [facts];
    assert.equal(found.length, rows.length);
    rows.forEach((row, number) => {
      for (const [name, expected] of Object.entries(camelKeys(row))) {
        const value = found[number][name];
        assert.ok(isSame(expected, value), `${name}: ${JSON.stringify(expected)}, not ${JSON.stringify(value)}`);
      }
    });
    const findings = found.flatMap((company) => company.findings);
    for (const { code, text } of wanted) {
      assert.ok(findings.some((finding) => finding.code === code && (text ?? finding.text) === finding.text), code);
    }
    const allowed = [...wanted.map(({ code }) => code), ...may];
    for (const { code, severity } of findings.filter(({ code }) => code in CODES.findings)) {
      assert.ok(allowed.includes(code), `${code} was found`);
      assert.ok(CODES.findings[code].startsWith(severity), code);
    }
    if (open !== undefined) assert.ok(isSame(open, findings.flatMap((finding) => finding.open)));
    // What is kept as JSON is the same company.
    for (const company of found) {
      const kept = JSON.parse(JSON.stringify(company));
      const need = { subject: 's', commune: '59350' };
      assert.deepEqual(needWithCompany(need, kept), needWithCompany(need, company));
    }
  });
}

test('all the vectors are there', () => {
  assert.ok(INDEX.cases.length >= 60);
  const errors = new Set(INDEX.cases.flatMap(({ expected: { error } }) => error ?? []));
  assert.deepEqual([...errors].sort(), Object.keys(CODES.errors).sort());
});

test('a text and what was made of it are the same answer', () => {
  const company = Company.fromJson(BAKERY);
  assert.deepEqual(Company.fromJson(JSON.stringify(BAKERY)), company);
  assert.deepEqual(Company.fromJson(`\ufeff${JSON.stringify(BAKERY)}`, { siret: '111 454 278 00016' }), company);
  assert.equal(company.sources.headcountBand.field, 'siege.tranche_effectif_salarie');
  assert.deepEqual([company.createdOn, company.opco.certainty, company.nafaCodes], ['2014-03-01', 'certain', []]);
  assert.equal(labels.register[company.sources.naf.register], 'API Recherche d’entreprises');
  const other = thrown(() => Company.fromJson(BAKERY, { siret: '35600000000048' }));
  assert.deepEqual([other.code, other.message], ['no_company', 'the answer does not have the facility `35600000000048`']);
  const wrong = thrown(() => Company.fromJson(BAKERY, { siret: '11145427800017' }));
  assert.ok(wrong instanceof CompanyError);
  assert.deepEqual([wrong.code, wrong.field], ['invalid_value', 'siret']);
  assert.equal(thrown(() => Company.fromJson(BAKERY, { siren: '111454278' })).code, 'unknown_field');
  for (const nothing of [undefined, null, 3, [], '']) assert.ok(thrown(() => Company.fromJson(nothing)).code, String(nothing));
});

test('a register and a hand route alike', async () => {
  const router = await Router.open(SAMPLE);
  const need = { id: 'b-17', subject: 'recruter', on: '2026-11-23' };
  const completed = needWithCompany(need, Company.fromJson(BAKERY));
  const typed = {
    ...need,
    commune: '80021',
    siret: '11145427800016',
    naf: '10.71C',
    headcountBand: '02',
    employer: true,
    legalForm: '5710',
    createdOn: '2014-03-01',
    idcc: ['0843'],
  };
  assert.deepEqual(completed.findings, []);
  const matches = router.matchExperts(completed.need);
  assert.ok(matches.length > 3);
  assert.deepEqual(matches, router.matchExperts(typed));
  assert.notDeepEqual(matches, router.matchExperts({ ...typed, commune: '59350' }));
});

test('what a need says stays', () => {
  const company = Company.fromJson(BAKERY);
  const completed = needWithCompany({ subject: 'recruter', commune: '59350', legalForm: '5499' }, company);
  assert.deepEqual([completed.need.commune, completed.need.naf], ['59350', '10.71C']);
  const [, form] = completed.findings;
  assert.deepEqual([form.code, form.field, form.text, form.taken], ['differs_from_need', 'legalForm', '5499', '5710']);
  assert.equal(form.message, 'of `legalForm` the need says `5499`, and the register `5710`: what the need says stays');
  assert.equal(findingMessage(form, 'en'), form.message);
  assert.equal(findingMessage(form), 'pour `legalForm` le besoin dit `5499`, et le registre `5710` : ce que dit le besoin reste');
});

test('what is no company is refused', () => {
  const faults = [
    [{ comune: '80021' }, 'unknown_field', 'company.comune', 'did you mean `commune`?'],
    [{ naf: '10.71' }, 'invalid_value', 'company.naf', undefined],
    [{ sources: { headcountBand: { register: 'rne' } } }, 'missing_field', 'company.sources.headcountBand.field', undefined],
    [{ createdOn: 'hier' }, 'invalid_value', 'company.createdOn', undefined],
  ];
  for (const [company, code, field, hint] of faults) {
    const error = thrown(() => needWithCompany({ subject: 's' }, company));
    assert.ok(error instanceof CompanyError, code);
    assert.deepEqual([error.code, error.field, error.hint], [code, field, hint]);
  }
  assert.ok(thrown(() => needWithCompany({ naf: '?' }, {})) instanceof NeedError);
});

test('rows hold texts', () => {
  const row = { siret: '82161143100015', codeCommuneEtablissement: '6088', nom: null, denominationUniteLegale: ' ' };
  const company = Company.fromRow(row);
  assert.deepEqual([company.commune, company.name], ['06088', undefined]);
  assert.deepEqual(Company.fromRow(new Map([['siret', '82161143100015'], ['codeCommuneEtablissement', '6088']])).commune, '06088');
  const error = thrown(() => Company.fromRow({ ...row, siret: 82161143100015 }));
  assert.deepEqual([error.code, error.field], ['invalid_value', 'row.siret']);
  assert.equal(thrown(() => Company.fromRow({ siret: '82161143100015', nom: 'A' })).code, 'unknown_shape');
});

test('activities are looked up', () => {
  assert.ok(LOOK_UPS.naf.length >= 14);
  for (const one of LOOK_UPS.naf) {
    if (one.error !== undefined) {
      const error = thrown(() => naf(one.code));
      assert.ok(error instanceof CompanyError, one.code);
      assert.deepEqual([error.code, error.field], [one.error, 'code']);
      if ('hint' in one) assert.equal(error.hint ?? null, one.hint);
      continue;
    }
    const found = naf(one.code);
    for (const name of ['entry', 'version', 'label']) {
      if (name in one) assert.equal(found[name] ?? null, one[name], one.code);
    }
    for (const name of ['levels', 'codes', 'correspondents']) {
      if (name in one) assert.deepEqual(found[name].map(({ entry }) => entry), one[name], one.code);
    }
  }
});

test('agreements lead to OPCO', () => {
  assert.ok(LOOK_UPS.opco.length >= 9);
  for (const { idcc, error, certainty, opcos } of LOOK_UPS.opco) {
    if (error !== undefined) {
      const refused = thrown(() => opcoOfAgreements(idcc));
      assert.deepEqual([refused.name, refused.code, refused.field], ['CompanyError', error, 'idcc[0]']);
      continue;
    }
    const found = opcoOfAgreements(idcc);
    assert.deepEqual([found.certainty, Object.fromEntries(found.opcos.map(({ id, name }) => [id, name]))], [certainty, opcos]);
  }
  assert.equal(labels.opcoCertainty.ambiguous, 'ambigu');
});

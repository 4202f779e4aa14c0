// What comes out: matches, explanations, coverage, comparisons, directories, geography.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { BatchResults, Directory, Geography, Match, Matches, NeedError, Router } from 'aiguillage';

import { SAMPLE, SMALL, VECTORS, vectors } from './shared.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'));
after(() => rmSync(folder, { recursive: true }));

const router = Router.fromJson(SMALL);
const NEED = { subject: 'recruter', commune: '80021', on: '2026-11-23' };

test('matches are an array that knows how they were found', () => {
  const matches = router.matchExperts(NEED);
  assert.ok(Array.isArray(matches) && matches instanceof Matches);
  assert.deepEqual([matches.length, matches.rules, matches.on], [2, 'every', '2026-11-23']);
  assert.deepEqual(JSON.parse(JSON.stringify(matches)), [
    {
      expert: 'grands-comptes',
      antenne: 'somme',
      institution: 'cci',
      subject: 'recruter',
      zone: 'departement:80',
      zoneOwner: 'antenne',
      unverified: ['headcount'],
    },
    {
      expert: 'recrutement',
      antenne: 'somme',
      institution: 'cci',
      subject: 'recruter',
      zone: 'departement:80',
      zoneOwner: 'antenne',
      note: 'sur rendez-vous',
      absentUntil: '2026-11-30',
    },
  ]);
  const [first, second] = matches;
  assert.ok(first instanceof Match);
  assert.equal(first.note, undefined);
  assert.equal(first.antenne, second.antenne);
  assert.equal(first.institution.name, 'CCI');
  assert.deepEqual(Object.keys({ ...first }).length, 10);
  const names = matches.map((match) => match.expert.name);
  assert.ok(!(names instanceof Matches) && !(matches.slice(0, 1) instanceof Matches));
  assert.deepEqual(router.matchExperts({ ...NEED, commune: '59350' }).length, 0);
  assert.match(router.matchExperts({ subject: 'recruter', commune: '80021' }).on, /^\d{4}-\d\d-\d\d$/);
});

test('records are whole, frozen and shared', () => {
  const [match] = router.matchExperts(NEED);
  assert.deepEqual(match.expert, {
    id: 'grands-comptes',
    antenne: 'somme',
    name: 'Conseiller grands comptes',
    zones: [],
    active: true,
    capacity: 1,
    absences: [],
    members: [],
    competences: [{ subject: 'recruter', zones: [] }],
    criteria: [
      {
        subjects: [],
        minHeadcount: 50,
        acceptedNaf: [],
        excludedNaf: [],
        acceptedLegalForms: [],
        excludedLegalForms: [],
        excludedZones: [],
        origins: [],
        acceptedActivities: [],
        excludedActivities: [],
        acceptedNafa: [],
        excludedNafa: [],
        acceptedIdcc: [],
        excludedIdcc: [],
        qualities: {},
        whenUnknown: 'accept',
        anyOf: [],
      },
    ],
    answerGroups: [],
  });
  assert.ok(Object.isFrozen(match.expert) && Object.isFrozen(match.expert.criteria));
  assert.equal(router.matchExperts(NEED)[0].expert, match.expert);
  assert.deepEqual(router.directory.experts[1], match.expert);
  assert.throws(() => (match.expert.name = 'x'), TypeError);
});

test('more matches than there was room for', () => {
  const many = JSON.parse(SMALL);
  const expert = (number) => ({ id: `e${number}`, antenne: 'somme', name: 'E', competences: [{ subject: 'recruter', note: `n${number}` }] });
  many.experts = Array.from({ length: 5000 }, (_, number) => expert(number));
  const crowd = Router.fromJson(JSON.stringify(many));
  const matches = crowd.matchExperts(NEED);
  assert.equal(new Set(matches.map((match) => match.expert.id)).size, 5000);
  assert.ok(matches.every((match) => match.note === `n${match.expert.id.slice(1)}`));
  assert.equal(crowd.matchExperts(NEED).length, 5000);
});

test('zones of every kind come out as they went in', () => {
  const zones = ['commune:2A004', 'commune:01001', 'ept:200057867', 'epci:200093201', 'departement:2A', 'departement:974', 'region:01', 'france'];
  const communes = ['2A004', '01001', '93066', '59350', '2A247', '97411', '97120', '75112'];
  const directory = JSON.parse(SMALL);
  const expert = (zone) => ({ id: zone, antenne: 'somme', name: 'E', zones: [zone], competences: [{ subject: 'recruter' }] });
  directory.experts = zones.map(expert);
  const narrow = Router.fromJson(JSON.stringify(directory));
  for (const [number, commune] of communes.entries()) {
    const matches = narrow.matchExperts({ ...NEED, commune });
    const zone = zones[number];
    assert.equal(matches.find((match) => match.expert.id === zone)?.zone, zone, zone);
    assert.ok(matches.every((match) => match.zone === match.expert.id && match.zoneOwner === 'expert'));
  }
});

test('a batch answers row by row', async () => {
  const needs = [NEED, { ...NEED, commune: '99999' }, null, { ...NEED, headcont: 1 }, NEED];
  const results = await router.matchBatch(needs, { limit: 1 });
  assert.ok(results instanceof BatchResults);
  assert.equal(results.length, 5);
  assert.deepEqual(results.at(0), router.matchExperts(NEED, { limit: 1 }));
  assert.deepEqual(results.at(-1), results.at(0));
  assert.equal(results.at(5), undefined);
  assert.equal(results.at(-6), undefined);
  assert.deepEqual(results.at(NaN), results.at(0));
  const codes = [...results].map((result) => (result instanceof NeedError ? result.code : result.length));
  assert.deepEqual(codes, [1, 'unknown_commune', 'invalid_value', 'unknown_field', 1]);
  assert.deepEqual([...results.entries()].map(([row]) => row), [0, 1, 2, 3, 4]);
  assert.equal((await router.matchBatch([])).length, 0);
  assert.equal((await router.matchBatch(new Set([NEED]))).length, 1);
  assert.equal((await router.matchBatch((function* () { yield NEED; yield {}; })())).length, 2);
  assert.equal((await router.matchBatch(new Array(3))).at(0).code, 'invalid_value');
});

test('a batch of several parts is the needs one by one', async () => {
  const sample = await Router.open(SAMPLE);
  const subjects = sample.directory.subjects.map((subject) => subject.id);
  const communes = Geography.embedded().communesOf('region:32').map((commune) => commune.code);
  const needs = Array.from({ length: 10_000 }, (_, row) => ({
    id: String(row),
    subject: subjects[row % subjects.length],
    commune: row % 97 === 0 ? '99999' : communes[(row * 31) % communes.length],
    headcount: row % 50,
    on: '2026-11-23',
  }));
  const results = await sample.matchBatch(needs);
  for (const [row, result] of results.entries()) {
    if (row % 97 === 0) assert.equal(result.code, 'unknown_commune');
    else if (!isDeepStrictEqual(result, sample.matchExperts(needs[row]))) assert.fail(`row ${row} differs`);
  }
});

test('explanations agree with matches', () => {
  const explanation = router.explain({ ...NEED, headcount: 3 });
  assert.deepEqual([explanation.rules, explanation.subject.id, explanation.commune], ['every', 'recruter', 'commune:80021']);
  assert.deepEqual(explanation.funnel.map((step) => step.left), [2, 2, 2, 2, 2, 1, 1]);
  const [stopped] = explanation.experts.filter((verdict) => !verdict.matches);
  const [verdict] = stopped.stoppedBy;
  assert.deepEqual([stopped.expert.id, verdict.rule, verdict.owner, verdict.fields], ['grands-comptes', 'criteria', 'expert', ['headcount']]);
  assert.equal(verdict.criterion.minHeadcount, 50);
  assert.match(verdict.sentence, /salariés/);
  assert.deepEqual(explanation.nearest.map((miss) => [miss.expert.id, miss.stoppedBy]), [['grands-comptes', 'criteria']]);
  const strict = JSON.parse(SMALL);
  strict.experts[1].criteria = [{ min_years: 3 }];
  const { missing } = Router.fromJson(JSON.stringify(strict)).explain(NEED);
  assert.deepEqual(missing, [{ field: 'createdOn', unlocks: 1, concerns: 1 }]);
});

test('coverage', async () => {
  const coverage = await router.coverage({ zones: ['region:32'] });
  assert.equal(coverage.communes, 3782);
  const [covered] = coverage.subjects;
  assert.equal(covered.subject.id, 'recruter');
  assert.deepEqual(covered.gaps.map((area) => area.zone), ['departement:02', 'departement:59', 'departement:60', 'departement:62']);
  assert.deepEqual(covered.overlaps.map((area) => [area.zone, area.institution.id]), [['departement:80', 'cci']]);
  assert.deepEqual(covered.byZone.map((zone) => zone.zone), ['departement:02', 'departement:59', 'departement:60', 'departement:62', 'departement:80']);
  assert.deepEqual([covered.expertsIn('80021'), covered.expertsIn('59350'), covered.expertsIn('75056')], [2, 0, undefined]);
  assert.equal(new Map(covered.expertsByCommune()).get('80021'), 2);
  const [regions] = (await router.coverage({}, { by: 'region' })).subjects;
  assert.equal(regions.byZone.length, 18);
  const [profiled] = (await router.coverage({ zones: ['commune:80021'], profile: { headcount: 3 }, on: new Date('2026-11-23') })).subjects;
  assert.equal(profiled.expertsIn('80021'), 0);
});

test('what a new directory changes', async () => {
  const other = JSON.parse(SMALL);
  other.experts[0].zones = ['departement:59'];
  other.experts.push({ id: 'nouveau', antenne: 'somme', name: 'N', competences: [{ subject: 'recruter' }] });
  const comparison = await router.compare(Router.fromJson(JSON.stringify(other)), [{ id: 'n', ...NEED }, { ...NEED, commune: '99999' }]);
  assert.equal(comparison.needs, 2);
  assert.deepEqual(comparison.differences, [
    {
      position: 0,
      need: 'n',
      changes: [
        { expert: 'nouveau', institution: 'cci', kind: 'gained', cause: 'expert' },
        { expert: 'recrutement', institution: 'cci', kind: 'lost', cause: 'territory' },
      ],
    },
  ]);
  assert.deepEqual(comparison.summary, [{ institution: 'cci', subject: 'recruter', gained: 1, lost: 1 }]);
  const narrower = JSON.parse(SMALL);
  narrower.subjects[0].questions = [];
  const answered = { ...NEED, answers: { handicap: true } };
  const [{ refusal }] = (await router.compare(Router.fromJson(JSON.stringify(narrower)), [answered])).differences;
  assert.deepEqual([refusal.bySecond, refusal.code], [true, 'unknown_question']);
  await assert.rejects(router.compare(router, [NEED, { ...NEED, naf: 'x' }]), { code: 'invalid_value', field: 'naf', row: 1 });
  assert.deepEqual(await router.compare(router, []), { needs: 0, differences: [], summary: [] });
});

test('demand names the change that brings most', async () => {
  const needs = [
    { id: 'b-1', ...NEED, headcount: 60 },
    { ...NEED, commune: '59350', headcount: 60 },
    { ...NEED, commune: '99999' },
    { ...NEED, naf: 'x' },
  ];
  const report = await router.demand(needs, { kinds: ['zone'], language: 'en' });
  assert.deepEqual([report.by, report.needs], ['institution', 2]);
  assert.deepEqual(
    report.faults.map(({ position, code }) => [position, code]),
    [[2, 'unknown_commune'], [3, 'invalid_value']],
  );
  const row = report.rows.find(({ id }) => id === 'cci');
  assert.deepEqual([row.asked, row.matched, row.outside, row.referrals], [1, 1, 1, undefined]);
  assert.deepEqual(row.institution, router.directory.institution('cci'));
  const [first] = row.changes;
  assert.deepEqual([first.kind, first.target, first.after, first.needs], ['zone', 'antenne', 'commune:59350', 1]);
  assert.match(first.sentence, /^Add Lille \(commune:59350\) to the territory of the antenne/);
  const changed = await router.withChanges(first.document).demand(needs, { institutions: ['cci'], changes: 0 });
  assert.equal(changed.rows[0].matched, 2);
  const sent = {
    id: 'r', need: 'b-1', expert: 'recrutement', institution: 'cci', sentOn: '2026-11-02',
    state: 'done', takenOn: '2026-11-03', closedOn: '2026-11-05',
  };
  const told = await router.demand(needs, { by: 'expert' }, { referrals: [sent] });
  assert.deepEqual(told.rows.find(({ id }) => id === 'recrutement').referrals, { sent: 1, answered: 1, helped: 1 });
  await assert.rejects(router.demand(needs, { institutions: ['zz'] }), { code: 'unknown_institution', field: 'institutions' });
});

test('a changed router, and the one that stays', async () => {
  const [, before] = router.directory.experts;
  assert.equal(before.id, 'grands-comptes');
  const changed = router.withChanges({
    experts: [
      { ...before, criteria: [{ minHeadcount: 10 }], absences: [{ from: new Date(2026, 10, 1), until: '2026-11-30' }] },
      { id: 'nouveau', antenne: 'somme', name: 'N', competences: [{ subject: 'recruter' }] },
    ],
    removed: { experts: ['recrutement'] },
  });
  const ids = (one, need) => one.matchExperts({ ...NEED, ...need }).map((match) => match.expert.id);
  assert.deepEqual(ids(changed, { headcount: 12 }), ['nouveau', 'grands-comptes']);
  assert.deepEqual(ids(changed, { headcount: 3 }), ['nouveau']);
  assert.deepEqual(ids(router, { headcount: 3 }), ['recrutement']);
  assert.equal(changed.matchExperts({ ...NEED, headcount: 12 })[1].absentUntil, '2026-11-30');
  // Answers name questions by their ids, whatever these look like.
  const answers = { handicap: false };
  const asking = router.withChanges({ institutions: [{ id: 'cci', name: 'CCI', answerGroups: [{ subject: 'recruter', answers }] }] });
  assert.deepEqual(asking.directory.institutions[0].answerGroups, [{ subject: 'recruter', answers }]);
  assert.deepEqual(ids(asking, { answers: { handicap: true } }), []);
  assert.equal(router.withChanges('{"removed": {"experts": ["recrutement"]}}').directory.experts.length, 1);
  assert.throws(() => router.withChanges({ removed: { antennes: ['somme'] } }), { name: 'DirectoryError', code: 'unknown_antenne' });
  assert.throws(() => router.withChanges({ expert: [] }), { name: 'DirectoryError', code: 'unknown_field' });
  for (const none of [undefined, 1, [], () => 1]) {
    assert.throws(() => router.withChanges(none), { code: 'invalid_value', field: 'changes' });
  }
});

test('an expert who holds a subject twice offers what covers the commune', async () => {
  const directory = JSON.parse(SMALL);
  directory.experts[0].competences = [
    { subject: 'recruter', note: 'partout' },
    { subject: 'recruter', note: 'à Amiens', zones: ['commune:80021'] },
    { subject: 'recruter', note: 'à Lille', zones: ['commune:59350'] },
  ];
  const twice = Router.fromJson(JSON.stringify(directory));
  const offer = async (commune) => {
    const need = { ...NEED, commune };
    const [[match], [inBatch]] = [twice.matchExperts(need), (await twice.matchBatch([{}, need])).at(1)].map((found) =>
      found.filter((one) => one.expert.id === 'recrutement'),
    );
    assert.deepEqual(inBatch, match);
    return [match.zone, match.zoneOwner, match.note];
  };
  assert.deepEqual(await offer('80021'), ['commune:80021', 'competence', 'partout; à Amiens']);
  assert.deepEqual(await offer('59350'), ['commune:59350', 'competence', 'à Lille']);
  assert.deepEqual(await offer('80001'), ['departement:80', 'antenne', 'partout']);
});

test('directories come and go in every form', async () => {
  const directory = await Directory.open(SAMPLE);
  assert.deepEqual(await Directory.check(pathToFileURL(SAMPLE)), []);
  assert.equal(directory.experts.length, (await Router.open(SAMPLE)).directory.experts.length);
  assert.ok(Directory.fromJson(directory.toJson()).equals(directory));
  await directory.saveCsv(join(folder, 'csv'));
  assert.ok((await Directory.open(join(folder, 'csv'))).equals(directory));
  assert.equal(directory.withRules('any-in-level').rules, 'any-in-level');
  assert.ok(!directory.withRules('any-in-level').equals(directory));
  assert.equal(Router.of(directory.withRules('any-in-level')).matchExperts({ subject: 'recruter', commune: '80021' }).rules, 'any-in-level');
  assert.equal(directory.geography.year, 2026);
  for (const list of ['themes', 'subjects', 'institutions', 'antennes', 'experts']) {
    assert.ok(directory[list].length > 0 && Object.isFrozen(directory[list]), list);
    const find = list.slice(0, -1);
    for (const record of directory[list]) assert.equal(directory[find](record.id), record, list);
    assert.equal(directory[find]('nobody'), undefined, list);
  }
  const snapshot = join(folder, 'router.bin');
  await Router.of(directory).save(snapshot);
  assert.ok((await Router.load(snapshot)).directory.equals(directory));
});

test('what is exported reads back', async () => {
  const directory = await Directory.open(SAMPLE);
  const antennes = [{ name: 'antennes.csv', bytes: Buffer.from(directory.exportAntennes()) }];
  const experts = [{ name: 'experts.csv', bytes: Buffer.from(directory.exportExperts()) }];
  const again = await directory.importSheets({ antennes, experts, whole: true });
  assert.ok(again.equals(directory));
  assert.deepEqual(again.diagnostics, []);
  for (const list of ['antennes', 'experts']) {
    const same = directory[list].map((record) => record.id);
    assert.deepEqual(again.update[list], { added: [], changed: [], same, gone: [] });
  }
  await assert.rejects(directory.importSheets({ experts: antennes }), { name: 'DirectoryError', code: 'missing_field' });
});

test('headcounts that differ are remarked', () => {
  const need = { subject: 'recruter', commune: '80021', headcount: 1 };
  const found = router.matchExperts({ ...need, headcountBand: 'NN' });
  assert.deepEqual([found.headcountDiffers, found.communeIsLikely, found.commune], [true, false, '80021']);
  assert.equal(router.matchExperts({ ...need, headcountBand: '01' }).headcountDiffers, false);
  assert.equal(router.explain({ ...need, headcountBand: 'NN' }).headcountDiffers, true);
});

test('the caller chooses the sheet of a workbook', async () => {
  const base = Directory.fromJson(JSON.stringify(vectors('sheets/index.json').bases.small));
  const workbook = join(VECTORS, 'sheets', 'xlsx-two-sheets-that-fit.xlsx');
  const experts = [{ name: 'deux.xlsx', bytes: readFileSync(workbook) }];
  const chosen = await base.importSheets({ experts, sheets: ['sud'] });
  assert.deepEqual(
    chosen.experts.map((expert) => expert.name),
    ['Ana Petit'],
  );
  await assert.rejects(base.importSheets({ experts }), { code: 'several_sheets' });
  await assert.rejects(base.importSheets({ experts, sheets: ['Sud', 'Est'] }), { code: 'unknown_sheet' });
  await assert.rejects(base.importSheets({ experts, sheets: 'Sud' }), { field: 'sheets' });
});

test('directories are merged, or their conflicts are named', () => {
  const one = router.directory;
  assert.ok(one.merge(one, one).equals(one));
  const other = JSON.parse(one.toJson());
  other.experts[0].name = 'Autre';
  assert.throws(
    () => one.merge(one, Directory.fromJson(JSON.stringify(other))),
    ({ code, diagnostics: [only] }) => code === 'conflicting_records' && only.text === other.experts[0].id,
  );
  assert.throws(() => one.merge('x'), { name: 'AiguillageError', field: 'directory' });
});

test('two directories differ by their records', () => {
  const later = JSON.parse(SMALL);
  const [recruiter] = later.experts;
  const created = { id: 'nouveau', antenne: 'somme', name: 'N', competences: [{ subject: 'recruter' }] };
  later.experts = [{ ...recruiter, email: undefined, zones: ['departement:59'] }, created];
  const difference = router.directory.diff(Directory.fromJson(JSON.stringify(later)));
  const same = { added: [], changed: [], removed: [] };
  assert.deepEqual(difference, {
    territories: same,
    themes: same,
    subjects: same,
    institutions: same,
    antennes: same,
    experts: {
      added: ['nouveau'],
      changed: [
        {
          id: 'recrutement',
          fields: [
            { field: 'email', before: 'recrutement@cci.example' },
            { field: 'zones', after: 'departement:59' },
          ],
        },
      ],
      removed: ['grands-comptes'],
    },
    fields: [],
  });
  assert.deepEqual(router.directory.diff(router.directory).experts, same);
  for (const none of [undefined, 'later', router]) {
    assert.throws(() => router.directory.diff(none), { name: 'AiguillageError', code: 'invalid_value', field: 'directory' });
  }
});

test('a lenient reading leaves out what is faulty', async () => {
  const faulty = JSON.parse(SMALL);
  faulty.antennes[0].zones.push('commune:99999');
  const text = JSON.stringify(faulty);
  const lenient = Router.fromJson(text, { lenient: true });
  const [finding] = lenient.directory.diagnostics;
  assert.deepEqual([finding.severity, finding.code, finding.line], ['error', 'unknown_zone', 1]);
  assert.equal(lenient.matchExperts(NEED).length, 2);
  assert.throws(() => Router.fromJson(text), { name: 'DirectoryError', code: 'unknown_zone' });
});

test('geography', async () => {
  const geography = Geography.embedded();
  assert.equal(Geography.embedded(), geography);
  assert.equal(geography.year, 2026);
  assert.match(geography.source, /INSEE/i);
  assert.equal(geography.commune('59350').name, 'Lille');
  assert.equal(geography.commune('99999'), undefined);
  assert.equal(geography.resolve('02695'), '02054');
  assert.equal(geography.resolve('x'), undefined);
  assert.deepEqual(geography.byPostalCode('75012').map((commune) => commune.code), ['75112']);
  assert.equal(geography.search('saint etienne', 1)[0].code, '42218');
  assert.deepEqual(geography.search('lille', 0), []);
  assert.deepEqual(geography.zonesContaining('80021'), ['commune:80021', 'epci:248000531', 'departement:80', 'region:32', 'france']);
  assert.equal(geography.communesOf('departement:75').length, 20);
  assert.equal(geography.zones('region').length, 18);
  assert.equal(geography.zoneName('region:32'), 'Hauts-de-France');
  assert.equal(geography.zoneName('region:99'), undefined);
  assert.ok(geography.population('france') > 60_000_000);
  const same = await Geography.open(join(SAMPLE, '..', '..', 'core', 'data', 'cog-2026.bin'));
  assert.equal(Router.fromJson(SMALL, { geography: same }).directory.geography.year, 2026);
});

// What goes in: fields, dates, options, and everything that is none.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import vm from 'node:vm';

import { AiguillageError, Directory, Geography, NeedError, Router } from 'aiguillage';

import { PACKAGE, rejected, SMALL, thrown } from './shared.mjs';

const router = Router.fromJson(SMALL);
const NEED = { subject: 'recruter', commune: '80021', on: '2026-11-23' };
const experts = (need, options) => router.matchExperts(need, options).map((match) => match.expert.id);

/** What is wrong with a need, as programs look at it. */
function fault(need, options) {
  const error = thrown(() => router.matchExperts(need, options));
  assert.ok(error instanceof NeedError && error instanceof AiguillageError && error instanceof Error);
  assert.equal(error.name, 'NeedError');
  assert.ok(error.hint === undefined || error.message.endsWith(error.hint));
  return [error.code, error.field];
}

test('nothing is nothing, however it is written', () => {
  const bare = router.matchExperts(NEED);
  for (const nothing of [undefined, null, '', '  ']) {
    const fields = ['id', 'siret', 'naf', 'naf2025', 'headcount', 'headcountBand', 'legalForm', 'createdOn', 'opco', 'origin'];
    const blank = Object.fromEntries(fields.map((field) => [field, nothing]));
    assert.deepEqual(router.matchExperts({ ...NEED, ...blank }), bare);
  }
  assert.deepEqual(router.matchExperts({ ...NEED, nafaCodes: [], activities: [], answers: {} }), bare);
  assert.deepEqual(router.matchExperts({ ...NEED, answers: { handicap: undefined } }), bare);
  assert.deepEqual(router.matchExperts(NEED, { limit: undefined, perInstitution: null, load: undefined }), bare);
  assert.deepEqual(router.matchExperts(NEED, null), bare);
});

test('every field is read', () => {
  const need = {
    ...NEED,
    id: 'n',
    siret: '82161143100015',
    naf: '10.71C',
    naf2025: '10.71G',
    nafaCodes: ['4002CZ'],
    headcount: 60,
    headcountBand: '21',
    legalForm: '5710',
    createdOn: '2020-02-29',
    activities: new Set(['COMMERCIALE']),
    opco: 'akto',
    origin: 'site',
    employer: true,
    balanceSheet: 20_000n,
    microEntrepreneur: false,
    idcc: ['1486', '0016'],
    qualities: { ess: true, bio: undefined },
    answers: new Map([['handicap', true]]),
  };
  assert.deepEqual(experts(need).sort(), ['grands-comptes', 'recrutement']);
  assert.deepEqual(experts({ ...need, headcount: 12n, headcountBand: '11' }), ['recrutement']);
  // The exact headcount counts, whatever the band.
  assert.deepEqual(experts({ ...need, headcount: 12 }), ['recrutement']);
  assert.deepEqual(fault({ ...need, employer: 'oui' }), ['invalid_value', 'employer']);
  for (const wrong of ['14866', '16']) assert.deepEqual(fault({ ...need, idcc: [wrong] }), ['invalid_value', 'idcc']);
});

test('dates are days', () => {
  const away = (on) => router.matchExperts({ ...NEED, on }).some((match) => match.absentUntil === '2026-11-30');
  assert.equal(away('2026-11-30'), true);
  assert.equal(away('2026-12-01'), false);
  assert.equal(away(new Date('2026-11-30')), true);
  assert.equal(away(new Date(2026, 10, 30)), true);
  assert.equal(away(new Date(2026, 10, 30, 23, 59)), true);
  assert.equal(away(vm.runInNewContext('new Date("2026-11-30")')), true);
  assert.equal(router.matchExperts({ ...NEED, on: new Date(Date.UTC(2026, 1, 3)) }).on, '2026-02-03');
  for (const none of [new Date(NaN), new Date(Date.UTC(20_000, 1, 1)), 20261130, '30/11/2026', '2026-02-30', {}]) {
    assert.deepEqual(fault({ ...NEED, on: none }), ['invalid_value', 'on'], String(none));
  }
});

test('a date is the same day in every time zone', () => {
  const script = `
    const { Router } = require('aiguillage');
    const router = Router.fromJson(process.env.SMALL);
    const dates = [new Date('2026-11-23'), new Date(2026, 10, 23), new Date(2026, 10, 23, 12)];
    console.log(dates.map((on) => router.matchExperts({ subject: 'recruter', commune: '80021', on }).on).join());`;
  for (const TZ of ['America/New_York', 'Europe/Paris', 'Pacific/Auckland', 'UTC']) {
    const env = { ...process.env, TZ, SMALL };
    const shown = execFileSync(process.execPath, ['-e', script], { cwd: PACKAGE, env, encoding: 'utf8' });
    assert.equal(shown.trim(), '2026-11-23,2026-11-23,2026-11-23', TZ);
  }
});

test('names and values that are none are told, with their property', () => {
  assert.deepEqual(fault({ ...NEED, headcont: 3 }), ['unknown_field', 'headcont']);
  assert.deepEqual(fault({ ...NEED, headcont: undefined }), ['unknown_field', 'headcont']);
  assert.equal(thrown(() => router.matchExperts({ ...NEED, headcountBnd: '11' })).hint, 'did you mean `headcountBand`?');
  assert.deepEqual(fault({ ...NEED, 'a\u001fb\u001e': 1 })[0], 'unknown_field');
  assert.deepEqual(fault({ ...NEED, headcount_band: '11', headcountBand: '11' }), ['invalid_value', 'headcountBand']);
  const circular = [];
  circular.push(circular);
  const wrong = {
    id: [1, {}, true, Symbol('s'), () => 1],
    subject: [1, [], NaN],
    commune: [80021, {}],
    siret: [8216114310001, '82161143100010'],
    headcount: ['3', -1, 1.5, NaN, Infinity, 1e300, 2n ** 70n, true, {}],
    headcountBand: ['13', 11],
    nafaCodes: ['4002CZ', 1, {}, [1], circular, new Array(1e8), [1n]],
    activities: ['COMMERCIALE', { COMMERCIALE: true }, [[['x']]], new Array(4e9), deep()],
    answers: [[], 'handicap=oui', 1, circular, { handicap: true, toJSON: () => 1 }],
    createdOn: [0, true, '2026-13-01', new Date(NaN), '2026-12-24'],
  };
  for (const [field, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.deepEqual(fault({ ...NEED, [field]: value }), ['invalid_value', field], `${field}: ${typeof value}`);
    }
  }
  assert.deepEqual(fault({ ...NEED, answers: { handicap: 'oui' } }), ['invalid_value', 'answers.handicap']);
  assert.deepEqual(fault({ ...NEED, answers: { handicap: ['oui', true] } }), ['invalid_value', 'answers.handicap']);
  assert.deepEqual(fault({ ...NEED, answers: { handicaps: true } }), ['unknown_question', 'answers.handicaps']);
  assert.match(thrown(() => router.matchExperts({ ...NEED, createdOn: 0 })).message, /`createdOn` is a date/);
});

function deep() {
  let list = [];
  for (let depth = 0; depth < 100_000; depth++) list = [list];
  return list;
}

test('what is no need is told', () => {
  for (const none of [undefined, null, 1, 'recruter', true, Symbol('s'), () => NEED, [NEED], 1n, new Array(1e8)]) {
    assert.deepEqual(fault(none), ['invalid_value', undefined], typeof none);
  }
  assert.deepEqual(fault({}), ['missing_field', 'subject']);
  assert.deepEqual(fault({ subject: 'recruter' }), ['missing_field', 'commune']);
});

test('only own properties are read', () => {
  const { NEED: inherited } = { NEED: Object.create({ subject: 'recruter', commune: '80021' }) };
  assert.deepEqual(fault(inherited), ['missing_field', 'subject']);
  assert.deepEqual(fault(JSON.parse('{"subject": "recruter", "commune": "80021", "__proto__": {"x": 1}}')), [
    'unknown_field',
    '__proto__',
  ]);
  class Typed {
    subject = 'recruter';
    commune = '80021';
    on = '2026-11-23';
    get headcount() {
      return 1;
    }
  }
  assert.deepEqual(experts(new Typed()), experts(NEED));
  assert.deepEqual(experts(Object.assign(Object.create(null), NEED)), experts(NEED));
  assert.deepEqual(experts(new Proxy(NEED, {})), experts(NEED));
  const polluted = { ...NEED, toString: undefined };
  assert.deepEqual(fault(polluted), ['unknown_field', 'toString']);
});

test('any text may be given', () => {
  for (const text of ['\u001f', '\u001f\u001f', 'a\u001eb', '\u001d\u001c', '\ud800', '\0', 'é'.repeat(100_000), '“ ”']) {
    assert.deepEqual(fault({ ...NEED, subject: `x${text}` }), ['unknown_subject', 'subject']);
    assert.deepEqual(experts({ ...NEED, id: text, origin: text }).sort(), experts(NEED).sort());
  }
});

test('options are checked', () => {
  assert.deepEqual(experts(NEED, { limit: 1 }).length, 1);
  assert.deepEqual(experts(NEED, { limit: 0 }), []);
  assert.deepEqual(experts(NEED, { perInstitution: 1 }).length, 1);
  const load = { recrutement: 0.5 };
  assert.deepEqual(experts(NEED, { load: new Map(Object.entries(load)) }), experts(NEED, { load }));
  assert.deepEqual(fault(NEED, { limits: 1 }), ['unknown_field', 'limits']);
  assert.deepEqual(fault(NEED, { limit: -1 }), ['invalid_value', 'limit']);
  assert.deepEqual(fault(NEED, { limit: '1' }), ['invalid_value', 'limit']);
  assert.deepEqual(fault(NEED, { perInstitution: 1.5 }), ['invalid_value', 'perInstitution']);
  assert.deepEqual(fault(NEED, { load: { nobody: 1 } }), ['unknown_expert', 'load']);
  assert.deepEqual(fault(NEED, { load: { recrutement: '1' } }), ['invalid_value', 'load.recrutement']);
  assert.deepEqual(fault(NEED, { load: { recrutement: -1 } }), ['invalid_value', 'load']);
  for (const none of [1, 'limit', [1], () => 1]) {
    const error = thrown(() => router.matchExperts(NEED, none));
    assert.deepEqual([error.code, error.field], ['invalid_value', 'options']);
  }
});

test('a need is checked without being routed', () => {
  assert.equal(router.checkNeed({ ...NEED, headcount: 3n, createdOn: new Date(2020, 1, 29), activities: new Set(['COMMERCIALE']) }), undefined);
  assert.equal(router.checkNeed({ commune: '80021', on: new Date(2026, 10, 23) }), undefined);
  const field = (need) => {
    const error = thrown(() => router.checkNeed(need));
    assert.ok(error instanceof NeedError);
    return [error.code, error.field];
  };
  assert.deepEqual(field({ commune: '59800' }), ['unknown_commune', 'commune']);
  assert.deepEqual(field({ commune: '80021', headcountBand: '13' }), ['invalid_value', 'headcountBand']);
  assert.deepEqual(field({ commune: '80021', createdOn: new Date(NaN) }), ['invalid_value', 'createdOn']);
  assert.deepEqual(field({ commune: '80021', headcount: Symbol('s') }), ['invalid_value', 'headcount']);
  assert.deepEqual(field({ commune: '80021', headcont: 3 }), ['unknown_field', 'headcont']);
  assert.deepEqual(field(JSON.parse('{"commune": "80021", "__proto__": {"x": 1}}')), ['unknown_field', '__proto__']);
  assert.deepEqual(field({ commune: '80021', answers: { handicaps: true } }), ['unknown_question', 'answers.handicaps']);
  assert.deepEqual(field([]), ['invalid_value', undefined]);
});

test('arguments of every other method are checked', async () => {
  const geography = Geography.embedded();
  const faults = {
    text: () => Router.fromJson(1),
    bytes: () => Router.fromBytes('x'),
    path: () => Router.open(undefined),
    lenience: () => Router.fromJson(SMALL, { lenience: true }),
    geography: () => Router.fromJson(SMALL, { geography: {} }),
    signal: () => Router.open('x', { signal: {} }),
    options: () => Directory.check('x', 1),
    needs: () => router.matchBatch(1),
    progress: () => router.matchBatch([], { progress: 1 }),
    other: () => router.compare({}, []),
    query: () => router.coverage([]),
    by: () => router.coverage({}, { by: 1 }),
    rules: () => router.directory.withRules(),
    directory: () => Router.of({}),
    experts: () => router.directory.importSheets({ experts: 1 }),
    'experts.0.bytes': () => router.directory.importSheets({ experts: [{ name: 'x' }] }),
    code: () => geography.commune(80021),
    name: () => geography.search(),
    zone: () => geography.communesOf(32),
    kind: () => geography.zones(),
  };
  for (const [field, call] of Object.entries(faults)) {
    const error = await rejected((async () => call())());
    assert.ok(error instanceof AiguillageError, field);
    assert.equal(error.field, field);
    assert.ok(['invalid_value', 'unknown_field'].includes(error.code), field);
  }
  const zone = thrown(() => geography.communesOf('32'));
  assert.deepEqual([zone.name, zone.code, zone.hint], ['GeographyError', 'invalid_zone', 'write `departement:32` or `region:32`']);
  assert.equal((await rejected(router.coverage({ zones: ['region:978'] }))).hint, 'did you mean `departement:978`?');
  assert.equal((await rejected(router.coverage({ zone: [] }))).code, 'unknown_field');
  assert.equal((await rejected(router.coverage({ profile: { commune: '80021' } }))).field, 'commune');
  assert.equal((await rejected(router.coverage({ profile: [] }))).code, 'invalid_value');
  assert.throws(() => router.directory.withRules('some'), { code: 'invalid_value' });
  assert.throws(() => new Router(), Error);
});

test('questions with choices are answered by one or several', () => {
  const choices = [{ id: 'tel', label: 'Téléphone' }, { id: 'visio', label: 'Visio' }];
  const directory = {
    themes: [{ id: 't', label: 'T' }],
    subjects: [{ id: 's', theme: 't', label: 'S', questions: [{ id: 'contact', label: 'Comment ?', choices }] }],
    institutions: [{ id: 'i', name: 'I', answer_groups: [{ subject: 's', answers: { contact: 'visio' } }] }],
    antennes: [{ id: 'a', institution: 'i', name: 'A', level: 'national' }],
    experts: [{ id: 'e', antenne: 'a', name: 'E', competences: [{ subject: 's' }] }],
  };
  const asking = Router.fromJson(JSON.stringify(directory));
  assert.deepEqual(asking.directory.subjects[0].questions[0].choices, choices);
  assert.deepEqual(asking.directory.institutions[0].answerGroups[0].answers, { contact: 'visio' });
  const found = (contact) => asking.matchExperts({ subject: 's', commune: '80021', answers: { contact } }).length;
  assert.deepEqual(['tel', 'visio', ['tel', 'visio'], null, []].map(found), [0, 1, 1, 1, 1]);
  const error = thrown(() => found('visoi'));
  assert.deepEqual([error.code, error.field, error.hint], ['invalid_value', 'answers.contact', 'did you mean `visio`?']);
});

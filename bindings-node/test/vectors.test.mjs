// The vectors that all languages run.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect, isDeepStrictEqual } from 'node:util';

import { Directory, DirectoryError, Geography, NeedError, Router } from 'aiguillage';

import { camel, camelKeys, MATCHING, rejected, thrown, VECTORS, vectors } from './shared.mjs';

const SHEETS = vectors('sheets/index.json');

const sorted = (list) => [...list].sort();

test('all the vectors are there', () => {
  const cases = MATCHING.flatMap((name) => vectors(name).flatMap((vector) => vector.cases));
  assert.ok(MATCHING.length >= 14);
  assert.ok(cases.length >= 100);
  assert.ok(SHEETS.cases.length >= 64);
});

for (const file of MATCHING) {
  test(`matching: ${file}`, async () => {
    for (const vector of vectors(file)) {
      const router = Router.fromJson(JSON.stringify(vector.directory));
      for (const one of vector.cases) {
        await matching(`${vector.name}: ${one.name}`, router, one, vector.directory.seed !== undefined);
      }
    }
  });
}

async function matching(where, router, one, seeded) {
  const need = camelKeys(one.need);
  const options = one.options && camelKeys(one.options);
  const [inBatch] = await router.matchBatch([need], options);
  if (one.error !== undefined) {
    const error = thrown(() => router.matchExperts(need, options));
    assert.ok(error instanceof NeedError, where);
    assert.equal(error.code, one.error, where);
    assert.ok(inBatch instanceof NeedError, where);
    assert.deepEqual({ ...inBatch }, { ...error }, where);
    return;
  }
  const matches = router.matchExperts(need, options);
  assert.equal(matches.seeded, seeded, where);
  if (one.commune !== undefined) {
    assert.deepEqual([matches.commune, matches.communeIsLikely], [one.commune, one.likely], where);
  }
  const found = matches.map((match) => match.expert.id);
  if (one.ordered) assert.deepEqual(found, one.experts, where);
  else assert.deepEqual(sorted(found), sorted(one.experts), where);
  assert.deepEqual(inBatch, matches, where);
  // The names of the JSON format are read too.
  assert.deepEqual(router.matchExperts(one.need, one.options), matches, where);
  if (options === undefined) {
    const explained = router.explain(need).experts.filter((verdict) => verdict.matches);
    const named = new Set(explained.map((verdict) => (verdict.replacedBy ?? verdict.expert).id));
    assert.deepEqual(sorted([...named]), sorted(one.experts), where);
  }
  for (const [expert, details] of Object.entries(one.details ?? {})) {
    const match = matches.find((candidate) => candidate.expert.id === expert);
    for (const [attribute, expected] of Object.entries(details)) {
      const value = match[camel(attribute)];
      const got = ['antenne', 'institution', 'insteadOf'].includes(camel(attribute)) ? value?.id : value;
      if (Array.isArray(expected)) assert.deepEqual(sorted(got), sorted(expected.map(camel)), where);
      else assert.equal(got ?? null, expected, where);
    }
  }
}

test('coverage', async () => {
  for (const group of vectors('coverage.json').coverage) {
    const router = Router.fromJson(JSON.stringify(group.directory));
    for (const one of group.cases) {
      const where = `${group.name}: ${one.name}`;
      const { subject, zones, institution, on } = one;
      const profile = one.profile && camelKeys(one.profile);
      const [covered] = (await router.coverage({ subject, zones, institution, on, profile })).subjects;
      for (const [commune, count] of Object.entries(one.counts)) {
        assert.equal(covered.expertsIn(commune), count, `${where}: ${commune}`);
      }
      assert.deepEqual(sorted(covered.gaps.map((area) => area.zone)), sorted(one.gaps), where);
      assert.deepEqual(sorted(covered.overlaps.map((area) => area.zone)), sorted(one.overlaps), where);
      assert.equal(covered.gapPopulation, one.gap_population, where);
    }
  }
});

test('places', () => {
  const geography = Geography.embedded();
  const { cases } = vectors('places.json');
  assert.ok(cases.length > 400);
  for (const { name, input, expected } of cases) {
    const location = geography.locate(camelKeys(input));
    const where = `${name}: ${JSON.stringify(input)} ${JSON.stringify(location)}`;
    assert.ok([expected.certainty, ...(expected.also ?? [])].includes(location.certainty), where);
    const wanted = expected.candidates ?? [];
    if (location.commune === undefined) {
      const listed = location.candidates.map((one) => one.code).filter((code) => wanted.includes(code));
      assert.ok(location.certainty === 'unknown' || listed.join() === wanted.join(), where);
      continue;
    }
    assert.ok(['certain', 'likely'].includes(location.certainty) && location.candidates.length === 0, where);
    const right = [expected.commune, ...(expected.or ?? []), wanted[0]].filter((code) => code !== undefined);
    assert.ok(right.length === 0 || right.includes(location.commune.code), where);
  }
});

test('import of spreadsheets', async () => {
  const file = vectors('csv_import.json');
  const base = Directory.fromJson(JSON.stringify(file.base));
  const known = new Set(base.antennes.map((antenne) => antenne.id));
  for (const one of file.csv_import) {
    const sheet = (kind) => one[kind] && [{ name: one[kind], bytes: readFileSync(join(VECTORS, one[kind])) }];
    const importing = base.importSheets({ antennes: sheet('antennes'), experts: sheet('experts') });
    const refused = one.refused === true;
    const outcome = refused ? await rejected(importing) : await importing;
    assert.equal(outcome instanceof DirectoryError, refused, one.name);
    const found = outcome.diagnostics.filter((diagnostic) => diagnostic.code !== 'expert_never_matches');
    const shown = found.map(({ severity, line, text }) => ({ severity, line, text }));
    assert.deepEqual(shown, one.diagnostics, one.name);
    if (refused) continue;
    const nameOf = (list, id) => list.find((item) => item.id === id).name;
    const brought =
      one.antennes !== undefined
        ? outcome.antennes
            .filter((antenne) => !known.has(antenne.id))
            .map(({ institution, name, zones }) => ({ institution: nameOf(outcome.institutions, institution), name, zones }))
        : outcome.experts.map(({ antenne, name, email, competences }) => ({
            antenne: nameOf(outcome.antennes, antenne),
            name,
            email,
            competences: competences.map(({ subject, note }) => (note === undefined ? { subject } : { subject, note })),
          }));
    assert.deepEqual(brought, one.expected, one.name);
  }
});

for (const one of SHEETS.cases) {
  test(`sheets: ${one.name}`, async () => {
    const small = Directory.fromJson(JSON.stringify(SHEETS.bases.small));
    const before = typeof one.before === 'string' ? { experts: one.before } : one.before;
    const base = before === undefined ? small : await imported(small, before);
    const whole = one.options?.whole === true;
    const outcome = await imported(base, one, whole).catch((error) => error);
    assert.ok(outcome instanceof Directory || outcome instanceof DirectoryError, String(outcome));
    const faults = (one.either ?? [one]).map((expected) => fault(expected, one, outcome));
    assert.ok(faults.includes(undefined), faults.join('\n'));
    if (outcome instanceof DirectoryError) return;
    if (one.update !== undefined) {
      const { added, changed, same, gone } = outcome.update[one.antennes === undefined ? 'experts' : 'antennes'];
      const byKey = (list) => list.toSorted((first, second) => (first.key < second.key ? -1 : 1));
      const fieldsOf = ({ id, fields }) => ({ key: keyOf(id, base), fields: fields.map(({ field }) => field) });
      assert.deepEqual(sorted(added.map((id) => keyOf(id, outcome))), sorted(one.update.added));
      assert.deepEqual(byKey(changed.map(fieldsOf)), byKey(one.update.changed));
      assert.deepEqual(sorted(same.map((id) => keyOf(id, base))), sorted(one.update.same));
      const mayBeEmpty = one.options?.gone_may_be_empty === true && gone.length === 0;
      if (!mayBeEmpty) assert.deepEqual(sorted(gone.map((id) => keyOf(id, base))), sorted(one.update.gone));
    }
    // What is read twice changes nothing, and neither does what was exported.
    const again = [await imported(outcome, one, whole)];
    if (one.roundtrip) {
      const exported = {
        antennes: [{ name: 'antennes.csv', bytes: Buffer.from(outcome.exportAntennes()) }],
        experts: [{ name: 'experts.csv', bytes: Buffer.from(outcome.exportExperts()) }],
      };
      again.push(await outcome.importSheets(exported));
      assert.ok((await base.importSheets(exported)).equals(outcome));
    }
    for (const same of again) {
      assert.ok(same.equals(outcome));
      for (const { added, changed } of [same.update.antennes, same.update.experts]) {
        assert.deepEqual([added, changed], [[], []]);
      }
    }
  });
}

/** What the sheets of antennes and experts, by their names beside the index, make of a directory. */
function imported(base, files, whole = false) {
  const sheet = (name) => name && [{ name, bytes: readFileSync(join(VECTORS, 'sheets', name)) }];
  return base.importSheets({ antennes: sheet(files.antennes), experts: sheet(files.experts), whole });
}

/** What is not as expected; undefined where all is. */
function fault(expected, one, outcome) {
  const told = outcome.diagnostics.filter((diagnostic) => diagnostic.code !== 'expert_never_matches');
  if ((outcome instanceof DirectoryError) !== (expected.refused === true)) return JSON.stringify(told);
  for (const wanted of expected.diagnostics) {
    const place = told.findIndex((diagnostic) => isTold(diagnostic, wanted));
    if (place < 0) return `${JSON.stringify(wanted)} is not told: ${JSON.stringify(told)}`;
    told.splice(place, 1);
  }
  const may = one.may ?? [];
  const besides = told.filter(
    (diagnostic) => diagnostic.severity !== 'remark' && !may.some((wanted) => isTold(diagnostic, wanted)),
  );
  if (besides.length > 0) return `told besides: ${JSON.stringify(besides)}`;
  if (outcome instanceof DirectoryError || expected.expected === undefined) return undefined;
  let brought;
  if (one.antennes === undefined) {
    brought = outcome.experts.map((expert) => ({
      antenne: outcome.antenne(expert.antenne).name,
      name: expert.name,
      email: expert.email?.toLowerCase(),
      phone: expert.phone?.replace(/\D/g, ''),
      competences: expert.competences,
      zones: expert.zones,
      members: expert.members.map((member) => member.name),
    }));
  } else {
    const { added, changed, same } = outcome.update.antennes;
    const named = new Set([...added, ...same, ...changed.map(({ id }) => id)]);
    brought = outcome.antennes
      .filter(({ id }) => named.has(id))
      .map(({ institution, name, zones }) => ({ institution: outcome.institution(institution).name, name, zones }));
  }
  const found = brought.map(comparable);
  const wanted = expected.expected.map(comparable);
  // A vector says of each record what matters to it.
  const shown = found.map((record, number) =>
    Object.fromEntries(Object.keys(wanted[number] ?? record).map((name) => [name, record[name]])),
  );
  return isDeepStrictEqual(shown, wanted) ? undefined : `${inspect(found)} instead of ${inspect(wanted)}`;
}

function isTold(diagnostic, { severity, line, text }) {
  const isText = text === null || [text].flat().includes(diagnostic.text);
  return isText && (line === null || line === diagnostic.line) && severity === diagnostic.severity;
}

/** An expert or antenne with its lists as sets, and the notes of each subject together. */
function comparable(record) {
  const comparable = { ...record };
  for (const name of ['zones', 'members']) {
    if (record[name] !== undefined) comparable[name] = new Set(record[name]);
  }
  if (record.competences !== undefined) {
    comparable.competences = new Map();
    for (const { subject, note } of record.competences) {
      const notes = comparable.competences.get(subject) ?? new Set();
      comparable.competences.set(subject, note === undefined ? notes : notes.add(note));
    }
  }
  return comparable;
}

/** What an expert or antenne is called in the vectors. */
function keyOf(id, directory) {
  const expert = directory.expert(id);
  const antenne = directory.antenne(expert?.antenne ?? id);
  if (expert !== undefined) return `${antenne.name}/${expert.email?.toLowerCase() ?? expert.name}`;
  return `${directory.institution(antenne.institution).name}/${antenne.name}`;
}

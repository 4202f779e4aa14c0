// The vectors that all languages run.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { Directory, DirectoryError, Geography, NeedError, Router } from 'aiguillage';

import { camel, camelKeys, MATCHING, rejected, thrown, VECTORS, vectors } from './shared.mjs';

const sorted = (list) => [...list].sort();

test('all the vectors are there', () => {
  const cases = MATCHING.flatMap((name) => vectors(name).flatMap((vector) => vector.cases));
  assert.ok(MATCHING.length >= 14);
  assert.ok(cases.length >= 100);
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
    assert.deepEqual(sorted(explained.map((verdict) => verdict.expert.id)), sorted(one.experts), where);
  }
  for (const [expert, details] of Object.entries(one.details ?? {})) {
    const match = matches.find((candidate) => candidate.expert.id === expert);
    for (const [attribute, expected] of Object.entries(details)) {
      const got = match[camel(attribute)];
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

// From a few lines of French to the right subject.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { labels, Router } from 'aiguillage';

import { SAMPLE, SMALL, thrown } from './shared.mjs';

const router = await Router.open(SAMPLE);
const spans = (value) =>
  typeof value !== 'object' || value === null
    ? []
    : [...('start' in value ? [value] : []), ...Object.values(value).flatMap(spans)];

test('suggestions say which words decided', () => {
  const text = '🎉 lurssaf me reclame 8000 euros je peux pas peyer';
  const found = router.suggestSubjects(text);
  assert.ok(found.subjects.length > 0 && found.subjects.length <= 3);
  const [first] = found.subjects;
  assert.ok(router.directory.subjects.some((subject) => subject.id === first.subject && subject.label === first.label));
  assert.ok(first.score > 0 && first.score <= 1);
  assert.ok(first.words.some((word) => word.span.text === 'lurssaf'));
  assert.ok(spans(found).length > 0);
  for (const span of spans(found)) assert.equal(text.slice(span.start, span.end), span.text);
  assert.deepEqual(router.suggestSubjects(text, 1).subjects, [first]);
  assert.deepEqual(router.suggestSubjects(text, 0).subjects, []);
});

test('labelled examples sharpen them', () => {
  const directory = JSON.parse(SMALL);
  directory.examples = [{ subject: 'recruter', text: 'il me faut des bras' }];
  const taught = Router.fromJson(JSON.stringify(directory));
  assert.deepEqual(taught.directory.examples, directory.examples);
  assert.equal(taught.suggestSubjects('il me faut des bras').subjects[0].subject, 'recruter');
});

test('messages out of scope say what they are', () => {
  const text = 'Bonjour, je suis étudiante en licence et je cherche un stage pour mon mémoire sur l’export.';
  const { outOfScope, sure } = router.suggestSubjects(text);
  assert.deepEqual([outOfScope.kind, outOfScope.label, sure], ['student', labels.outOfScopeKind.student, false]);
  assert.ok(outOfScope.probability >= 0.5 && outOfScope.probability <= 1);
  assert.deepEqual(router.screen(text).outOfScope, outOfScope);
  assert.equal(router.suggestSubjects('l’urssaf me réclame 8000 euros').outOfScope, undefined);
});

test('screening and facts', () => {
  const [flag] = router.screen('aide').flags;
  assert.equal(flag.reason, 'too_short');
  assert.ok(flag.reason in labels.flagReason);
  assert.match(flag.message, /trop court/);
  const text = 'Mon SIRET est 821 611 431 00015, je suis à 59000 Lille, on est 3 et je dois 8000 euros. 03 20 00 00 00 ou accueil@fournil.example';
  const facts = router.extract(text);
  assert.deepEqual(facts.sirets.map((one) => one.siret), ['82161143100015']);
  assert.deepEqual(facts.headcounts.map((one) => [one.headcount, one.includesWriter]), [[3, true]]);
  assert.deepEqual(facts.contacts.map((one) => [one.kind, one.span.text]), [['phone', '03 20 00 00 00'], ['email', 'accueil@fournil.example']]);
  assert.deepEqual(facts.amounts.map((one) => one.euros), [8000]);
  assert.ok(facts.places.some((place) => place.kind === 'postal_code' && place.communes[0].code === '59350'));
  for (const span of spans(facts)) assert.equal(text.slice(span.start, span.end), span.text);
});

test('any text gives an answer', () => {
  for (const text of ['', ' ', '\0\u001f', '<b>', '\ud800', '你好', 'é'.repeat(1_000_000)]) {
    assert.equal(router.suggestSubjects(text).truncated, text.length > 20_000);
    assert.ok(Array.isArray(router.screen(text).flags));
    assert.deepEqual(router.extract(text).sirets, []);
  }
  for (const call of [() => router.suggestSubjects(1), () => router.screen(), () => router.extract(null), () => router.suggestSubjects('x', -1)]) {
    assert.equal(thrown(call).code, 'invalid_value');
  }
});

// Every code of every error reaches JavaScript, with what goes with it.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { AiguillageError, Directory, DirectoryError, Geography, GeographyError, NeedError, Router, SnapshotError } from 'aiguillage';

import { rejected, ROOT, SAMPLE, SMALL, thrown } from './shared.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'));
after(() => rmSync(folder, { recursive: true }));

const router = Router.fromJson(SMALL);
const NEED = { subject: 'recruter', commune: '80021', on: '2026-11-23' };

test('needs', async () => {
  const faults = {
    missing_field: () => router.matchExperts({ subject: 'recruter' }),
    unknown_field: () => router.matchExperts({ ...NEED, x: 1 }),
    invalid_value: () => router.matchExperts({ ...NEED, naf: 'x' }),
    unknown_subject: () => router.matchExperts({ ...NEED, subject: 'recuter' }),
    unknown_commune: () => router.matchExperts({ ...NEED, commune: '59800' }),
    unknown_question: () => router.matchExperts({ ...NEED, answers: { x: true } }),
    unknown_institution: () => router.matchExperts({ ...NEED, opco: 'aktu' }),
    unknown_expert: () => router.matchExperts(NEED, { load: { x: 1 } }),
    unknown_zone: () => router.coverage({ zones: ['region:99'] }),
  };
  for (const [code, call] of Object.entries(faults)) {
    const error = await rejected((async () => call())());
    assert.ok(error instanceof NeedError, code);
    assert.equal(error.code, code);
    assert.equal(error.name, 'NeedError');
    assert.ok(error.stack.startsWith(`NeedError: ${error.message}`));
    assert.deepEqual(error.diagnostics, []);
  }
  assert.equal(thrown(faults.unknown_subject).hint, 'did you mean `recruter`?');
  assert.match(thrown(faults.unknown_commune).hint, /postal code, which serves `59350`/);
  assert.match(thrown(faults.unknown_subject).message, /^there is no subject `recuter`: did you mean/);
  // What serves a log: everything that is known.
  assert.deepEqual(Object.keys(thrown(faults.unknown_subject)), ['code', 'field', 'hint', 'diagnostics']);
});

test('directories', async () => {
  const texts = {
    malformed_json: '{',
    unknown_field: '{"theme": []}',
    duplicate_field: '{"themes": [], "themes": []}',
    missing_field: '{"themes": [{"id": "t"}]}',
    invalid_value: '{"themes": [{"id": "t", "label": 1}]}',
    invalid_id: '{"themes": [{"id": "a b", "label": "T"}]}',
    duplicate_id: '{"themes": [{"id": "t", "label": "T"}, {"id": "t", "label": "T"}]}',
    unknown_theme: '{"subjects": [{"id": "s", "theme": "t", "label": "S"}]}',
    unknown_institution: '{"antennes": [{"id": "a", "institution": "i", "name": "A"}]}',
    unknown_antenne: '{"experts": [{"id": "e", "antenne": "a", "name": "E", "competences": []}]}',
    invalid_zone: '{"themes": [{"id": "t", "label": "T", "zones": ["32"]}]}',
    unknown_zone: '{"themes": [{"id": "t", "label": "T", "zones": ["region:99"]}]}',
    empty_range: '{"institutions": [{"id": "i", "name": "I", "criteria": [{"min_years": 3, "below_years": 3}]}]}',
  };
  for (const [code, text] of Object.entries(texts)) {
    const error = thrown(() => Router.fromJson(text));
    assert.ok(error instanceof DirectoryError, code);
    assert.equal(error.code, code);
    const finding = error.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    assert.equal(finding.code, code);
    assert.equal(typeof finding.line, 'number');
    assert.ok(error.message.includes(finding.message));
    assert.deepEqual(await rejected((async () => Directory.fromJson(text))()), error);
  }
  const [nearest] = thrown(() => Router.fromJson('{"theme": []}')).diagnostics;
  assert.equal(nearest.nearest, 'themes');
  const missing = await rejected(Router.open(join(folder, 'nowhere')));
  assert.deepEqual([missing.name, missing.code], ['DirectoryError', 'unreadable_file']);
  assert.equal((await Directory.check(join(folder, 'nowhere')))[0].code, 'unreadable_file');
  const written = await rejected(router.directory.saveCsv('/dev/null/x'));
  assert.deepEqual([written.name, written.code], ['DirectoryError', 'unwritable_file']);
});

test('half a character in a directory is an error, never another text', () => {
  for (const half of ['\ud800', '\udfff', 'a\ud83dz', '\ud83d\ud83d', '\udc00\ud800']) {
    // As a text of its own, not as the escape that `JSON.stringify` makes of it.
    const text = SMALL.replaceAll('emploi', half);
    const escaped = JSON.stringify(JSON.parse(text));
    for (const read of [Directory.fromJson, Router.fromJson, (text) => Directory.fromJson(text, { lenient: true })]) {
      const error = thrown(() => read(text));
      assert.ok(error instanceof DirectoryError);
      assert.deepEqual([error.code, error.field], ['invalid_value', 'text']);
    }
    const experts = [{ id: half, antenne: 'somme', name: 'x', competences: [] }];
    assert.equal(thrown(() => router.withChanges(`{"removed": {"experts": ["${half}"]}}`)).code, 'invalid_value');
    for (const call of [() => Directory.fromJson(escaped), () => router.withChanges({ experts })]) {
      const error = thrown(call);
      assert.ok(error instanceof DirectoryError && error.diagnostics.length > 0);
    }
  }
  const whole = SMALL.replaceAll('emploi', '\u{1f600}');
  assert.equal(Directory.fromJson(whole).themes[0].label, 'Emploi');
});

test('findings in files name file, line and column', async () => {
  const faulty = join(folder, 'annuaire');
  cpSync(SAMPLE, faulty, { recursive: true });
  const file = join(faulty, 'competences.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/recruter/, 'recuter'));
  const findings = await Directory.check(faulty);
  const finding = findings.find((one) => one.code === 'unknown_subject');
  assert.deepEqual([finding.severity, finding.file, finding.text, finding.nearest], ['error', 'competences.csv', 'recuter', 'recruter']);
  assert.ok(finding.line > 1 && finding.column > 0);
  const error = await rejected(Router.open(faulty));
  assert.deepEqual(error.diagnostics, findings);
});

test('snapshots', async () => {
  const bytes = router.toBytes();
  const changed = (at, value) => {
    const copy = bytes.slice();
    copy[at] = value;
    return copy;
  };
  const faults = {
    not_a_snapshot: new Uint8Array(100),
    truncated: bytes.slice(0, -1),
    checksum: changed(bytes.length - 1, bytes.at(-1) ^ 1),
    newer_format: changed(9, 1),
    older_format: changed(8, 0),
  };
  for (const [code, faulty] of Object.entries(faults)) {
    const error = thrown(() => Router.fromBytes(faulty));
    assert.ok(error instanceof SnapshotError && error instanceof AiguillageError, code);
    assert.equal(error.code, code);
  }
  assert.equal(thrown(() => Router.fromBytes(changed(10, 0))).code, 'other_year');
  assert.equal(thrown(() => Router.fromBytes(new Uint8Array())).code, 'not_a_snapshot');
  assert.equal((await rejected(Router.load(join(folder, 'nowhere')))).code, 'unreadable_file');
  assert.equal((await rejected(router.save('/dev/null/x'))).code, 'unwritable_file');
});

test('geographies', async () => {
  const bytes = readFileSync(join(ROOT, 'core', 'data', 'cog-2026.bin'));
  const damaged = Uint8Array.from(bytes);
  damaged[damaged.length - 1] ^= 1;
  const faults = { not_a_geography: new Uint8Array(100), truncated: bytes.subarray(0, 1000), checksum: damaged };
  for (const [code, faulty] of Object.entries(faults)) {
    const error = thrown(() => Geography.fromBytes(faulty));
    assert.ok(error instanceof GeographyError, code);
    assert.equal(error.code, code);
  }
  const missing = await rejected(Geography.open(join(folder, 'nowhere')));
  assert.deepEqual([missing.name, missing.code], ['GeographyError', 'unreadable_file']);
  assert.equal(thrown(() => Geography.embedded().zones('pays')).code, 'invalid_zone');
});

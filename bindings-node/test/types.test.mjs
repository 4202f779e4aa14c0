// Types: what consumers compile against, and that what is read at run time fits them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { labels } from 'aiguillage';

import { PACKAGE } from './shared.mjs';

const require = createRequire(import.meta.url);

test('a strict consumer compiles', () => {
  const tsc = join(PACKAGE, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '-p', join(PACKAGE, 'test', 'types')], { encoding: 'utf8' });
  assert.equal(run.stdout, '');
  assert.equal(run.status, 0);
});

test('labels have a word for each of their unions', () => {
  const { WORDS } = require('../dist/generated/fields.js');
  for (const [name, words] of Object.entries(labels)) {
    const list = WORDS[name.charAt(0).toUpperCase() + name.slice(1)];
    assert.deepEqual(Object.keys(words), [...list], name);
    assert.ok(Object.values(words).every((label) => label.length > 0), name);
  }
});

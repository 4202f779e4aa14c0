// Types: what consumers compile against, and that the words in them are those of the core.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { camel, PACKAGE } from './shared.mjs';

const require = createRequire(import.meta.url);

test('a strict consumer compiles', () => {
  const tsc = join(PACKAGE, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '-p', join(PACKAGE, 'test', 'types')], { encoding: 'utf8' });
  assert.equal(run.stdout, '');
  assert.equal(run.status, 0);
});

test('unions are the words of the core', () => {
  const native = require('../native.js');
  const { DIAGNOSTIC_CODES, NEED_FIELDS } = require('../dist/codes.js');
  assert.deepEqual(NEED_FIELDS, native.needFields().map(camel));
  assert.deepEqual(DIAGNOSTIC_CODES, native.diagnosticCodes());
});

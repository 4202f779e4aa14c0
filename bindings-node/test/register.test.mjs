// The example that asks a register, against a server that answers as one does.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { PACKAGE, ROOT, VECTORS } from './shared.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(PACKAGE, join(folder, 'node_modules', 'aiguillage'), 'dir');
cpSync(join(ROOT, 'examples', 'register-calls', 'route-siret.mjs'), join(folder, 'route-siret.mjs'));
const { companyOf, needOf } = await import(pathToFileURL(join(folder, 'route-siret.mjs')).href);

const SIRET = '11145427800016';
const vector = (name) => readFileSync(join(VECTORS, 'company', name), 'utf8');

let answers = [];
let asked = [];
const server = createServer((request, response) => {
  const { status, body, headers } = answers[Math.min(asked.length, answers.length - 1)];
  asked.push(request.url);
  response.writeHead(status, headers).end(body);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const api = `http://127.0.0.1:${server.address().port}`;
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  asked = [];
});

test('a register is asked again, and completes the need', async () => {
  answers = [{ status: 429, body: '{}', headers: { 'retry-after': '0' } }, { status: 200, body: vector('re-plain.json') }];
  const need = await needOf(SIRET, 'recruter', undefined, api);
  assert.deepEqual(asked, [`/search?q=${SIRET}`, `/search?q=${SIRET}`]);
  assert.deepEqual([need.subject, need.commune, need.siret], ['recruter', '59350', SIRET]);
});

test('a register that is down leaves the need as it is', async () => {
  const kept = { subject: 'recruter', commune: '80021', siret: SIRET };
  const down = [
    { status: 500, body: vector('re-error-500.json') },
    { status: 502, body: vector('re-error-html.txt') },
    { status: 200, body: '{' },
  ];
  for (const answer of down) {
    answers = [answer];
    asked = [];
    assert.deepEqual(await needOf(SIRET, 'recruter', '80021', api), kept);
    assert.equal(asked.length, 1);
  }
  assert.deepEqual(await needOf(SIRET, 'recruter', '80021', 'http://127.0.0.1:9'), kept);
});

test('nobody is asked for ever', async () => {
  answers = [{ status: 429, body: '{}', headers: { 'retry-after': '0' } }];
  assert.equal(await companyOf(SIRET, api), undefined);
  assert.equal(asked.length, 3);
});

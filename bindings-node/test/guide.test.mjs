// The blocks of the guide and of the README run: those of a page are one program, which shows what the page says. Its first directory is checked.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';

import { Directory, Router } from 'aiguillage';
import { PACKAGE, ROOT } from './shared.mjs';

const GUIDE = join(ROOT, 'core', 'guide');

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-guide-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(PACKAGE, join(folder, 'node_modules', 'aiguillage'), 'dir');

let tasks = 0;
const pages = readdirSync(GUIDE).filter((name) => name.endsWith('.md')).sort();
for (const path of [join(ROOT, 'README.md'), ...pages.map((page) => join(GUIDE, page))]) {
  const page = basename(path);
  const blocks = [...readFileSync(path, 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map((found) => found[1]);
  if (blocks.length === 0) continue;
  if (page.startsWith('cookbook-')) tasks += blocks.length;
  test(page, async () => {
    const program = join(folder, page.replace('.md', '.mjs'));
    writeFileSync(program, blocks.join('\n'));
    const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: ROOT });
    const said = [...blocks.join('').matchAll(/^\/\/ → (.*)$/gm)].map((found) => found[1]);
    assert.deepEqual(stdout.trimEnd().split('\n'), said);
  });
}

test('the first directory of the French pages is sound', async () => {
  const files = [...readFileSync(join(GUIDE, 'annuaire.md'), 'utf8').matchAll(/^`(\w+\.csv)`\n\n```csv\n(.*?)^```$/gms)];
  assert.ok(files.length >= 6);
  const directory = join(folder, 'annuaire');
  mkdirSync(directory);
  for (const [, name, text] of files) writeFileSync(join(directory, name), text);
  assert.deepEqual(await Directory.check(directory), []);
  const router = await Router.open(directory);
  assert.equal(router.matchExperts({ subject: 'recruter', postalCode: '80000', town: 'Amiens' })[0].expert.id, 'conseil');
});

test('the JSON of the concepts is a directory and a need of it', () => {
  const page = readFileSync(join(GUIDE, 'concepts.md'), 'utf8');
  const [directory, need] = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map((found) => found[1]);
  const router = Router.fromJson(directory);
  assert.deepEqual(router.explain(JSON.parse(need)).experts.map((verdict) => verdict.expert.id), ['cadres']);
});

test('the cookbook has at least 25 tasks', () => assert.ok(tasks >= 25, `${tasks} blocks`));

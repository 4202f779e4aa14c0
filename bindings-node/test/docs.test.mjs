// The README's snippets run and show what they say; so does the quickstart.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { PACKAGE, ROOT } from './shared.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(PACKAGE, join(folder, 'node_modules', 'aiguillage'), 'dir');

test('the README', () => {
  const text = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
  const snippets = [...text.matchAll(/```js\n(.*?)```/gs)].map((found) => found[1]);
  assert.ok(snippets.length >= 5);
  // One program, as one reads it from top to bottom.
  const file = join(folder, 'readme.mjs');
  writeFileSync(file, snippets.join('\n'));
  const shown = execFileSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' }).trimEnd().split('\n');
  const said = [...snippets.join('').matchAll(/^\/\/ → (.*)$/gm)].map((found) => found[1]);
  assert.deepEqual(shown, said);
});

test('the quickstart', async () => {
  const source = join(ROOT, 'examples', 'node-quickstart', 'server.js');
  const lines = readFileSync(source, 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'));
  assert.ok(lines.length <= 20, `${lines.length} lines`);
  mkdirSync(join(folder, 'quickstart'));
  cpSync(source, join(folder, 'quickstart', 'server.mjs'));
  symlinkSync(join(ROOT, 'examples', 'hauts-de-france'), join(folder, 'hauts-de-france'), 'dir');
  const port = await freePort();
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: join(folder, 'quickstart'),
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  after(() => server.kill());
  const ask = async (query) => {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/?${query}`);
        return [response.status, await response.json()];
      } catch (error) {
        if (attempt === 200) throw error;
        await sleep(50);
      }
    }
  };
  const [status, experts] = await ask('id=b-17&subject=recruter&commune=80021&headcount=3');
  assert.equal(status, 200);
  assert.deepEqual(experts.map((expert) => [expert.institution, expert.zone])[0], ['Missions locales', 'epci:248000531']);
  const [refused, fault] = await ask('subject=recruter&commune=59800');
  assert.equal(refused, 400);
  assert.deepEqual([fault.code, fault.field], ['unknown_commune', 'commune']);
  assert.equal((await ask('subject=recruter&commune=80021&headcont=3'))[1].field, 'headcont');
  server.kill();
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

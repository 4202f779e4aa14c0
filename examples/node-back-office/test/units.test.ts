/** Settings, passwords, links and values of forms, by themselves. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dayOf } from '../src/clock.js';
import { ConfigError, readConfig } from '../src/config.js';
import { openDatabase } from '../src/database/index.js';
import { lockFolder } from '../src/database/lock.js';
import { fromRoot } from '../src/root.js';
import { hashPassword, isPassword } from '../src/security/passwords.js';
import { signedLinks } from '../src/security/links.js';
import { addSecondFactor, secondFactorOf } from '../src/store/second-factors.js';
import { signIn } from '../src/store/accounts.js';
import { listOf, textOf } from '../src/web/input.js';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-units-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('settings that make no sense name their variable', () => {
  const read = (env: NodeJS.ProcessEnv) => () => readConfig({ DATA_DIR: folder, ...env });
  for (const [env, name] of [
    [{ PORT: 'many' }, 'PORT'],
    [{ RETENTION_MONTHS: '0' }, 'RETENTION_MONTHS'],
    [{ LINK_DAYS: '1.5' }, 'LINK_DAYS'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ CONFIRM_ADDRESS: 'perhaps' }, 'CONFIRM_ADDRESS'],
    [{ SECRET: 'short' }, 'SECRET'],
    [{ BASE_URL: 'javascript:alert(1)' }, 'BASE_URL'],
    [{ NODE_ENV: 'production' }, 'SECRET'],
    [{ NODE_ENV: 'production', DEMO: '1', SECRET: 'x'.repeat(40) }, 'DEMO'],
  ] as const) {
    assert.throws(read(env), (error) => error instanceof ConfigError && error.message.includes(name), name);
  }
});

test('a secret that is not given is made once and kept', () => {
  const first = readConfig({ DATA_DIR: folder }).secret;
  assert.ok(first.length >= 64);
  assert.equal(readConfig({ DATA_DIR: folder }).secret, first);
});

test('passwords are kept as hashes with salt', async () => {
  const hash = await hashPassword('un mot de passe');
  assert.doesNotMatch(hash, /mot/);
  assert.notEqual(hash, await hashPassword('un mot de passe'));
  assert.ok(await isPassword('un mot de passe', hash));
  assert.ok(!(await isPassword('un autre', hash)));
  assert.ok(!(await isPassword('un mot de passe', 'plain$text')));
});

test('a link opens what it was made for, until it ends', () => {
  const links = signedLinks('a secret of a length that will do');
  const until = new Date('2026-12-01T00:00:00Z');
  const token = links.sign('expert', 'e1 r1', until);
  assert.equal(links.open('expert', token, new Date('2026-11-30')), 'e1 r1');
  assert.equal(links.open('expert', token, until), 'expired');
  assert.equal(links.open('company', token, new Date('2026-11-30')), null);
  // The last character of a signature has bits that decoding drops.
  const [payload, signature = ''] = token.split('.');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twin = alphabet[alphabet.indexOf(signature.at(-1) ?? '') + 1];
  assert.equal(links.open('expert', `${payload}.${signature.slice(0, -1)}${twin}`, new Date('2026-11-30')), null);
  for (const bad of ['', '.', token.slice(1), `${token}x`, token.replace('.', '..'), 'é'.repeat(50)]) {
    assert.equal(links.open('expert', bad, new Date('2026-11-30')), null, bad);
  }
});

test('the day is that of France', () => {
  assert.equal(dayOf(new Date('2026-11-22T23:30:00Z')), '2026-11-23');
  assert.equal(dayOf(new Date('2026-07-01T21:59:00Z')), '2026-07-01');
  assert.equal(dayOf(new Date('2026-07-01T22:00:00Z')), '2026-07-02');
});

test('values of forms are text of a sensible length, whatever comes', () => {
  assert.equal(textOf({ a: ['x', 'y'] }, 'a', 5), 'x');
  assert.equal(textOf({ a: { b: 1 } }, 'a', 5), '');
  assert.equal(textOf(undefined, 'a', 5), '');
  assert.equal(textOf({ a: ' long text\0 ' }, 'a', 4), 'long');
  assert.deepEqual(listOf({ a: 'x' }, 'a'), ['x']);
  assert.deepEqual(listOf({ a: ['x', '', { y: 1 }] }, 'a'), ['x']);
});

test('one folder of PGlite is opened by one process', async () => {
  const own = join(folder, 'locked');
  mkdirSync(own);
  lockFolder(own)();
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)']);
  try {
    writeFileSync(join(own, 'lock'), String(other.pid));
    assert.throws(() => lockFolder(own), /is open in process/);
  } finally {
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
  }
  // What a process that was killed left behind is taken over.
  lockFolder(own)();
});

test('an account is added from the command line, and a short password is refused', async () => {
  const data = join(folder, 'accounts');
  const run = (password: string): Promise<number | null> => {
    const child = spawn(process.execPath, [fromRoot('dist/src/account.js'), 'adviser', 'marie@example.org', 'Marie'], {
      env: { ...process.env, DATA_DIR: data },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.end(`${password}\n`);
    return new Promise((resolve) => child.once('exit', resolve));
  };
  assert.equal(await run('court'), 1);
  assert.equal(await run('un long mot de passe'), 0);
  let database = await openDatabase({ folder: data });
  const id = await signIn(database, 'MARIE@example.org', 'un long mot de passe');
  assert.ok(id);
  // It is the way back in, whatever was lost.
  await addSecondFactor(database, id, 'sealed', 1, new Date());
  await database.close();
  assert.equal(await run('un long mot de passe'), 0);
  database = await openDatabase({ folder: data });
  assert.equal(await secondFactorOf(database, id), undefined);
  assert.equal(await signIn(database, 'marie@example.org', 'un autre'), null);
  await database.close();
});

/** The container file and compose.yaml: sound, without secrets, and with everything in the image that the service reads. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { describe, test } from 'node:test';
import { fromRoot } from '../src/root.js';
import { fetched } from './help/browser.js';
import { atEnd } from './help/cleanup.js';
import { startProcess } from './help/process.js';

const REPOSITORY = fromRoot('../..');
const HERE = 'examples/node-back-office';

interface Instruction {
  name: string;
  text: string;
}

/** The instructions of each stage, their lines joined. */
function stages(): Map<string, Instruction[]> {
  const found = new Map<string, Instruction[]>();
  let stage: Instruction[] = [];
  const text = readFileSync(fromRoot('Containerfile'), 'utf8').replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, '');
  for (const line of text.split('\n').filter(Boolean)) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') found.set(/ AS (\w+)$/.exec(rest)?.[1] ?? '', (stage = []));
    stage.push({ name, text: rest });
  }
  return found;
}

/** What a stage copies: from where, and to which path of the image. */
function copies(stage: readonly Instruction[]): { from: string | undefined; source: string; target: string }[] {
  let folder = '/';
  return stage.flatMap(({ name, text }) => {
    if (name === 'WORKDIR') folder = text;
    if (name !== 'COPY') return [];
    const words = text.split(/\s+/);
    const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
    const target = words.pop() ?? '';
    return words.map((source) => ({ from, source, target: posix.resolve(folder, target, ...(target.endsWith('/') ? [posix.basename(source)] : [])) }));
  });
}

const lint = (file: string) => spawnSync(process.execPath, [fromRoot('node_modules/dclint/bin/dclint.cjs'), '--max-warnings', '0', file], { encoding: 'utf8', cwd: dirname(file) });

describe('compose.yaml', () => {
  const text = readFileSync(fromRoot('compose.yaml'), 'utf8');

  test('follows the schema of Compose, and the linter’s rules', () => {
    const linted = lint(fromRoot('compose.yaml'));
    assert.equal(linted.status, 0, linted.stdout + linted.stderr);
  });

  test('would not, with a word that Compose does not know', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aiguillage-compose-'));
    atEnd(() => rmSync(folder, { recursive: true }));
    const broken = join(folder, 'compose.yaml');
    writeFileSync(broken, text.replace('healthcheck:', 'healthchecks:'));
    assert.notEqual(lint(broken).status, 0);
  });

  test('asks for its secrets, which the example names and does not give', () => {
    const example = readFileSync(fromRoot('.env.example'), 'utf8');
    for (const [, name = '', otherwise = ''] of text.matchAll(/\$\{(\w+)(:[-?][^}]*)?\}/g)) {
      assert.match(example, new RegExp(`^#?${name}=`, 'm'), name);
      if (/SECRET|PASSWORD/.test(name)) assert.match(otherwise, /^:\?/, `${name} has no value of its own`);
    }
    for (const [line] of example.matchAll(/^(SECRET|POSTGRES_PASSWORD)=.*$/gm)) assert.match(line, /=$/);
    assert.match(readFileSync(fromRoot('.gitignore'), 'utf8'), /^\.env$/m);
  });

  test('gives the service no variable that it does not read', () => {
    const config = readFileSync(fromRoot('src/config.ts'), 'utf8');
    const office = text.slice(text.indexOf('\n  office:'));
    const names = [...office.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = '']) => name);
    assert.ok(names.length > 5);
    for (const name of names) assert.match(config, new RegExp(`'${name}'`), name);
  });

  test('keeps the root read-only, and each service has a health check', () => {
    assert.match(text, /read_only: true/);
    assert.equal(text.match(/^ {4}healthcheck:/gm)?.length, text.match(/^ {2}(database|mail|office):$/gm)?.length);
    assert.match(text, /\/sante/);
  });
});

describe('the image', () => {
  const all = stages();
  const runtime = all.get('runtime') ?? [];

  test('is made of what is there, and of what the context has', () => {
    const context = readFileSync(join(REPOSITORY, '.dockerignore'), 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const sources = [...all.values()].flatMap(copies).filter(({ from }) => from === undefined);
    assert.ok(sources.length > 10);
    for (const { source } of sources) {
      assert.ok(existsSync(join(REPOSITORY, source)), source);
      assert.ok(context.some((kept) => source === kept || source.startsWith(`${kept}/`)), `${source} is ignored`);
    }
  });

  test('names its bases with a version, runs as nobody in particular, and tells its health', () => {
    for (const [, [from]] of all) assert.match(from?.text ?? '', /^(\w+ AS|\w+:\d[\w.-]+ AS)/);
    assert.equal(runtime.find(({ name }) => name === 'USER')?.text, '1000:1000');
    assert.match(runtime.find(({ name }) => name === 'HEALTHCHECK')?.text ?? '', /\/sante/);
    assert.equal(runtime.at(-1)?.text, '["node", "dist/src/main.js"]');
  });

  test('holds no secret', () => {
    for (const { text } of [...all.values()].flat().filter(({ name }) => name === 'ENV' || name === 'ARG')) {
      assert.doesNotMatch(text, /SECRET|PASSWORD|TOKEN|_URL/);
    }
    for (const { source } of copies(runtime)) assert.doesNotMatch(source, /\.env|data$/);
  });

  test('starts with what is copied and nothing else, where nothing can be written beside it', async () => {
    const root = mkdtempSync(join(tmpdir(), 'aiguillage-image-'));
    atEnd(() => rmSync(root, { recursive: true, force: true }));
    for (const { from, source, target } of copies(runtime)) {
      const path = join(root, target);
      mkdirSync(dirname(path), { recursive: true });
      if (posix.basename(source) === 'node_modules') installProduction(path);
      else if (from === 'package') unpackPackage(path);
      else cpSync(from === undefined ? join(REPOSITORY, source) : fromRoot(posix.basename(source)), path, { recursive: true });
    }
    const data = join(root, 'data');
    mkdirSync(data);
    const nobody = process.getuid?.() === 0;
    execFileSync('chmod', ['-R', 'a+rX,a-w', join(root, 'srv')]);
    chmodSync(root, 0o755);
    if (nobody) execFileSync('chown', ['1000:1000', data]);
    const running = await startProcess({ NODE_ENV: 'production', DATA_DIR: data, HOST: '127.0.0.1', SMTP_URL: 'smtp://127.0.0.1:9' }, {
      cwd: join(root, 'srv/aiguillage', HERE),
      as: nobody ? 1000 : undefined,
    });
    const get = (url: string) => fetched(running.base)({ method: 'GET', url, cookie: '' });
    for (const url of ['/sante', '/', '/connexion', '/donnees-personnelles', '/assets/app.css', '/assets/app.js', '/theme/theme.css', '/communes?q=amiens']) {
      assert.equal((await get(url)).status, 200, url);
    }
    assert.equal(await running.stop(), 0);
    execFileSync('chmod', ['-R', 'u+w', root]);
  });
});

/** The packages that `npm prune --omit=dev` leaves. */
function installProduction(path: string): void {
  const { packages } = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean; devOptional?: boolean; link?: boolean }> };
  for (const [name, { dev, devOptional, link }] of Object.entries(packages)) {
    const [, top] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(name) ?? [];
    if (!top || dev || devOptional || !existsSync(fromRoot(name))) continue;
    const target = join(path, top);
    mkdirSync(dirname(target), { recursive: true });
    if (link) symlinkSync('../../../bindings-node', target);
    else execFileSync('cp', ['-RP', fromRoot(name), target]);
  }
}

/** What `npm pack` packs of the package. */
function unpackPackage(path: string): void {
  const source = join(REPOSITORY, 'bindings-node');
  const pack = spawnSync('npm', ['pack', '--silent', '--pack-destination', dirname(path)], { cwd: source, encoding: 'utf8' });
  assert.equal(pack.status, 0, pack.stderr);
  mkdirSync(path);
  execFileSync('tar', ['-xzf', join(dirname(path), pack.stdout.trim()), '-C', path, '--strip-components=1']);
}

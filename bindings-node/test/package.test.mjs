// What is packed, and that it works in a folder that knows nothing of this repository.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { PACKAGE, SMALL } from './shared.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'));
after(() => rmSync(folder, { recursive: true }));
const run = (command, ...list) => execFileSync(command, list, { cwd: folder, encoding: 'utf8' });

const packed = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE, encoding: 'utf8' }),
);
// An object by name, or a list, depending on npm's version.
const [tarball] = Array.isArray(packed) ? packed : Object.values(packed);

test('the package holds what it should and no more', () => {
  const files = readdirSync(join(PACKAGE, 'lib'), { recursive: true }).filter((file) => file.endsWith('.ts'));
  const sources = files.map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''));
  const expected = [
    'README.md',
    'dist/LICENSE-APACHE',
    'dist/LICENSE-MIT',
    'dist/index.d.mts',
    'dist/index.mjs',
    'native.d.ts',
    'native.js',
    'package.json',
    ...sources.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]),
  ];
  const paths = tarball.files.map((file) => file.path);
  const [binary, ...more] = paths.filter((path) => path.endsWith('.node'));
  assert.match(binary, /^aiguillage\.[a-z0-9-]+\.node$/);
  assert.deepEqual(more, []);
  assert.deepEqual(paths.filter((path) => path !== binary).sort(), expected.sort());
});

test('the package of each platform is asked for by its name', () => {
  const main = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const release = join(folder, 'release');
  mkdirSync(release);
  cpSync(join(PACKAGE, 'package.json'), join(release, 'package.json'));
  execFileSync(join(PACKAGE, 'node_modules', '.bin', 'napi'), ['create-npm-dirs'], { cwd: release, stdio: 'ignore' });
  const platforms = readdirSync(join(release, 'npm'));
  assert.equal(platforms.length, main.napi.targets.length);
  const loader = readFileSync(join(PACKAGE, 'native.js'), 'utf8');
  for (const platform of platforms) {
    const own = JSON.parse(readFileSync(join(release, 'npm', platform, 'package.json'), 'utf8'));
    assert.equal(own.name, `@aiguillage/native-${platform}`);
    assert.ok(loader.includes(`require('${own.name}')`), own.name);
  }
});

test('a platform without a binary is told so, and which have one', () => {
  const bare = join(folder, 'bare');
  mkdirSync(bare);
  for (const name of ['dist', 'native.js', 'package.json']) cpSync(join(PACKAGE, name), join(bare, name), { recursive: true });
  const main = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  for (const program of [`require('./bare')`, `import('./bare/dist/index.mjs')`]) {
    const { status, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.ok(stderr.includes(`no binary that loads on ${process.platform} ${process.arch}`), stderr);
    for (const target of main.napi.targets) assert.ok(stderr.includes(target), stderr);
    // What the loader tried stands below.
    assert.match(stderr, /\[cause\]/);
  }
});

test('the packed package is installed, compiled against and run elsewhere', () => {
  writeFileSync(join(folder, 'package.json'), '{"name": "host", "private": true, "type": "module"}');
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, tarball.filename));
  cpSync(join(PACKAGE, 'test', 'types', 'consumer.mts'), join(folder, 'consumer.mts'));
  writeFileSync(
    join(folder, 'main.ts'),
    `import { NeedError, Router, type Matches } from 'aiguillage';
const router: Router = Router.fromJson(${JSON.stringify(SMALL)});
const matches: Matches = router.matchExperts({ subject: 'recruter', commune: '80021', on: '2026-11-23' });
console.log(JSON.stringify(matches.map((match) => match.expert.id)));
try {
  router.matchExperts({ subject: 'recruter', commune: '99999' });
} catch (error) {
  if (error instanceof NeedError) console.log(error.code);
}
`,
  );
  const config = JSON.parse(readFileSync(join(PACKAGE, 'test', 'types', 'tsconfig.json'), 'utf8'));
  config.compilerOptions.typeRoots = [join(PACKAGE, 'node_modules', '@types')];
  delete config.compilerOptions.noEmit;
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: ['*.ts', '*.mts'] }));
  run(process.execPath, join(PACKAGE, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder);
  assert.equal(run(process.execPath, 'main.js'), '["grands-comptes","recrutement"]\nunknown_commune\n');
});

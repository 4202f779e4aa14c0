// Makes the npm packages of the platforms whose binaries lie in `../natives/node`, and names them in the main package:
//   node platform-packages.mjs FOLDER

import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const write = (file, value) => writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
// napi makes the package of every target, each with its system, processor and libc; those without a binary go.
const main = read('package.json');
execFileSync(join(folder, 'node_modules', '.bin', 'napi'), ['create-npm-dirs'], { cwd: folder, stdio: 'pipe' });
const built = new Set(readdirSync(join(folder, '..', 'natives', 'node')));
const isBuilt = (name) => built.has(`aiguillage.${name}.node`);
const targets = readdirSync(join(folder, 'npm'));
for (const name of targets.filter((name) => !isBuilt(name))) rmSync(join(folder, 'npm', name), { recursive: true });
const platforms = targets.filter(isBuilt);
if (platforms.length !== built.size) throw new Error(`a binary is of no target: ${[...built]}`);

main.optionalDependencies = {};
for (const platform of platforms) {
  const own = read(`npm/${platform}/package.json`);
  const copies = {
    [`aiguillage.${platform}.node`]: join('..', 'natives', 'node', `aiguillage.${platform}.node`),
    'LICENSE-APACHE': '../LICENSE-APACHE',
    'LICENSE-MIT': '../LICENSE-MIT',
    'THIRD-PARTY.txt': 'THIRD-PARTY.txt',
  };
  for (const [name, from] of Object.entries(copies)) copyFileSync(join(folder, from), join(folder, 'npm', platform, name));
  const says = `The binary of [${main.name}](${main.homepage}) for ${platform}, which npm installs with that package where it fits.`;
  const readme = `# ${own.name}\n\n${says} There is nothing in it to import.\n`;
  writeFileSync(join(folder, 'npm', platform, 'README.md'), readme);
  write(`npm/${platform}/package.json`, { ...own, type: 'commonjs', files: Object.keys(copies), publishConfig: main.publishConfig });
  main.optionalDependencies[own.name] = main.version;
}

// The binary of the machine that built is for its own tests.
main.files = main.files.filter((file) => file !== '*.node');
delete main.scripts;
delete main.devDependencies;
write('package.json', main);

// Runs a command while a registry serves the packages of a folder, on this machine alone:
//   node registry.mjs FOLDER npm install aiguillage

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, command, ...list] = process.argv.slice(2);

const tarballs = new Map();
const packages = new Map();
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
  const found = tarballs.get(path) ?? packages.get(path);
  response.statusCode = found === undefined ? 404 : 200;
  response.end(found ?? '{}');
});

server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
    const path = join(folder, file);
    const manifest = JSON.parse(execFileSync('tar', ['-xzOf', path, 'package/package.json'], { encoding: 'utf8' }));
    const bytes = readFileSync(path);
    tarballs.set(file, bytes);
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const { name, version } = manifest;
    const versions = { [version]: { ...manifest, dist: { tarball: `${address}${file}`, integrity } } };
    packages.set(name, JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  }
  const child = spawn(command, list, { stdio: 'inherit', env: { ...process.env, npm_config_registry: address } });
  child.on('exit', (code) => {
    server.close();
    process.exitCode = code ?? 1;
  });
});

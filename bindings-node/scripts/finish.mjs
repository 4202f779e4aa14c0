// What `tsc` leaves to do in `dist/`: the ES module beside the CommonJS one, and the licences.
//
// Both modules have the same objects under the same names, so that an error is an instance of its
// class whichever way a file was imported.

import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const dist = new URL('../dist/', import.meta.url);
const names = Object.keys(createRequire(import.meta.url)('../dist/index.js')).sort();

writeFileSync(
  new URL('index.mjs', dist),
  `import aiguillage from './index.js';\n\nexport const {\n${names.map((name) => `  ${name},\n`).join('')}} = aiguillage;\n`,
);
writeFileSync(new URL('index.d.mts', dist), `export * from './index.js';\n`);
for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) {
  copyFileSync(new URL(`../../${licence}`, import.meta.url), new URL(licence, dist));
}

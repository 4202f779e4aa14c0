// Writes the ES module beside the CommonJS one: the same objects under the same names, so that an
// error is an instance of its class whichever way a file was imported.

import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const names = Object.keys(createRequire(import.meta.url)('../dist/index.js')).sort();
const list = names.join(', ');

writeFileSync(new URL('index.mjs', dist), `import aiguillage from './index.js';\n\nexport const { ${list} } = aiguillage;\n`);
writeFileSync(new URL('index.d.mts', dist), `export * from './index.js';\n`);

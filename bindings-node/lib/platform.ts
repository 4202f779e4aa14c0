// Whether the binary of this platform is there. The entry imports this file first, so that who has none is told.

import { arch, platform } from 'node:process';

try {
  require('../native');
} catch (cause) {
  const { napi } = require('../package.json') as { napi: { targets: string[] } };
  throw new Error(
    `aiguillage has no binary that loads on ${platform} ${arch}. There is one for each of ${napi.targets.join(', ')}. ` +
      'If yours is among them, install again with optional dependencies (`npm install --include=optional`); ' +
      'if not, build the package from its repository.',
    { cause },
  );
}

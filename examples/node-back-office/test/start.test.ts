/** A start that fails ends, so that whoever runs the service sees it and starts another. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { atEnd } from './help/cleanup.js';
import { startProcess } from './help/process.js';

test('a port that is taken ends the process, and not only the start', async () => {
  const data = mkdtempSync(join(tmpdir(), 'aiguillage-start-'));
  atEnd(() => rmSync(data, { recursive: true, force: true }));
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  atEnd(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  await assert.rejects(startProcess({ DATA_DIR: data, HOST: '127.0.0.1', PORT: String(port) }), /ended with 1/);
});

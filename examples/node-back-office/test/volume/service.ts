/** The service as it runs, in a process of its own, with a view on its event loop. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../src/root.js';
import type { Load } from './monitor.js';

export interface Service {
  base: string;
  load(): Promise<Load>;
  stop(): Promise<void>;
}

export async function startService(env: NodeJS.ProcessEnv): Promise<Service> {
  const port = 3900 + (process.pid % 1000);
  const base = `http://127.0.0.1:${port}`;
  const monitor = pathToFileURL(fromRoot('dist/test/volume/monitor.js')).href;
  const child = spawn(process.execPath, ['--import', monitor, fromRoot('dist/src/main.js')], {
    env: { ...process.env, ...env, PORT: `${port}`, HOST: '127.0.0.1', BASE_URL: base, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error('the service did not start');
    const answer = await fetch(`${base}/sante`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const load = async (): Promise<Load> => {
    child.send('read');
    const [value] = (await once(child, 'message')) as [Load];
    return value;
  };
  // What it did before it answered kept nobody waiting.
  await load();
  return {
    base,
    load,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

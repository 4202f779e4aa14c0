/** The service as it runs, in a process of its own, with a view on its event loop. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../src/root.js';

export interface Service {
  base: string;
  /** The longest that the event loop was kept since this was last asked, in milliseconds. */
  blocked(): Promise<number>;
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
  const blocked = async (): Promise<number> => {
    child.send('read');
    const [value] = (await once(child, 'message')) as [number];
    return value;
  };
  // What it did before it answered kept nobody waiting.
  await blocked();
  return {
    base,
    blocked,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

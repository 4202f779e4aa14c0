/** The service as its own process, to be killed. */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fromRoot } from '../../src/root.js';
import { SECRET } from './app.js';
import { atEnd } from './cleanup.js';

export interface Process {
  base: string;
  /** As the system does when memory runs out: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** As an administrator does. */
  stop(): Promise<number | null>;
}

/** Where else the service may run from, and as whom. */
export interface Place {
  cwd: string;
  as: number | undefined;
}

/** A start that failed and does not end is a fault, and no reason to wait for ever. */
const STARTED_WITHIN_MS = 120_000;

export async function startProcess(env: NodeJS.ProcessEnv, place?: Place): Promise<Process> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const main = [process.execPath, place ? 'dist/src/main.js' : fromRoot('dist/src/main.js')];
  const [command = '', ...rest] = place?.as === undefined ? main : ['setpriv', `--reuid=${place.as}`, `--regid=${place.as}`, '--clear-groups', ...main];
  const child = spawn(command, rest, {
    cwd: place?.cwd,
    env: { ...process.env, SECRET, LOG_LEVEL: 'silent', PORT: String(port), BASE_URL: base, MAIL_LEASE: '2', CONFIRM_ADDRESS: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  atEnd(() => child.kill('SIGKILL'));
  const answers = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => chunk.includes(base) && resolve()));
  const deadline = AbortSignal.timeout(STARTED_WITHIN_MS);
  await Promise.race([
    answers,
    ended.then((code) => Promise.reject(new Error(`the service ended with ${code}`))),
    new Promise((_resolve, reject) => deadline.addEventListener('abort', () => reject(new Error('the service neither answers nor ends')))),
  ]);
  return {
    base,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

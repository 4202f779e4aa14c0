/** The whole service in the test's own process, and browsers without a screen. */

import type { FastifyInstance } from 'fastify';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './cleanup.js';
import { buildApp } from '../../src/app.js';
import { addDays } from '../../src/clock.js';
import { readConfig, type Config } from '../../src/config.js';
import type { Database } from '../../src/database/index.js';
import { fromRoot } from '../../src/root.js';
import type { Role } from '../../src/security/sessions.js';
import { startServices, type Services } from '../../src/services/index.js';
import { saveAccount } from '../../src/store/accounts.js';
import { Browser, type Send } from './browser.js';
import { newDatabase, type DatabaseKind } from './databases.js';

export type { Browser } from './browser.js';

export const SECRET = 'a secret that only tests know, long enough';
export const PASSWORD = 'a password for tests';

export interface TestApp {
  app: FastifyInstance;
  services: Services;
  database: Database;
  /** Lets days go by. */
  later(days: number): void;
  /** A browser that signed in. */
  signedIn(role: Role, name?: string): Promise<Browser>;
  /** A browser of nobody in particular. */
  visitor(): Browser;
}

export interface Settings {
  kind?: DatabaseKind;
  env?: NodeJS.ProcessEnv;
  now?: string;
  /** A database that exists already. */
  database?: Database;
}

export function testConfig(env: NodeJS.ProcessEnv = {}): Config {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-office-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return readConfig({
    SECRET,
    DATA_DIR: folder,
    DIRECTORY: fromRoot('../hauts-de-france'),
    REGISTER: fromRoot('demo/etablissements.csv'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    BASE_URL: 'http://orientation.example',
    // Figures are as they are, however slow the machine.
    FIGURES_WAIT: '60000',
    ...env,
  });
}

export async function startApp(settings: Settings = {}): Promise<TestApp> {
  const database = settings.database ?? (await newDatabase(settings.kind ?? 'PGlite'));
  let now = new Date(settings.now ?? '2026-11-23T09:00:00Z');
  const starting = startServices(testConfig(settings.env), database, () => now, (error) => console.error(error));
  // Settings that are refused leave no database open behind them: the tests would not end.
  const services = await starting.catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const app = await buildApp(services);
  await app.ready();
  atEnd(async () => {
    await app.close();
    await services.worker.stop();
    await services.figures.stop();
    await database.close();
  });
  let accounts = 0;
  const linkToConfirm = async (): Promise<string | undefined> => {
    const [row] = await database.query<{ body_text: string }>(
      `select body_text from outbox where key like 'company_confirm:%' order by id desc limit 1`,
    );
    return row && /(\/confirmer\/[A-Za-z0-9_.-]+)/.exec(row.body_text)?.[1];
  };
  return {
    app,
    services,
    database,
    later: (days) => (now = addDays(now, days)),
    visitor: () => new Browser(injected(app), linkToConfirm),
    async signedIn(role, name = `${role} ${(accounts += 1)}`) {
      const email = `${name.replaceAll(/\W/g, '-')}@example.org`;
      await saveAccount(database, { email, name, role, password: PASSWORD }, now);
      const browser = new Browser(injected(app));
      await browser.get('/connexion');
      const page = await browser.post('/connexion', { email, password: PASSWORD });
      assert.equal(page.status, 303);
      return browser;
    },
  };
}

let addresses = 0;

/** Requests that never leave the process. Each browser has an address, so that limits on one do not stop another. */
function injected(app: FastifyInstance): Send {
  addresses += 1;
  const remoteAddress = `10.0.${addresses >> 8}.${addresses & 255}`;
  return async ({ method, url, body, cookie }) => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(body !== undefined && { payload: body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body,
      cookies: ([] as string[]).concat(answer.headers['set-cookie'] ?? []),
    };
  };
}

/**
 * Measures the service at volume: `npm run volume -- [PGlite|PostgreSQL] [NEEDS] [FOLDER]`. It fills a database with made-up
 * needs (once, where a folder for PGlite is given), asks every page as each role, and prints how long each took
 * (the median and the longest of ten), the longest that the event loop was kept from others, and what was computed.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../src/database/index.js';
import { Library } from '../../src/library.js';
import { fromRoot } from '../../src/root.js';
import { Browser, fetched } from '../help/browser.js';
import { startPostgres } from '../help/postgres.js';
import { fill, PASSWORD } from './fill.js';
import { pagesOf, type Asked } from './pages.js';
import { startService, type Service } from './service.js';

const SECRET = 'a secret to measure with, long enough to sign';
const TIMES = 10;
const [kind = 'PGlite', needs = '20000', folder] = process.argv.slice(2);
if (!['PGlite', 'PostgreSQL'].includes(kind) || !(Number(needs) > 0)) {
  console.error('npm run volume -- [PGlite|PostgreSQL] [NEEDS] [FOLDER]');
  process.exit(2);
}

const data = folder ? resolve(folder) : mkdtempSync(join(tmpdir(), 'aiguillage-volume-'));
const server = kind === 'PostgreSQL' ? startPostgres() : undefined;
try {
  await measure();
} finally {
  server?.stop();
  if (!folder) rmSync(data, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const now = new Date();
  const filled = !server && existsSync(join(data, 'pglite'));
  const database = await openDatabase({ url: server?.url, folder: data });
  if (!filled) {
    const began = performance.now();
    const rows = await fill(database, await Library.open(fromRoot('../hauts-de-france')), Number(needs), now);
    console.log(`${kind}, rempli en ${seconds(began)} :`, Object.entries(rows).map(([table, count]) => `${count} ${table}`).join(', '));
  }
  const asked = await pagesOf(database, SECRET, now);
  await database.close();

  const service = await startService({ SECRET, DATA_DIR: data, ...(server && { DATABASE_URL: server.url }) });
  try {
    await ask(service, asked);
  } finally {
    await service.stop();
  }
}

async function ask(service: Service, { adviserEmail, expertLinks, pages }: Awaited<ReturnType<typeof pagesOf>>): Promise<void> {
  const began = performance.now();
  const steering = await signedIn(service, 'pilotage@example.org');
  // From the start: the first figures are read and made while others are served.
  while (/en train d’être compté/.test((await steering.get('/pilotage/impact?par=origin')).html)) await pause(100);
  const warm = (await service.load()).blocked;
  console.log(`premiers chiffres après ${seconds(began)}, les autres attendent au plus ${Math.round(warm)} ms`);

  const expert = new Browser(fetched(service.base));
  await expert.get(expertLinks[0] ?? '');
  const browsers = { company: new Browser(fetched(service.base)), expert, adviser: await signedIn(service, adviserEmail), steering };
  // The first pages compile what all have in common.
  for (const { role } of pages) await browsers[role].get('/donnees-personnelles');

  console.log(row('qui', 'page', 'médiane', 'au plus', 'les autres', 'calcul'));
  for (const page of pages) await timed(service, page, () => browsers[page.role].get(page.url));
  await answers(service, browsers.expert, steering, expertLinks);
}

/** Figures after each of some answers: none is lost, and nobody waits for all to be counted again. */
async function answers(service: Service, expert: Browser, steering: Browser, links: readonly string[]): Promise<void> {
  const addresses: string[] = [];
  for (const link of links.slice(0, 2 * TIMES)) addresses.push((await expert.get(link)).location);
  let at = 0;
  const answer = async () => {
    const address = addresses[at++] ?? '';
    const seq = /name="seq" value="(\d+)"/.exec((await expert.get(address)).html)?.[1] ?? '';
    return expert.post(address, { seq, to: 'taken_in_charge' });
  };
  await timed(service, { role: 'expert', what: 'répondre', url: '' }, answer, 303);
  await timed(service, { role: 'steering', what: 'impact, après une réponse', url: '' }, () => steering.get('/pilotage/impact'), 200, answer);
}

async function timed(service: Service, page: Asked, get: () => Promise<{ status: number }>, status = 200, before?: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const computed: number[] = [];
  let blocked = 0;
  for (let time = 0; time < TIMES; time += 1) {
    await before?.();
    await service.load();
    const began = performance.now();
    const answer = await get();
    times.push(performance.now() - began);
    if (answer.status !== status) throw new Error(`${page.url || page.what} answers ${answer.status}`);
    const load = await service.load();
    blocked = Math.max(blocked, load.blocked);
    computed.push(load.computed);
  }
  console.log(row(page.role, page.what, ms(median(times)), ms(Math.max(...times)), ms(blocked), ms(median(computed))));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function signedIn(service: Service, email: string): Promise<Browser> {
  const browser = new Browser(fetched(service.base));
  await browser.get('/connexion');
  const page = await browser.post('/connexion', { email, password: PASSWORD });
  if (page.status !== 303) throw new Error(`${email} cannot sign in`);
  return browser;
}

function row(...cells: string[]): string {
  return cells.map((cell, at) => (at < 2 ? cell.padEnd(at === 0 ? 9 : 30) : cell.padStart(11))).join(' ');
}
function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
function pause(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

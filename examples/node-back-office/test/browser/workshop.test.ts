/** Each page of the workshop, of demand and of the public figures, in each of its states, passes axe, wide and narrow. */

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { prepareDemo } from '../../src/demo/index.js';
import { saveAccount } from '../../src/store/accounts.js';
import { PASSWORD, startApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { csvText, expertsSheet } from '../help/sheets.js';
import { openChromium, withoutChromium } from './chromium.js';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 800 },
];

async function accessible(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
    const told = violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`);
    assert.deepEqual(told, [], `${page.url()} at ${size.width}\n${told.join('\n')}`);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.ok(Number(wide) <= 0, `${page.url()} is ${wide} px too wide at ${size.width}`);
  }
}

test('the workshop, demand and figures, in Chromium', { skip: withoutChromium() }, async () => {
  const office = await startApp({ env: { DEMO: '1', BASE_URL: 'http://127.0.0.1:1' } });
  await prepareDemo(office.services, () => {});
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  const chromium = await openChromium();
  atEnd(() => chromium.close());

  const signedIn = async (name: string, script = true): Promise<Page> => {
    const email = `${name}@navigateur.example`;
    await saveAccount(office.database, { email, name: `Compte ${name}`, role: 'steering', password: PASSWORD }, office.services.clock());
    const page = await (await chromium.newContext({ locale: 'fr-FR', viewport: SIZES[0] ?? null, javaScriptEnabled: script })).newPage();
    await page.goto(`${base}/connexion`);
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    return page;
  };
  const author = await signedIn('auteur');
  const second = await signedIn('second');
  const sheet = (change?: (rows: string[][]) => string[][]): Buffer =>
    Buffer.from(csvText(expertsSheet(office.services.directory.library, 'CMA Hauts-de-France', change)));
  const upload = async (page: Page, buffer: Buffer, whole = false, name = 'cma.csv'): Promise<void> => {
    await page.goto(`${base}/pilotage/annuaire/feuille`);
    await page.getByLabel('Institution').selectOption('cma');
    await page.getByLabel('Feuille des experts').setInputFiles({ name, mimeType: 'text/csv', buffer });
    if (whole) await page.getByLabel('Elle est complète').check();
    await page.getByRole('button', { name: 'Lire la feuille' }).click();
  };

  await author.goto(`${base}/pilotage/annuaire`);
  await accessible(author);
  await author.getByRole('button', { name: 'Déposer une feuille' }).click();
  await accessible(author);
  // Nothing chosen, then what is no sheet.
  await author.getByRole('button', { name: 'Lire la feuille' }).click();
  await author.getByText('Choisissez un fichier').first().waitFor();
  await accessible(author);
  await upload(author, Buffer.from('%PDF-1.7'), false, 'faux.csv');
  await author.getByText('un document PDF').first().waitFor();
  await accessible(author);
  // Faults by line.
  await upload(author, sheet((rows) => rows.map((row, at) => row.map((cell, column) => (at < 60 && column === 1 ? `${cell} qui n’existe pas` : cell)))));
  await author.getByText('Ce qu’en dit la vérification').first().waitFor();
  await accessible(author);
  // Many who leave, with changes; then ticked.
  await upload(author, sheet((rows) => rows.filter((row, at) => rows.findIndex((other) => other[1] === row[1]) === at).map((row) => row.map((cell, at) => (at === 3 ? `neuf-${cell}` : cell)))), true);
  await author.getByText('Plus d’un cinquième').first().waitFor();
  await accessible(author);
  await author.getByLabel(/ils s’en vont tous/).check();
  await author.getByRole('button', { name: 'Enregistrer les départs' }).click();
  await author.getByText('recalculée').first().waitFor();
  await accessible(author);
  const address = author.url().replace(/\?.*/, '');

  // The second person reads, is asked for a reason, and approves.
  await second.goto(address);
  await accessible(second);
  await second.getByText('Refuser', { exact: true }).click();
  await second.getByLabel('Pourquoi').fill(' ');
  await second.getByRole('button', { name: 'Refuser la proposition' }).click();
  await second.getByText('Dites pourquoi').first().waitFor();
  await accessible(second);
  await second.goto(address);
  await second.getByRole('button', { name: 'Approuver et mettre en service' }).click();
  await second.getByText('le nouvel annuaire est en service').first().waitFor();
  await accessible(second);
  await second.goto(address);
  await accessible(second);
  await second.getByRole('link', { name: '← Annuaire' }).click();
  await second.getByRole('link', { name: /Toutes les versions/ }).click();
  await accessible(second);

  // Back again without script; and what was compared with another version meanwhile.
  const plain = await signedIn('sans-script', false);
  await plain.goto(`${base}/pilotage/annuaire/versions`);
  await plain.getByRole('button', { name: 'Revenir à la version 1' }).click();
  await plain.getByText('C’est à une autre personne').first().waitFor();
  const back = plain.url().replace(/\?.*/, '');
  await upload(plain, sheet(([first = []]) => [first.map((cell, at) => (at === 4 ? '03 53 01 99 99' : cell))]));
  const other = plain.url().replace(/\?.*/, '');
  await second.goto(other);
  await second.getByRole('button', { name: 'Approuver et mettre en service' }).click();
  await second.goto(back);
  await second.getByRole('button', { name: /Comparer à la version/ }).waitFor();
  await accessible(second);

  for (const path of ['/pilotage/sollicitations', '/pilotage/sollicitations?institution=cma', '/pilotage/sollicitations?institution=cma&antenne=*', '/pilotage/sollicitations?institution=cma&du=2020-01-01&au=2020-01-02']) {
    await second.goto(`${base}${path}`);
    await accessible(second);
  }
  const visitor = await (await chromium.newContext({ locale: 'fr-FR' })).newPage();
  await visitor.goto(base);
  await visitor.getByRole('link', { name: 'Le service en chiffres' }).click();
  await visitor.getByRole('heading', { name: 'Par thème' }).waitFor();
  await accessible(visitor);
  office.later(-400);
  await visitor.goto(`${base}/chiffres`);
  await visitor.getByText('Trop peu d’entreprises').first().waitFor();
  await accessible(visitor);
});

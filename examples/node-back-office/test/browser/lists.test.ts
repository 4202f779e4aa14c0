/** Lists at volume, in Chromium: their pages, filters and empty states pass axe, wide and narrow. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { startApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { fill, PASSWORD } from '../volume/fill.js';
import { pagesOf } from '../volume/pages.js';
import { SECRET } from '../help/app.js';
import { accessible } from './axe.js';
import { openChromium, withoutChromium } from './chromium.js';

test('lists pass axe at 1280 and 390 px, with pages, filters and nothing found', { skip: withoutChromium() }, async () => {
  const office = await startApp({ env: { BASE_URL: 'http://127.0.0.1:1' } });
  const now = office.services.clock();
  await fill(office.database, office.services.directory.library, 1200, now);
  const { adviserEmail, expertLinks } = await pagesOf(office.database, SECRET, now);
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const chromium = await openChromium();
  atEnd(() => chromium.close());

  const signIn = async (page: Page, email: string): Promise<void> => {
    await page.goto(`${base}/connexion`);
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  };
  for (const width of [1280, 390]) {
    const open = async (): Promise<Page> => (await chromium.newContext({ locale: 'fr-FR', viewport: { width, height: 900 } })).newPage();
    // What is wide is looked at whole; on a phone, each list once.
    const look = async (page: Page, ...addresses: string[]): Promise<void> => {
      for (const address of addresses) {
        await page.goto(`${base}${address}`);
        if (width > 400 || !address.includes('?')) await accessible(page);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${address} fits ${width} px`);
      }
    };
    const adviser = await open();
    await signIn(adviser, adviserEmail);
    await look(adviser, '/conseiller', '/conseiller?q=zzz', '/conseiller?du=2026-02-31', '/conseiller/portail', '/conseiller/portail?q=zzz');
    await adviser.goto(`${base}/conseiller`);
    await adviser.getByRole('link', { name: 'Page suivante' }).click();
    await adviser.getByRole('navigation', { name: /^Pages/ }).getByText(/^21 à /).waitFor();
    await accessible(adviser);

    const expert = await open();
    await expert.goto(`${base}${expertLinks[0]}`);
    await look(expert, '/expert', '/expert?etat=closed', '/expert?q=zzz');

    const steering = await open();
    await signIn(steering, 'pilotage@example.org');
    await look(steering, '/pilotage/envois', '/pilotage/envois?q=zzz', '/pilotage/journal', '/pilotage/journal?q=zzz', '/pilotage/relances', '/pilotage/relances?type=refused');
    // Figures that are being made for the first time.
    const { figures } = office.services;
    office.services.figures = { ...figures, impact: async () => undefined, reminders: async () => undefined };
    await look(steering, '/pilotage', '/pilotage/impact', '/pilotage/relances');
    office.services.figures = figures;
  }
});

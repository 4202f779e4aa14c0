/**
 * In Chromium: signing in at a provider on another origin and out again, a second factor from its picture to its codes,
 * and what managers see. Each page that is met passes axe, and none breaks its policy.
 */

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser as Chromium, Page } from 'playwright-core';
import type { Role } from '../../src/security/sessions.js';
import { saveAccount } from '../../src/store/accounts.js';
import { PASSWORD, startApp, type TestApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { codeAt } from '../help/device.js';
import { startProvider } from '../help/provider.js';
import { diagnose } from '../help/steps.js';
import { openChromium, withoutChromium } from './chromium.js';

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  const told = grave.map((one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `  ${node.html}`).join('\n')}`);
  assert.deepEqual(told, [], `${page.url()}\n${told.join('\n')}`);
}

const faults: string[] = [];
async function newPage(chromium: Chromium, width = 1200): Promise<Page> {
  const context = await chromium.newContext({ locale: 'fr-FR', viewport: { width, height: 900 } });
  context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()));
  return context.newPage();
}

async function listening(office: TestApp): Promise<string> {
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  return base;
}

const added = (office: TestApp, name: string, role: Role): Promise<string> =>
  saveAccount(office.database, { email: `${name}@example.org`, name: `Compte ${name}`, role, password: PASSWORD }, office.services.clock());

async function signIn(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/connexion`);
  await page.getByLabel('Adresse électronique').fill(`${name}@example.org`);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

test('signing in at a provider and out again, in Chromium', { skip: withoutChromium() }, async () => {
  // The provider has to know the address of the service, and the service that of the provider: a port is chosen first.
  const free = await startApp();
  const base = await listening(free);
  await free.app.close();
  const provider = await startProvider(base);
  const office = await startApp({ env: { ...provider.env, BASE_URL: base } });
  await office.app.listen({ host: '127.0.0.1', port: Number(new URL(base).port) });
  await added(office, 'marie', 'adviser');
  const chromium = await openChromium();
  atEnd(() => chromium.close());

  const page = await newPage(chromium);
  await page.goto(`${base}/conseiller/nouveau`);
  await accessible(page);
  provider.person = null;
  await page.getByRole('button', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByText('a été abandonnée').first().waitFor();
  await accessible(page);
  provider.person = { sub: 'marie', email: 'marie@example.org', given_name: 'Prénom', usual_name: 'Usuel' };
  await page.getByRole('button', { name: 'S’identifier avec ProConnect' }).click();
  await page.waitForURL(`${base}/conseiller/nouveau`);

  // The form is the service's; what follows is another origin's, by the page that it answers with.
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.waitForURL(`${provider.issuer}/**`);
  await page.getByRole('button', { name: 'Oui' }).click();
  await page.waitForURL(`${base}/?fait=deconnecte`);
  await page.getByText('Vous êtes déconnecté.').first().waitFor();
  assert.equal(provider.ended, 1);
  await page.goto(`${base}/conseiller`);
  assert.match(page.url(), /\/connexion/);
  assert.deepEqual(faults, []);
});

test('a second factor and managers, in Chromium', { skip: withoutChromium() }, async () => {
  const office = await startApp({ env: { REQUIRE_SECOND_FACTOR: 'steering' } });
  const base = await listening(office);
  await diagnose(await office.signedIn('adviser'));
  const steeringId = await added(office, 'pilote', 'steering');
  const managerId = await added(office, 'responsable', 'manager');
  const chromium = await openChromium();
  atEnd(() => chromium.close());

  const page = await newPage(chromium, 390);
  await signIn(page, base, 'pilote');
  await page.getByRole('img', { name: 'La clé du second facteur' }).waitFor();
  await accessible(page);
  const secret = (await page.locator('code.key').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code à six chiffres').fill('12345');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByText('Ce code n’est pas le bon').first().waitFor();
  await accessible(page);
  await page.getByLabel('Code à six chiffres').fill(codeAt(secret, office.services.clock()));
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
  await accessible(page);
  const code = await page.locator('.codes code').first().innerText();
  await page.getByRole('button', { name: 'C’est noté, continuer' }).click();
  await page.waitForURL(`${base}/pilotage`);
  await page.getByRole('button', { name: 'Quitter' }).click();

  await signIn(page, base, 'pilote');
  await page.waitForURL(`${base}/connexion/code`);
  await accessible(page);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.waitForURL(`${base}/pilotage`);
  for (const address of ['/compte', '/compte/second-facteur', '/compte/droits', '/pilotage/comptes', `/pilotage/comptes/${steeringId}`, `/pilotage/comptes/${managerId}`]) {
    await page.goto(`${base}${address}`);
    await accessible(page);
  }
  await page.getByLabel('Antenne').selectOption('cci-amiens-picardie');
  await page.getByRole('button', { name: 'Donner cette antenne' }).click();
  await page.getByRole('button', { name: /Reprendre CCI Amiens/ }).waitFor();
  await page.getByLabel('Coopération').fill('adviser');
  await page.getByRole('button', { name: 'Donner cette coopération' }).click();
  await page.getByRole('button', { name: 'Reprendre adviser' }).waitFor();
  await accessible(page);

  const boss = await newPage(chromium);
  await signIn(boss, base, 'responsable');
  await boss.waitForURL(`${base}/antenne`);
  await accessible(boss);
  await boss.getByRole('region', { name: 'Demandes' }).getByRole('link').first().click();
  await boss.getByRole('heading', { name: 'L’entreprise' }).waitFor();
  await accessible(boss);
  await boss.getByRole('button', { name: 'Relancer' }).click();
  await boss.getByRole('status').getByText(/message part à|messages partent à/).first().waitFor();
  for (const address of ['/antenne/chiffres', '/antenne/couverture', '/antenne?etat=done', '/cooperation', '/cooperation?etat=done', '/cooperation/chiffres']) {
    await boss.goto(`${base}${address}`);
    await accessible(boss);
  }
  await boss.goto(`${base}/cooperation`);
  await boss.getByRole('region', { name: 'Besoins' }).getByRole('link').first().click();
  await boss.getByRole('heading', { name: 'Ce qui s’est passé' }).waitFor();
  await accessible(boss);
  assert.deepEqual(faults, []);
});

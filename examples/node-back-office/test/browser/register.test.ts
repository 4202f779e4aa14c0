/** Looking a company up, in Chromium: with script and without, on a screen and on a phone; each state passes axe. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { saveAccount } from '../../src/store/accounts.js';
import { PASSWORD, startApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { companyOf, hide, startRegister, status } from '../help/register-server.js';
import { STORY } from '../help/steps.js';
import { accessible } from './axe.js';
import { openChromium, withoutChromium } from './chromium.js';

test('a company is looked up by an adviser and by itself', { skip: withoutChromium() }, async () => {
  const server = await startRegister([
    companyOf('re-plain.json'),
    companyOf('re-several-facilities-nothing-asked.json', ({ matching_etablissements: [, third] }) => Object.assign(third ?? {}, { etat_administratif: 'F' })),
    companyOf('re-zero-band.json', hide),
  ]);
  const office = await startApp({ env: { REGISTER: '', REGISTER_URL: server.url, BASE_URL: 'http://127.0.0.1:1' } });
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  await saveAccount(office.database, { email: 'conseil@navigateur.example', name: 'Conseil', role: 'adviser', password: PASSWORD }, office.services.clock());
  const chromium = await openChromium();
  atEnd(() => chromium.close());

  for (const [javaScriptEnabled, width] of [[true, 1280], [true, 390], [false, 390]] as const) {
    server.answerWith();
    const context = await chromium.newContext({ locale: 'fr-FR', viewport: { width, height: 900 }, javaScriptEnabled });
    // axe is a script: where the page may have none, its own are looked at with them on.
    const look = async (page: Page): Promise<void> => void (javaScriptEnabled && (await accessible(page)));
    const adviser = await context.newPage();
    await adviser.goto(`${base}/connexion?vers=/conseiller/nouveau`);
    await adviser.getByLabel('Adresse électronique').fill('conseil@navigateur.example');
    await adviser.getByLabel('Mot de passe').fill(PASSWORD);
    await adviser.getByRole('button', { name: 'Se connecter' }).click();
    await adviser.getByLabel('Ou son nom').fill('couverture');
    await adviser.locator('#commune').fill('Roubaix');
    await adviser.locator('#commune').press('Tab');
    await adviser.getByRole('button', { name: 'Chercher par le nom' }).click();
    await adviser.getByText('1 entreprise trouvée au registre').first().waitFor();
    await look(adviser);
    await adviser.getByRole('link', { name: /59100 ROUBAIX/ }).click();
    await adviser.getByText('Entreprise trouvée').first().waitFor();
    assert.equal(await adviser.locator('#commune').inputValue(), 'Roubaix (59100)');
    await adviser.getByText('Ce que dit le registre').click();
    await adviser.getByText('effectif de 2023').first().waitFor();
    await look(adviser);
    for (const address of ['/conseiller/nouveau?siren=111042982', '/conseiller/nouveau?siren=111378725', '/conseiller/nouveau?nom=ab&commune=Saint-Denis', '/conseiller/entreprise?siret=11104298200038', '/conseiller/entreprise?siret=11137872500019']) {
      await adviser.goto(`${base}${address}`);
      await look(adviser);
    }

    const company = await context.newPage();
    await company.goto(base);
    await company.getByLabel('De quoi avez-vous besoin ?').fill(STORY);
    await company.getByText('Vous ne connaissez pas votre SIRET ?').click();
    await company.getByLabel('Nom de l’entreprise').fill('beffroi');
    await company.getByRole('button', { name: 'Chercher mon entreprise' }).click();
    await company.getByRole('radio', { name: /111 454 278 00016/ }).check();
    await look(company);
    await company.getByRole('button', { name: 'Continuer' }).click();
    await company.getByText('BOULANGERIE DU BEFFROI').first().waitFor();
    await company.getByRole('checkbox', { name: 'C’est bien mon entreprise' }).check();
    await look(company);
    await company.getByRole('button', { name: 'Modifier' }).click();
    assert.equal(await company.getByLabel('De quoi avez-vous besoin ?').inputValue(), STORY);
    assert.equal(await company.locator('#siret').inputValue(), '11145427800016');

    server.answerWith(status(400, ''));
    for (const address of ['/conseiller/nouveau?nom=inconnue', '/conseiller/entreprise?siret=11188000100016']) {
      await adviser.goto(`${base}${address}`);
      await look(adviser);
    }
    await company.locator('#siret').fill('11188000100016');
    await company.locator('#commune').fill('Lille');
    await company.locator('#commune').press('Tab');
    await company.getByRole('button', { name: 'Continuer' }).click();
    await company.getByText('Le registre ne répond pas pour l’instant').first().waitFor();
    await look(company);
    await company.goto(`${base}/donnees-personnelles`);
    await look(company);
    await context.close();
  }
});

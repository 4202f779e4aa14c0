/** What people do in a browser, with script and without. */

import type { Page } from 'playwright-core';
import { PASSWORD, type TestApp } from '../help/app.js';
import { saveAccount } from '../../src/store/accounts.js';
import type { Role } from '../../src/security/sessions.js';

/** How a story is lived. */
export interface Way {
  script: boolean;
  width: number;
}

/** The company writes, and its commune completes as it types where a script runs. */
export async function tell(page: Page, { script }: Way, story: string): Promise<void> {
  await page.getByLabel('De quoi avez-vous besoin').fill(story);
  if (!script) {
    await page.getByLabel('Commune de l’établissement').fill('Amiens');
  } else {
    const commune = page.getByRole('combobox', { name: 'Commune' });
    await commune.pressSequentially('amie');
    await page.getByRole('option', { name: /^Amiens/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Envoyer ma demande' }).waitFor();
}

/** It says who it is, agrees, and sends. */
export async function agree(page: Page, company: string): Promise<void> {
  await page.getByLabel('Nom de l’entreprise').fill(company);
  await page.getByLabel('Votre nom').fill('Contact du navigateur');
  await page.getByLabel('Téléphone').fill('03 53 01 00 00');
  await page.getByLabel('Courriel').fill('contact@entreprise.example');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.getByText('pour confirmer votre demande').waitFor();
}

/** Somebody signs in, whose account is made for it. */
export async function signIn(office: TestApp, page: Page, base: string, role: Role): Promise<void> {
  const email = `${role}@navigateur.example`;
  await saveAccount(office.database, { email, name: `Compte ${role}`, role, password: PASSWORD }, office.services.clock());
  await page.goto(`${base}/connexion`);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

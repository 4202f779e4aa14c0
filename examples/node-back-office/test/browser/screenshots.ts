/** Makes the pictures of the README: `npm run screenshots`. */

import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { DEMO_ACCOUNTS } from '../../src/demo/accounts.js';
import { prepareDemo } from '../../src/demo/index.js';
import { fromRoot } from '../../src/root.js';
import { startApp } from '../help/app.js';
import { expertLinks } from '../help/steps.js';
import { openChromium } from './chromium.js';

const FOLDER = fromRoot('screenshots');

const office = await startApp({ now: '2026-11-23T09:00:00Z', env: { DEMO: '1' } });
const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
office.services.config.baseUrl = base;
await prepareDemo(office.services, () => {});
const chromium = await openChromium();
mkdirSync(FOLDER, { recursive: true });

const WIDE = { width: 1120, height: 860 };
const PHONE = { width: 390, height: 800 };

async function open(size = WIDE): Promise<Page> {
  return (await chromium.newContext({ locale: 'fr-FR', viewport: size })).newPage();
}

/** Of what is seen, or of the page down to a height. */
async function picture(page: Page, name: string, height?: number): Promise<void> {
  const width = page.viewportSize()?.width ?? WIDE.width;
  const clip = height === undefined ? {} : { fullPage: true, clip: { x: 0, y: 0, width, height } };
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', ...clip });
}

async function signIn(page: Page, account: (typeof DEMO_ACCOUNTS)[number]): Promise<void> {
  await page.goto(`${base}/connexion`);
  await page.getByLabel('Adresse électronique').fill(account.email);
  await page.getByLabel('Mot de passe').fill(account.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

async function ask(page: Page, company: string, names: { first?: string; second?: string; last?: string }): Promise<void> {
  await page.goto(base);
  await page
    .getByLabel('De quoi avez-vous besoin ?')
    .fill('Nous sommes trois à la boulangerie et voulons embaucher un apprenti pour la rentrée, mais nous ne trouvons pas de candidats.');
  const commune = page.getByRole('combobox', { name: 'Commune' });
  await commune.pressSequentially('amie');
  await page.getByRole('option', { name: /^Amiens/ }).waitFor();
  if (names.first) await picture(page, names.first);
  await commune.press('ArrowDown');
  await commune.press('Enter');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Qui vous appellera').first().waitFor();
  if (names.second) await picture(page, names.second);
  await page.getByLabel('Nom de l’entreprise').fill(company);
  await page.getByLabel('Votre nom').fill('Contact de la boulangerie');
  await page.getByLabel('Téléphone').fill('03 53 01 00 00');
  await page.getByLabel('Courriel').fill('contact@entreprise.example');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.getByText('pour confirmer votre demande').waitFor();
  const [mail] = await office.database.query<{ body_text: string }>(
    `select body_text from outbox where key like 'company_confirm:%' order by id desc limit 1`,
  );
  await page.goto(`${base}${/(\/confirmer\/[\w.-]+)/.exec(mail?.body_text ?? '')?.[1]}`);
  await page.getByRole('button', { name: 'Confirmer et envoyer' }).click();
  await page.getByText('Qui vous appellera').first().waitFor();
  if (names.last) await picture(page, names.last);
}

// Two companies: the same that asks twice is a duplicate, and waits for an adviser.
await ask(await open(), 'Boulangerie Exemple', { second: 'entreprise-sujets' });
await ask(await open(PHONE), 'Atelier Exemple', { first: 'telephone-demande', last: 'telephone-suivi' });

const [link] = await expertLinks(office);
const expert = await open();
await expert.goto(`${base}${link?.link}`);
await picture(expert, 'expert-besoin', 760);
const small = await open(PHONE);
await small.goto(`${base}${link?.link}`);
await picture(small, 'telephone-expert');

const adviser = await open();
await signIn(adviser, DEMO_ACCOUNTS[0]);
await adviser.goto(`${base}/conseiller/entreprise?siret=00000002600013`);
await adviser.getByRole('button', { name: 'Continuer vers les besoins' }).click();
for (const subject of ['recruter', 'handicap-entreprise']) {
  const need = adviser.locator(`[data-need="${subject}"]`);
  await need.getByRole('checkbox').first().check();
  await need.locator('[data-experts]').waitFor();
}
await picture(adviser, 'conseil-besoins');
await adviser.getByRole('button', { name: 'Continuer vers l’envoi' }).click();
await picture(adviser, 'conseil-envoi');

const steering = await open();
await signIn(steering, DEMO_ACCOUNTS[1]);
await steering.goto(`${base}/pilotage/impact`);
await picture(steering, 'pilotage-impact', 1170);
await steering.goto(`${base}/pilotage/couverture?institution=cap-emploi&sujet=handicap-entreprise`);
await picture(steering, 'pilotage-couverture', 1090);
await steering.goto(`${base}/pilotage/relances`);
await picture(steering, 'pilotage-relances', 700);

await chromium.close();
// The service goes on listening: this is the end of it.
process.exit(0);

/**
 * The whole story in a real browser: a company writes, its subject is suggested, experts are found, their e-mails
 * arrive at a real SMTP server, one takes charge and closes, and impact moves. Each page that is met passes axe.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { startApp, PASSWORD, type TestApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { startSmtp } from '../help/smtp.js';
import { linkIn } from '../help/steps.js';
import { saveAccount } from '../../src/store/accounts.js';
import type { Role } from '../../src/security/sessions.js';
import { accessible, checked } from './axe.js';
import { openChromium, withoutChromium } from './chromium.js';

async function account(office: TestApp, page: Page, base: string, role: Role): Promise<void> {
  const email = `${role}@navigateur.example`;
  await saveAccount(office.database, { email, name: `Compte ${role}`, role, password: PASSWORD }, office.services.clock());
  await page.goto(`${base}/connexion`);
  await accessible(page);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

test('the whole story, in Chromium', { skip: withoutChromium() }, async () => {
  const mailbox = await startSmtp();
  const office = await startApp({ env: { SMTP_URL: mailbox.url, BASE_URL: 'http://127.0.0.1:1' } });
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  const chromium = await openChromium();
  atEnd(() => chromium.close());
  const faults: string[] = [];
  const context = async (): Promise<BrowserContext> => {
    const made = await chromium.newContext({ locale: 'fr-FR', viewport: { width: 1200, height: 900 } });
    made.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()));
    made.on('weberror', (error) => faults.push(String(error.error())));
    return made;
  };

  // The company writes; its commune completes as it types.
  const company = await (await context()).newPage();
  await company.goto(base);
  await accessible(company);
  await company.getByLabel('De quoi avez-vous besoin ?').fill('Nous voulons embaucher un apprenti et ne trouvons pas de candidats.');
  const commune = company.getByRole('combobox', { name: 'Commune' });
  await commune.pressSequentially('amie');
  const option = company.getByRole('option', { name: /^Amiens/ });
  await option.waitFor();
  await accessible(company);
  await commune.press('ArrowDown');
  await commune.press('Enter');
  assert.equal(await commune.inputValue(), 'Amiens (80000)');
  await company.getByRole('button', { name: 'Continuer' }).click();

  // Its subject is suggested, and answering a question changes who will call, at once.
  const subject = company.getByRole('checkbox', { name: /Recruter un ou plusieurs salariés/ });
  assert.ok(await subject.isChecked());
  await company.getByText('Qui vous appellera').first().waitFor();
  await accessible(company);
  const callers = company.locator('[data-need="recruter"] [data-experts]');
  const before = await callers.getAttribute('data-experts');
  const changed = company.waitForResponse((response) => response.url().endsWith('/demande/apercu'));
  await company.getByRole('group', { name: /personnes en situation de handicap|situation de handicap/ }).getByLabel('Non').check();
  await changed;
  await company.waitForFunction((count) => document.querySelector('[data-need="recruter"] [data-experts]')?.getAttribute('data-experts') !== count, before);
  await company.getByLabel('Nom de l’entreprise').fill('Boulangerie du navigateur');
  await company.getByLabel('Votre nom').fill('Contact du navigateur');
  await company.getByLabel('Téléphone').fill('03 53 01 00 00');
  await company.getByLabel('Courriel').fill('contact@entreprise.example');
  await company.getByRole('checkbox', { name: /J’accepte/ }).check();
  await company.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await company.getByText('pour confirmer votre demande').waitFor();
  await accessible(company);

  // Its mailbox has a link, and nobody else's has anything before it confirms.
  await office.services.worker.drain();
  assert.deepEqual(mailbox.received.map((one) => one.to), ['contact@entreprise.example']);
  await company.goto(`${base}${/(\/confirmer\/[\w.-]+)/.exec(mailbox.received[0]?.text ?? '')?.[1]}`);
  await accessible(company);
  await company.getByRole('button', { name: 'Confirmer et envoyer' }).click();
  await company.getByText('Qui vous appellera').waitFor();
  await accessible(company);
  const followed = company.url();

  // The e-mails have arrived; the expert opens the link of theirs.
  await office.services.worker.drain();
  const mail = mailbox.received.find((one) => one.text.includes('/e/'));
  assert.ok(mail, 'an expert received an e-mail');
  assert.ok(mailbox.received.some((one) => one.to === 'contact@entreprise.example'), 'and so did the company');
  const expert = await (await context()).newPage();
  await expert.goto(`${base}${linkIn(mail.text, 'e')}`);
  assert.match(expert.url(), /\/expert\/demandes\//, 'the token has left the address');
  await expert.getByText('Boulangerie du navigateur').waitFor();
  await accessible(expert);
  await expert.getByRole('button', { name: 'Je prends en charge' }).click();
  await expert.getByText('Votre réponse est enregistrée').waitFor();
  await accessible(expert);
  await company.goto(followed);
  await company.getByText('Prise en charge').first().waitFor();
  await expert.getByLabel('Un mot sur la suite').fill('Un apprenti commence lundi.');
  await expert.getByRole('button', { name: 'Entreprise aidée' }).click();
  await expert.getByText('Aide proposée').first().waitFor();
  await expert.getByRole('link', { name: 'Mes demandes' }).first().click();
  await accessible(expert);
  await company.goto(followed);
  await company.getByText('Aide proposée').first().waitFor();

  // An adviser reviews the needs of another company.
  const adviser = await (await context()).newPage();
  await account(office, adviser, base, 'adviser');
  await accessible(adviser);
  await adviser.getByRole('link', { name: 'Nouveau diagnostic' }).first().click();
  await accessible(adviser);
  await adviser.getByLabel('SIRET de l’établissement').fill('000 000 026 00013');
  await adviser.getByRole('button', { name: 'Chercher', exact: true }).click();
  await adviser.getByText('Entreprise trouvée').waitFor();
  await accessible(adviser);
  await adviser.getByRole('button', { name: 'Continuer vers les besoins' }).click();
  // A question with choices, by the keyboard alone: what is ticked changes who would be alerted.
  const project = adviser.locator('[data-need="financer-projet"]');
  await project.getByRole('checkbox').first().press('Space');
  const banker = project.getByRole('checkbox', { name: /Banque de France/ });
  await banker.waitFor();
  const amount = project.getByRole('group', { name: /montant qu'il reste à financer.*Plusieurs réponses possibles/ });
  await amount.getByRole('checkbox', { name: 'Moins de 10 000 €' }).press('Space');
  await banker.waitFor({ state: 'detached' });
  await accessible(adviser);
  await adviser.keyboard.press('Tab');
  await adviser.keyboard.press('Space');
  assert.ok(await amount.getByRole('checkbox', { name: '10 000 € ou plus' }).isChecked());
  await banker.waitFor();
  await project.getByRole('checkbox').first().press('Space');
  const need = adviser.locator('[data-need="tresorerie"]');
  await need.getByRole('checkbox').first().check();
  await need.locator('[data-experts]').waitFor();
  await adviser.getByText('1 besoin', { exact: true }).waitFor();
  await accessible(adviser);
  await need.getByLabel(/Commentaire/).fill('Dettes sociales, veut un échéancier.');
  await adviser.getByRole('button', { name: 'Continuer vers l’envoi' }).click();
  await accessible(adviser);
  await adviser.getByLabel('Nom et prénom').fill('Contact de la menuiserie');
  await adviser.getByLabel('Téléphone').fill('03 53 01 00 01');
  await adviser.getByRole('checkbox', { name: /accepte/ }).check();
  await adviser.getByRole('button', { name: /Notifier/ }).click();
  await adviser.getByText(/^Un message part à \d+ expert/).waitFor();
  await accessible(adviser);
  await adviser.goto(`${base}/conseiller`);
  await accessible(adviser);
  await adviser.goto(`${base}/conseiller/portail`);
  await accessible(adviser);

  // Impact has moved.
  const steering = await (await context()).newPage();
  await account(office, steering, base, 'steering');
  for (const page of ['', '/annuaire', '/couverture', '/couverture?sujet=handicap-entreprise&institution=cap-emploi', '/relances', '/envois', '/journal', '/comptes', '/impact']) {
    await steering.goto(`${base}/pilotage${page}`);
    await accessible(steering);
  }
  await steering.getByText('entreprises aidées, sur 2').waitFor();
  await steering.goto(`${base}/donnees-personnelles`);
  await accessible(steering);
  await steering.goto(`${base}/introuvable`);
  await accessible(steering);

  assert.deepEqual(faults, [], 'no script failed and no policy was broken');
  assert.ok(checked.length >= 20);
});

/**
 * The whole story in a real browser: a company writes, its subject is suggested, experts are found, their e-mails
 * arrive at a real SMTP server, one takes charge and closes, an adviser sends another, and impact moves. On a desk and
 * on a telephone, with script and without, on both databases.
 */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { DATABASES, withoutPostgres, type DatabaseKind } from '../help/databases.js';
import { startSmtp } from '../help/smtp.js';
import { pathIn, run, turnOn } from '../help/loop.js';
import { linkIn } from '../help/steps.js';
import { openChromium, withoutChromium } from './chromium.js';
import { overflow } from './in-page.js';
import { agree, signIn, tell, type Way } from './steps.js';

const WAYS: readonly Way[] = [1280, 390].flatMap((width) => [true, false].map((script) => ({ width, script })));

describe('the whole story, in Chromium', { skip: withoutChromium() }, () => {
  let chromium: Browser;
  before(async () => {
    chromium = await openChromium();
    atEnd(() => chromium.close());
  });
  for (const kind of DATABASES) {
    for (const way of WAYS) {
      test(`at ${way.width} px, ${way.script ? 'with' : 'without'} script, on ${kind}`, { skip: withoutPostgres(kind) }, () => story(chromium, kind, way));
    }
  }
});

async function story(chromium: Browser, kind: DatabaseKind, way: Way): Promise<void> {
  const mailbox = await startSmtp();
  const office = await startApp({ kind, env: { SMTP_URL: mailbox.url, BASE_URL: 'http://127.0.0.1:1' } });
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const browser = async (): Promise<Page> => {
    const context = await chromium.newContext({ locale: 'fr-FR', viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.script });
    contexts.push(context);
    context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()));
    context.on('weberror', (error) => faults.push(String(error.error())));
    return context.newPage();
  };
  /** Nothing sticks out of a page that the story passes. */
  const fits = async (page: Page): Promise<void> => assert.deepEqual(await page.evaluate(overflow), [], page.url());

  try {
    const followed = await companyAsks();
    await expertAnswers(followed);
    await adviserSends();
    await companySaysWhatItThought();
    const steering = await browser();
    await signIn(office, steering, base, 'steering');
    await steering.goto(`${base}/pilotage/impact`);
    await steering.getByText('entreprises aidées, sur 2').waitFor();
    await fits(steering);
    assert.deepEqual(faults, [], 'no script failed and no policy was broken');
  } finally {
    for (const context of contexts) await context.close();
  }

  /** The company writes, confirms, and follows its request: at that address. */
  async function companyAsks(): Promise<{ page: Page; address: string }> {
    const page = await browser();
    await page.goto(base);
    await fits(page);
    await tell(page, way, 'Nous voulons embaucher un apprenti et ne trouvons pas de candidats.');
    // Its subject is suggested; where a script runs, answering a question changes who will call, at once.
    assert.ok(await page.getByRole('checkbox', { name: /Recruter un ou plusieurs salariés/ }).isChecked());
    await page.getByText('Qui vous appellera').first().waitFor();
    await fits(page);
    const no = page.getByRole('group', { name: /situation de handicap/ }).getByLabel('Non');
    if (way.script) {
      const before = await page.locator('[data-need="recruter"] [data-experts]').getAttribute('data-experts');
      await no.check();
      await page.waitForFunction((count) => document.querySelector('[data-need="recruter"] [data-experts]')?.getAttribute('data-experts') !== count, before);
    } else {
      await no.check();
    }
    await agree(page, 'Boulangerie du navigateur');
    await fits(page);

    // Its mailbox has a link, and nobody else's has anything before it confirms.
    await office.services.worker.drain();
    assert.deepEqual(mailbox.received.map((one) => one.to), ['contact@entreprise.example']);
    await page.goto(`${base}${/(\/confirmer\/[\w.-]+)/.exec(mailbox.received[0]?.text ?? '')?.[1]}`);
    await fits(page);
    await page.getByRole('button', { name: 'Confirmer et envoyer' }).click();
    await page.getByText('Qui vous appellera').waitFor();
    await fits(page);
    return { page, address: page.url() };
  }

  /** The expert opens the link of a message, calls, and closes; the company sees it. */
  async function expertAnswers({ page: company, address }: { page: Page; address: string }): Promise<void> {
    await office.services.worker.drain();
    const mail = mailbox.received.find((one) => one.text.includes('/e/'));
    assert.ok(mail, 'an expert received an e-mail');
    assert.equal(mailbox.received.filter((one) => one.to === 'contact@entreprise.example').length, 2, 'the company reads who calls');
    const expert = await browser();
    await expert.goto(`${base}${linkIn(mail.text, 'e')}`);
    assert.match(expert.url(), /\/expert\/demandes\//, 'the token has left the address');
    // The number to call comes first, in the page as on the screen.
    const call = expert.locator('main a, main button').nth(1);
    assert.equal(await call.getAttribute('href'), 'tel:0353010000');
    assert.ok(((await call.boundingBox())?.y ?? 9999) < 420, 'it is seen without scrolling');
    await fits(expert);
    await expert.getByRole('button', { name: 'Je prends en charge' }).click();
    await expert.getByText('Votre réponse est enregistrée').waitFor();
    await company.goto(address);
    await company.getByText('Prise en charge').first().waitFor();
    await expert.getByLabel('Un mot sur la suite').fill('Un apprenti commence lundi.');
    await expert.getByRole('button', { name: 'Entreprise aidée' }).click();
    await expert.getByText('Aide proposée').first().waitFor();
    await expert.getByLabel('Votre message').fill('Le dossier est prêt.');
    await expert.getByRole('button', { name: 'Envoyer le message' }).click();
    await expert.getByText('Le dossier est prêt.').waitFor();
    await expert.getByRole('link', { name: 'Mes demandes' }).first().click();
    await fits(expert);
    await expert.getByRole('link', { name: 'Mes absences' }).first().click();
    await expert.getByLabel('Dernier jour').fill('2020-01-01');
    await expert.getByRole('button', { name: 'Noter l’absence' }).click();
    await expert.getByText('Ce jour est passé.').first().waitFor();
    await fits(expert);
    await expert.getByLabel('Dernier jour').fill(await expert.getByLabel('Premier jour').inputValue());
    await expert.getByRole('button', { name: 'Noter l’absence' }).click();
    await expert.getByText('Votre absence est notée').waitFor();
    await fits(expert);
    await company.goto(address);
    await company.getByText('Aide proposée').first().waitFor();
    await fits(company);
  }

  /** An adviser reviews the needs of another company, reads what will leave, and sends it. */
  async function adviserSends(): Promise<void> {
    const adviser = await browser();
    await signIn(office, adviser, base, 'adviser');
    await adviser.getByRole('link', { name: 'Nouveau diagnostic' }).first().click();
    await adviser.getByLabel('SIRET de l’établissement').fill('000 000 026 00013');
    await adviser.getByRole('button', { name: 'Chercher', exact: true }).click();
    await adviser.getByText('Entreprise trouvée').waitFor();
    await fits(adviser);
    await adviser.getByRole('button', { name: 'Continuer vers les besoins' }).click();
    if (way.script) await byKeyboard(adviser);
    const need = adviser.locator('[data-need="tresorerie"]');
    await need.getByRole('checkbox').first().check();
    await need.getByLabel(/Commentaire/).fill('Dettes sociales, veut un échéancier.');
    if (!way.script) await adviser.getByRole('button', { name: 'Enregistrer et voir qui serait alerté' }).click();
    await need.locator('[data-experts]').waitFor();
    if (way.script) await adviser.getByText('1 besoin', { exact: true }).waitFor();
    await fits(adviser);
    await adviser.getByRole('button', { name: 'Continuer vers l’envoi' }).click();
    await adviser.getByLabel('Nom et prénom').fill('Contact de la menuiserie');
    await adviser.getByLabel('Téléphone').fill('03 53 01 00 01');
    await adviser.getByRole('checkbox', { name: /accepte/ }).check();
    const button = adviser.getByRole('button', { name: /Notifier/ });
    const leaves = adviser.getByRole('heading', { name: 'Ce qui va partir' });
    assert.ok(((await leaves.boundingBox())?.y ?? 9999) < ((await button.boundingBox())?.y ?? 0), 'what leaves is above the button');
    await fits(adviser);
    await button.click();
    await adviser.getByText(/^Un message part à \d+ expert/).waitFor();
    await fits(adviser);
  }

  /** Ten days later the company is asked, and answers. */
  async function companySaysWhatItThought(): Promise<void> {
    office.later(11);
    await turnOn(office, 'surveys');
    await run(office);
    await office.services.worker.drain();
    const survey = mailbox.received.find((one) => one.text.includes('/avis/'));
    const page = await browser();
    await page.goto(`${base}${pathIn(survey?.text ?? '', 'avis')}`);
    await fits(page);
    await page.getByRole('radiogroup', { name: 'Avez-vous été rappelé' }).getByLabel('Oui').check();
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByText('Dites si l’échange vous a été utile').first().waitFor();
    await fits(page);
    await page.getByRole('radiogroup', { name: 'utile' }).getByLabel('Oui').check();
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByRole('heading', { name: 'Merci' }).waitFor();
    await fits(page);
  }

  /** A question with choices, by the keyboard alone: what is ticked changes who would be alerted. */
  async function byKeyboard(adviser: Page): Promise<void> {
    const project = adviser.locator('[data-need="financer-projet"]');
    await project.getByRole('checkbox').first().press('Space');
    const banker = project.getByRole('checkbox', { name: /Banque de France/ });
    await banker.waitFor();
    const amount = project.getByRole('group', { name: /montant qu’il reste à financer.*Plusieurs réponses possibles/ });
    await amount.getByRole('checkbox', { name: /Moins de 10\s000\s€/ }).press('Space');
    await banker.waitFor({ state: 'detached' });
    await adviser.keyboard.press('Tab');
    await adviser.keyboard.press('Space');
    assert.ok(await amount.getByRole('checkbox', { name: /10\s000\s€ ou plus/ }).isChecked());
    await banker.waitFor();
    await project.getByRole('checkbox').first().press('Space');
  }
}

/** A partner's page within the partner's own site, and the pages about partners, in a real browser. */

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { saveAccount } from '../../src/store/accounts.js';
import { startApp, PASSWORD } from '../help/app.js';
import { atEnd } from '../help/cleanup.js';
import { deposit } from '../help/partners.js';
import { openChromium, withoutChromium } from './chromium.js';

/** Nothing that axe finds, on a desk and on a phone, and nothing that has to be scrolled to the side. */
async function accessible(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
    const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`);
    assert.deepEqual(told, [], `${page.url()} at ${width}`);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.ok(Number(wide) <= 0, `${page.url()} is ${wide} px too wide at ${width}`);
  }
}

test('partners, in Chromium', { skip: withoutChromium() }, async () => {
  const office = await startApp({ env: { BASE_URL: 'http://127.0.0.1:1' } });
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  const chromium = await openChromium();
  atEnd(() => chromium.close());
  const faults: string[] = [];
  const context = await chromium.newContext({ locale: 'fr-FR' });
  context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && faults.push(message.text()));

  // The partner's site is another site: the same machine by another name.
  let framed = '';
  const site = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="fr"><title>Partenaire</title><h1>Partenaire</h1><iframe title="Être aidé" width="900" height="900" src="${framed}"></iframe>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    site.closeAllConnections();
    site.close();
  });
  const partnerSite = `http://localhost:${(site.address() as { port: number }).port}`;

  // Steering adds the partner, a key and a receiver.
  await saveAccount(office.database, { email: 'pilote@navigateur.example', name: 'Compte pilotage', role: 'steering', password: PASSWORD }, office.services.clock());
  const steering = await context.newPage();
  await steering.goto(`${base}/connexion?vers=/pilotage/partenaires`);
  await steering.getByLabel('Adresse électronique').fill('pilote@navigateur.example');
  await steering.getByLabel('Mot de passe').fill(PASSWORD);
  await steering.getByRole('button', { name: 'Se connecter' }).click();
  await steering.getByText('Aucun partenaire').waitFor();
  await accessible(steering);
  await steering.getByLabel('Nom', { exact: false }).first().fill('Réseau exemple');
  await steering.getByLabel('Nom court').fill('Réseau');
  await steering.getByRole('button', { name: 'Ajouter' }).click();
  await steering.getByText('lettres minuscules').first().waitFor();
  await accessible(steering);
  await steering.getByLabel('Nom court').fill('reseau-exemple');
  await steering.getByRole('button', { name: 'Ajouter' }).click();
  await steering.getByRole('heading', { name: 'Sa page' }).waitFor();
  await accessible(steering);
  await steering.getByLabel('Sites qui peuvent').fill(`${partnerSite}\nn’importe quoi`);
  await steering.getByRole('button', { name: 'Enregistrer' }).click();
  await steering.getByText('n’est pas un site').first().waitFor();
  await accessible(steering);
  await steering.getByLabel('Sites qui peuvent').fill(partnerSite);
  await steering.getByRole('button', { name: 'Enregistrer' }).click();
  await steering.getByText('C’est enregistré.').waitFor();
  await steering.getByLabel('À quoi sert la clé').fill('Site du réseau');
  await steering.getByRole('button', { name: 'Créer une clé' }).click();
  const token = (await steering.locator('.notice code').textContent()) ?? '';
  await accessible(steering);
  await steering.getByLabel('Adresse de réception').fill('http://localhost:9/reception');
  await steering.getByRole('button', { name: 'Ajouter cette adresse' }).click();
  await steering.getByText('whsec_').waitFor();
  assert.equal((await deposit(office, token)).status, 201);
  await office.services.webhooks.drain();
  await steering.reload();
  await steering.goto(`${base}/pilotage/partenaires`);
  await accessible(steering);
  await steering.getByRole('link', { name: 'Réseau exemple' }).click();
  await steering.getByText('connexion impossible').waitFor();
  await accessible(steering);
  await steering.goto(`${base}/api/documentation`);
  await accessible(steering);

  // A company asks within the partner's site.
  framed = `${base}/partenaires/reseau-exemple?sujet=recruter&code_postal=80000&commune=Amiens`;
  const outside = await context.newPage();
  await outside.goto(partnerSite);
  const frame = outside.frameLocator('iframe');
  await frame.getByText('avec Réseau exemple').waitFor();
  assert.ok(await frame.getByRole('checkbox', { name: /Recruter/ }).isChecked());
  await frame.getByLabel('De quoi avez-vous besoin ?').fill('Nous voulons embaucher un apprenti et ne trouvons pas de candidats.');
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await frame.getByText('Qui vous appellera').first().waitFor();
  const preview = outside.waitForResponse((response) => response.url().endsWith('/demande/apercu'));
  await frame.getByRole('group', { name: /situation de handicap/ }).first().getByLabel('Non').check();
  assert.equal((await preview).status(), 200, 'the script works in the frame');
  await frame.getByLabel('Nom de l’entreprise').fill('Entreprise du cadre');
  await frame.getByLabel('Votre nom').fill('Contact de test');
  await frame.getByLabel('Téléphone').fill('03 53 01 00 00');
  await frame.getByLabel('Courriel').fill('cadre@entreprise.example');
  await frame.getByRole('checkbox', { name: /J’accepte/ }).check();
  await frame.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await frame.getByText('cadre@entreprise.example').waitFor();
  const opening = context.waitForEvent('page');
  await frame.getByRole('link', { name: /Voir où en est ma demande/ }).click();
  const follow = await opening;
  await follow.getByRole('heading', { name: 'Votre demande' }).waitFor();

  // The same pages by themselves.
  const own = await context.newPage();
  await own.goto(framed);
  await accessible(own);
  await own.goto(`${base}/partenaires/reseau-exemple?sujet=licorne&code_postal=80300`);
  await accessible(own);
  assert.deepEqual(faults, [], 'no script failed and no policy was broken');

  // Nothing else of the service opens in a frame, and the page opens in no other site's.
  const shows = async (url: string): Promise<boolean> => {
    framed = url;
    const page = await context.newPage();
    await page.goto(partnerSite);
    await page.waitForTimeout(300);
    const inside = page.frames()[1];
    const title = await inside?.evaluate('document.title').catch(() => '');
    await page.close();
    return typeof title === 'string' && title.includes('Aiguillage');
  };
  assert.equal(await shows(`${base}/partenaires/reseau-exemple`), true);
  for (const path of ['/', '/connexion', '/api/documentation', '/donnees-personnelles']) assert.equal(await shows(`${base}${path}`), false, path);
  await office.database.query(`update partners set frames = '{https://autre.example}'`);
  assert.equal(await shows(`${base}/partenaires/reseau-exemple`), false);
});

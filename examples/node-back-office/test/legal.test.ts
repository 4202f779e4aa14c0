/** Legal pages say who answers for the service, or that this is missing; the accessibility grid claims nothing that nothing tried. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ConfigError } from '../src/config.js';
import { fromRoot } from '../src/root.js';
import { startApp, testConfig } from './help/app.js';

const LEGAL = {
  CONTROLLER: 'Chambre de métiers exemple, 1 rue de l’Exemple, 80000 Amiens',
  CONTACT: 'droits@chambre.example',
  PUBLISHER: 'La présidente de la chambre exemple',
  HOSTING: 'Hébergeur exemple, 2 rue du Serveur, 59000 Lille, 03 20 00 00 00',
};
const PAGES = ['/donnees-personnelles', '/accessibilite', '/mentions-legales'];

test('what is set is said, and what is not is said to be missing', async () => {
  const set = await startApp({ env: LEGAL });
  const unset = await startApp();
  for (const page of PAGES) {
    const { html } = await set.visitor().get(page);
    assert.match(html, /Chambre de métiers exemple/, page);
    assert.match(html, /href="mailto:droits@chambre\.example"/, page);
    assert.doesNotMatch(html, /non renseigné/, page);
    assert.match((await unset.visitor().get(page)).html, /non renseigné/, page);
  }
  const privacy = (await set.visitor().get('/donnees-personnelles')).html;
  for (const word of [/www\.cnil\.fr\/fr\/plaintes/, /consentement/, /36 mois/, /retirer votre consentement/, /Hébergeur exemple/]) assert.match(privacy, word);
  const statement = (await set.visitor().get('/accessibilite')).html;
  for (const word of [/non conforme/, /aucun audit par une personne indépendante/, /Défenseur des droits/, /Aucun essai n’a été fait avec un lecteur d’écran/]) assert.match(statement, word);
});

test('production says on every page of steering what is missing, and is silent when nothing is', async () => {
  const production = { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:9' };
  const unset = await startApp({ env: { ...production, CONTROLLER: LEGAL.CONTROLLER } });
  const { html } = await (await unset.signedIn('steering')).get('/pilotage/relances');
  assert.match(html, /role="alert">Les pages légales ne disent pas tout ce qu’elles doivent : réglez CONTACT, PUBLISHER, HOSTING/);
  assert.doesNotMatch((await (await unset.signedIn('adviser')).get('/conseiller')).html, /Les pages légales/);
  const set = await startApp({ env: { ...production, ...LEGAL } });
  assert.doesNotMatch((await (await set.signedIn('steering')).get('/pilotage')).html, /Les pages légales/);
});

test('a setting that makes no sense stops the start', () => {
  for (const [name, value] of [['CONTACT', 'pas une adresse'], ['CONTACT', 'a@b'], ['CONTROLLER', 'x'.repeat(301)], ['HOSTING', 'a\nb'], ['PUBLISHER', '<b>']] as const) {
    assert.throws(() => testConfig({ [name]: value }), (error) => error instanceof ConfigError && error.message.startsWith(name), `${name} ${value}`);
  }
});

test('the colours that a visitor may choose are three', async () => {
  const office = await startApp();
  const visitor = office.visitor();
  await visitor.get('/affichage');
  await visitor.post('/affichage', { look: 'sombre' });
  assert.match((await visitor.get('/')).html, /data-theme="dark"/);
  await visitor.post('/affichage', { look: '"><script>' });
  assert.equal(visitor.cookies.get('affichage'), undefined);
  visitor.cookies.set('affichage', 'autre');
  assert.match((await visitor.get('/')).html, /<html lang="fr"><head>/);
});

test('a theme without dark colours is light for all', async () => {
  const office = await startApp({ env: { THEME: fromRoot('public') } });
  const visitor = office.visitor();
  visitor.cookies.set('affichage', 'sombre');
  const { html } = await visitor.get('/');
  assert.match(html, /data-theme="light"/);
  assert.doesNotMatch(html, /dark\.css|\/affichage/);
});

test('the grid has the 106 criteria, once each, and names files that exist', () => {
  const grid = readFileSync(fromRoot('docs', 'rgaa.md'), 'utf8');
  const rows = [...grid.matchAll(/^\| (\d+)\.(\d+) \| [^|]+ \| (conform|not applicable|not tested) \| ([^|]+) \|$/gm)];
  const expected = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12].flatMap((count, at) => Array.from({ length: count }, (_, one) => `${at + 1}.${one + 1}`));
  assert.equal(expected.length, 106);
  assert.deepEqual(rows.map(([, theme, one]) => `${theme}.${one}`), expected);
  const counted = (state: string): number => rows.filter((row) => row[3] === state).length;
  assert.ok(grid.includes(`${counted('conform')} conform, ${counted('not applicable')} not applicable, ${counted('not tested')} not tested`));
  for (const [, file = ''] of grid.matchAll(/`([\w-]+\.test\.ts)`/g)) {
    assert.ok(existsSync(fromRoot('test', file)) || existsSync(fromRoot('test', 'browser', file)), file);
  }
});

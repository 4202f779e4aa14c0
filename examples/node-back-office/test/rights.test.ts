/** Steering gives rights and takes them back; an antenne that leaves the directory ends what it opened. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { saveAccount } from '../src/store/accounts.js';
import { PASSWORD, startApp, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { antenneOf, manager, startManaged, type Managed, type ManagedReferral } from './help/managers.js';
import { CONTACT, draft, send } from './help/steps.js';

let given: Managed;
let office: TestApp;
let steering: Browser;
let adviser: Browser;
let here: ManagedReferral[];
let there: ManagedReferral[];
before(async () => {
  given = await startManaged();
  ({ office, steering, adviser, here, there } = given);
});

describe('steering gives rights', () => {
  test('to others, of antennes that there are, and takes them back at once', async () => {
    const browser = await manager(given, 'passage', ['antenne_manager', antenneOf(here)]);
    assert.equal((await browser.get('/antenne')).status, 200);
    const [row] = await office.database.query<{ id: string }>(`select id from accounts where email = 'passage@example.org'`);
    const address = `/pilotage/comptes/${row?.id}`;
    await steering.get(address);
    const form = { role: 'antenne_manager', scope: antenneOf(here) };
    assert.match((await steering.follow(await steering.post(`${address}/droits`, { ...form, suite: 'donner' }))).html, /quelqu’un s’en est déjà occupé/);
    for (const scope of ['nowhere', '', 'constructor']) {
      const refused = await steering.post(`${address}/droits`, { ...form, scope, suite: 'donner' });
      assert.equal(refused.status, 422, scope);
      assert.match(refused.html, /Choisissez une antenne de l’annuaire/);
    }
    assert.equal((await steering.post(`${address}/droits`, { role: 'cooperation_manager', scope: '<script>', suite: 'donner' })).status, 422);
    assert.equal((await steering.post(`${address}/droits`, { role: 'steering', scope: 'x', suite: 'donner' })).status, 404);
    assert.equal((await steering.post(`${address}/droits`, { ...form, suite: 'autre' })).status, 404);
    await steering.post(`${address}/droits`, { ...form, suite: 'reprendre' });
    assert.equal((await browser.get('/antenne')).status, 404, 'at the next request');
    assert.equal((await browser.get('/connexion')).location, '/compte');
    assert.match((await steering.get('/pilotage/journal')).html, /droit repris/);

    const own = await office.database.query<{ id: string }>(`select id from accounts where email = 'pilote@example.org'`);
    assert.equal((await steering.post(`/pilotage/comptes/${own[0]?.id}/droits`, { ...form, suite: 'donner' })).status, 404, 'nobody gives themselves any');
    assert.match((await steering.get(`/pilotage/comptes/${own[0]?.id}`)).html, /Personne ne se donne de droits/);
    assert.equal((await adviser.get(address)).status, 404);
  });

  test('an adviser may manage an antenne too, and has both parts', async () => {
    const [row] = await office.database.query<{ id: string }>(`select id from accounts where email = 'conseil@example.org'`);
    await steering.get(`/pilotage/comptes/${row?.id}`);
    await steering.post(`/pilotage/comptes/${row?.id}/droits`, { role: 'antenne_manager', scope: antenneOf(there), suite: 'donner' });
    const page = await adviser.get('/antenne');
    assert.equal(page.status, 200);
    assert.match(page.html, /Mes diagnostics/);
    assert.match((await adviser.get('/conseiller')).html, /Mon antenne/);
    assert.match((await steering.get('/pilotage/comptes')).html, /Conseiller/);
  });

  test('an antenne that leaves the directory ends the access, and is said on both sides', async () => {
    const { path, again } = await changedDirectory(() => {});
    const moving = await startApp({ env: { DIRECTORY: path } });
    const boss = await moving.signedIn('steering', 'Pilote');
    const id = await saveAccount(moving.database, { email: 'reste@example.org', name: 'Reste', role: 'manager', password: PASSWORD }, moving.services.clock());
    await boss.get(`/pilotage/comptes/${id}`);
    for (const scope of ['cci-amiens-picardie', 'cma-somme']) {
      assert.equal((await boss.post(`/pilotage/comptes/${id}/droits`, { role: 'antenne_manager', scope, suite: 'donner' })).status, 303);
    }
    const council = await moving.signedIn('adviser');
    await send(council, await draft(council), CONTACT);
    const referrals = await moving.database.query<ManagedReferral>(`select * from referrals where antenne = 'cci-amiens-picardie'`);
    assert.ok(referrals.length > 0);
    const browser = moving.visitor();
    await browser.get('/connexion');
    await browser.post('/connexion', { email: 'reste@example.org', password: PASSWORD });
    assert.equal((await browser.get(`/antenne/demandes/${referrals[0]?.id}`)).status, 200);

    const without = (antenne: string) => (document: { experts: { antenne?: string; id: string }[] }): void => {
      const whole = document as unknown as { antennes: { id: string }[]; experts: { antenne: string; substitute?: string; absences?: { substitute?: string }[]; id: string }[] };
      whole.antennes = whole.antennes.filter((one) => one.id !== antenne);
      whole.experts = whole.experts.filter((one) => one.antenne !== antenne);
    };
    const reload = async (antenne: string): Promise<void> => {
      again(without(antenne) as never);
      await boss.get('/pilotage/annuaire');
      const told = await boss.follow(await boss.post('/pilotage/annuaire', {}));
      assert.match(told.html, /Le nouvel annuaire est en service/);
    };
    await reload('cci-amiens-picardie');
    const page = await browser.get('/antenne');
    assert.equal(page.status, 200);
    assert.match(page.html, /n’est plus dans l’annuaire en service.*cci-amiens-picardie/);
    assert.ok(!page.html.includes(referrals[0]?.id ?? '?'));
    assert.equal((await browser.get(`/antenne/demandes/${referrals[0]?.id}`)).status, 404);
    assert.equal((await browser.get('/antenne/chiffres')).status, 200);
    assert.match((await boss.get(`/pilotage/comptes/${id}`)).html, /n’est plus dans l’annuaire, n’ouvre rien/);
    assert.match((await boss.get('/pilotage/comptes')).html, /antenne disparue/);

    await reload('cma-somme');
    assert.match((await browser.get('/antenne')).html, /Aucune antenne de l’annuaire en service/);
    for (const address of ['/antenne/chiffres', '/antenne/chiffres.csv', '/antenne/couverture']) assert.equal((await browser.get(address)).status, 404, address);
    await boss.get(`/pilotage/comptes/${id}`);
    await boss.post(`/pilotage/comptes/${id}/droits`, { role: 'antenne_manager', scope: 'cma-somme', suite: 'reprendre' });
    assert.match((await boss.get(`/pilotage/comptes/${id}`)).html, /cci-amiens-picardie/, 'what is lost can be taken back, one by one');
  });
});

/** Signing in at a provider of identities, and out again. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { saveAccount } from '../src/store/accounts.js';
import { PASSWORD, startApp, type Browser, type TestApp } from './help/app.js';
import { startProvider, type LocalProvider, type Person } from './help/provider.js';

const BASE = 'http://orientation.example';
const MARIE: Person = { sub: 'marie', email: 'Marie@example.org', given_name: 'Prénom', usual_name: 'Usuel', siret: '13002526500013', idp_id: 'idp-1' };

let provider: LocalProvider;
let office: TestApp;
before(async () => {
  provider = await startProvider(BASE);
  office = await startApp({ env: provider.env });
});

/** A browser goes to the provider and comes back; the answer is the service's to the address it comes back with. */
async function through(browser: Browser, person: Person | null, wanted = '', at = provider) {
  at.person = person;
  const left = await browser.get(`/connexion/fournisseur${wanted ? `?vers=${encodeURIComponent(wanted)}` : ''}`);
  assert.equal(left.status, 303, left.html);
  const back = await at.walk(left.location);
  assert.ok(back.startsWith(`${BASE}/connexion/fournisseur/retour?`), back);
  return browser.get(back.slice(BASE.length));
}

/** What the sign-in page says after a refusal. */
async function refusal(browser: Browser, person: Person | null): Promise<string> {
  const answer = await through(browser, person);
  assert.equal(answer.location, '/connexion');
  const page = await browser.get('/connexion');
  assert.match((await browser.get('/conseiller')).location, /^\/connexion/, 'nobody is in');
  return page.html;
}

async function account(email: string, role: 'adviser' | 'steering' = 'adviser'): Promise<string> {
  await office.signedIn(role, email.split('@')[0]);
  const [row] = await office.database.query<{ id: string }>('select id from accounts where email = $1', [email]);
  return row?.id ?? '';
}

const letters = async (recipient: string): Promise<string[]> =>
  (await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'account_security:%' and recipient = $1 order by id`, [recipient])).map((row) => row.body_text);

describe('a first time and the next', () => {
  test('the request has PKCE, state and nonce, and the scopes of the profile', async () => {
    const browser = office.visitor();
    const page = await browser.get('/connexion');
    assert.match(page.html, /S’identifier avec ProConnect/);
    const address = new URL((await browser.get('/connexion/fournisseur')).location);
    assert.equal(address.origin, provider.issuer);
    assert.equal(address.searchParams.get('scope'), 'openid email given_name usual_name siret');
    assert.equal(address.searchParams.get('code_challenge_method'), 'S256');
    assert.equal(address.searchParams.get('response_type'), 'code');
    for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((address.searchParams.get(name) ?? '').length >= 20, name);
    assert.equal(address.searchParams.get('acr_values'), null);
  });

  test('an address without an account opens nothing, and registers nobody', async () => {
    assert.match(await refusal(office.visitor(), { ...MARIE, sub: 'stranger', email: 'inconnue@example.org' }), /Aucun compte n’a l’adresse/);
    assert.equal((await office.database.query(`select from accounts where email = 'inconnue@example.org'`)).length, 0);
  });

  test('an account is linked by its address, told so, and found by the subject from then on', async () => {
    const id = await account('marie@example.org');
    const browser = office.visitor();
    const before = new Map(browser.cookies);
    const entered = await through(browser, MARIE, '/conseiller/nouveau');
    assert.equal(entered.location, '/conseiller/nouveau', 'the page that was wanted');
    assert.notEqual(browser.cookies.get('session'), before.get('session'));
    assert.equal((await browser.get('/conseiller')).status, 200);
    const [letter = ''] = await letters('marie@example.org');
    assert.match(letter, /s’ouvre désormais aussi par ProConnect \(Prénom Usuel, SIRET 130\s025\s265\s00013\)/);
    const [identity] = await office.database.query<Record<string, unknown>>('select * from identities where account_id = $1', [id]);
    assert.equal(identity?.['siret'], '13002526500013');
    assert.equal(identity?.['idp_id'], 'idp-1');
    assert.equal(identity?.['issuer'], provider.issuer);

    const again = await through(office.visitor(), { ...MARIE, email: 'marie.autrement@example.org' });
    assert.equal(again.location, '/conseiller', 'the address has changed, the person has not');
    assert.equal((await letters('marie@example.org')).length, 1);
  });

  test('another person with the same address does not take the account over', async () => {
    assert.match(await refusal(office.visitor(), { ...MARIE, sub: 'somebody-else' }), /déjà lié à une autre identité/);
  });

  test('an address that is not verified, or none, opens nothing', async () => {
    await account('pierre@example.org');
    assert.match(await refusal(office.visitor(), { sub: 'pierre', email: 'pierre@example.org', email_verified: false }), /ne garantit pas que cette adresse/);
    assert.match(await refusal(office.visitor(), { sub: 'pierre' }), /ne donne pas votre adresse/);
  });

  test('a disabled account is refused, linked or not', async () => {
    await account('partie@example.org');
    assert.equal((await through(office.visitor(), { sub: 'partie', email: 'partie@example.org' })).location, '/conseiller');
    await account('jamais@example.org');
    await office.database.query(`update accounts set disabled_at = now() where email in ('partie@example.org', 'jamais@example.org')`);
    assert.match(await refusal(office.visitor(), { sub: 'partie', email: 'partie@example.org' }), /est désactivé/);
    assert.match(await refusal(office.visitor(), { sub: 'jamais', email: 'jamais@example.org' }), /est désactivé/);
  });

  test('steering unlinks an account, which is told and may be linked anew', async () => {
    const steering = await office.signedIn('steering', 'Pilote');
    const [row] = await office.database.query<{ id: string }>(`select id from accounts where email = 'marie@example.org'`);
    const page = await steering.get(`/pilotage/comptes/${row?.id}`);
    assert.match(page.html, /Lié à ProConnect depuis le 23 novembre 2026, SIRET 130 025 265 00013/);
    assert.match((await steering.follow(await steering.post(`/pilotage/comptes/${row?.id}`, { suite: 'delier' }))).html, /est délié/);
    assert.match((await letters('marie@example.org')).at(-1) ?? '', /vient de délier votre compte/);
    assert.equal((await through(office.visitor(), { ...MARIE, sub: 'marie-2' })).location, '/conseiller');
  });
});

describe('answers that are none', () => {
  test('who gives up is told so, and passwords still work', async () => {
    const browser = office.visitor();
    assert.match(await refusal(browser, null), /a été abandonnée/);
    assert.equal((await browser.post('/connexion', { email: 'marie@example.org', password: PASSWORD })).location, '/conseiller');
  });

  test('an answer counts once, in the browser that asked, for a quarter of an hour', async () => {
    provider.person = { ...MARIE, sub: 'marie-2' };
    const browser = office.visitor();
    const back = (await provider.walk((await browser.get('/connexion/fournisseur')).location)).slice(BASE.length);
    const said = async (one: Browser): Promise<string> => {
      assert.equal((await one.get(back)).location, '/connexion');
      return (await one.get('/connexion')).html;
    };
    assert.match(await said(office.visitor()), /a pris trop de temps, ou a été commencée dans une autre fenêtre/, 'another browser');
    assert.equal((await browser.get(back)).location, '/conseiller');
    const kept = office.visitor();
    assert.match(await said(kept), /a pris trop de temps/, 'once');

    const late = office.visitor();
    const { location } = await late.get('/connexion/fournisseur');
    const answer = (await provider.walk(location)).slice(BASE.length);
    office.later(0.011);
    assert.equal((await late.get(answer)).location, '/connexion');
    assert.match((await late.get('/connexion')).html, /a pris trop de temps/);

    const forged = office.visitor();
    await forged.get('/connexion/fournisseur');
    const other = new URL(await provider.walk((await forged.get('/connexion/fournisseur')).location));
    other.searchParams.set('state', 'forged');
    assert.equal((await forged.get(`${other.pathname}${other.search}`)).location, '/connexion');
  });

  test('a code that was used already at the provider opens nothing', async () => {
    provider.person = { ...MARIE, sub: 'marie-2' };
    const browser = office.visitor();
    const { location } = await browser.get('/connexion/fournisseur');
    const kept = new Map(browser.cookies);
    const back = (await provider.walk(location)).slice(BASE.length);
    assert.equal((await browser.get(back)).location, '/conseiller');
    const thief = office.visitor();
    for (const [name, value] of kept) thief.cookies.set(name, value);
    assert.equal((await thief.get(back)).location, '/connexion');
    assert.match((await thief.get('/connexion')).html, /a pris trop de temps/);
  });
});

describe('levels', () => {
  test('where levels are set, one of them is asked for and wanted', async () => {
    office = await startApp({ env: { ...provider.env, OIDC_ACR_VALUES: 'eidas2 eidas3', REQUIRE_SECOND_FACTOR: 'adviser' } });
    await withPassword('marie@example.org');
    const address = new URL((await office.visitor().get('/connexion/fournisseur')).location);
    assert.equal(address.searchParams.get('acr_values'), 'eidas2 eidas3');
    assert.match(await refusal(office.visitor(), { ...MARIE, acr: 'eidas1' }), /n’est pas du niveau que ce service demande/);
    assert.match(await refusal(office.visitor(), MARIE), /n’est pas du niveau que ce service demande/, 'nor is none');
    assert.equal((await through(office.visitor(), { ...MARIE, acr: 'eidas2' })).location, '/conseiller', 'a level that was checked stands for the code');
  });

  test('where none is set, an account that needs a second factor is asked for it after the provider too', async () => {
    office = await startApp({ env: { ...provider.env, REQUIRE_SECOND_FACTOR: 'adviser' } });
    await withPassword('marie@example.org');
    const browser = office.visitor();
    assert.equal((await through(browser, MARIE, '/conseiller/nouveau')).location, '/connexion/second-facteur?vers=%2Fconseiller%2Fnouveau');
    assert.match((await browser.get('/conseiller')).location, /^\/connexion/, 'half open');
  });
});

/** Without signing in: the account needs a code for that. */
async function withPassword(email: string): Promise<void> {
  await saveAccount(office.database, { email, name: 'Marie', role: 'adviser', password: PASSWORD }, office.services.clock());
}

describe('signing out', () => {
  test('the session at the provider is closed too, and the way back is ours', async () => {
    office = await startApp({ env: provider.env });
    await account('marie@example.org');
    const browser = office.visitor();
    await through(browser, MARIE);
    const [session] = await office.database.query<{ id_token: string }>('select id_token from sessions where id_token is not null');
    assert.doesNotMatch(session?.id_token ?? 'eyJ', /^eyJ/, 'it is kept sealed');
    await browser.get('/conseiller');
    const left = await browser.post('/deconnexion', {});
    assert.equal(left.status, 200);
    assert.match(left.html, /Vous êtes déconnecté/);
    assert.match((await browser.get('/conseiller')).location, /^\/connexion/);
    const address = new URL(String(left.headers['refresh']).replace('0;url=', ''));
    assert.equal(address.origin, provider.issuer);
    assert.ok(address.searchParams.get('id_token_hint')?.startsWith('eyJ'));
    assert.equal(address.searchParams.get('post_logout_redirect_uri'), `${BASE}/deconnexion/retour`);
    const state = address.searchParams.get('state') ?? '';
    assert.equal((await browser.get('/deconnexion/retour?state=forged')).location, '/');
    browser.cookies.set('sortie', String(left.headers['set-cookie']).match(/sortie=([^;]+)/)?.[1] ?? '');
    const back = await browser.get(`/deconnexion/retour?state=${state}`);
    assert.equal(back.location, '/?fait=deconnecte');
    assert.match((await browser.get(back.location)).html, /Vous êtes déconnecté\./);
  });

  test('who came by a password leaves by themselves', async () => {
    const browser = await office.signedIn('adviser');
    await browser.get('/conseiller');
    assert.equal((await browser.post('/deconnexion', {})).location, '/');
  });
});

describe('a provider that is not there', () => {
  test('it is said on the sign-in page, passwords work, and it is asked again', async () => {
    const gone = await startProvider(BASE);
    await gone.stop();
    office = await startApp({ env: gone.env });
    await account('marie@example.org');
    const browser = office.visitor();
    const left = await browser.get('/connexion/fournisseur?vers=%2Fconseiller%2Fnouveau');
    assert.equal(left.location, '/connexion?vers=%2Fconseiller%2Fnouveau');
    const page = await browser.get(left.location);
    assert.match(page.html, /ProConnect ne répond pas pour l’instant\. Recommencez plus tard, ou connectez-vous avec votre mot de passe/);
    assert.match(page.html, /name="vers" value="\/conseiller\/nouveau"/);
    assert.equal((await browser.post('/connexion', { email: 'marie@example.org', password: PASSWORD })).location, '/conseiller');
    const back = await startProvider(BASE, {}, Number(new URL(gone.issuer).port));
    assert.equal((await through(office.visitor(), MARIE, '', back)).location, '/conseiller');
  });

  test('without a provider there is neither a button nor an address', async () => {
    const plain = await startApp();
    assert.doesNotMatch((await plain.visitor().get('/connexion')).html, /fournisseur/);
    for (const page of ['/connexion/fournisseur', '/connexion/fournisseur/retour?code=x&state=y', '/deconnexion/retour']) {
      assert.equal((await plain.visitor().get(page)).status, 404, page);
    }
  });
});

/** What a provider, or whoever stands between, may answer wrongly: each has its sentence, and nobody gets in. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readConfig } from '../src/config.js';
import { FAULTS, faultOf } from '../src/oidc/faults.js';
import { faultNotice } from '../src/views/sign-in-faults.js';
import { PASSWORD, SECRET, startApp, type TestApp } from './help/app.js';
import { startCrooked, type Crooked, type Lie } from './help/crooked.js';

let crooked: Crooked;
let office: TestApp;
before(async () => {
  crooked = await startCrooked();
  office = await startApp({ env: crooked.env });
  await office.signedIn('adviser', 'crooked');
});

/** A sign-in with one lie in it; what the service says, or where it lets in. */
async function told(lie: Lie, change: (query: URLSearchParams) => void = () => {}): Promise<string> {
  crooked.lie = lie;
  const browser = office.visitor();
  const left = await browser.get('/connexion/fournisseur');
  const asked = new URL(left.location).searchParams;
  crooked.nonce = asked.get('nonce') ?? '';
  const query = new URLSearchParams({ code: 'code', state: asked.get('state') ?? '' });
  change(query);
  const back = await browser.get(`/connexion/fournisseur/retour?${query}`);
  if (back.location !== '/connexion') return back.location;
  assert.match((await browser.get('/conseiller')).location, /^\/connexion/);
  const page = await browser.get('/connexion');
  return /<div class="notice bad" role="status">([^<]+)/.exec(page.html)?.[1] ?? page.html;
}

const now = (): number => Math.floor(Date.now() / 1000);

test('without a lie, one gets in; unsigned claims over the same line do too', async () => {
  assert.equal(await told({}), '/conseiller');
  assert.equal(await told({ userinfo: 'plain' }), '/conseiller');
});

const LIES: [string, Lie, RegExp][] = [
  ['another nonce', { claims: { nonce: 'of another sign-in' } }, /n’est pas celle de cette connexion/],
  ['no nonce', { claims: { nonce: undefined } as never }, /n’a pas abouti|n’est pas celle de cette connexion/],
  ['another audience', { claims: { aud: 'another-service' } }, /destinée à un autre service/],
  ['several audiences, for another', { claims: { aud: ['back-office', 'x'], azp: 'x' } }, /destinée à un autre service/],
  ['another issuer', { claims: { iss: 'https://elsewhere.example' } }, /ne vient pas de ProConnect/],
  ['an expired token', { claims: { exp: now() - 600 } }, /son heure et celle du service diffèrent trop/],
  ['a token of later', { claims: { nbf: now() + 3600 } }, /son heure et celle du service diffèrent trop/],
  ['no signature on the token', { idToken: 'none' }, /pas signée comme il faut/],
  ['the signature of a stranger on the token', { idToken: 'stranger' }, /pas signée comme il faut/],
  ['no signature on the claims', { userinfo: 'none' }, /pas signée comme il faut/],
  ['the signature of a stranger on the claims', { userinfo: 'stranger' }, /pas signée comme il faut/],
  ['claims of another person', { userinfo: 'other person' }, /parle de quelqu’un d’autre/],
  ['claims for another service', { user: { aud: 'another-service' } }, /destinée à un autre service/],
  ['an unknown client', { token: { status: 401, body: { error: 'invalid_client' } } }, /ne reconnaît pas ce service/],
  ['a code of before', { token: { status: 400, body: { error: 'invalid_grant' } } }, /a pris trop de temps/],
  ['an error of its own', { token: { status: 500, body: 'oops' } }, /ne répond pas pour l’instant/],
  ['no token', { token: { status: 200, body: { token_type: 'Bearer', access_token: 'x' } } }, /n’a pas abouti/],
  ['an address that it does not answer for', { claims: { sub: 'person-3' }, user: { sub: 'person-3', email_verified: undefined } }, /ne garantit pas/],
];
for (const [what, lie, words] of LIES) {
  test(what, async () => assert.match(await told(lie), words));
}

test('a clock that is a little wrong is none', async () => {
  assert.equal(await told({ claims: { iat: now() + 30, nbf: now() + 30 } }), '/conseiller');
  assert.equal(await told({ claims: { exp: now() - 30 } }), '/conseiller');
});

test('errors that the provider sends back with', async () => {
  const sent = (error: string) => (query: URLSearchParams): void => {
    query.delete('code');
    query.set('error', error);
  };
  assert.match(await told({}, sent('access_denied')), /a été abandonnée/);
  assert.match(await told({}, sent('temporarily_unavailable')), /ne répond pas/);
  assert.match(await told({}, sent('unauthorized_client')), /ne reconnaît pas ce service/);
  const odd = await told({}, sent('<script>alert(1)</script>'));
  assert.match(odd, /n’a pas abouti/);
  assert.doesNotMatch(odd, /script/);
  assert.match(await told({}, (query) => query.set('state', 'forged')), /a pris trop de temps/);
  assert.match(await told({}, (query) => query.delete('code')), /n’a pas abouti/);
});

test('a provider that has fewer scopes is asked for those', async () => {
  const plain = await startCrooked();
  plain.lie = { metadata: { scopes_supported: ['openid', 'profile', 'email'] } };
  const other = await startApp({ env: plain.env });
  const { location } = await other.visitor().get('/connexion/fournisseur');
  assert.equal(new URL(location).searchParams.get('scope'), 'openid email');
});

test('answers cannot be tried for ever', async () => {
  const browser = office.visitor();
  const statuses = new Set<number>();
  for (let time = 0; time < 100; time += 1) statuses.add((await browser.get('/connexion/fournisseur/retour?code=x&state=y')).status);
  assert.deepEqual([...statuses], [303]);
  assert.equal((await browser.get('/connexion/fournisseur/retour?code=x&state=y')).status, 429);
  assert.equal((await browser.get('/connexion')).status, 200, 'passwords are not concerned');
});

test('every refusal is written down, and every fault has a sentence of its own', async () => {
  const rows = await office.database.query<{ detail: string }>(`select distinct detail from audit where action = 'sign_in_refused' and detail like 'oidc %'`);
  for (const fault of ['nonce', 'audience', 'issuer', 'clock', 'signature', 'client', 'denied']) assert.ok(rows.some((row) => row.detail === `oidc ${fault}`), fault);
  const sentences = new Set(FAULTS.map((fault) => faultNotice(fault, 'ProConnect').text));
  assert.equal(sentences.size, FAULTS.length);
  assert.equal(faultOf(new Error('whatever')).fault, 'other');
});

test('settings that make no sense stop the start', () => {
  const read = (env: NodeJS.ProcessEnv) => () => readConfig({ SECRET, ...env });
  const whole = { OIDC_ISSUER: 'https://identite.example.org/api/v2', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
  assert.equal(read(whole)().oidc?.label, 'identite.example.org');
  assert.equal(readConfig({ SECRET }).oidc, undefined);
  for (const issuer of ['identite.example.org', 'http://identite.example.org', 'https://identite.example.org/?a=b', 'https://a:b@identite.example.org', 'ftp://x']) {
    assert.throws(read({ ...whole, OIDC_ISSUER: issuer }), /OIDC_ISSUER est une adresse comme/, issuer);
  }
  assert.throws(read({ ...whole, OIDC_CLIENT_ID: '' }), /OIDC_CLIENT_ID est nécessaire avec OIDC_ISSUER/);
  assert.throws(read({ ...whole, OIDC_CLIENT_SECRET: ' ' }), /OIDC_CLIENT_SECRET est nécessaire/);
  assert.throws(read({ OIDC_CLIENT_SECRET: PASSWORD }), (error: Error) => /OIDC_CLIENT_SECRET ne sert qu’avec OIDC_ISSUER/.test(error.message) && !error.message.includes(PASSWORD));
  assert.throws(read({ ...whole, OIDC_TRUST_EMAIL: 'perhaps' }), /OIDC_TRUST_EMAIL vaut 1 ou 0/);
  assert.throws(read({ REQUIRE_SECOND_FACTOR: 'steering everybody' }), /REQUIRE_SECOND_FACTOR est une liste de rôles/);
  assert.deepEqual(read({ REQUIRE_SECOND_FACTOR: 'steering, manager' })().secondFactor, ['steering', 'manager']);
});

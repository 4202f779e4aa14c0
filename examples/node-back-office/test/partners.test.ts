/** What steering decides about partners, and what a partner's page is. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fromRoot } from '../src/root.js';
import { signedLinks } from '../src/security/links.js';
import { addAbsence } from '../src/store/absences.js';
import { SECRET, startApp, type Browser, type TestApp } from './help/app.js';
import { aRequest, call, deposit, newPartner } from './help/partners.js';
import { confirm, STORY } from './help/steps.js';

let office: TestApp;
let steering: Browser;
before(async () => {
  office = await startApp();
  steering = await office.signedIn('steering', 'Pilote');
});

/** A partner added by the form; the answer is the address of its page in steering. */
async function added(slug: string, name = `Réseau ${slug}`): Promise<string> {
  await steering.get('/pilotage/partenaires');
  const answer = await steering.post('/pilotage/partenaires', { name, slug });
  assert.equal(answer.status, 303, answer.html);
  await steering.get(answer.location);
  return answer.location;
}

describe('steering', () => {
  test('adds a partner, whose name in addresses is its own', async () => {
    assert.match((await steering.get('/pilotage/partenaires')).html, /Aucun partenaire/);
    await added('reseau-a');
    for (const [fields, text] of [
      [{ name: '', slug: 'reseau-b' }, /Indiquez le nom/],
      [{ name: 'B', slug: 'Réseau B' }, /lettres minuscules/],
      [{ name: 'B', slug: 'portal' }, /lettres minuscules/],
      [{ name: 'B', slug: 'reseau-a' }, /porte déjà ce nom court/],
    ] as const) {
      const page = await steering.post('/pilotage/partenaires', fields);
      assert.equal(page.status, 422);
      assert.match(page.html, text);
    }
  });

  test('makes a key that is shown once, and ends it', async () => {
    const address = await added('reseau-cles');
    for (const [name, origin] of [['', ''], ['X', 'É'], ['X', 'adviser']] as const) {
      assert.equal((await steering.post(address, { suite: 'cle', key_name: name, origin })).status, 422);
    }
    const page = await steering.post(address, { suite: 'cle', key_name: 'Site public', origin: 'campagne-printemps' });
    const token = /aig_[A-Za-z0-9_-]{43}/.exec(page.html)?.[0] ?? '';
    assert.equal((await call(office, token, 'GET', '/events')).status, 200);
    const later = await steering.get(address);
    assert.doesNotMatch(later.html, new RegExp(token));
    assert.match(later.html, new RegExp(token.slice(0, 10)));
    assert.match(later.html, /campagne-printemps/);
    const key = /name="key" value="([^"]+)"/.exec(later.html)?.[1] ?? '';

    // Another partner neither ends it nor takes its origin.
    const other = await added('reseau-voisin');
    assert.equal((await steering.post(other, { suite: 'revoquer', key })).status, 404);
    const taken = await steering.post(other, { suite: 'cle', key_name: 'X', origin: 'campagne-printemps' });
    assert.match(taken.html, /celle d’un autre partenaire/);
    assert.equal((await steering.post('/pilotage/partenaires', { name: 'X', slug: 'campagne-printemps' })).status, 422);

    assert.match((await steering.follow(await steering.post(address, { suite: 'revoquer', key }))).html, /n’ouvre plus rien/);
    assert.equal((await call(office, token, 'GET', '/events')).status, 401);
    assert.equal((await steering.post(address, { suite: 'revoquer', key })).status, 404);
    const journal = (await steering.get('/pilotage/journal')).html;
    for (const action of ['partenaire ajouté', 'clé d’API créée', 'clé d’API révoquée']) assert.match(journal, new RegExp(action));
  });

  test('refuses receivers and sites that are none', async () => {
    const address = await added('reseau-adresses');
    assert.match((await steering.post(address, { suite: 'adresse', url: 'https://10.0.0.1/x' })).html, /réseau privé/);
    assert.match((await steering.post(address, { suite: 'adresse', url: 'https://[::127.0.0.1]/x' })).html, /réseau privé/);
    assert.match((await steering.post(address, { suite: 'adresse', url: '' })).html, /Indiquez une adresse/);
    for (const frames of ['https://partenaire.example/page', 'http://partenaire.example', 'https://*.partenaire.example', "'self'", 'https://partenaire.example; script-src *', 'https://partenaire.example;sandbox', 'https://a,b', "https://$'.example", '*']) {
      const page = await steering.post(address, { suite: 'page', page: 'oui', frames });
      assert.equal(page.status, 422, frames);
    }
    const [row] = await office.database.query<{ frames: string[] }>(`select frames from partners where slug = 'reseau-adresses'`);
    assert.deepEqual(row?.frames, []);
    for (const suite of ['', 'constructor', 'supprimer']) assert.equal((await steering.post(address, { suite })).status, 404);
    for (const id of ['x', '00000000-0000-0000-0000-000000000000']) assert.equal((await steering.get(`/pilotage/partenaires/${id}`)).status, 404);
  });
});

describe('a partner’s page', () => {
  const SITE = 'https://www.partenaire.example';

  async function opened(slug: string, frames = SITE): Promise<string> {
    const address = await added(slug);
    await steering.post(address, { suite: 'page', page: 'oui', frames });
    return `/partenaires/${slug}`;
  }

  test('may be framed by the partner’s sites; nothing else of the service may', async () => {
    const page = await opened('reseau-cadre', `${SITE}/\nhttps://autre.example:8443`);
    const shown = await office.visitor().get(page);
    const policy = String(shown.headers['content-security-policy']);
    assert.match(policy, /frame-ancestors https:\/\/www\.partenaire\.example https:\/\/autre\.example:8443$/);
    assert.match(policy, /default-src 'none';script-src 'self'/);
    assert.equal(shown.headers['x-frame-options'], undefined);
    assert.equal(shown.headers['set-cookie'], undefined, 'no cookie, which frames of other sites lose');
    assert.match(shown.html, /avec Réseau reseau-cadre/);
    assert.doesNotMatch(shown.html, /Espace professionnel|aria-label="Rubriques"/);
    assert.match(shown.html, /target="_blank"/);
    const own = await opened('reseau-sans-cadre', '');
    for (const address of [own, '/', '/connexion', '/donnees-personnelles', '/api/documentation', '/partenaires/inconnu', '/suivi/x.y']) {
      const other = await office.visitor().get(address);
      assert.match(String(other.headers['content-security-policy']), /frame-ancestors 'none'/, address);
    }
  });

  test('begins with what its link says, checked and to be changed', async () => {
    const page = await opened('reseau-lien');
    const filled = (await office.visitor().get(`${page}?sujet=recruter&sujet=tresorerie&code_postal=80000&commune=Amiens&siret=00000001800010`)).html;
    assert.match(filled, /name="sujet" value="recruter" checked/);
    assert.match(filled, /name="sujet" value="tresorerie" checked/);
    assert.match(filled, /name="commune" value="Amiens \(80000\)"/);
    assert.match(filled, /name="siret"[^>]* value="00000001800010"/);
    const odd = (await office.visitor().get(`${page}?sujet=licorne&code_postal=80300&siret=123`)).html;
    assert.match(odd, /sujet qui n’est pas proposé/);
    assert.match(odd, /Plusieurs communes correspondent/);
    assert.match(odd, /Ce SIRET n’existe pas/);
    assert.doesNotMatch(odd, /name="commune_code" value="\d/);
    const evil = `<script>alert(1)</script>`;
    const tried = await office.visitor().get(`${page}?sujet=${encodeURIComponent(evil)}&commune=${encodeURIComponent(evil)}&siret=${encodeURIComponent(evil)}`);
    assert.equal(tried.status, 200);
    assert.doesNotMatch(tried.html, /<script>alert/);
    // The service's own page takes nothing from its address.
    assert.doesNotMatch((await office.visitor().get('/?sujet=recruter&commune=Amiens')).html, /name="sujet"|Amiens/);
  });

  const FORM = {
    story: STORY,
    commune: 'Amiens',
    subjects: ['tresorerie'],
    company: 'Venue de la page',
    name: 'Contact de test',
    phone: '03 53 01 00 00',
    email: 'page@entreprise.example',
    consent: 'oui',
  };

  test('takes a request under the partner’s origin, and shows where to follow it', async () => {
    const page = await opened('reseau-demande');
    const company = office.visitor();
    await company.get(`${page}?sujet=tresorerie`);
    const second = await company.post(`${page}/demande`, { story: STORY, commune: 'Amiens', sujet: 'tresorerie' });
    assert.match(second.html, /value="tresorerie" checked/, 'what the link said');
    assert.match(second.html, /value="recruter" checked/, 'and what was understood');
    assert.match(second.html, new RegExp(`action="${page}/demande/envoi"`));
    assert.match((await company.post(`${page}/demande`, { story: STORY, commune: 'Amiens' })).html, /value="tresorerie"(?! checked)/, 'or not, where it was unticked');
    const part = await company.post(`${page}/demande/apercu`, { story: STORY, commune: 'Amiens', preview: 'tresorerie' });
    assert.equal(part.status, 200);
    const again = await company.post(`${page}/demande`, { story: '', commune: 'Amiens', sujet: 'tresorerie' });
    assert.equal(again.status, 422);
    assert.match(again.html, /name="sujet" value="tresorerie" checked/);

    const sent = await company.post(`${page}/demande/envoi`, FORM);
    assert.match(sent.location, new RegExp(`^${page}/merci/`));
    const thanks = await company.get(sent.location);
    assert.match(thanks.html, /page@entreprise\.example/);
    assert.match(String(thanks.headers['content-security-policy']), /frame-ancestors https/);
    const follow = /href="(\/suivi\/[^"]+)" target="_blank"/.exec(thanks.html)?.[1] ?? '';
    assert.equal((await office.visitor().get(follow)).status, 200);
    assert.equal(company.cookies.size, 0);

    const [row] = await office.database.query<{ id: string; partner_origin: string; partner_channel: string }>('select id, partner_origin, partner_channel from diagnoses order by created_at desc, id limit 1');
    const [event] = await office.database.query<{ origin: string }>(`select origin from request_events where kind = 'deposited' order by at desc limit 1`);
    assert.equal(event?.origin, 'reseau-demande');
    assert.equal(row?.partner_channel, 'page');
    const letters = await office.database.query<{ body_text: string }>(`select body_text from outbox where key like 'company_confirm:%' and recipient = 'page@entreprise.example'`);
    assert.match(letters[0]?.body_text ?? '', /sur la page de Réseau reseau-demande/);
    await confirm(company, (await company.linkToConfirm()) ?? '');
    const [need] = await office.database.query<{ routed: { origin: string } }>('select routed from needs where diagnosis_id = $1', [row?.id]);
    assert.equal(need?.routed.origin, 'reseau-demande');
    assert.match((await company.get(sent.location)).html, /Un message vous dira/);
    // Another partner's page shows nothing of it.
    const other = await opened('reseau-autre');
    assert.equal((await office.visitor().get(sent.location.replace(page, other))).status, 404);
    assert.match((await office.visitor().get('/donnees-personnelles')).html, /Si un partenaire a déposé votre demande/);
  });

  test('knows who is away by what another process wrote', async () => {
    const page = await opened('reseau-absences');
    const [away] = office.services.directory.library.directory.experts;
    assert.ok(away);
    await addAbsence(office.database, { expert: away.id, from: '2026-11-01', until: '2026-12-31', substitute: null }, office.services.clock());
    // What was read of absences is good for two seconds.
    await setTimeout(2100);
    await office.visitor().get(page);
    assert.deepEqual(office.services.directory.absences.map((one) => one.expert), [away.id]);
    await office.database.query('update absences set withdrawn_at = created_at');
    await office.services.directory.freshen(true);
  });

  test('takes no form without the token that it gave', async () => {
    const page = await opened('reseau-jeton');
    const other = await opened('reseau-jeton-autre');
    const company = office.visitor();
    await company.get(page);
    const { token } = company;
    const links = signedLinks(SECRET);
    const posts = ['demande', 'demande/apercu', 'demande/envoi'];
    for (const post of posts) {
      const bad = ['', 'x', `${token}x`, steering.token, links.sign('form', 'reseau-jeton-autre', new Date('2030-01-01')), links.sign('company', 'reseau-jeton', new Date('2030-01-01'))];
      for (const one of bad) {
        const answer = await company.post(`${page}/${post}`, FORM, one);
        assert.equal(answer.status, 403, `${post} with ${one}`);
        assert.match(String(answer.headers['content-security-policy']), /frame-ancestors https/, 'what is wrong is said in the frame');
      }
      assert.equal((await company.post(`${other}/${post}`, FORM, token)).status, 403);
      // The forms of the service's own pages do not take it.
      assert.equal((await company.post(`/${post}`, FORM, token)).status, 403);
    }
    office.later(0.6);
    assert.equal((await company.post(`${page}/demande`, FORM, token)).status, 403, 'half a day later');
    office.later(-0.6);
    assert.notEqual((await company.post(`${page}/demande`, FORM, token)).status, 403);
    // All that the pages take is tried above.
    const source = readFileSync(fromRoot('src', 'routes', 'portal', 'ask.ts'), 'utf8');
    assert.deepEqual([...source.matchAll(/\.post\('\/([^']+)'/g)].map((match) => match[1]), posts);
    assert.doesNotMatch(readFileSync(fromRoot('src', 'routes', 'portal', 'landing.ts'), 'utf8'), /\.(post|all|route)\(/);
  });

  test('knows nobody who is signed in', async () => {
    const page = await opened('reseau-anonyme');
    const shown = await steering.get(page);
    assert.doesNotMatch(shown.html, /Pilote|Quitter|\/pilotage/);
  });

  test('is gone when it is closed or its partner disabled, for requests under way too', async () => {
    const page = await opened('reseau-clos');
    const address = (await steering.get('/pilotage/partenaires')).html.match(/href="(\/pilotage\/partenaires\/[^"]+)">Réseau reseau-clos/)?.[1] ?? '';
    const company = office.visitor();
    await company.get(page);
    await steering.get(address);
    await steering.post(address, { suite: 'page', frames: SITE });
    assert.equal((await company.get(page)).status, 404);
    assert.equal((await company.post(`${page}/demande/envoi`, FORM)).status, 404);
    await steering.post(address, { suite: 'page', page: 'oui', frames: SITE });
    assert.equal((await company.get(page)).status, 200);
    await steering.post(address, { suite: 'desactiver' });
    assert.equal((await company.get(page)).status, 404);
    assert.match((await steering.get(address)).html, /Désactivé depuis/);
  });

  test('a request of the page is on the partner’s cursor', async () => {
    const partner = await newPartner(office);
    const company = office.visitor();
    await company.get(`/partenaires/${partner.slug}`);
    await company.post(`/partenaires/${partner.slug}/demande/envoi`, { ...FORM, email: 'curseur@entreprise.example' });
    await deposit(office, partner.token, aRequest());
    const { body } = await call(office, partner.token, 'GET', '/events');
    const requests = [...new Set(body['events'].map((one: { data: { request: string } }) => one.data.request))] as string[];
    const channels = await Promise.all(requests.map(async (id) => (await call(office, partner.token, 'GET', `/requests/${id}`)).body['channel']));
    assert.deepEqual(channels, ['page', 'api']);
  });
});

/** The register on the pages: an adviser searches and chooses, a company confirms, and an outage stops nobody. */

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { readConfig } from '../src/config.js';
import { registerNote } from '../src/services/register-note.js';
import { seenBySiret } from '../src/store/companies.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { companiesOf, companyOf, hide, startRegister, status, type RegisteredCompany, type RegisterServer } from './help/register-server.js';
import { ask, draft, send, STORY } from './help/steps.js';

const PLAIN = '11145427800016';
const SEVERAL = '11104298200012';
const CLOSED = '11104298200038';
const HIDDEN = '11137872500019';
const UNKNOWN = '11131399500016';
const DOWN = status(500, '');

let server: RegisterServer;
let office: TestApp;
let adviser: Browser;

/** Another service, whose register has failed nobody yet. */
async function start(): Promise<void> {
  server = await startRegister([
    companyOf('re-plain.json'),
    companyOf('re-several-facilities-nothing-asked.json', ({ matching_etablissements: [, third] }) => Object.assign(third ?? {}, { etat_administratif: 'F' })),
    companyOf('re-zero-band.json', hide),
    ...companiesOf('re-several-companies.json'),
  ]);
  office = await startApp({ env: { REGISTER: '', REGISTER_URL: server.url } });
  adviser = await office.signedIn('adviser');
}

const idOf = (address: string): string => address.split('/').at(-1) ?? '';
const rowOf = async (address: string) =>
  (await office.database.query<{ company_name: string; facts: Record<string, unknown>; register: { is: string; facts: Record<string, { on?: string }> } | null }>(
    'select company_name, facts, register from diagnoses where id = $1', [idOf(address)],
  ))[0];
const latest = async () =>
  (await office.database.query<{ id: string; company_name: string; facts: Record<string, unknown>; register: { is: string } | null }>(
    `select id, company_name, facts, register from diagnoses where origin = 'portal' order by created_at desc, ctid desc limit 1`,
  ))[0];

describe('an adviser', () => {
  before(start);
  beforeEach(() => server.answerWith());
  const search = (query: Record<string, string>) => adviser.get(`/conseiller/nouveau?${new URLSearchParams(query).toString()}`);

  test('finds companies by name, and chooses one of their facilities', async () => {
    const page = await search({ nom: 'vallon' });
    assert.match(page.html, /1 entreprise trouvée au registre/);
    assert.match(page.html, /COUVERTURE DU VALLON IV/);
    assert.match(page.html, /href="\/conseiller\/entreprise\?siret=11104298200020"[^>]*>111 042 982 00020 : 1 RUE DE L EXEMPLE 59100 ROUBAIX/);
    assert.match(page.html, /TOURCOING <span class="tag bad">fermé/);
    assert.match(page.html, /LILLE, siège/);
    const chosen = await adviser.get('/conseiller/entreprise?siret=11104298200020');
    assert.match(chosen.html, /Entreprise trouvée/);
    assert.match(chosen.html, /value="Roubaix \(59100\)"/);
  });

  test('by name and town or postal code, with accents', async () => {
    assert.match((await search({ nom: 'École', commune: 'Amiens' })).html, /ECOLE DE CONDUITE DU PARC III/);
    assert.match((await search({ nom: 'École', commune: '80000' })).html, /ECOLE DE CONDUITE DU PARC III/);
    assert.match((await search({ nom: 'École', commune: 'Lille' })).html, /ne trouve aucune entreprise/);
    const districts = await search({ nom: 'École', commune: 'Paris' });
    assert.equal(districts.status, 200);
    assert.match(server.asked.at(-1)?.searchParams.get('code_commune') ?? '', /^75056,75101,.*75120/);
    const unclear = await search({ nom: 'École', commune: 'Saint-Denis' });
    assert.match(unclear.html, /Plusieurs communes correspondent/);
    assert.match(unclear.html, /name="commune_choice"/);
  });

  test('is told what cannot be searched for', async () => {
    const before = server.asked.length;
    assert.match((await search({ nom: 'ab' })).html, /au moins 3 lettres/);
    assert.match((await search({ nom: 'École', commune: 'Nulle-Part-sur-Rien' })).html, /Aucune commune ne porte ce nom/);
    assert.equal(server.asked.length, before);
    server.answerWith(status(400, '{"erreur": "non"}'));
    assert.match((await search({ nom: '???' })).html, /ne peut pas chercher ce nom/);
  });

  test('by a SIREN, whose key is looked at', async () => {
    const typed = await adviser.get('/conseiller/entreprise?siret=111%20042%20982');
    assert.equal(typed.location, '/conseiller/nouveau?siren=111042982');
    const page = await adviser.follow(typed);
    assert.equal((page.html.match(/conseiller\/entreprise\?siret=/g) ?? []).length, 3);
    const before = server.asked.length;
    const wrong = await search({ siren: '111042983' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /Ce SIREN n’existe pas/);
    assert.equal((await search({ siren: '<script>' })).status, 422);
    assert.equal(server.asked.length, before);
  });

  test('reads each fact of the register with its source and its day', async () => {
    const page = await adviser.get(`/conseiller/entreprise?siret=${PLAIN}`);
    assert.match(page.html, /Ce que dit le registre/);
    assert.match(page.html, /3 à 5 salariés <span class="muted">\(API Recherche d’entreprises, effectif de 2023, 6 décembre 2025\)/);
    assert.match(page.html, /Commerciale <span class="muted">\(API Recherche d’entreprises, 18 février 2026\)/);
    const address = await draft(adviser, {}, { siret: PLAIN, name: 'Boulangerie', commune: 'Lille', legal_form: '5710', headcount_band: '03', activities: ['COMMERCIALE'] });
    const { register } = (await rowOf(address)) ?? {};
    assert.equal(register?.is, 'found');
    assert.deepEqual(Object.keys(register?.facts ?? {}).sort(), ['activities', 'commune', 'legalForm'], 'what was changed is no word of the register');
    assert.equal((await send(adviser, address)).status, 303);
    const sent = await adviser.get(address);
    assert.match(sent.html, /SAS<small class="muted"> \(API Recherche d’entreprises, 6 décembre 2025\)/);
    assert.match(sent.html, /6 à 9 salariés<\/dd>/);
  });

  test('is told of a closed facility, and shown the others of its company', async () => {
    const page = await adviser.get(`/conseiller/entreprise?siret=${CLOSED}`);
    assert.match(page.html, /est fermé/);
    assert.match(page.html, /href="\/conseiller\/nouveau\?siren=111042982"/);
  });

  test('fills in by hand what a company does not want to be shown', async () => {
    const page = await adviser.get(`/conseiller/entreprise?siret=${HIDDEN}`);
    assert.match(page.html, /s’oppose à la diffusion/);
    assert.match(page.html, /name="name" type="text" value [^>]*required/, 'no name is made up');
    assert.doesNotMatch(page.html, /DIFFUSIBLE\]/);
    assert.match((await search({ siren: HIDDEN.slice(0, 9) })).html, /Nom non diffusé/);
  });

  test('is told that a SIRET is not there, or cannot be, without asking for the latter', async () => {
    assert.match((await adviser.get(`/conseiller/entreprise?siret=${UNKNOWN}`)).html, /n’est pas au registre : il est peut-être tout récent/);
    const before = server.asked.length;
    const wrong = await adviser.get('/conseiller/entreprise?siret=11145427800017');
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /Ce SIRET n’existe pas/);
    assert.equal(server.asked.length, before);
  });

  test('gets the OPCO that agreements lead to for certain', async () => {
    const [certain, ambiguous, other] = [companyOf('re-idcc-facility-before-company.json'), companyOf('re-idcc-shared.json'), companyOf('re-idcc-one.json')];
    server.companies.push(certain, ambiguous, other);
    const page = async ({ siege }: RegisteredCompany) => (await adviser.get(`/conseiller/entreprise?siret=${siege.siret}`)).html;
    assert.match(await page(certain), /<option value="akto" selected>/);
    assert.match(await page(certain), /akto \(certain\)/);
    assert.doesNotMatch(await page(ambiguous), /<option value="akto" selected>/);
    assert.match(await page(ambiguous), /akto, ocapiat \(ambigu\)/);
    assert.doesNotMatch(await page(other), /value="opcommerce"/, 'one that the directory does not have is told, and not chosen');
  });

  test('reads what the register says as text, whatever it says', async () => {
    const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
    server.companies.push(
      companyOf('re-siae.json', (company) => {
        Object.assign(company, { nom_complet: `${evil} VANNERIE`, nom_raison_sociale: evil });
        Object.assign(company.siege, { adresse: evil, liste_enseignes: [evil] });
      }),
    );
    for (const page of [await search({ nom: 'vannerie' }), await adviser.get('/conseiller/entreprise?siret=11163335000017'), await search({ nom: evil, commune: evil })]) {
      assert.doesNotMatch(page.html, /<script>alert|<img src=x/);
      assert.match(page.html, /&lt;script>alert|&lt;script&gt;alert/);
    }
  });
});

describe('a register that is down', () => {
  beforeEach(start);

  test('stops no adviser, and what it did not say is offered later and never taken by itself', async () => {
    server.answerWith(DOWN);
    const form = await adviser.get(`/conseiller/entreprise?siret=${SEVERAL}`);
    assert.equal(form.status, 200);
    assert.match(form.html, /Le registre ne répond pas pour l’instant/);
    assert.match((await adviser.get('/conseiller/nouveau?nom=vallon')).html, /Le registre ne répond pas/);
    const address = await draft(adviser, {}, { siret: SEVERAL, name: 'Couverture', commune: 'Lille', headcount_band: '' });
    assert.equal((await rowOf(address))?.register?.is, 'down');

    server.answerWith();
    const needs = await adviser.get(`${address}/besoins`);
    assert.match(needs.html, /Le registre ne répondait pas le 23 novembre 2026/);
    assert.match(needs.html, new RegExp(`href="${address}/entreprise"[^>]*>Lui demander ce qui manque`));
    const offered = await adviser.get(`${address}/entreprise`);
    assert.match(offered.html, /Le registre complète .*l’effectif.* Rien n’est changé avant/s);
    assert.match(offered.html, /<option value="02" selected>/);
    assert.equal((await rowOf(address))?.facts['headcountBand'], undefined, 'looking changes nothing');
    const taken = await adviser.post(`${address}/entreprise`, { siret: SEVERAL, name: 'Couverture', commune: 'Lille', headcount_band: '02' });
    assert.equal(taken.status, 303);
    const row = await rowOf(address);
    assert.deepEqual([row?.facts['headcountBand'], row?.register?.is, row?.register?.facts['headcountBand']?.on], ['02', 'found', '2025-12-06']);
    assert.doesNotMatch((await adviser.get(`${address}/besoins`)).html, /ne répondait pas/);
  });

  test('stops no company: it deposits, and an adviser may complete its request', async () => {
    server.answerWith(DOWN);
    const visitor = office.visitor();
    await visitor.get('/');
    const blank = await visitor.post('/demande', { story: STORY, commune: '', siret: PLAIN });
    assert.match(blank.html, /Le registre ne répond pas pour l’instant : indiquez la commune/);
    const second = await visitor.post('/demande', { story: STORY, commune: 'Marseille', siret: PLAIN });
    assert.match(second.html, /Le registre ne répond pas pour l’instant : donnez-nous le nom/);
    await ask(visitor, { siret: PLAIN, commune: 'Marseille', company: 'Nom du visiteur' });
    const row = await latest();
    assert.deepEqual([row?.company_name, row?.register?.is, row?.facts['commune']], ['Nom du visiteur', 'down', '13055']);

    server.answerWith();
    const address = `/conseiller/portail/${row?.id}`;
    assert.match((await adviser.get(address)).html, /Le registre ne répondait pas.*Qui prend la demande pourra/s);
    await adviser.post(address, { suite: 'prendre' });
    const offered = await adviser.get(`/conseiller/diagnostics/${row?.id}/entreprise`);
    assert.match(offered.html, /la commune/, 'where it differs, the adviser is told');
    assert.match(offered.html, /value="Nom du visiteur"/);
    assert.equal((await latest())?.company_name, 'Nom du visiteur');
  });

  test('and is back before the request is sent: its company confirms what the register says', async () => {
    server.answerWith(DOWN);
    const visitor = office.visitor();
    await visitor.get('/');
    await visitor.post('/demande', { story: STORY, commune: 'Lille', siret: PLAIN });
    server.answerWith();
    const fields = { story: STORY, commune: 'Lille', siret: PLAIN, subjects: ['recruter'], company: 'Nom usurpé', name: 'Contact', phone: '03 53 01 00 00', email: 'c@entreprise.example', consent: 'oui' };
    const again = await visitor.post('/demande/envoi', fields);
    assert.equal(again.status, 422);
    assert.match(again.html, /BOULANGERIE DU BEFFROI/);
    assert.match(again.html, /Dites si c’est bien votre entreprise/);
    assert.equal((await visitor.post('/demande/envoi', { ...fields, own_company: SEVERAL })).status, 422, 'another SIRET is not this one');
    assert.equal((await visitor.post('/demande/envoi', { ...fields, own_company: PLAIN })).status, 303);
    assert.equal((await latest())?.company_name, 'BOULANGERIE DU BEFFROI');
  });
});

describe('a company on the portal', () => {
  before(start);
  beforeEach(() => server.answerWith());
  const post = async (fields: Record<string, string>) => {
    const visitor = office.visitor();
    await visitor.get('/');
    return visitor.post('/demande', { story: STORY, ...fields });
  };

  test('is shown its name and place for a SIRET alone, and may go back without losing a word', async () => {
    const page = await post({ siret: PLAIN, commune: '' });
    assert.equal(page.status, 200);
    assert.match(page.html, /<strong>BOULANGERIE DU BEFFROI, <\/strong>Lille \(59000\)/);
    assert.match(page.html, /name="own_company" value="11145427800016" required/);
    assert.match(page.html, /name="commune_code" value="59350"/);
    const back = await post({ siret: PLAIN, commune: 'Lille (59000)', commune_code: '59350', corriger: 'oui' });
    assert.equal(back.status, 200);
    assert.match(back.html, new RegExp(`value="${PLAIN}"`));
    assert.ok(back.html.includes(STORY.slice(0, 30)));
  });

  test('cannot rewrite what the register says', async () => {
    await ask(office.visitor(), { siret: PLAIN, commune: 'Lille', company: 'Nom usurpé', headcount_band: '53', activities: ['AGENT_COMMERCIAL'] });
    const row = await latest();
    assert.equal(row?.company_name, 'BOULANGERIE DU BEFFROI');
    assert.deepEqual([row?.facts['headcountBand'], row?.facts['activities']], ['02', ['COMMERCIALE']]);
  });

  test('that hides its name gives it', async () => {
    const page = await post({ siret: HIDDEN, commune: 'Lille' });
    assert.match(page.html, /name="company" type="text"/);
    assert.doesNotMatch(page.html, /DIFFUSIBLE/);
  });

  test('is told of a closed facility, and of an unknown SIRET', async () => {
    assert.match((await post({ siret: CLOSED, commune: '' })).html, /fermé d’après le registre/);
    const unknown = await post({ siret: UNKNOWN, commune: 'Lille' });
    assert.equal(unknown.status, 200);
    assert.match(unknown.html, /Le registre ne connaît pas le SIRET/);
    assert.match((await post({ siret: UNKNOWN, commune: '' })).html, /Indiquez la commune/);
  });

  test('finds its SIRET by its name among what is public and open', async () => {
    const found = await post({ sought: 'vallon', commune: '', chercher: 'oui' });
    assert.match(found.html, /name="siret_choice" value="11104298200012"/);
    assert.match(found.html, /11104298200020/);
    assert.doesNotMatch(found.html, /name="siret_choice" value="11104298200038"/, 'a closed one is told, and not chosen');
    assert.ok(found.html.includes(STORY.slice(0, 30)), 'what was written stays');
    const chosen = await post({ siret_choice: SEVERAL, sought: 'vallon', sought_before: 'vallon', commune: '', siret: '' });
    assert.match(chosen.html, /COUVERTURE DU VALLON IV/);
    assert.match((await post({ sought: 'vallon', sought_before: '', commune: '' })).html, /siret_choice/, 'Enter in the field looks for it too');
    assert.match((await post({ sought: 'v', chercher: 'oui', commune: '' })).html, /au moins 3 lettres/);
  });

  test('cannot read the register through it: searches are few, and the form stays', async () => {
    const visitor = office.visitor();
    await visitor.get('/');
    for (let time = 0; time < 20; time += 1) await visitor.post('/demande', { story: STORY, sought: `vallon ${time}`, chercher: 'oui' });
    const before = server.asked.length;
    const page = await visitor.post('/demande', { story: STORY, sought: 'vallon', chercher: 'oui' });
    assert.match(page.html, /beaucoup de recherches/);
    assert.ok(page.html.includes(STORY.slice(0, 30)));
    assert.equal(server.asked.length, before);
    assert.equal((await visitor.post('/demande', { story: STORY, commune: 'Lille', siret: '' })).status, 200, 'and the request goes on');
  });

  test('only a SIRET, a name or communes leave the process', async () => {
    const known = new Set(['q', 'per_page', 'code_commune', 'limite_matching_etablissements']);
    assert.ok(server.asked.length > 5);
    for (const url of server.asked) {
      assert.deepEqual([...url.searchParams.keys()].filter((key) => !known.has(key)), []);
      assert.doesNotMatch(url.href, /apprenti|contact|Contact|%40/);
    }
    const privacy = await office.visitor().get('/donnees-personnelles');
    assert.match(privacy.html, new RegExp(`sont envoyés à ${new URL(server.url).host}`));
    assert.equal((JSON.parse((await office.visitor().get('/sante')).html) as { register: string }).register, 'ok');
  });
});

describe('a file of companies', () => {
  test('is searched by advisers, and by no stranger', async () => {
    const own = await startApp();
    const marie = await own.signedIn('adviser');
    assert.match((await marie.get('/conseiller/nouveau?nom=mecanique+PRECISION')).html, /Mécanique de précision Exemple/);
    assert.match((await marie.get('/conseiller/nouveau?nom=exemple&commune=Lille')).html, /Menuiserie Exemple/);
    assert.doesNotMatch((await marie.get('/conseiller/nouveau?nom=exemple&commune=Lille')).html, /Garage Exemple/);
    assert.match((await marie.get('/conseiller/nouveau?nom=exemple')).html, /Les 10 premières entreprises sur 12/);
    assert.match((await marie.get('/conseiller/nouveau?siren=000000125')).html, /Imprimerie Exemple.*fermé/s);
    const visitor = own.visitor();
    assert.doesNotMatch((await visitor.get('/')).html, /name="sought"/);
    const tried = await visitor.post('/demande', { story: STORY, commune: 'Lille', sought: 'menuiserie', chercher: 'oui' });
    assert.doesNotMatch(tried.html, /Menuiserie Exemple/);
    assert.doesNotMatch((await visitor.get('/donnees-personnelles')).html, /registre public/);
  });

  test('without any register, there is nothing to ask', async () => {
    const own = await startApp({ env: { REGISTER: '' } });
    const marie = await own.signedIn('adviser');
    const page = await marie.get(`/conseiller/entreprise?siret=${PLAIN}`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.html, /registre/);
    assert.doesNotMatch((await marie.get('/conseiller/nouveau?nom=exemple')).html, /registre/);
    assert.match((await own.visitor().get('/')).html, /name="commune" value="?"? ?required|required[^>]*name="commune"|name="commune"[^>]*required/);
    assert.equal(registerNote({ is: 'none' }, { commune: '59350' }, new Date()), undefined);
    await draft(marie, {}, { siret: PLAIN });
    const [account] = await own.database.query<{ id: string }>(`select id from accounts where role = 'adviser'`);
    assert.equal((await seenBySiret(own.database, account?.id ?? '', PLAIN))?.register, null);
  });
});

test('a register is a file or an address, and nothing leaves without the latter', () => {
  const config = (env: Record<string, string>) => readConfig({ SECRET: 's'.repeat(32), ...env });
  assert.deepEqual([config({}).register, config({}).registerUrl], [undefined, undefined]);
  assert.match(config({ DEMO: '1' }).register ?? '', /etablissements\.csv/);
  assert.equal(config({ DEMO: '1', REGISTER_URL: 'http://registre.example' }).register, undefined);
  for (const url of ['registre.example', 'ftp://registre.example', 'https://registre.example/?q=', 'https://user:secret@registre.example']) {
    assert.throws(() => config({ REGISTER_URL: url }), /REGISTER_URL est une adresse/);
  }
  assert.throws(() => config({ REGISTER: 'x.csv', REGISTER_URL: 'http://registre.example' }), /ne vont pas ensemble/);
  assert.throws(() => config({ REGISTER_SECONDS: '0' }), /REGISTER_SECONDS/);
});

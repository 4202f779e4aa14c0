/** The two nomenclatures of activities: a company may have a code of the NAF rév. 2, of the NAF 2025, or both. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { activitiesOf, activityHint, activityLine } from '../src/views/activities.js';
import { onPage } from './help/on-page.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { ask, diagnose, draft, expertLinks, openLink, SUBJECT } from './help/steps.js';

const BAKERY = '10.71C, Boulangerie et boulangerie-pâtisserie';
const BAKERY_2025 = '10.71H, Fabrication de pain et d\'autres produits de boulangerie-pâtisserie associée à leur vente au détail';

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
});

/** What a company's card says of its activity, without its tags. */
const cardOf = (html: string, nomenclature: string): string | undefined =>
  new RegExp(`<dt>Activité \\(${nomenclature}\\)</dt><dd>(.*?)</dd>`, 's').exec(html)?.[1]?.replaceAll(/<[^>]+>/g, ' ').trim();

/** What a field holds; a blank one is written without a value. */
const valueOf = (html: string, input: string): string | undefined => new RegExp(`name="${input}" type="text" value="([^"]*)"`).exec(html)?.[1];

const hintOf = (html: string, input: string): string | undefined => new RegExp(`id="${input}-hint">([^<]*)<`).exec(html)?.[1];

const errorOf = (html: string, input: string): string | undefined => new RegExp(`id="${input}-error">([^<]*)<`).exec(html)?.[1];

const routedOf = async (address: string): Promise<Record<string, unknown> | undefined> => {
  const id = address.split('/').at(-1);
  const rows = await office.database.query<{ routed: Record<string, unknown> }>('select routed from needs where diagnosis_id = $1', [id]);
  return rows[0]?.routed;
};

test('a SIRET brings both codes where the register has them, each with its label', async () => {
  const both = await adviser.get('/conseiller/entreprise?siret=00000001800010');
  assert.equal(valueOf(both.html, 'naf'), '10.71C');
  assert.equal(valueOf(both.html, 'naf_2025'), '10.71H');
  assert.equal(hintOf(both.html, 'naf'), 'Boulangerie et boulangerie-pâtisserie');
  assert.match(hintOf(both.html, 'naf_2025') ?? '', /^Fabrication de pain/);
});

test('where it has one, the form says what may be the other, and fills nothing', async () => {
  const garage = await adviser.get('/conseiller/entreprise?siret=00000003400017');
  assert.deepEqual([valueOf(garage.html, 'naf'), valueOf(garage.html, 'naf_2025')], ['45.20A', undefined]);
  assert.equal(hintOf(garage.html, 'naf_2025'), '45.20A correspond à un code parmi 95.31G, 95.40Y');
  const florist = await adviser.get('/conseiller/entreprise?siret=00000011700010');
  assert.deepEqual([valueOf(florist.html, 'naf'), valueOf(florist.html, 'naf_2025')], [undefined, '47.76Y']);
  assert.match(hintOf(florist.html, 'naf') ?? '', /^47\.76Y correspond à un code parmi 47\.76Z, /);
});

test('what cannot be read is told beside its field', async () => {
  await adviser.get('/conseiller/entreprise');
  const company = { name: 'Essai', commune: 'Amiens' };
  const post = async (codes: Record<string, string>) => {
    const page = await adviser.post('/conseiller/entreprise', { ...company, ...codes });
    assert.equal(page.status, 422);
    return page.html;
  };
  const unreadable = await post({ naf: 'abc', naf_2025: 'abc' });
  assert.match(errorOf(unreadable, 'naf') ?? '', /n’est pas de la NAF rév\. 2/);
  assert.match(errorOf(unreadable, 'naf_2025') ?? '', /n’est pas de la NAF 2025/);
  assert.equal(valueOf(unreadable, 'naf_2025'), 'abc', 'what was typed is not lost');
  const unknown = await post({ naf: '10.71C', naf_2025: '99.98Z' });
  assert.match(errorOf(unknown, 'naf_2025') ?? '', /n’est pas de la NAF 2025/);
  assert.equal(errorOf(unknown, 'naf'), undefined);
  const swapped = await post({ naf: '10.71H', naf_2025: '10.71C' });
  assert.match(errorOf(swapped, 'naf') ?? '', /est de la NAF 2025/);
  assert.match(errorOf(swapped, 'naf_2025') ?? '', /est de la NAF rév\. 2/);
  assert.match(errorOf(await post({ naf: '10.71' }), 'naf') ?? '', /il s’écrit comme 10\.71C/);
});

test('both codes go with the need, on the cards of adviser and expert, and into the e-mail', async () => {
  const address = await diagnose(adviser, {}, { naf: '10.71C', naf_2025: '10.71H' });
  const routed = await routedOf(address);
  assert.deepEqual([routed?.['naf'], routed?.['naf2025']], ['10.71C', '10.71H']);
  const [link] = await expertLinks(office);
  const { html } = await openLink(office, link?.link ?? '');
  for (const card of [html, (await adviser.get(address)).html]) {
    assert.equal(cardOf(card, 'NAF rév. 2'), BAKERY);
    assert.equal(cardOf(card, 'NAF 2025'), onPage(BAKERY_2025));
  }
  const [mail] = await office.database.query<{ body_text: string }>(
    `select body_text from outbox where recipient = $1 order by id desc limit 1`,
    [link?.recipient],
  );
  assert.ok(mail?.body_text.includes(`${BAKERY} (NAF rév. 2) ; ${BAKERY_2025} (NAF 2025)`), mail?.body_text);
});

test('a criterion on the NAF 2025 is answered by a company that has that code alone', async () => {
  const isProposed = async (company: Record<string, string>): Promise<boolean> => {
    const address = await draft(adviser, {}, { headcount_band: '21', ...company });
    const part = await adviser.post(`${address}/apercu`, { preview: 'tresorerie' });
    return part.html.includes('Pôle 3E');
  };
  // This antenne takes manufacturers: sections B and C of either nomenclature.
  assert.ok(await isProposed({ naf_2025: '10.71H' }));
  assert.ok(!(await isProposed({ naf_2025: '47.61Y' })));
});

test('a card tells what corresponds to the code that is known, never as a fact', async () => {
  const card = async (company: Record<string, string>): Promise<string> => (await adviser.get(await diagnose(adviser, {}, company))).html;
  const one = await card({ naf: '10.71C' });
  assert.equal(cardOf(one, 'NAF 2025'), `Non renseignée : 10.71C correspond à ${onPage(BAKERY_2025)}`);
  const several = await card({ naf: '45.20A' });
  assert.match(cardOf(several, 'NAF 2025') ?? '', /45\.20A correspond à l’un de ces 2 codes .*95\.31G, .*95\.40Y, /);
  const back = await card({ naf_2025: '10.71H' });
  assert.match(cardOf(back, 'NAF rév. 2') ?? '', /10\.71H correspond à l’un de ces 2 codes .*10\.71C, .*10\.86Z, /);
  assert.equal(cardOf(back, 'NAF 2025'), onPage(BAKERY_2025));
  const none = await card({});
  assert.equal(cardOf(none, 'NAF rév. 2') ?? cardOf(none, 'NAF 2025'), undefined);
});

test('many correspondents are folded away on a card, and counted in the form', async () => {
  const page = await adviser.get(await diagnose(adviser, {}, { naf: '47.91B' }));
  assert.match(page.html, /<details class="muted"><summary>Non renseignée : 47\.91B correspond à l’un de ces 36 codes/);
  const [, naf2025] = activitiesOf({ naf: '47.91B' });
  assert.equal(activityHint(naf2025), '47.91B correspond à un code parmi 36');
});

test('a code that its nomenclature does not have stands alone, and breaks no page', async () => {
  const address = await diagnose(adviser);
  for (const facts of [{ naf: '99.98Z' }, { naf2025: '99.98Z' }, { naf: '99.98Z', naf2025: '99.98Z' }]) {
    await office.database.query(
      `update diagnoses set facts = $1 where id = $2`,
      [JSON.stringify({ commune: '80021', ...facts }), address.split('/').at(-1)],
    );
    const page = await adviser.get(address);
    assert.equal(page.status, 200);
    assert.equal(cardOf(page.html, 'NAF rév. 2'), facts.naf);
    assert.equal(cardOf(page.html, 'NAF 2025'), facts.naf2025);
  }
  assert.equal(activityLine({ naf: '99.98Z' }), '99.98Z (NAF rév. 2)');
  assert.equal(activityLine({ naf2025: 'n’importe quoi' }), 'n’importe quoi (NAF 2025)');
  assert.equal(activityLine({}), '');
});

test('on the portal, the register brings both codes too', async () => {
  await ask(office.visitor(), { siret: '00000001800010', company: 'Boulangerie Exemple', subjects: [SUBJECT] });
  const [row] = await office.database.query<{ routed: Record<string, unknown> }>(
    `select routed from needs join diagnoses on diagnoses.id = diagnosis_id join companies on companies.id = company_id
      where siret = '00000001800010'`,
  );
  assert.deepEqual([row?.routed['naf'], row?.routed['naf2025']], ['10.71C', '10.71H']);
});

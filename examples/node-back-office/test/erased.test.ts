/** What is erased stays so: nothing leads back to a company, and nobody adds words afterwards. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eraseDue } from '../src/services/retention.js';
import { PASSWORD, startApp, type Browser, type TestApp } from './help/app.js';
import { aRequest, deposit, newPartner } from './help/partners.js';
import { confirm, CONTACT, diagnose, draft, expertLinks, openLink, reply, seqIn } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
before(async () => {
  office = await startApp({ env: { LINK_DAYS: '4000' } });
  adviser = await office.signedIn('adviser', 'Conseil');
});

/** Lets the time of retention go by, erases, and signs in again. */
async function erased(): Promise<void> {
  office.later(31 * 37);
  assert.ok((await eraseDue(office.services)) > 0);
  await adviser.get('/connexion');
  await adviser.post('/connexion', { email: 'Conseil@example.org', password: PASSWORD });
}

/** Everything that the database holds, whatever the table. */
async function everything(): Promise<Map<string, string>> {
  const tables = await office.database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const held = new Map<string, string>();
  for (const { name } of tables) held.set(name, JSON.stringify(await office.database.query(`select * from ${name} as one`)));
  return held;
}

describe('what is erased', () => {
  test('leaves in no table what leads to the company: neither its words nor what a register lists it by', async () => {
    const partner = await newPartner(office);
    // The register says how it is called, since when it is there, and its legal form.
    const company = { name: 'Fournil Introuvable', commune: '80021', siret: '00000001800010', opco: 'akto' };
    const contact = { name: 'Personne Introuvable', job: 'Gérance introuvable', email: 'introuvable@entreprise.example', phone: '03 53 01 00 99' };
    const { body, status } = await deposit(office, partner.token, aRequest({ company, contact, message: 'Nous cherchons à embaucher un apprenti introuvable pour la rentrée.', reference: 'INTROUVABLE-1' }));
    assert.equal(status, 201, JSON.stringify(body));
    const visitor = office.visitor();
    await confirm(visitor, (await visitor.linkToConfirm()) ?? '');
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    await expert.post(`${address}/messages`, { comment: 'Message introuvable' });
    await reply(expert, address, { to: 'done', remark: 'Remarque introuvable' });
    await office.database.query(`update needs set answers = '{"une_question": ["introuvable"]}' where diagnosis_id = $1`, [body['id']]);
    const traits = /introuvable|Boulangerie Exemple|2019-05-01|"legalForm":"5499"|00000001800010|"register":\{|0353010099|03 53 01 00 99/i;
    const there = [...(await everything())].filter(([, text]) => traits.test(text)).map(([table]) => table);
    for (const table of ['diagnoses', 'needs', 'comments', 'remarks', 'outbox', 'companies', 'deposits']) assert.ok(there.includes(table), `${table} held something`);
    await erased();
    const left = [...(await everything())].filter(([, text]) => traits.test(text)).map(([table, text]) => `${table}: ${traits.exec(text)?.[0]}`);
    assert.deepEqual(left, []);
    const [row] = await office.database.query<{ routed: object }>('select routed from needs where diagnosis_id = $1', [body['id']]);
    assert.deepEqual(Object.keys(row?.routed ?? {}).filter((one) => ['commune', 'naf', 'subject', 'on', 'origin'].includes(one)).sort(), ['commune', 'naf', 'on', 'origin', 'subject']);
  });

  test('is answered no more: a remark would stay for ever', async () => {
    await diagnose(adviser);
    const [link] = await expertLinks(office);
    const opened = await openLink(office, link?.link ?? '');
    await reply(opened.expert, opened.address, { to: 'not_for_me', reason: 'other' });
    await erased();
    const { expert, address, html } = await openLink(office, link?.link ?? '');
    assert.doesNotMatch(html, /name="to" value/, 'nothing is offered');
    for (const to of ['waiting', 'taken_in_charge', 'done']) {
      const page = await expert.post(address, { seq: seqIn(html) || '2', to, remark: 'Le gérant habite rue du Secret.' });
      assert.match(page.location, /deja-repondu/, to);
    }
    assert.deepEqual(await office.database.query('select * from remarks'), []);
  });

  test('of a draft, is nothing to write on again', async () => {
    const address = await draft(adviser, {}, { siret: '00000001800010' });
    await erased();
    assert.equal((await adviser.get(`${address}/entreprise`)).status, 404);
    await adviser.get('/conseiller');
    for (const [page, fields] of [
      ['/entreprise', { name: 'Revenue', commune: 'Amiens' }],
      ['/besoins', { subjects: ['recruter'], 'comment:recruter': 'Revenue' }],
      ['/envoi', CONTACT],
    ] as const) {
      await adviser.post(`${address}${page}`, fields);
    }
    const [row] = await office.database.query('select company_name, contact_email, status from diagnoses where id = $1', [address.split('/').at(-1)]);
    assert.deepEqual(row, { company_name: null, contact_email: null, status: 'closed' });
    assert.doesNotMatch((await adviser.get('/conseiller')).html, /Revenue/);
  });
});

/** What is known of a company belongs to the diagnosis in which somebody said it; and what was shown is what is sent. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { ask, CONTACT, diagnose, draft, expertLinks, openLink, send } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
let other: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
  other = await office.signedIn('adviser');
});

const idOf = (address: string): string => address.split('/').at(-1) ?? '';

interface Row {
  name: string;
  facts: Record<string, unknown>;
  siret: string;
}
const diagnosisOf = async (address: string): Promise<Row | undefined> =>
  (
    await office.database.query<Row>(
      `select company_name as name, diagnoses.facts, siret from diagnoses join companies on companies.id = company_id
        where diagnoses.id = $1`,
      [idOf(address)],
    )
  )[0];
const latestRequest = async (): Promise<Row | undefined> =>
  (
    await office.database.query<Row>(
      `select company_name as name, facts, siret from diagnoses join companies on companies.id = company_id
        where origin = 'portal' order by diagnoses.created_at desc, diagnoses.ctid desc limit 1`,
    )
  )[0];

describe('who types a SIRET changes nothing that others wrote', () => {
  const SIRET = '00999000300015';

  test('a visitor does not', async () => {
    const address = await diagnose(adviser, {}, { siret: SIRET, name: 'Vue par un conseiller', naf: '43.32A' });
    await ask(office.visitor(), { siret: SIRET, company: 'Nom usurpé', commune: 'Lille', headcount_band: '53' });
    const row = await diagnosisOf(address);
    assert.equal(row?.name, 'Vue par un conseiller');
    assert.deepEqual([row?.facts['commune'], row?.facts['headcountBand']], ['80021', '02']);
    const page = await adviser.get(`/conseiller/entreprise?siret=${SIRET}`);
    assert.match(page.html, /value="Vue par un conseiller"/);
    assert.doesNotMatch(page.html, /usurpé/);
    assert.match((await adviser.get(address)).html, /3 à 5 salariés/);
  });

  test('an adviser does not touch, nor read, what a colleague wrote', async () => {
    office.later(0.01);
    const mine = await draft(adviser, {}, { siret: SIRET, name: 'La mienne' });
    const theirs = await other.get(`/conseiller/entreprise?siret=${SIRET}`);
    assert.doesNotMatch(theirs.html, /La mienne|Vue par un conseiller|usurpé/);
    await draft(other, {}, { siret: SIRET, name: 'La leur', commune: 'Lille', headcount_band: '21' });
    const row = await diagnosisOf(mine);
    assert.deepEqual([row?.name, row?.facts['commune'], row?.facts['headcountBand']], ['La mienne', '80021', '02']);
    assert.match((await adviser.get(`/conseiller/entreprise?siret=${SIRET}`)).html, /value="La mienne"/);
    const [rows] = await office.database.query<{ n: number }>('select count(*)::int as n from companies where siret = $1', [SIRET]);
    assert.equal(rows?.n, 1, 'it is one company all the same');
  });

  test('the register outranks a visitor, who is asked for what it leaves open', async () => {
    await ask(office.visitor(), { siret: '00000010900017', commune: 'Tourcoing', company: 'Nom usurpé', headcount_band: '53', activities: ['AGENT_COMMERCIAL'] });
    const row = await latestRequest();
    assert.equal(row?.name, 'Textile Exemple');
    assert.notEqual(row?.facts['headcountBand'], '53');
    assert.notDeepEqual(row?.facts['activities'], ['AGENT_COMMERCIAL']);
  });
});

describe('facts can be corrected until the diagnosis is sent', () => {
  test('and who would be alerted is proposed anew', async () => {
    const address = await draft(adviser, { 'shown:recruter': '1', 'experts:recruter': [] });
    assert.match((await adviser.get(`${address}/besoins`)).html, new RegExp(`href="${address}/entreprise"`));
    const form = await adviser.get(`${address}/entreprise`);
    assert.match(form.html, /value="Menuiserie de test"/);
    assert.match(form.html, /value="Amiens \(80000\)"/);
    const refused = await adviser.post(`${address}/entreprise`, { name: 'Menuiserie', commune: 'Saint-Denis' });
    assert.equal(refused.status, 422);
    const saved = await adviser.follow(await adviser.post(`${address}/entreprise`, { name: 'Menuiserie corrigée', commune: 'Beauvais', headcount_band: '11' }));
    assert.match(saved.html, /C’est corrigé/);
    assert.match(saved.html, /Beauvais/);
    assert.doesNotMatch(saved.html, /Personne ne serait alerté/);
    assert.equal((await send(adviser, address)).status, 303);
    assert.match((await adviser.get(address)).html, /Menuiserie corrigée/);
    assert.equal((await adviser.get(`${address}/entreprise`)).status, 404, 'not once it is sent');
    const [link] = await expertLinks(office);
    assert.match((await openLink(office, link?.link ?? '')).html, /Beauvais/);
  });
});

describe('what was shown is what is sent', () => {
  test('facts or needs that changed in another window stop the sending', async () => {
    for (const change of [
      (address: string) => adviser.post(`${address}/entreprise`, { name: 'Autre', commune: 'Amiens' }),
      (address: string) => adviser.post(`${address}/besoins`, { subjects: ['recruter', 'tresorerie'], suite: 'contact' }),
      (address: string) => adviser.post(`${address}/besoins`, { subjects: ['recruter'], 'comment:recruter': 'Autre', suite: 'contact' }),
    ]) {
      const address = await draft(adviser);
      await adviser.get(`${address}/contact`);
      const { shown } = adviser;
      assert.equal((await change(address)).status, 303);
      const before = (await expertLinks(office)).length;
      const stopped = await adviser.post(`${address}/envoi`, { ...CONTACT, shown });
      assert.equal(stopped.status, 409);
      assert.match(stopped.html, /Rien n’est parti/);
      assert.match(stopped.html, /value="Contact de test"/, 'what was typed is not lost');
      assert.equal((await expertLinks(office)).length, before);
      const sent = await adviser.post(`${address}/envoi`, { ...CONTACT, shown: adviser.shown });
      assert.equal(sent.status, 303);
    }
  });

  test('a directory that changed meanwhile stops it too', async () => {
    const { path, again } = await changedDirectory(() => {});
    const moving = await startApp({ env: { DIRECTORY: path } });
    const marie = await moving.signedIn('adviser');
    const address = await draft(marie);
    await marie.get(`${address}/contact`);
    const [first] = moving.services.directory.library.matchReachable({ subject: 'recruter', commune: '80021', headcountBand: '02', on: '2026-11-23', origin: 'adviser' });
    again(({ experts }) => experts.forEach((expert) => expert.id === first?.expert.id && (expert.active = false)));
    assert.equal(await moving.services.directory.reload(), 'in_service');
    const stopped = await marie.post(`${address}/envoi`, { ...CONTACT, shown: marie.shown });
    assert.equal(stopped.status, 409);
  });
});

describe('a duplicate is one of subject and company', () => {
  const fields = { siret: '00000004200010', commune: 'Beauvais' };
  const held = /Un conseiller lit votre demande/;
  const stands = async (more: Record<string, string | string[]>): Promise<string> => {
    const browser = office.visitor();
    return (await browser.get(await ask(browser, { ...fields, ...more }))).html;
  };

  test('another subject of the same company is new', async () => {
    assert.doesNotMatch(await stands({ subjects: ['recruter'] }), held);
    assert.doesNotMatch(await stands({ subjects: ['tresorerie'] }), held);
    assert.match(await stands({ subjects: ['recruter'] }), held);
  });

  test('a company without a number is known by its address, and others are not it', async () => {
    const none = { siret: '', company: 'Sans numéro', email: 'sans-siret@entreprise.example' };
    assert.doesNotMatch(await stands(none), held);
    assert.match(await stands({ ...none, company: 'SANS NUMÉRO', email: 'Sans-Siret@entreprise.example' }), held);
    assert.doesNotMatch(await stands({ ...none, email: 'une-autre@entreprise.example' }), held);
    assert.doesNotMatch(await stands({ ...none, company: 'Une autre cliente du même comptable' }), held);
  });
});

test('an expert has one message for all the needs of a diagnosis', async () => {
  const both = ['recruter', 'formation-salaries'].filter((id) => office.services.directory.library.subject(id));
  const subjects = office.services.directory.library.subjects.map((subject) => subject.id);
  const mine = (subject: string): string[] =>
    office.services.directory.library.match({ subject, commune: '80021', headcountBand: '02', on: '2026-11-23', origin: 'adviser' }).map((match) => match.expert.id);
  const second = subjects.find((subject) => subject !== 'recruter' && mine(subject).some((id) => mine('recruter').includes(id))) ?? '';
  const expert = mine(second).find((id) => mine('recruter').includes(id)) ?? '';
  assert.ok(second && expert, both.join());
  const address = await diagnose(adviser, {
    subjects: ['recruter', second],
    'shown:recruter': '1',
    'experts:recruter': expert,
    [`shown:${second}`]: '1',
    [`experts:${second}`]: expert,
    'comment:recruter': 'Un apprenti.',
  });
  const rows = await office.database.query<{ body_text: string; referrals: string[] }>(
    `select body_text, referrals from outbox where diagnosis_id = $1 and key like 'expert_new_need:%'`,
    [idOf(address)],
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0]?.referrals.length, 2);
  for (const subject of ['recruter', second]) assert.ok(rows[0]?.body_text.includes(office.services.directory.library.labelOf(subject)));
  assert.match(rows[0]?.body_text ?? '', /Un apprenti/);
  const [link] = await expertLinks(office);
  const { html } = await openLink(office, link?.link ?? '');
  assert.match(html, /La même demande porte aussi sur/);
});

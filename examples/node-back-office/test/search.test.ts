/** Searches and filters find what was meant, and nothing of others; they are kept from page to page. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eraseDue } from '../src/services/retention.js';
import { searchOf } from '../src/services/words.js';
import { enqueue } from '../src/store/outbox.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { ask, diagnose, draft } from './help/steps.js';

describe('what advisers find', () => {
  let office: TestApp;
  let marie: Browser;
  let other: Browser;
  before(async () => {
    office = await startApp();
    marie = await office.signedIn('adviser');
    other = await office.signedIn('adviser');
    await diagnose(marie, {}, { name: 'Épicerie de l’Œuvre Saint-Éloi', siret: '00000001800010' });
    await draft(marie, { subjects: ['tresorerie'] }, { name: 'Garage du Nord' });
    await diagnose(other, {}, { name: 'Épicerie des autres' });
  });

  const found = async (query: string, browser = marie): Promise<string[]> => {
    const { html, status } = await browser.get(`/conseiller?${query}`);
    assert.equal(status, 200);
    return ['Saint-Éloi', 'Garage du Nord', 'Épicerie des autres'].filter((name) => html.includes(name));
  };

  test('by name without its accents and capitals, by the beginning of its words, by SIRET, subject and expert', async () => {
    for (const words of ['epicerie', 'ÉPICERIE', 'oeuvre eloi', 'élOI œuv', '000 000 018', '00000001800010']) {
      assert.deepEqual(await found(`q=${encodeURIComponent(words)}`), ['Saint-Éloi'], words);
    }
    const { library } = office.services.directory;
    assert.deepEqual(await found(`q=${encodeURIComponent(library.labelOf('tresorerie').slice(0, 8))}`), ['Garage du Nord']);
    const [row] = await office.database.query<{ expert_name: string }>('select expert_name from referrals limit 1');
    assert.deepEqual(await found(`q=${encodeURIComponent(row?.expert_name ?? '')}`), ['Saint-Éloi']);
    for (const words of ['autres', 'zzz', '%', '_', "'", ':* & |']) assert.deepEqual(await found(`q=${encodeURIComponent(words)}`), [], words);
    assert.match((await marie.get('/conseiller?q=zzz')).html, /Aucun de vos diagnostics ne correspond/);
  });

  test('by state, subject and days', async () => {
    assert.deepEqual(await found('etat=draft'), ['Garage du Nord']);
    assert.deepEqual(await found('etat=waiting'), ['Saint-Éloi']);
    assert.deepEqual(await found('sujet=tresorerie'), ['Garage du Nord']);
    assert.deepEqual(await found('du=2026-11-24'), []);
    assert.deepEqual(await found('du=2026-11-23&au=2026-11-23'), ['Saint-Éloi', 'Garage du Nord']);
  });

  test('a filter that makes no sense is not applied, and said', async () => {
    for (const query of ['etat=nimporte', 'du=2026-02-31', 'sujet=constructor', 'du=2026-12-01&au=2026-01-01']) {
      const { html } = await marie.get(`/conseiller?${query}`);
      assert.match(html, /Un filtre ne peut pas être lu/, query);
    }
    assert.doesNotMatch((await marie.get('/conseiller?etat=&q=')).html, /ne peut pas être lu/);
  });

  test('a page that is none is the first', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const place of ['x', `2026-02-30T00:00:00.000000Z~${id}`, `0000-01-01T00:00:00.000000Z~${id}`, `2026-11-23T00:00:00.000000Z~'`, '9'.repeat(40)]) {
      for (const name of ['apres', 'avant']) assert.equal((await found(`${name}=${encodeURIComponent(place)}`)).length, 2, place);
    }
    // Beyond both ends.
    assert.equal((await found(`apres=2020-01-01T00:00:00.000000Z~${id}`)).length, 2);
    assert.equal((await found(`avant=2030-01-01T00:00:00.000000Z~${id}`)).length, 2);
  });

  test('what is erased is found no more', async () => {
    const later = await startApp();
    const adviser = await later.signedIn('adviser');
    await diagnose(adviser, {}, { name: 'Secret de fabrique' });
    const count = async (): Promise<number> =>
      (await later.database.query('select 1 from diagnoses where search @@ $1::tsquery', [searchOf('secret') ?? ''])).length;
    assert.equal(await count(), 1);
    later.later(31 * 36 + 60);
    assert.equal(await eraseDue(later.services), 1);
    assert.equal(await count(), 0);
  });

  test('the queue keeps its filters from the list to what is decided', async () => {
    await ask(office.visitor(), { commune: 'Marseille', company: 'Attente Éloignée' });
    const page = await marie.get('/conseiller/portail?q=eloign&du=2026-01-01');
    assert.match(page.html, /1 demande</);
    const [, address = ''] = /action="(\/conseiller\/portail\/[^"]+)"/.exec(page.html) ?? [];
    assert.match(address, /\?q=eloign&amp;du=2026-01-01$/);
    const request = await marie.get(address.replaceAll('&amp;', '&'));
    assert.match(request.html, /href="\/conseiller\/portail\?q=eloign&amp;du=2026-01-01"/);
    const told = await marie.post(address.replaceAll('&amp;', '&'), { suite: 'rendre' });
    assert.equal(told.location, '/conseiller/portail?q=eloign&du=2026-01-01&fait=a-jour');
    assert.match((await marie.get('/conseiller/portail?q=rien')).html, /Aucune demande qui attend ne correspond/);
    assert.match((await marie.get('/conseiller/portail?q=%25')).html, /Aucune demande qui attend ne correspond/, 'signs are nobody’s name');
  });

  test('the pages of a list are a navigation that says where one is', async () => {
    const busy = await startApp();
    const adviser = await busy.signedIn('adviser', 'Marie');
    const [own] = await busy.database.query<{ id: string }>(`select id from accounts where name = 'Marie'`);
    const [company] = await busy.database.query<{ id: string }>(`insert into companies (created_at) values (now()) returning id`);
    await busy.database.query(
      `insert into diagnoses (company_id, adviser_id, origin, status, seed, created_at, company_name, facts, facts_by)
       select $1, $2, 'adviser', 'draft', 's', now() - n * interval '1 hour', 'Entreprise ' || n, '{"commune":"80021"}', 'adviser' from generate_series(1, 45) as n`,
      [company?.id, own?.id],
    );
    const first = await adviser.get('/conseiller?etat=draft');
    assert.match(first.html, /45 diagnostics/);
    assert.match(first.html, /<nav class="pages" aria-label="Pages\s: diagnostics">/);
    assert.match(first.html, /<span aria-current="page">1 à 20 sur 45<\/span>/);
    assert.doesNotMatch(first.html, /rel="prev"/);
    const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.match(next, /etat=draft/, 'the filter goes along');
    const second = await adviser.get(next);
    assert.match(second.html, /<span aria-current="page">21 à 40 sur 45<\/span>/);
    const last = await adviser.get(/rel="next" href="([^"]+)"/.exec(second.html)?.[1]?.replaceAll('&amp;', '&') ?? '');
    assert.match(last.html, /<span aria-current="page">41 à 45 sur 45<\/span>/);
    assert.doesNotMatch(last.html, /rel="next"/);
  });
});

describe('what steering finds', () => {
  test('messages by address, but not by that of a company where there is a server', async () => {
    for (const [env, finds] of [[{}, 1], [{ SMTP_URL: 'smtp://127.0.0.1:1' }, 0]] as const) {
      const office = await startApp({ env });
      const steering = await office.signedIn('steering');
      const about = { subject: 's', text: 't', html: 'h' };
      await enqueue(office.database, { ...about, key: 'company_taken:1', recipient: 'Gerante@entreprise.example' }, 'x', office.services.clock());
      await enqueue(office.database, { ...about, key: 'expert_new_need:1', recipient: 'expert_1@example.org' }, 'x', office.services.clock());
      const count = async (q: string): Promise<number> =>
        /Aucun message/.test((await steering.get(`/pilotage/envois?q=${encodeURIComponent(q)}`)).html) ? 0 : 1;
      assert.equal(await count('gerante'), finds);
      assert.equal(await count('EXPERT_1@'), 1);
      assert.equal(await count('expert%'), 0, 'signs of patterns are signs');
      assert.equal(await count('expertx1'), 0);
    }
  });

  test('a decision about a message leads back to the list as it was', async () => {
    const office = await startApp();
    const steering = await office.signedIn('steering');
    await enqueue(office.database, { key: 'expert_new_need:1', recipient: 'e@example.org', subject: 's', text: 't', html: 'h' }, 'x', office.services.clock());
    await office.database.query(`update outbox set status = 'in_doubt', failure = 'in_doubt'`);
    const { html } = await steering.get('/pilotage/envois?etat=in_doubt');
    const address = /action="(\/pilotage\/envois\/\d+[^"]*)"/.exec(html)?.[1] ?? '';
    assert.equal((await steering.post(address, { suite: 'verifie' })).location, '/pilotage/envois?etat=in_doubt&fait=verifie');
  });

  test('the journal by person, action and need', async () => {
    const office = await startApp();
    const marie = await office.signedIn('adviser', 'Marie Élodie');
    await diagnose(marie);
    const steering = await office.signedIn('steering');
    const rows = async (query: string): Promise<number> => ((await steering.get(`/pilotage/journal?${query}`)).html.match(/<th scope="row" class="nowrap">/g) ?? []).length;
    const sent = await rows('action=need_sent');
    assert.equal(sent, 1);
    assert.ok((await rows('q=elodie')) >= 2);
    assert.equal(await rows('q=elodie&action=need_sent'), 1);
    assert.equal(await rows('q=elodie&action=erased'), 0);
    assert.equal(await rows('q=personne'), 0);
    const [need] = await office.database.query<{ id: string }>('select id from needs');
    assert.equal(await rows(`besoin=${need?.id}&action=need_sent`), 1);
    assert.match((await steering.get('/pilotage/journal?besoin=x')).html, /Un filtre ne peut pas être lu/);
  });
});

/** Managers of antennes and cooperations: what they see, and what they do. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { perimeterOf } from '../src/services/access.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { antenneOf, manager, startManaged, type Managed, type ManagedReferral } from './help/managers.js';
import { deposit, newPartner } from './help/partners.js';
import { confirm, expertLinks, openLink, reply } from './help/steps.js';

let given: Managed;
let office: TestApp;
let steering: Browser;
let here: ManagedReferral[];
let there: ManagedReferral[];
before(async () => {
  given = await startManaged();
  ({ office, steering, here, there } = given);
});

/** Some days later, and back: sessions of before have ended meanwhile. */
async function inDays(days: number, run: () => Promise<void>): Promise<void> {
  office.later(days);
  await run();
  office.later(-days);
  steering = await office.signedIn('steering', 'Pilote');
  given = { ...given, steering };
}

describe('a manager of an antenne', () => {
  test('sees the referrals of the antenne, with their delays, and no other', async () => {
    const browser = await manager(given, 'antenne', ['antenne_manager', antenneOf(here)]);
    assert.equal((await browser.get('/connexion')).location, '/antenne', 'it is where they come in');
    await inDays(3, async () => assert.match((await (await manager(given, 'antenne')).get('/antenne')).html, /attend depuis 3 jours/));
    const page = await (await manager(given, 'antenne')).get('/antenne');
    assert.match(page.html, /attend depuis 0 jour/);
    for (const one of here.filter((row) => row.antenne === antenneOf(here))) assert.ok(page.html.includes(`/antenne/demandes/${one.id}`));
    for (const one of there) assert.ok(!page.html.includes(one.id));
    assert.doesNotMatch(page.html, /Menuiserie de test|Contact de test|entreprise\.example/, 'lists name no company');
    assert.match(page.html, /Par expert/);
  });

  test('reads one with the company’s contacts, as the table allows, and that is written down', async () => {
    const browser = await manager(given, 'antenne');
    const [own] = here;
    const page = await browser.get(`/antenne/demandes/${own?.id}`);
    assert.match(page.html, /Menuiserie de test/);
    assert.match(page.html, /Contact de test/);
    assert.match(page.html, /href="tel:0353010000"/);
    const seen = await office.database.query(
      `select from audit where action = 'need_seen' and need_id = $1 and actor = 'account:' || (select id from accounts where email = 'antenne@example.org')`,
      [own?.need_id],
    );
    assert.equal(seen.length, 1);
    for (const id of [there[0]?.id, '00000000-0000-0000-0000-000000000000', 'x', "1' or '1'='1"]) {
      assert.equal((await browser.get(`/antenne/demandes/${encodeURIComponent(id ?? '')}`)).status, 404, id);
    }
  });

  test('reminds an expert once a day, while it waits', async () => {
    const browser = await manager(given, 'antenne');
    const [own] = here;
    const address = `/antenne/demandes/${own?.id}`;
    const count = async (): Promise<number> =>
      (await office.database.query(`select from outbox where key like 'expert_reminder:%manager-%'`)).length;
    const before = await count();
    await browser.get(address);
    const told = await browser.follow(await browser.post(`${address}/relance`, {}));
    assert.match(told.html, /message part à|messages partent à/);
    assert.ok((await count()) > before);
    const after = await count();
    assert.match((await browser.follow(await browser.post(`${address}/relance`, {}))).html, /déjà parti aujourd’hui/);
    assert.equal(await count(), after);
    await inDays(1, async () => {
      const tomorrow = await manager(given, 'antenne');
      await tomorrow.get(address);
      assert.match((await tomorrow.follow(await tomorrow.post(`${address}/relance`, {}))).html, /message part à|messages partent à/);
    });
    const today = await manager(given, 'antenne');
    await today.get(address);
    assert.equal((await today.post(`/antenne/demandes/${there[0]?.id}/relance`, {})).status, 404);
    assert.match((await steering.get('/pilotage/journal')).html, /relance par un responsable/);

    const links = await expertLinks(office);
    const { expert, address: referral } = await openLink(office, links.find(({ link }) => link.includes('/e/'))?.link ?? '');
    await reply(expert, referral, { to: 'taken_in_charge' });
    const id = referral.split('/').at(-1)?.split('?')[0];
    const [row] = await office.database.query<ManagedReferral>('select * from referrals where id = $1', [id]);
    const boss = await manager(given, 'autre', ['antenne_manager', row?.antenne ?? '']);
    const page = await boss.get(`/antenne/demandes/${id}`);
    assert.doesNotMatch(page.html, /\/relance"/, 'nothing waits');
    assert.match(page.html, /prise en 0 jour/);
    assert.match((await boss.follow(await boss.post(`/antenne/demandes/${id}/relance`, {}))).html, /n’attend plus/);
  });

  test('gives a referral to a colleague, and writes to who has it', async () => {
    const [own] = here;
    const browser = await manager(given, 'antenne');
    const address = `/antenne/demandes/${own?.id}`;
    const page = await browser.get(address);
    const colleague = /<select id="successor-managed"[^]*?<option value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const referral = /name="referral" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    assert.ok(colleague && referral, page.html);
    const said = await browser.follow(await browser.post(`${address}/messages`, { comment: 'Pouvez-vous rappeler avant vendredi ?' }));
    assert.match(said.html, /Le message est enregistré/);
    assert.match(said.html, /rappeler avant vendredi/);
    assert.match((await browser.follow(await browser.post(`${address}/transfert`, { referral, expert: 'nobody' }))).html, /Rien n’est transféré/);
    const moved = await browser.follow(await browser.post(`${address}/transfert`, { referral, expert: colleague }));
    assert.match(moved.html, /La demande passe à/);
    const [row] = await office.database.query<ManagedReferral>('select * from referrals where id = $1', [own?.id]);
    assert.equal(row?.expert, colleague);
    assert.equal((await browser.post(`/antenne/demandes/${there[0]?.id}/transfert`, { referral, expert: colleague })).status, 404);
    assert.equal((await browser.post(`/antenne/demandes/${there[0]?.id}/messages`, { comment: 'x' })).status, 404);
  });

  test('filters, pages and addresses that make no sense are harmless', async () => {
    const browser = await manager(given, 'antenne');
    assert.match((await browser.get('/antenne?etat=done')).html, /Aucune demande ne répond/);
    for (const query of ['?page=99', '?page=-1', '?page=x', '?etat=constructor', '?antenne=autre', "?expert=' or 1=1"]) {
      assert.equal((await browser.get(`/antenne${query}`)).status, 200, query);
    }
  });

  test('has figures of the antenne alone, on the page and in the file', async () => {
    const browser = await manager(given, 'antenne');
    const page = await browser.get('/antenne/chiffres');
    assert.equal(page.status, 200);
    assert.match(page.html, /Chiffres de l’antenne/);
    const file = await browser.get('/antenne/chiffres.csv?par=antenne');
    assert.match(String(file.headers['content-disposition']), /chiffres-de-l-antenne-par-antenne\.csv/);
    const rows = file.html.trim().split('\r\n');
    assert.equal(rows.length, 2, 'the header and one antenne');
    const all = (await steering.get('/pilotage/impact.csv?par=antenne')).html;
    assert.notEqual(file.html, all);
    const [needs] = await office.database.query<{ count: number }>('select count(distinct need_id)::int as count from referrals where antenne = $1', [antenneOf(here)]);
    assert.equal(Number(rows[1]?.split(';')[rows[0]?.replace('\uFEFF', '').split(';').indexOf('Besoins déposés') ?? -1]), needs?.count);
    assert.ok(file.html.startsWith('\uFEFF'));
    assert.equal((await browser.get('/antenne/chiffres?par=constructor&du=2026-02-31')).status, 200);
  });

  test('sees where the institution of the antenne has nobody', async () => {
    const page = await (await manager(given, 'antenne')).get('/antenne/couverture');
    assert.equal(page.status, 200);
    const { library } = office.services.directory;
    assert.ok(page.html.includes(library.directory.antenne(antenneOf(here))?.name.replaceAll("'", '&#39;').slice(0, 5) ?? '?'));
    assert.match(page.html, /couvert/);
  });

  test('of a regional antenne sees those below it, by the library’s perimeter', async () => {
    const { path } = await changedDirectory((document) => {
      const antennes = (document as unknown as { antennes: Record<string, unknown>[] }).antennes;
      antennes.push({ id: 'cci-region', institution: 'cci', name: 'CCI régionale', level: 'regional', zones: ['region:32'] });
    });
    const other = await startApp({ env: { DIRECTORY: path } });
    const { antennes, lost } = perimeterOf(other.services.directory.library, ['cci-region', 'gone']);
    assert.deepEqual(antennes, [...other.services.directory.library.directory.perimeter('cci-region')]);
    assert.ok(antennes.includes('cci-amiens-picardie') && antennes.length > 5);
    assert.deepEqual(lost, ['gone']);
  });
});

describe('a manager of a cooperation', () => {
  test('follows the needs of its origin, and learns of no company', async () => {
    const browser = await manager(given, 'cooperation', ['cooperation_manager', 'portal']);
    assert.equal((await browser.get('/connexion')).location, '/cooperation');
    const page = await browser.get('/cooperation');
    const ids = [...page.html.matchAll(/\/cooperation\/besoins\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
    const needs = await office.database.query<{ id: string }>(
      `select needs.id from needs join diagnoses on diagnoses.id = diagnosis_id where origin = 'portal' and needs.sent_at is not null`,
    );
    assert.deepEqual(ids.sort(), needs.map((need) => need.id).sort());
    const pages = [page, await browser.get(`/cooperation/besoins/${ids[0]}`)];
    for (const { html, status } of pages) {
      assert.equal(status, 200);
      assert.doesNotMatch(html, /Boulangerie de test|Contact de test|entreprise\.example|embaucher un apprenti/);
    }
    assert.equal((await browser.get(`/cooperation/besoins/${here[0]?.need_id}`)).status, 404, 'of another origin');
    assert.equal((await browser.get('/cooperation/besoins/x')).status, 404);
    assert.equal((await browser.get('/cooperation/chiffres')).status, 200);
    const rows = (await browser.get('/cooperation/chiffres.csv?par=origin')).html.trim().split('\r\n');
    assert.equal(rows.length, 2, 'the header and one origin');
    assert.match((await browser.get('/cooperation?etat=constructor')).html, /besoins\//);
    assert.match((await browser.get('/cooperation?etat=done')).html, /Aucun besoin ne répond/);
  });

  test('words of experts stay unread for who may not know the company', async () => {
    const browser = await manager(given, 'cooperation');
    const links = await expertLinks(office);
    const portal = await office.database.query<{ id: string; need_id: string }>(
      `select referrals.id, need_id from referrals join needs on needs.id = need_id join diagnoses on diagnoses.id = diagnosis_id where origin = 'portal'`,
    );
    for (const { link } of links) {
      const opened = await openLink(office, link);
      const id = opened.address.split('/').at(-1)?.split('?')[0];
      const row = portal.find((one) => one.id === id);
      if (!row || !/Je prends en charge/.test(opened.html)) continue;
      await reply(opened.expert, opened.address, { to: 'not_for_me', reason: 'other', remark: 'La Boulangerie Untel a déjà appelé.' });
      const page = await browser.get(`/cooperation/besoins/${row.need_id}`);
      assert.match(page.html, /(refus|pas pour moi|refusée)/i);
      assert.doesNotMatch(page.html, /Untel/);
      return;
    }
    assert.fail('no expert answered');
  });

  test('follows what came through a partner under the partner’s origin, as its figures count it', async () => {
    const partner = await newPartner(office);
    await deposit(office, partner.token);
    const company = office.visitor();
    await confirm(company, (await company.linkToConfirm()) ?? '');
    const own = await manager(given, 'of-a-partner', ['cooperation_manager', partner.slug]);
    const listed = async (who: Browser): Promise<string[]> =>
      [...(await who.get('/cooperation')).html.matchAll(/\/cooperation\/besoins\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
    const [need, ...others] = await listed(own);
    assert.ok(need && others.length === 0);
    assert.equal((await own.get(`/cooperation/besoins/${need}`)).status, 200);
    assert.match((await own.get('/cooperation/chiffres.csv?par=origin')).html, new RegExp(partner.slug));
    const portal = await manager(given, 'of-the-portal', ['cooperation_manager', 'portal']);
    assert.ok(!(await listed(portal)).includes(need));
    assert.equal((await portal.get(`/cooperation/besoins/${need}`)).status, 404);
    assert.match((await portal.get('/cooperation')).html, /besoins\//);
  });
});

/** Managers of antennes and cooperations: what they see and do, by the library's table; and whose rights steering gives. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { labels, may, permissionRules, type Action, type Actor } from '../src/library.js';
import { actorIn, permittedNeeds, perimeterOf } from '../src/services/access.js';
import type { Account, Visitor } from '../src/security/sessions.js';
import { saveAccount } from '../src/store/accounts.js';
import { startApp, PASSWORD, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { ask, CONTACT, diagnose, expertLinks, openLink, reply, send, draft } from './help/steps.js';

let office: TestApp;
let steering: Browser;
let adviser: Browser;
/** The referrals of one diagnosis in Amiens, and of another in Lille. */
let here: Referral[];
let there: Referral[];

interface Referral {
  id: string;
  need_id: string;
  expert: string;
  expert_name: string;
  antenne: string;
}

const referralsIn = (address: string): Promise<Referral[]> =>
  office.database.query<Referral>(
    `select referrals.* from referrals join needs on needs.id = need_id where diagnosis_id = $1 order by expert`,
    [address.split('/').at(-1)],
  );

before(async () => {
  office = await startApp();
  steering = await office.signedIn('steering', 'Pilote');
  adviser = await office.signedIn('adviser', 'Conseil');
  here = await referralsIn(await diagnose(adviser, { 'comment:recruter': 'Un mot qui vient de l’entreprise.' }));
  there = await referralsIn(await diagnose(adviser, {}, { commune: 'Lille' }));
  await ask(office.visitor());
});

/** A manager, with the rights that steering gives by its page. */
async function manager(name: string, ...rights: (readonly ['antenne_manager' | 'cooperation_manager', string])[]): Promise<Browser> {
  const email = `${name}@example.org`;
  const id = await saveAccount(office.database, { email, name, role: 'manager', password: PASSWORD }, office.services.clock());
  for (const [role, scope] of rights) {
    await steering.get(`/pilotage/comptes/${id}`);
    const given = await steering.post(`/pilotage/comptes/${id}/droits`, { role, scope, suite: 'donner' });
    assert.equal(given.location, `/pilotage/comptes/${id}?fait=enregistre`, given.html);
  }
  const browser = office.visitor();
  await browser.get('/connexion');
  await browser.post('/connexion', { email, password: PASSWORD });
  return browser;
}

/** Some days later, and back: sessions of before have ended meanwhile. */
async function inDays(days: number, run: () => Promise<void>): Promise<void> {
  office.later(days);
  await run();
  office.later(-days);
  steering = await office.signedIn('steering', 'Pilote');
  adviser = await office.signedIn('adviser', 'Conseil');
}

const antenneOf = (referrals: Referral[]): string => referrals[0]?.antenne ?? '';

describe('a manager of an antenne', () => {
  test('sees the referrals of the antenne, with their delays, and no other', async () => {
    const browser = await manager('antenne', ['antenne_manager', antenneOf(here)]);
    assert.equal((await browser.get('/connexion')).location, '/antenne', 'it is where they come in');
    await inDays(3, async () => assert.match((await (await manager('antenne')).get('/antenne')).html, /attend depuis 3 jours/));
    const page = await (await manager('antenne')).get('/antenne');
    assert.match(page.html, /attend depuis 0 jour/);
    for (const one of here.filter((row) => row.antenne === antenneOf(here))) assert.ok(page.html.includes(`/antenne/demandes/${one.id}`));
    for (const one of there) assert.ok(!page.html.includes(one.id));
    assert.doesNotMatch(page.html, /Menuiserie de test|Contact de test|entreprise\.example/, 'lists name no company');
    assert.match(page.html, /Par expert/);
  });

  test('reads one with the company’s contacts, as the table allows, and that is written down', async () => {
    const browser = await manager('antenne');
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
    const browser = await manager('antenne');
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
      const tomorrow = await manager('antenne');
      await tomorrow.get(address);
      assert.match((await tomorrow.follow(await tomorrow.post(`${address}/relance`, {}))).html, /message part à|messages partent à/);
    });
    const today = await manager('antenne');
    await today.get(address);
    assert.equal((await today.post(`/antenne/demandes/${there[0]?.id}/relance`, {})).status, 404);
    assert.match((await steering.get('/pilotage/journal')).html, /relance par un responsable/);

    const links = await expertLinks(office);
    const { expert, address: referral } = await openLink(office, links.find(({ link }) => link.includes('/e/'))?.link ?? '');
    await reply(expert, referral, { to: 'taken_in_charge' });
    const id = referral.split('/').at(-1)?.split('?')[0];
    const [row] = await office.database.query<Referral>('select * from referrals where id = $1', [id]);
    const boss = await manager('autre', ['antenne_manager', row?.antenne ?? '']);
    const page = await boss.get(`/antenne/demandes/${id}`);
    assert.doesNotMatch(page.html, /\/relance"/, 'nothing waits');
    assert.match(page.html, /prise en 0 jour/);
    assert.match((await boss.follow(await boss.post(`/antenne/demandes/${id}/relance`, {}))).html, /n’attend plus/);
  });

  test('filters, pages and addresses that make no sense are harmless', async () => {
    const browser = await manager('antenne');
    assert.match((await browser.get('/antenne?etat=done')).html, /Aucune demande ne répond/);
    for (const query of ['?page=99', '?page=-1', '?page=x', '?etat=constructor', '?antenne=autre', "?expert=' or 1=1"]) {
      assert.equal((await browser.get(`/antenne${query}`)).status, 200, query);
    }
  });

  test('has figures of the antenne alone, on the page and in the file', async () => {
    const browser = await manager('antenne');
    const page = await browser.get('/antenne/chiffres');
    assert.equal(page.status, 200);
    assert.match(page.html, /Chiffres de l’antenne/);
    const own = new Set(here.concat(there).filter((row) => row.antenne === antenneOf(here)).map((row) => row.need_id));
    const asked = await office.database.query('select from referrals where antenne = $1', [antenneOf(here)]);
    const file = await browser.get('/antenne/chiffres.csv?par=antenne');
    assert.match(String(file.headers['content-disposition']), /chiffres-de-l-antenne-par-antenne\.csv/);
    const rows = file.html.trim().split('\r\n');
    assert.ok(asked.length >= own.size);
    assert.equal(rows.length, 2, 'the header and one antenne');
    assert.ok(file.html.startsWith('\uFEFF'));
    assert.equal((await browser.get('/antenne/chiffres?par=constructor&du=2026-02-31')).status, 200);
  });

  test('sees where the institution of the antenne has nobody', async () => {
    const page = await (await manager('antenne')).get('/antenne/couverture');
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
    const browser = await manager('cooperation', ['cooperation_manager', 'portal']);
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
    assert.match((await browser.get('/cooperation?etat=abandoned')).html, /Aucun besoin|besoins\//);
  });

  test('words of experts stay unread for who may not know the company', async () => {
    const browser = await manager('cooperation');
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
});

describe('the table', () => {
  /** Somebody of each role, with the need in their scope or out of it. */
  const ACTORS: Record<Actor['role'], (need: Referral, adviserId: string) => Actor> = {
    expert: (need) => ({ role: 'expert', expert: need.expert }),
    member: (need) => ({ role: 'member', expert: need.expert }),
    antenne_manager: (need) => ({ role: 'antenne_manager', antennes: [need.antenne] }),
    adviser: (_need, id) => ({ role: 'adviser', adviser: id }),
    cooperation_manager: () => ({ role: 'cooperation_manager', origins: ['adviser'] }),
    steering: () => ({ role: 'steering' }),
  };
  const STRANGERS: Record<Actor['role'], Actor> = {
    expert: { role: 'expert', expert: 'nobody' },
    member: { role: 'member', expert: 'nobody' },
    antenne_manager: { role: 'antenne_manager', antennes: ['nowhere'] },
    adviser: { role: 'adviser', adviser: 'nobody' },
    cooperation_manager: { role: 'cooperation_manager', origins: ['elsewhere'] },
    steering: { role: 'steering' },
  };

  test('the service says what the table says, of needs in scope and out of it', async () => {
    const [row] = await office.database.query<{ id: string }>(`select id from accounts where email = 'Conseil@example.org' or email = 'conseil@example.org'`);
    const [need] = here;
    assert.ok(need && row);
    const rules = permissionRules();
    assert.equal(rules.length, 6 * 9);
    for (const { role, action, scope } of rules) {
      const asked = async (actor: Actor): Promise<boolean> => (await permittedNeeds(office.database, actor, action, [need.need_id])).has(need.need_id);
      assert.equal(await asked(ACTORS[role](need, row.id)), scope !== 'nothing', `${role} ${action} in scope`);
      assert.equal(await asked(STRANGERS[role]), scope === 'everything', `${role} ${action} out of scope`);
    }
  });

  test('every guarded route is open to whom the table names, and to nobody else', async () => {
    const [need] = here;
    const [foreign] = there;
    assert.ok(need && foreign);
    const links = await expertLinks(office);
    const opened = await Promise.all(links.map(async ({ link }) => openLink(office, link)));
    const expert = opened.find((one) => one.address.includes(need.id));
    assert.ok(expert, 'the expert of the need has a link');
    const [diagnosis] = await office.database.query<{ diagnosis_id: string }>('select diagnosis_id from needs where id = $1', [need.need_id]);
    const people: Record<string, Browser> = {
      expert: expert.expert,
      adviser,
      steering,
      antenne: await manager('antenne'),
      cooperation: await manager('cooperation-conseil', ['cooperation_manager', 'adviser']),
    };
    const strangers: Record<string, Browser> = {
      adviser: await office.signedIn('adviser', 'Autre conseil'),
      antenne: await manager('ailleurs', ['antenne_manager', there.find((one) => !here.some((own) => own.antenne === one.antenne))?.antenne ?? '']),
      cooperation: await manager('campagne', ['cooperation_manager', 'campagne-1']),
      nobody: office.visitor(),
    };
    const roleOf: Record<string, Actor['role']> = { expert: 'expert', adviser: 'adviser', steering: 'steering', antenne: 'antenne_manager', cooperation: 'cooperation_manager' };
    const scopeOf = new Map(permissionRules().map((rule) => [`${rule.role} ${rule.action}`, rule.scope]));
    const idOf: Record<string, string | undefined> = { expert: need.id, antenne: need.id, adviser: diagnosis?.diagnosis_id, cooperation: need.need_id };

    assert.ok(office.app.guarded.length >= 7, JSON.stringify(office.app.guarded));
    for (const { method, url, as, actions } of office.app.guarded) {
      const id = idOf[as];
      assert.ok(id, `${url} names something that this test knows`);
      const address = url.replace(':id', id);
      const allowed = actions.every((action) => scopeOf.get(`${roleOf[as]} ${action}`) !== 'nothing');
      for (const [who, browser] of [...Object.entries(people), ...Object.entries(strangers).map(([name, one]) => [`stranger ${name}`, one] as const)]) {
        await browser.get(method === 'GET' ? '/' : who === 'stranger nobody' ? '/connexion' : '/compte');
        const { status } = method === 'GET' ? await browser.get(address) : await browser.post(address, { need: need.need_id });
        const theirs = who === as && allowed;
        // What is theirs is there: shown, or refused for what the form lacks. For others, it does not exist.
        if (theirs) assert.ok(status !== 404 && status !== 401 && status !== 403, `${method} ${url} for ${who}: ${status}`);
        else assert.ok([401, 403, 404].includes(status) || (who === 'stranger nobody' && status === 303), `${method} ${url} for ${who}: ${status}`);
      }
    }
  });

  test('every route of a need asks: no address with an id is left out', () => {
    const guarded = new Set(office.app.guarded.map(({ method, url }) => `${method} ${url}`));
    for (const route of ['GET /expert/demandes/:id', 'POST /expert/demandes/:id', 'GET /conseiller/diagnostics/:id', 'POST /conseiller/diagnostics/:id/experts', 'GET /antenne/demandes/:id', 'POST /antenne/demandes/:id/relance', 'GET /cooperation/besoins/:id']) {
      assert.ok(guarded.has(route), route);
    }
    for (const { url } of office.app.guarded) assert.match(url, /:id/);
  });

  test('a route that the table forbids is closed, whatever its own checks say', async () => {
    const [need] = here;
    const visitor: Account = { kind: 'account', id: 'x', name: '', email: '', role: 'manager', antennes: [need?.antenne ?? ''], origins: [] };
    const actor = actorIn(office.services.directory.library, visitor, 'antenne');
    assert.ok(actor);
    for (const action of ['move', 'send', 'suspend'] as const satisfies readonly Action[]) {
      assert.ok(!(await permittedNeeds(office.database, actor, action, [need?.need_id ?? ''])).size, action);
      assert.equal(may(actor, action, { id: 'n', subject: 's', depositedOn: '2026-01-01' }, []).reason, 'not_for_role');
    }
    for (const [who, area] of [[visitor, 'steering'], [visitor, 'adviser'], [visitor, 'expert'], [visitor, 'cooperation'], [{ kind: 'expert', expert: 'e' }, 'antenne'], [null, 'antenne']] as [Visitor | null, never][]) {
      assert.equal(actorIn(office.services.directory.library, who, area), undefined);
    }
  });

  test('is printed in the words of the library, for who has an account', async () => {
    const page = await (await manager('antenne')).get('/compte/droits');
    assert.equal(page.status, 200);
    const text = page.html.replaceAll('&#39;', "'");
    for (const label of [...Object.values(labels.role), ...Object.values(labels.action), labels.scope.perimeter, labels.scope.nothing]) assert.ok(text.includes(label), label);
    const cells = [...page.html.matchAll(/<td>/g)].length;
    assert.equal(cells, permissionRules().length);
    assert.match((await office.visitor().get('/compte/droits')).location, /^\/connexion/);
  });
});

describe('steering gives rights', () => {
  test('to others, of antennes that there are, and takes them back at once', async () => {
    const browser = await manager('passage', ['antenne_manager', antenneOf(here)]);
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
    const referrals = await moving.database.query<Referral>(`select * from referrals where antenne = 'cci-amiens-picardie'`);
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

/** What strangers try: other people's needs, forged requests and links, text that would run. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fromRoot } from '../src/root.js';
import { signedLinks } from '../src/security/links.js';
import { SECRET, startApp, type Browser, type TestApp } from './help/app.js';
import { ask, CONTACT, diagnose, draft, expertLinks, openLink, reply, seqIn } from './help/steps.js';

let office: TestApp;
let adviser: Browser;
let other: Browser;
let steering: Browser;
before(async () => {
  office = await startApp();
  adviser = await office.signedIn('adviser');
  other = await office.signedIn('adviser');
  steering = await office.signedIn('steering');
});

const NOWHERE = '00000000-0000-0000-0000-000000000000';

describe('objects of others', () => {
  test('an adviser sees and changes only their own diagnoses', async () => {
    const mine = await draft(adviser);
    for (const page of ['', '/entreprise', '/besoins', '/contact']) assert.equal((await other.get(`${mine}${page}`)).status, 404, page);
    for (const [page, fields] of [
      ['/entreprise', { name: 'Autre', commune: 'Lille' }],
      ['/besoins', { subjects: ['tresorerie'] }],
      ['/apercu', { preview: 'recruter' }],
      ['/envoi', CONTACT],
      ['/experts', { need: mine.split('/').at(-1) ?? '' }],
      ['/messages', { need: mine.split('/').at(-1) ?? '', comment: 'x' }],
      ['/transfert', { referral: 'x:1', expert: 'y' }],
    ] as const) {
      assert.equal((await other.post(`${mine}${page}`, fields)).status, 404, page);
    }
    const [row] = await office.database.query<{ status: string }>('select status from diagnoses where id = $1', [mine.split('/').at(-1)]);
    assert.equal(row?.status, 'draft');
  });

  test('an expert sees and answers only their own referrals', async () => {
    await ask(office.visitor());
    const links = await expertLinks(office);
    const [one, two] = [...new Map(links.map((link) => [link.recipient, link.link])).values()];
    const first = await openLink(office, one ?? '');
    const second = await openLink(office, two ?? '');
    assert.notEqual(first.address, second.address);
    assert.equal((await first.expert.get(second.address)).status, 404);
    const answered = await first.expert.post(second.address, { seq: seqIn(second.html), to: 'not_for_me', reason: 'other' });
    assert.equal(answered.status, 404);
    assert.match((await second.expert.get(second.address)).html, /Je prends en charge/);
  });

  test('roles do not mix', async () => {
    const [link] = await expertLinks(office);
    const { expert } = await openLink(office, link?.link ?? '');
    const nobody = office.visitor();
    for (const page of ['/conseiller', '/conseiller/nouveau', '/conseiller/portail']) {
      assert.equal((await nobody.get(page)).location, `/connexion?vers=${encodeURIComponent(page)}`, page);
      assert.equal((await steering.get(page)).status, 404, page);
      assert.equal((await expert.get(page)).status, 404, page);
    }
    const sheets = ['/annuaire/feuille', '/annuaire/experts.csv', '/annuaire/antennes.csv', '/annuaire/versions', `/annuaire/propositions/${NOWHERE}`, '/sollicitations', '/sollicitations.csv'];
    for (const page of [...sheets, '', '/annuaire', '/couverture', '/couverture.csv', '/relances', '/automatismes', '/automatismes/waves', '/departs', '/impact', '/impact.csv', '/envois', '/journal', '/comptes', '/partenaires', '/partenaires/00000000-0000-0000-0000-000000000000']) {
      assert.match((await nobody.get(`/pilotage${page}`)).location, /^\/connexion\?vers=%2Fpilotage/, page);
      assert.equal((await adviser.get(`/pilotage${page}`)).status, 404, page);
      assert.equal((await expert.get(`/pilotage${page}`)).status, 404, page);
    }
    for (const page of ['/antenne', '/antenne/chiffres', '/antenne/chiffres.csv', '/antenne/couverture', '/cooperation', '/cooperation/chiffres', '/cooperation/chiffres.csv']) {
      assert.equal((await nobody.get(page)).location, `/connexion?vers=${encodeURIComponent(page)}`, page);
      for (const one of [adviser, steering, expert]) assert.equal((await one.get(page)).status, 404, page);
    }
    for (const page of ['/compte', '/compte/droits', '/compte/second-facteur']) {
      assert.match((await nobody.get(page)).location, /^\/connexion\?vers=%2Fcompte/, page);
      assert.equal((await expert.get(page)).status, 404, page);
    }
    for (const page of ['/expert', '/expert/absences']) {
      assert.equal((await nobody.get(page)).status, 401);
      assert.equal((await adviser.get(page)).status, 404);
    }
  });

  test('addresses that are no ids are pages that do not exist', async () => {
    for (const id of ["1' or '1'='1", '../..', '%00', '00000000-0000-0000-0000-000000000000', 'x'.repeat(300)]) {
      assert.equal((await adviser.get(`/conseiller/diagnostics/${encodeURIComponent(id)}`)).status, 404, id);
      assert.equal((await steering.get(`/pilotage/envois/${encodeURIComponent(id)}`)).status, 404, id);
      assert.equal((await steering.get(`/pilotage/annuaire/propositions/${encodeURIComponent(id)}`)).status, 404, id);
      assert.equal((await steering.get(`/pilotage/annuaire/propositions/${encodeURIComponent(id)}/feuilles/0`)).status, 404, id);
    }
  });
});

describe('forged requests', () => {
  test('every form wants its token', async () => {
    const mine = await draft(adviser);
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    const stranger = office.visitor();
    const cases: [Browser, string][] = [
      [stranger, '/connexion'],
      [stranger, '/affichage'],
      [stranger, '/demande'],
      [stranger, '/demande/apercu'],
      [stranger, '/demande/envoi'],
      [stranger, '/confirmer/x.y'],
      [stranger, '/avis/x.y'],
      [stranger, '/mot-de-passe/x.y'],
      [stranger, '/connexion/code'],
      [stranger, '/connexion/second-facteur'],
      [adviser, '/compte/second-facteur'],
      [adviser, '/antenne/demandes/00000000-0000-0000-0000-000000000000/relance'],
      [adviser, '/antenne/demandes/00000000-0000-0000-0000-000000000000/messages'],
      [adviser, '/antenne/demandes/00000000-0000-0000-0000-000000000000/transfert'],
      [adviser, '/compte'],
      [adviser, '/deconnexion'],
      [adviser, '/conseiller/entreprise'],
      [adviser, `${mine}/besoins`],
      [adviser, `${mine}/apercu`],
      [adviser, `${mine}/entreprise`],
      [adviser, `${mine}/envoi`],
      [adviser, `${mine}/experts`],
      [adviser, `${mine}/messages`],
      [adviser, `${mine}/transfert`],
      [adviser, '/conseiller/portail/00000000-0000-0000-0000-000000000000'],
      [expert, address],
      [expert, `${address}/messages`],
      [expert, `${address}/transfert`],
      [expert, '/expert/absences'],
      [expert, '/expert/absences/00000000-0000-0000-0000-000000000000'],
      [steering, '/pilotage/annuaire'],
      [steering, '/pilotage/annuaire/feuille'],
      [steering, '/pilotage/annuaire/propositions/00000000-0000-0000-0000-000000000000'],
      [steering, '/pilotage/annuaire/versions/1'],
      [steering, '/pilotage/relances'],
      [steering, '/pilotage/automatismes/waves'],
      [steering, '/pilotage/departs'],
      [steering, '/pilotage/effacement'],
      [steering, '/pilotage/comptes'],
      [steering, '/pilotage/comptes/00000000-0000-0000-0000-000000000000'],
      [steering, '/pilotage/comptes/00000000-0000-0000-0000-000000000000/droits'],
      [steering, '/pilotage/envois/1'],
      [steering, '/pilotage/envois'],
      [steering, '/pilotage/partenaires'],
      [steering, '/pilotage/partenaires/00000000-0000-0000-0000-000000000000'],
    ];
    const posted = new Set(cases.map(([, url]) => url.replace(/[0-9a-f-]{36}/, ':id').replace(/\d+$/, ':id').replace('x.y', ':token').replace(/automatismes\/\w+$/, 'automatismes/:task')));
    for (const [browser, url] of cases) {
      for (const token of ['', 'forged', stranger.token]) {
        // A token of one visitor is no good for another.
        if (browser === stranger && token === stranger.token) continue;
        assert.equal((await browser.post(url, {}, token)).status, 403, `${url} with ${token}`);
      }
    }
    // A route that takes forms and is not tried here would be a hole in this test.
    const routes = routesThatPost();
    for (const route of routes.filter((one) => !one.startsWith('/api/'))) assert.ok(posted.has(route), `${route} is tried`);
    // Programs send no form and have no session: without a key, none of their routes does anything.
    for (const url of routes.filter((one) => one.startsWith('/api/'))) {
      assert.equal((await office.app.inject({ method: 'POST', url, payload: {} })).statusCode, 401, url);
    }
  });

  test('the cookie of a session is out of reach of scripts and other sites', async () => {
    const browser = office.visitor();
    await browser.get('/connexion');
    const page = await browser.post('/connexion', { email: 'adviser-1@example.org', password: 'a password for tests' });
    const cookies = ([] as string[]).concat(page.headers['set-cookie'] as string | string[]);
    const session = cookies.find((cookie) => cookie.startsWith('session='));
    assert.match(session ?? '', /HttpOnly/);
    assert.match(session ?? '', /SameSite=Lax/);
    const secure = await startApp({ env: { BASE_URL: 'https://orientation.example' } });
    const set = ([] as string[]).concat((await secure.visitor().get('/connexion')).headers['set-cookie'] as string);
    assert.ok(set.every((cookie) => cookie.includes('Secure')));
  });

  test('a session ends when one signs out', async () => {
    const browser = await office.signedIn('adviser');
    const kept = new Map(browser.cookies);
    await browser.get('/conseiller');
    await browser.post('/deconnexion', {});
    for (const [name, value] of kept) browser.cookies.set(name, value);
    assert.match((await browser.get('/conseiller')).location, /^\/connexion/);
  });
});

/** The addresses of `app.post(…)` in the source, with `:id` for what varies. */
function routesThatPost(): string[] {
  const folder = fromRoot('src', 'routes');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\.post(?:<[^(]+>)?\(\s*'([^']+)'/g)])
    .map((match) => match[1] ?? '');
}

describe('links', () => {
  const links = signedLinks(SECRET);

  test('a forged or damaged link opens nothing', async () => {
    await ask(office.visitor());
    const [good] = await expertLinks(office);
    const link = good?.link ?? '';
    const [payload = '', signature = ''] = link.replace('/e/', '').split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace(/ \S+ /, ' bpifrance ')).toString('base64url');
    const forged = [
      `/e/${changed}.${signature}`,
      `/e/${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      `/e/${payload}`,
      `/e/.${signature}`,
      '/e/x.y',
      `/e/${signedLinks('another secret, of a length that does').sign('expert', 'a b', new Date('2030-01-01'))}`,
      // Signed by this service, for the other kind of page.
      `/e/${links.sign('company', 'a b', new Date('2030-01-01'))}`,
    ];
    for (const one of forged) assert.equal((await office.visitor().get(one)).status, 404, one);
    const follow = signedLinks(SECRET).sign('expert', '00000000-0000-0000-0000-000000000000', new Date('2030-01-01'));
    assert.equal((await office.visitor().get(`/suivi/${follow}`)).status, 404);
  });

  test('an expired link says so', async () => {
    const follow = await ask(office.visitor());
    const [good] = await expertLinks(office);
    office.later(61);
    const opened = await office.visitor().get(good?.link ?? '');
    assert.equal(opened.status, 410);
    assert.match(opened.html, /Lien périmé/);
    assert.equal((await office.visitor().get(follow)).status, 410);
    office.later(-61);
    assert.equal((await office.visitor().get(follow)).status, 200);
  });

  test('opening a link changes nothing: mailboxes that look into links answer for nobody', async () => {
    await ask(office.visitor());
    const [good] = await expertLinks(office);
    const before = await office.database.query('select * from referral_events');
    for (let time = 0; time < 3; time += 1) await openLink(office, good?.link ?? '');
    assert.equal((await office.database.query('select * from referral_events')).length, before.length);
  });

  test('an expert who left the directory is let in no more', async () => {
    const [row] = await office.database.query<{ id: string }>('select id from referrals limit 1');
    const token = links.sign('expert', `left-long-ago ${row?.id}`, new Date('2030-01-01'));
    assert.equal((await office.visitor().get(`/e/${token}`)).status, 404);
  });
});

describe('text that would run', () => {
  const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

  test('every free field comes back as text, wherever it is shown', async () => {
    const browser = office.visitor();
    await browser.get('/');
    const fields = { story: `${EVIL} recruter un apprenti`, commune: EVIL, commune_code: '', siret: EVIL };
    harmless(await browser.post('/demande', fields));
    harmless(await browser.post('/demande/envoi', { ...fields, company: EVIL, name: EVIL, phone: EVIL, email: EVIL }));
    harmless(await browser.post('/connexion', { email: EVIL, password: EVIL }));
    harmless(await browser.get(`/?fait=${encodeURIComponent(EVIL)}`));
    harmless(await browser.get(`/${encodeURIComponent(EVIL)}`));

    const follow = await ask(browser, { story: `${EVIL} recruter un apprenti`, company: EVIL, name: EVIL });
    harmless(await browser.get(follow));
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    harmless(await expert.get(address));
    harmless(await expert.get('/expert'));
    await expert.post(`${address}/messages`, { comment: EVIL });
    await expert.get('/expert/absences');
    harmless(await expert.post('/expert/absences', { from: EVIL, until: EVIL, substitute: EVIL }));
    await reply(expert, address, { to: 'not_for_me', reason: 'other', remark: EVIL });
    harmless(await expert.get(address));

    await adviser.get('/conseiller/entreprise');
    harmless(await adviser.post('/conseiller/entreprise', { name: EVIL, commune: EVIL, naf: EVIL, naf_2025: EVIL, siret: EVIL, opco: EVIL, legal_form: EVIL }));
    const company = await adviser.post('/conseiller/entreprise', { name: EVIL, commune: 'Amiens' });
    const own = company.location.replace(/\/besoins$/, '');
    harmless(await adviser.follow(company));
    await adviser.post(`${own}/besoins`, { subjects: ['recruter'], 'comment:recruter': EVIL });
    for (const page of ['/besoins', '/contact']) harmless(await adviser.get(`${own}${page}`));
    await adviser.post(`${own}/envoi`, { ...CONTACT, name: EVIL, job: EVIL, shown: adviser.shown });
    const need = /name="need" value="([^"]+)"/.exec((await adviser.get(own)).html)?.[1] ?? '';
    assert.equal((await adviser.post(`${own}/messages`, { need, comment: EVIL })).status, 303);
    for (const page of [own, '/conseiller', '/conseiller/portail', `/conseiller/nouveau?nom=${encodeURIComponent(EVIL)}`]) {
      harmless(await adviser.get(page));
    }
    for (const page of ['', '/annuaire', '/relances', '/automatismes', '/automatismes/reminders', `/departs?expert=${encodeURIComponent(EVIL)}`, '/envois', '/journal', `/impact?du=${encodeURIComponent(EVIL)}`, `/couverture?sujet=${encodeURIComponent(EVIL)}`]) {
      harmless(await steering.get(`/pilotage${page}`));
    }
  });

  test('messages carry it as text too', async () => {
    await office.services.worker.drain();
    const rows = await office.database.query<{ body_html: string; subject: string }>('select body_html, subject from outbox');
    assert.ok(rows.some((row) => row.body_html.includes('&lt;script&gt;')), 'some message quotes what was written');
    for (const row of rows) {
      assert.doesNotMatch(row.body_html, /<script|<img src=x/);
      assert.doesNotMatch(row.subject, /[\r\n]/);
    }
  });

  test('views never write HTML by hand', () => {
    const folder = fromRoot('src');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue;
      assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /dangerouslySetInnerHTML/, file);
    }
  });

  test('pages forbid scripts and styles of their own, frames, and foreign sources', async () => {
    const page = await office.visitor().get('/');
    const policy = String(page.headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.doesNotMatch(page.html, / style=| on[a-z]+=|<script>/);
  });
});

function harmless(page: { html: string; status: number }): void {
  assert.notEqual(page.status, 500, page.html);
  assert.doesNotMatch(page.html, /<script>alert|<img src=x/);
}

describe('too much of something', () => {
  test('passwords cannot be tried for ever', async () => {
    const browser = office.visitor();
    await browser.get('/connexion');
    const statuses: number[] = [];
    for (let time = 0; time < 11; time += 1) {
      statuses.push((await browser.post('/connexion', { email: 'nobody@example.org', password: 'x' })).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429]);
  });

  test('a body beyond all forms is not read', async () => {
    const browser = office.visitor();
    await browser.get('/');
    assert.equal((await browser.post('/demande', { story: 'x'.repeat(200_000) })).status, 413);
  });
});

test('who saw a need is written down, and cannot be changed', async () => {
  const address = await diagnose(adviser);
  await adviser.get(address);
  const [link] = await expertLinks(office);
  await openLink(office, link?.link ?? '');
  const rows = await office.database.query<{ actor: string }>(
    `select distinct actor from audit where action = 'need_seen' and need_id =
       (select id from needs where diagnosis_id = $1)`,
    [address.split('/').at(-1)],
  );
  assert.equal(rows.length, 2);
  for (const table of ['audit', 'referral_events']) {
    await assert.rejects(office.database.query(`delete from ${table}`), /only grows/);
    await assert.rejects(office.database.query(`update ${table} set at = now()`), /only grows/);
  }
  assert.match((await steering.get('/pilotage/journal')).html, /besoin consulté/);
});

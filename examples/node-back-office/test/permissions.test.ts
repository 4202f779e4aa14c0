/** The library's table of permissions, kept by every route of a need, and printed. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { labels, may, permissionRules, type Action, type Actor } from '../src/library.js';
import type { Account, Visitor } from '../src/security/sessions.js';
import { actorIn, permitsOn } from '../src/services/access.js';
import type { Browser, TestApp } from './help/app.js';
import { antenneOf, manager, startManaged, type Managed, type ManagedReferral } from './help/managers.js';
import { expertLinks, openLink } from './help/steps.js';

let given: Managed;
let office: TestApp;
let steering: Browser;
let adviser: Browser;
let here: ManagedReferral[];
let there: ManagedReferral[];
before(async () => {
  given = await startManaged();
  ({ office, steering, adviser, here, there } = given);
});

describe('the table', () => {
  /** Somebody of each role, with the need in their scope or out of it. */
  const ACTORS: Record<Actor['role'], (need: ManagedReferral, adviserId: string) => Actor> = {
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
      const asked = async (actor: Actor): Promise<boolean> => (await permitsOn(office.database, actor, [need.need_id]))(action, need.need_id);
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
      antenne: await manager(given, 'antenne', ['antenne_manager', antenneOf(here)]),
      cooperation: await manager(given, 'cooperation-conseil', ['cooperation_manager', 'adviser']),
    };
    const strangers: Record<string, Browser> = {
      adviser: await office.signedIn('adviser', 'Autre conseil'),
      antenne: await manager(given, 'ailleurs', ['antenne_manager', there.find((one) => !here.some((own) => own.antenne === one.antenne))?.antenne ?? '']),
      cooperation: await manager(given, 'campagne', ['cooperation_manager', 'campagne-1']),
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
        const { status } = method === 'GET' ? await browser.get(address) : await browser.post(address, { need: need.need_id, referral: `${need.id}:1` });
        const theirs = who === as && allowed;
        // What is theirs is there: shown, or refused for what the form lacks. For others, it does not exist.
        if (theirs) assert.ok(status !== 404 && status !== 401 && status !== 403, `${method} ${url} for ${who}: ${status}`);
        else assert.ok([401, 403, 404].includes(status) || (who === 'stranger nobody' && status === 303), `${method} ${url} for ${who}: ${status}`);
      }
    }
  });

  test('every route of a need asks: no address with an id is left out', () => {
    const guarded = new Set(office.app.guarded.map(({ method, url }) => `${method} ${url}`));
    for (const route of ['GET /expert/demandes/:id', 'POST /expert/demandes/:id', 'GET /conseiller/diagnostics/:id', 'POST /conseiller/diagnostics/:id/experts', 'GET /antenne/demandes/:id', 'POST /antenne/demandes/:id/relance', 'POST /antenne/demandes/:id/messages', 'POST /antenne/demandes/:id/transfert', 'POST /expert/demandes/:id/messages', 'POST /expert/demandes/:id/transfert', 'POST /conseiller/diagnostics/:id/messages', 'POST /conseiller/diagnostics/:id/transfert', 'GET /cooperation/besoins/:id']) {
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
      assert.ok(!(await permitsOn(office.database, actor, [need?.need_id ?? '']))(action, need?.need_id ?? ''), action);
      assert.equal(may(actor, action, { id: 'n', subject: 's', depositedOn: '2026-01-01' }, []).reason, 'not_for_role');
    }
    for (const [who, area] of [[visitor, 'steering'], [visitor, 'adviser'], [visitor, 'expert'], [visitor, 'cooperation'], [{ kind: 'expert', expert: 'e' }, 'antenne'], [null, 'antenne']] as [Visitor | null, never][]) {
      assert.equal(actorIn(office.services.directory.library, who, area), undefined);
    }
  });

  test('is printed in the words of the library, for who has an account', async () => {
    const page = await (await manager(given, 'antenne')).get('/compte/droits');
    assert.equal(page.status, 200);
    const text = page.html.replaceAll('&#39;', "'");
    for (const label of [...Object.values(labels.role), ...Object.values(labels.action), labels.scope.perimeter, labels.scope.nothing]) assert.ok(text.includes(label), label);
    const cells = [...page.html.matchAll(/<td>/g)].length;
    assert.equal(cells, permissionRules().length);
    assert.match((await office.visitor().get('/compte/droits')).location, /^\/connexion/);
  });
});

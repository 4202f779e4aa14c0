/** A need goes to a few experts, then to the next; on every day somebody has it, or the company and somebody who can help know. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { expertAt, having, mails, run, turnOn } from './help/loop.js';
import { onPage } from './help/on-page.js';
import { ask, diagnose, draft, expertLinks, openLink, reply, send } from './help/steps.js';

const WAVES = { size: 2, days: 4 };

for (const kind of DATABASES) {
  describe(`waves on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let adviser: Browser;
    before(async () => {
      office = await startApp({ kind });
      await turnOn(office, 'waves', WAVES);
      adviser = await office.signedIn('adviser');
    });
    const days = async (count: number): Promise<void> => {
      office.later(count);
      adviser = await office.signedIn('adviser', 'Conseil des vagues');
    };
    before(async () => {
      adviser = await office.signedIn('adviser', 'Conseil des vagues');
    });

    test('the first leaves with the need, as it was shown; the next when nobody has moved', async () => {
      const address = await draft(adviser);
      const shown = await adviser.get(`${address}/contact`);
      assert.match(shown.html, /Notifier 2 experts</);
      assert.match(shown.html, /Première vague\. Si personne ne bouge en 4 jours/);
      await send(adviser, address);
      const first = await having(office, address);
      assert.equal(first.length, 2);
      assert.match((await adviser.get(address)).html, /1 vague sur 2 experts au plus/);
      assert.match((await adviser.get(address)).html, /si personne n’a bougé en 4 jours, en l’état actuel : /);

      await days(3);
      assert.equal((await run(office)).get('waves')?.items, 0, 'they may still answer');
      await days(1);
      assert.equal((await run(office)).get('waves')?.items, 1);
      const second = await having(office, address);
      assert.equal(second.length, 4);
      assert.equal(new Set(second.map((one) => one.expert)).size, 4);
      const written = await mails(office, 'expert_new_need');
      assert.equal(new Set(written.map((mail) => mail.key)).size, written.length);
      assert.equal((await run(office)).get('waves')?.items, 0, 'once');
      const { html } = await adviser.get(address);
      assert.match(html, /Vague 2, /);
      assert.match(html, /vague 2 \(personne n’a bougé ; experts compétents\), transmise à 2 experts/, 'in the history too');
    });

    test('the page before tells the next by the day, and they are who leaves then', async () => {
      // Alone: needs share experts by how many they have.
      const alone = await startApp({ kind });
      await turnOn(alone, 'waves', WAVES);
      const only = await alone.signedIn('adviser');
      const address = await diagnose(only);
      const { html } = await only.get(address);
      const names = /si personne n’a bougé en 4 jours, en l’état actuel : ([^<]+)\.<\/p>/.exec(html)?.[1]?.split(' ; ') ?? [];
      assert.equal(names.length, 2);
      alone.later(4);
      await run(alone);
      const ids = (await having(alone, address)).slice(2).map((one) => onPage(alone.services.directory.library.expert(one.expert)?.name ?? ''));
      assert.deepEqual(ids.sort(), names.sort());
    });

    test('where all of a wave refuse, the next leaves at once, and nobody is told that all refused', async () => {
      const address = await diagnose(adviser);
      const before = (await mails(office, 'adviser_refused')).length;
      for (const { id, expert } of await having(office, address)) {
        const link = office.services.links.sign('expert', `${expert} ${id}`, new Date('2030-01-01'));
        const opened = await openLink(office, `/e/${link}`);
        await reply(opened.expert, opened.address, { to: 'not_for_me', reason: 'territory' });
      }
      const after = await having(office, address);
      assert.deepEqual(after.map((one) => one.state).sort(), ['not_for_me', 'not_for_me', 'waiting', 'waiting']);
      assert.equal((await mails(office, 'adviser_refused')).length, before);
      assert.match((await adviser.get(address)).html, /tous ont refusé/);
    });

    test('where somebody takes it, no other leaves', async () => {
      const address = await diagnose(adviser);
      const [first] = await having(office, address);
      const link = office.services.links.sign('expert', `${first?.expert} ${first?.id}`, new Date('2030-01-01'));
      const { expert, address: need } = await openLink(office, `/e/${link}`);
      await reply(expert, need, { to: 'taken_in_charge' });
      await days(30);
      await run(office);
      assert.equal((await having(office, address)).length, 2);
      assert.match((await adviser.get(address)).html, /Quelqu’un s’en occupe/);
    });

    test('what an adviser chose stays within that; at the end the company and the adviser are told, once', async () => {
      const chosen = ['cap-emploi-somme-recrutement-et-formation', 'mef-grand-amienois-grand-amienois-recrutement-et-formation'];
      const address = await diagnose(adviser, { 'shown:recruter': '1', 'experts:recruter': chosen });
      const told = (await mails(office, 'company_nobody_left')).length;
      await days(4);
      await run(office);
      assert.deepEqual((await having(office, address)).map((one) => one.expert).sort(), chosen);
      assert.equal((await mails(office, 'company_nobody_left')).length, told + 1);
      const [mail] = (await mails(office, 'adviser_last_chance')).slice(-1);
      assert.equal(mail?.recipient, 'Conseil-des-vagues@example.org'.toLowerCase());
      assert.match(mail?.body_text ?? '', /Personne n’a répondu depuis 4\sjours/);
      assert.match((await adviser.get(address)).html, /Plus personne à alerter depuis le /);
      await days(1);
      await run(office);
      assert.equal((await mails(office, 'company_nobody_left')).length, told + 1, 'once');
    });

    test('nobody is ever left without anybody who knows, whatever day it is', async () => {
      const portal = await startApp({ kind });
      await turnOn(portal, 'waves', { size: 1, days: 2 });
      await portal.signedIn('adviser');
      await ask(portal.visitor());
      for (let day = 0; day < 60; day += 1) {
        portal.later(1);
        await run(portal);
        const [need] = await portal.database.query<{ left: string | null; held: number }>(
          `select nobody_left_on as left, (select count(*)::int from referrals where need_id = needs.id and state = 'waiting') as held from needs`,
        );
        assert.ok(need && need.held > 0);
        if (need.left) break;
      }
      const waves = await portal.database.query<{ number: number; experts: string[] }>('select number, experts from waves order by number');
      assert.ok(waves.length > 3);
      assert.deepEqual(waves.map((wave) => wave.number), waves.map((_wave, at) => at + 1));
      const all = waves.flatMap((wave) => wave.experts);
      assert.equal(new Set(all).size, all.length, 'nobody twice');
      assert.equal((await mails(portal, 'company_nobody_left')).length, 1);
      assert.equal((await mails(portal, 'adviser_queue')).length, 1);
      assert.match((await (await portal.signedIn('adviser')).get('/conseiller/portail')).html, /Personne ne répond/);
    });

    test('turned off, needs go to everybody at once, and those begun stop where they are', async () => {
      const begun = await diagnose(adviser);
      const steering = await office.signedIn('steering');
      await steering.get('/pilotage/automatismes');
      await steering.post('/pilotage/automatismes/waves', { suite: 'regler', size: '2', days: '4' });
      assert.match((await steering.get('/pilotage/automatismes')).html, /Éteint, elle ne part pas/);
      await days(5);
      await run(office);
      assert.equal((await having(office, begun)).length, 2);
      assert.match((await adviser.get(begun)).html, /Les vagues sont arrêtées par le pilotage/);
      // All refuse: the adviser is told as where there are no waves.
      const before = (await mails(office, 'adviser_refused')).length;
      for (const { id, expert } of await having(office, begun)) {
        const opened = await openLink(office, `/e/${office.services.links.sign('expert', `${expert} ${id}`, new Date('2030-01-01'))}`);
        await reply(opened.expert, opened.address, { to: 'not_for_me', reason: 'territory' });
      }
      assert.equal((await mails(office, 'adviser_refused')).length, before + 1);
      const whole = await diagnose(adviser);
      assert.ok((await having(office, whole)).length > 2);
      assert.doesNotMatch((await adviser.get(whole)).html, /vague \d/i);
    });
  });
}

test('a wave leaves out who is away, and comes sooner where all who have the need are', async () => {
  const office = await startApp();
  await turnOn(office, 'waves', { size: 1, days: 10 });
  const adviser = await office.signedIn('adviser');
  const address = await diagnose(adviser);
  const [first] = await having(office, address);
  const [link] = await expertLinks(office);
  const { expert } = await expertAt(office, link?.recipient ?? '');
  await expert.get('/expert/absences');
  assert.equal((await expert.post('/expert/absences', { from: '2026-11-24', until: '2026-12-24', substitute: '' })).status, 303);
  office.later(1);
  await run(office);
  const now = await having(office, address);
  assert.equal(now.length, 2);
  assert.ok(now.some((one) => one.expert === first?.expert));
  const waves = await office.database.query<{ cause: string }>('select cause from waves order by number');
  assert.deepEqual(waves.map((wave) => wave.cause), ['first', 'away']);
});

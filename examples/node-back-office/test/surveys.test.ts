/** Companies that were helped are asked once, answer once, and impact counts it. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedLinks } from '../src/security/links.js';
import { SECRET, startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { mails, OUTCOME, pathIn, run, turnOn } from './help/loop.js';
import { ask, expertLinks, openLink, reply } from './help/steps.js';

for (const kind of DATABASES) {
  describe(`a survey on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    let link: string;
    before(async () => {
      office = await startApp({ kind });
      await turnOn(office, 'surveys');
      await ask(office.visitor());
      const [first] = await expertLinks(office);
      const { expert, address } = await openLink(office, first?.link ?? '');
      await reply(expert, address, { to: 'done' });
      // Another need, with which nobody helped.
      await ask(office.visitor());
    });

    const events = () => office.database.query<{ kind: string; called_back: boolean | null; useful: boolean | null; outcomes: string[] }>('select * from survey_events order by at, kind');

    test('is due ten days after the help, once, and for that need alone', async () => {
      office.later(9);
      await run(office);
      assert.deepEqual(await mails(office, 'company_survey'), []);
      office.later(1);
      assert.equal((await run(office)).get('surveys')?.items, 1);
      office.later(1);
      assert.equal((await run(office)).get('surveys')?.items, 0);
      const [mail, ...more] = await mails(office, 'company_survey');
      assert.equal(mail?.recipient, 'contact@entreprise.example');
      assert.deepEqual(more, []);
      link = pathIn(mail?.body_text ?? '', 'avis');
      assert.deepEqual((await events()).map((one) => one.kind), ['asked']);
    });

    test('opening its link answers nothing', async () => {
      for (let time = 0; time < 3; time += 1) {
        const page = await office.visitor().get(link);
        assert.equal(page.status, 200);
        assert.match(page.html, /Avez-vous été rappelé/);
      }
      assert.equal((await events()).length, 1);
    });

    test('an answer says whether it was called back, and then whether that was useful', async () => {
      const company = office.visitor();
      await company.get(link);
      const nothing = await company.post(link, {});
      assert.equal(nothing.status, 422);
      assert.match(nothing.html, /Dites si vous avez été rappelé/);
      const half = await company.post(link, { called_back: 'oui', outcomes: [OUTCOME] });
      assert.equal(half.status, 422);
      assert.match(half.html, /Dites si l’échange vous a été utile/);
      assert.match(half.html, new RegExp(`value="${OUTCOME}" checked`), 'what was ticked stays');
      assert.equal((await events()).length, 1);
    });

    test('is kept once: the same again changes nothing, another is not taken', async () => {
      const company = office.visitor();
      await company.get(link);
      const given = { called_back: 'oui', useful: 'oui', outcomes: [OUTCOME, 'invented'] };
      const pages = await Promise.all([company.post(link, given), company.post(link, given)]);
      for (const page of pages) assert.match(page.html, /est enregistrée/);
      const another = await company.post(link, { called_back: 'non' });
      assert.match(another.html, /première réponse est gardée/);
      assert.match((await company.get(link)).html, /déjà répondu/);
      assert.deepEqual((await events()).map((one) => [one.kind, one.called_back, one.useful, one.outcomes]), [
        ['asked', null, null, []],
        ['answered', true, true, [OUTCOME]],
      ]);
      await assert.rejects(office.database.query('update survey_events set useful = false'), /only grows/);
    });

    test('impact counts it, and the expert reads it', async () => {
      const { html } = await (await office.signedIn('steering')).get('/pilotage/impact');
      assert.match(html, /Ce qu’en disent les entreprises/);
      assert.match(html, /1 sur 1 enquête envoyée/);
      assert.match(html, /ont été rappelées et jugent l’échange utile/);
      assert.match((await (await office.signedIn('steering')).get('/pilotage/impact.csv')).html, /enquête/i);
      const done = await office.database.query<{ id: string; expert: string }>(`select id, expert from referrals where state = 'done'`);
      const token = office.services.links.sign('expert', `${done[0]?.expert} ${done[0]?.id}`, new Date('2030-01-01'));
      const { html: seen } = await openLink(office, `/e/${token}`);
      assert.match(seen, /rappelée, échange utile/);
    });

    test('a forged, borrowed or expired link opens nothing', async () => {
      const [need] = await office.database.query<{ need_id: string }>('select need_id from survey_events');
      const [unasked] = await office.database.query<{ id: string }>('select id from needs where id not in (select need_id from survey_events)');
      const links = signedLinks(SECRET);
      const until = new Date('2030-01-01');
      for (const token of ['x.y', links.sign('company', need?.need_id ?? '', until), signedLinks(`${SECRET}!`).sign('survey', need?.need_id ?? '', until)]) {
        assert.equal((await office.visitor().get(`/avis/${token}`)).status, 404);
      }
      assert.equal((await office.visitor().get(`/avis/${links.sign('survey', unasked?.id ?? '', until)}`)).status, 410, 'nobody asked');
      office.later(61);
      assert.equal((await office.visitor().get(link)).status, 410);
      office.later(-61);
    });
  });
}

test('nobody is asked without an address, nor once everything is erased', async () => {
  const office = await startApp();
  await turnOn(office, 'surveys');
  await ask(office.visitor());
  const [first] = await expertLinks(office);
  const { expert, address } = await openLink(office, first?.link ?? '');
  await reply(expert, address, { to: 'done' });
  await office.database.query(`update diagnoses set contact_email = ''`);
  office.later(11);
  assert.equal((await run(office)).get('surveys')?.items, 0);
  assert.deepEqual(await office.database.query('select * from survey_events'), [], 'and nobody is said to have been');
});

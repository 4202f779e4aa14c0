/** The whole story over HTTP, on both databases: a company asks, an expert answers, figures move. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startApp, type TestApp } from './help/app.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { ask, diagnose, expertLinks, openLink, reply, seqIn } from './help/steps.js';

for (const kind of DATABASES) {
  describe(`on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    before(async () => {
      office = await startApp({ kind });
    });

    test('a company asks by the portal, an expert helps, and impact moves', async () => {
      const company = office.visitor();
      const follow = await ask(company);
      const page = await company.get(follow);
      assert.match(page.html, /Qui vous appellera/);
      assert.match(page.html, /En attente de réponse/);

      const [first] = await expertLinks(office);
      assert.ok(first);
      const { expert, address, html } = await openLink(office, first.link);
      assert.match(html, /Boulangerie de test/);
      assert.match(html, /contact@entreprise\.example/);

      const taken = await reply(expert, address, { to: 'taken_in_charge' });
      assert.match(taken, /Prise en charge/);
      assert.match((await company.get(follow)).html, /Prise en charge/);

      // The session is over; the link is still good.
      office.later(3);
      assert.match((await expert.get(address)).html, /Session terminée/);
      await expert.get(first.link);
      await reply(expert, address, { to: 'done', remark: 'Un apprenti est trouvé.' });
      assert.match((await company.get(follow)).html, /Aide proposée/);
      assert.match((await expert.get('/expert')).html, /Historique \(1\)/);

      const steering = await office.signedIn('steering');
      const impact = await steering.get('/pilotage/impact');
      assert.match(impact.html, /<strong>1<\/strong><span>entreprises aidées, sur 1/);
      const csv = await steering.get('/pilotage/impact.csv');
      assert.match(String(csv.headers['content-type']), /text\/csv/);
    });

    test('an adviser makes a diagnosis and follows it', async () => {
      const adviser = await office.signedIn('adviser');
      const address = await diagnose(adviser, {
        'comment:recruter': 'Veut recruter avant Noël.',
        'answer:recrutement_en_apprentissage': 'oui',
      });
      const followed = await adviser.get(address);
      assert.match(followed.html, /Veut recruter avant Noël/);
      assert.match(followed.html, /En attente de réponse/);

      const links = await expertLinks(office);
      assert.ok(links.length > 1, 'several experts are alerted');
      const { expert, address: need } = await openLink(office, links[0]?.link ?? '');
      const refused = await reply(expert, need, { to: 'not_for_me', reason: 'territory', remark: 'Voyez la commune voisine.' });
      assert.match(refused, /Refusée/);
      const seen = await adviser.get(address);
      assert.match(seen.html, /hors de mon territoire/);
      assert.match(seen.html, /Voyez la commune voisine/);

      // Reopened: the same expert may take it after all.
      const reopened = await reply(expert, need, { to: 'waiting' });
      assert.match(reopened, /Je prends en charge/);
    });

    test('the same click twice sends once', async () => {
      const adviser = await office.signedIn('adviser');
      const address = await diagnose(adviser);
      const before = (await expertLinks(office)).length;
      const again = await adviser.post(`${address}/envoi`, { name: 'Autre', phone: '03 53 01 00 01', agreed: 'oui' });
      assert.equal(again.status, 303);
      assert.equal((await expertLinks(office)).length, before);
    });

    test('an answer to a page that is out of date is not taken', async () => {
      await ask(office.visitor());
      const [first] = await expertLinks(office);
      const { expert, address, html } = await openLink(office, first?.link ?? '');
      await reply(expert, address, { to: 'taken_in_charge' });
      const stale = await expert.follow(await expert.post(address, { seq: seqIn(html), to: 'not_for_me', reason: 'capacity' }));
      assert.match(stale.html, /avait changé entre-temps/);
      assert.doesNotMatch(stale.html, /Refusée/);
    });

    test('what the library forbids is refused', async () => {
      await ask(office.visitor());
      const [first] = await expertLinks(office);
      const { expert, address } = await openLink(office, first?.link ?? '');
      for (const to of ['taken_by_sibling', 'abandoned', '']) {
        const page = await reply(expert, address, { to });
        assert.match(page, /Je prends en charge/, `${to} is not taken`);
      }
    });
  });
}

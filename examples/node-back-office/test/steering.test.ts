/** What steering sees and does. */

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fromRoot } from '../src/root.js';
import { csvOf } from '../src/services/csv.js';
import { eraseDue } from '../src/services/retention.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { atEnd } from './help/cleanup.js';
import { DATABASES, withoutPostgres } from './help/databases.js';
import { ask, diagnose, expertLinks, openLink, reply } from './help/steps.js';

describe('the directory', () => {
  let office: TestApp;
  let steering: Browser;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aiguillage-directory-'));
    atEnd(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(fromRoot('../hauts-de-france'), folder, { recursive: true });
    // Only what a directory holds: the sample keeps its needs and its generator in the same place.
    for (const file of ['generate.rs', 'needs.rs', 'experts.rs', 'needs.csv', 'LISEZMOI.md', 'coverage.svg']) rmSync(join(folder, file));
    office = await startApp({ env: { DIRECTORY: folder } });
    steering = await office.signedIn('steering');
  });

  test('a broken one is refused with its findings, and the one in service stays', async () => {
    const path = join(folder, 'experts.csv');
    const good = readFileSync(path);
    const [known] = office.services.directory.library.directory.experts;
    appendFileSync(path, 'nouveau,antenne-inconnue,Nouvel expert,nouveau@example.org,,,,\n');
    await steering.get('/pilotage/annuaire');
    const page = await steering.follow(await steering.post('/pilotage/annuaire', {}));
    assert.match(page.html, /Version refusée : 1 erreur/);
    assert.match(page.html, /l’antenne « antenne-inconnue » n’existe pas/);
    assert.match(page.html, /experts\.csv, ligne 402/);
    assert.match(page.html, /antenne-inconnue/);
    assert.equal(office.services.directory.library.expert('nouveau'), undefined);
    assert.ok(office.services.directory.library.expert(known?.id ?? ''), 'the directory in service stays');
    assert.match((await steering.get('/pilotage')).html, /est refusée/);
    await ask(office.visitor());
    assert.ok((await expertLinks(office)).length > 0, 'and goes on to answer');
    writeFileSync(path, good);
  });

  test('a sound one goes into service without stopping', async () => {
    const path = join(folder, 'experts.csv');
    const [antenne] = office.services.directory.library.directory.antennes;
    appendFileSync(path, `nouveau,${antenne?.id},Nouvel expert,nouveau@example.org,,,,\n`);
    appendFileSync(join(folder, 'competences.csv'), 'nouveau,recruter,,\n');
    const page = await steering.follow(await steering.post('/pilotage/annuaire', {}));
    assert.match(page.html, /Le nouvel annuaire est en service/);
    assert.equal(office.services.directory.library.expert('nouveau')?.name, 'Nouvel expert');
  });

  test('an expert who leaves it is let in no more, and their history stays readable', async () => {
    await ask(office.visitor());
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    const gone = office.services.directory.library.directory.experts.find((one) => one.email === link?.recipient);
    const path = join(folder, 'experts.csv');
    const text = readFileSync(path, 'utf8');
    for (const file of ['experts.csv', 'competences.csv', 'absences.csv']) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      writeFileSync(join(folder, file), lines.filter((line) => !line.startsWith(`${gone?.id},`)).join('\n'));
    }
    await steering.get('/pilotage/annuaire');
    assert.match((await steering.follow(await steering.post('/pilotage/annuaire', {}))).html, /en service\./);
    assert.equal((await office.visitor().get(link?.link ?? '')).status, 404);
    assert.equal((await expert.get(address)).status, 401, 'a session that was open ends too');
    writeFileSync(path, text);
  });
});

describe('coverage', () => {
  let steering: Browser;
  before(async () => {
    steering = await (await startApp()).signedIn('steering');
  });

  test('shows the gap that the sample directory has, as whole zones', async () => {
    const page = await steering.get('/pilotage/couverture?institution=cap-emploi&sujet=handicap-entreprise');
    assert.equal((page.html.match(/<path d="m [^"]+" class="(full|light|heavy)"><title>/g) ?? []).length, 5, 'five départements');
    assert.match(page.html, /41 communes/);
    assert.match(page.html, /Vitz-sur-Authie/);
    // All institutions together leave no gap there.
    assert.match((await steering.get('/pilotage/couverture?sujet=handicap-entreprise')).html, /couvert/);
  });

  test('what a kind of company meets shows more gaps than no company', async () => {
    const gaps = async (query: string): Promise<number> => {
      const csv = (await steering.get(`/pilotage/couverture.csv${query}`)).html;
      return csv.trim().split('\r\n').slice(1).reduce((sum, line) => sum + Number(line.split(';')[5]), 0);
    };
    assert.ok((await gaps('?nature=LIBERALE_NON_REGLEMENTEE')) > (await gaps('')));
  });
});

for (const kind of DATABASES) {
  describe(`reminders and retention on ${kind}`, { skip: withoutPostgres(kind) }, () => {
    let office: TestApp;
    before(async () => {
      office = await startApp({ kind });
    });

    test('reminders are due by the library, are sent by one button, and once', async () => {
      const adviser = await office.signedIn('adviser');
      await diagnose(adviser);
      await ask(office.visitor());
      let steering = await office.signedIn('steering');
      assert.match((await steering.get('/pilotage/relances')).html, /Aucune relance n’est due/);

      office.later(9);
      steering = await office.signedIn('steering');
      const page = await steering.get('/pilotage/relances');
      assert.match(page.html, /Envoyer 2 relances/);
      assert.match(page.html, /À relancer/);
      assert.doesNotMatch(page.html, /Menuiserie de test|Boulangerie de test/, 'steering does not read who companies are');
      const before = (await expertLinks(office)).length;
      await Promise.all([steering.post('/pilotage/relances', {}), steering.post('/pilotage/relances', {})]);
      const sent = (await expertLinks(office)).length - before;
      const [referrals] = await office.database.query<{ n: number }>('select count(*)::int as n from referrals');
      assert.equal(sent, referrals?.n, 'one to each expert');
      assert.match((await steering.get('/pilotage/relances')).html, /Aucune relance n’est due/);

      office.later(36);
      steering = await office.signedIn('steering');
      assert.match((await steering.get('/pilotage/relances')).html, /Abandon/);
      await steering.get('/pilotage/relances');
      await steering.post('/pilotage/relances', {});
      assert.match((await steering.get('/pilotage/relances')).html, /Aucune relance n’est due/);
    });

    test('personal data goes when it is time, statistics stay', async () => {
      const follow = await ask(office.visitor(), { siret: '00000001800010', company: 'Boulangerie Exemple', story: 'Un secret de fabrication, recruter un apprenti' });
      const [link] = await expertLinks(office);
      const { expert, address } = await openLink(office, link?.link ?? '');
      await reply(expert, address, { to: 'done', remark: 'Mot secret' });
      const figures = async (): Promise<string> => {
        const { html } = await (await office.signedIn('steering')).get('/pilotage/impact');
        return html.slice(html.indexOf('class="figures"'), html.indexOf('Mois par mois'));
      };
      const before = await figures();

      assert.equal(await eraseDue(office.services), 0, 'not yet');
      office.later(31 * 36 + 40);
      assert.ok((await eraseDue(office.services)) >= 3);
      assert.equal(await eraseDue(office.services), 0, 'nothing is left to erase');

      for (const table of ['companies', 'diagnoses', 'needs', 'remarks', 'outbox', 'referrals', 'referral_events']) {
        const text = JSON.stringify(await office.database.query(`select * from ${table}`));
        assert.doesNotMatch(text, /secret|Boulangerie|00000001800010|contact@entreprise|Contact de test|03 53 01 00 00"/i, table);
      }
      const [facts] = await office.database.query<{ routed: { commune: string; naf: string } }>(
        `select routed from needs where routed->>'naf' = '10.71C'`,
      );
      assert.equal(facts?.routed.commune, '80021', 'what counts is kept');
      assert.equal(await figures(), before);
      assert.equal((await office.visitor().get(follow)).status, 410);
      // The SIRET is free for the company to come back.
      await ask(office.visitor(), { siret: '00000001800010' });
    });
  });
}

test('a cell that a spreadsheet would run is told to be text', () => {
  assert.equal(csvOf([['=1+1', '@x', 'a;b', 'dit "non"', 1.5, null]]), `\uFEFF'=1+1;'@x;"a;b";"dit ""non""";1,5;\r\n`);
});

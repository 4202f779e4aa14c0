/** Demand per institution, and the figures that anybody may read. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { foldEvents } from '../src/library.js';
import { demandOf } from '../src/services/demand.js';
import { closedPeriods } from '../src/services/public-figures/measured.js';
import { periodName } from '../src/views/figures.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { ask, diagnose, expertLinks, openLink, reply } from './help/steps.js';

describe('demand', () => {
  let office: TestApp;
  let steering: Browser;
  let institution: { id: string; name: string };
  before(async () => {
    office = await startApp();
    const adviser = await office.signedIn('adviser');
    await diagnose(adviser);
    await diagnose(adviser, {}, { name: 'Grande entreprise', headcount_band: '32' });
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    await reply(expert, address, { to: 'done' });
    const [row] = await office.database.query<{ id: string; name: string }>(`select institution as id, institution_name as name from referrals where state = 'done'`);
    assert.ok(row);
    institution = row;
    steering = await office.signedIn('steering');
  });

  test('what was asked, sent, answered and helped, and what stopped the rest, as the library counts', async () => {
    const page = await steering.get(`/pilotage/sollicitations?institution=${institution.id}`);
    const report = await demandOf(office.services, office.database, { institution: institution.id, by: 'institution', from: '2026-08-25', until: '2026-11-23' });
    const [row] = report.rows;
    assert.equal(report.needs, 2);
    assert.ok(row && row.asked > 0 && row.referrals?.helped === 1);
    assert.ok(page.html.includes(`<strong>${row.asked}</strong><span>besoins sur ses sujets, dans son territoire`));
    assert.ok(page.html.includes(`<strong>${row.referrals?.helped}</strong><span>ont eu son aide</span><small>sur ${row.referrals?.sent}`));
    assert.equal(row.matched + row.stopped.reduce((sum, one) => sum + one.needs, 0), row.asked);
  });

  test('changes come greatest first, and what they promise holds', async () => {
    // An institution that gets none of these needs.
    const { library } = office.services.directory;
    const reports = await Promise.all(
      library.directory.institutions.map((one) => demandOf(office.services, office.database, { institution: one.id, by: 'institution', from: '2026-08-25', until: '2026-11-23' })),
    );
    const row = reports.flatMap((report) => report.rows).find((one) => one.changes.length > 1);
    assert.ok(row, 'some institution could have more');
    const counts = row.changes.map((change) => change.needs);
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    const { html } = await steering.get(`/pilotage/sollicitations?institution=${row.id}`);
    assert.match(html, /Ce qu’un seul changement ajouterait/);
    const csv = (await steering.get(`/pilotage/sollicitations.csv?institution=${row.id}`)).html;
    assert.match(csv, /^\uFEFFIdentifiant;Nom;Besoins sur ses sujets/);
    assert.equal(csv.trimEnd().split('\r\n').length, 1 + row.changes.length);
  });

  test('antennes have rows of their own, the period counts, and what is not known is not asked', async () => {
    const antennes = (await steering.get(`/pilotage/sollicitations.csv?institution=${institution.id}&antenne=*`)).html;
    assert.ok(antennes.trimEnd().split('\r\n').length > 1);
    const [antenne] = office.services.directory.library.directory.antennes.filter((one) => one.institution === institution.id);
    const { html } = await steering.get(`/pilotage/sollicitations?institution=${institution.id}&antenne=${antenne?.id}`);
    assert.equal(html.match(/<section>/g)?.length, 1);
    assert.match((await steering.get(`/pilotage/sollicitations?institution=${institution.id}&du=2020-01-01&au=2020-02-01`)).html, /0 besoin en tout/);
    for (const query of ['institution=personne', 'institution=%3Cscript%3E', `institution=${institution.id}&du=2026-02-31&au=x&antenne=y`, '']) {
      assert.equal((await steering.get(`/pilotage/sollicitations?${query}`)).status, 200, query);
      assert.equal((await steering.get(`/pilotage/sollicitations.csv?${query}`)).status, 200, query);
    }
  });

  test('nobody is named', async () => {
    const { html } = await steering.get(`/pilotage/sollicitations?institution=${institution.id}`);
    assert.doesNotMatch(html, /Grande entreprise|Menuiserie de test|Contact de test/);
  });
});

describe('public figures', () => {
  test('are nowhere unless they are set', async () => {
    const office = await startApp();
    assert.equal((await office.visitor().get('/chiffres')).status, 404);
    assert.equal((await office.visitor().get('/chiffres.csv')).status, 404);
    assert.doesNotMatch((await office.visitor().get('/')).html, /chiffres/);
  });

  test('say nothing of few', async () => {
    const office = await startApp({ env: { PUBLIC_FIGURES: '1' }, now: '2026-10-12T09:00:00Z' });
    await ask(office.visitor());
    office.later(30);
    const page = await office.visitor().get('/chiffres');
    assert.match(page.html, /rien n’est publié en dessous de 10/);
    assert.doesNotMatch(page.html, /<table/);
    assert.equal((await office.visitor().get('/chiffres.csv')).status, 404);
  });

  test('are of months that are over, as they stood then, with small groups together', async () => {
    const office = await startApp({ env: { PUBLIC_FIGURES: '1' }, now: '2026-10-12T09:00:00Z' });
    const adviser = await office.signedIn('adviser');
    for (let number = 0; number < 12; number += 1) await diagnose(adviser, {}, { name: `Entreprise secrète ${number}` });
    await diagnose(adviser, { subjects: ['vendre-sur-internet'] }, { name: 'Entreprise rare' });
    office.later(45);
    // What happens after the period is not in it.
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    await reply(expert, address, { to: 'done' });

    assert.match((await office.visitor().get('/')).html, /href="\/chiffres"/);
    const { html } = await office.visitor().get('/chiffres');
    assert.match(html, /1 octobre 2026 au 31 octobre 2026/);
    assert.match(html, /0 sur 13 besoins transmis/);
    assert.match(html, /<strong>0<\/strong><span>entreprises aidées<\/span><small>sur 13 entreprises/);
    const counts = [...html.matchAll(/<th scope="row">[^]*?<td class="number">(\d+)<\/td>/g)].map(([, count]) => Number(count));
    assert.deepEqual([counts.length > 2, counts.filter((count) => count < 10)], [true, []]);
    assert.doesNotMatch(html, /Entreprise (?:secrète|rare)|commune:|80021/);
    const csv = (await office.visitor().get('/chiffres.csv')).html;
    assert.match(csv, /Ensemble;Ensemble;13;13;0;0;0;0/);
    for (const line of csv.trimEnd().split('\r\n').slice(1)) assert.ok(Number(line.split(';')[2]) >= 10, line);

    // The same for the rest of the month, though there are more needs by then.
    await diagnose(await office.signedIn('adviser'));
    assert.equal((await office.visitor().get('/chiffres.csv')).html, csv);
  });

  test('a month with few companies waits for those after it, and periods stay as they are', () => {
    const month = (name: string, companies: number) =>
      Array.from({ length: companies }, (_one, at) => ({ depositedOn: `${name}-15`, company: `${name} ${at}` }));
    const needs = [...month('2025-11', 3), ...month('2026-01', 8), ...month('2026-02', 10), ...month('2026-03', 9), ...month('2026-04', 1), ...month('2026-05', 4)];
    const periods = [
      { from: '2025-11-01', until: '2026-01-31' },
      { from: '2026-02-01', until: '2026-02-28' },
      { from: '2026-03-01', until: '2026-04-30' },
    ];
    assert.deepEqual(closedPeriods(needs, '2026-06-30'), periods, 'May has too few');
    assert.deepEqual(closedPeriods(needs, '2026-04-30'), periods.slice(0, 2), 'April is not over');
    assert.deepEqual(closedPeriods([...needs, ...month('2026-07', 40)], '2026-08-01'), [...periods, { from: '2026-05-01', until: '2026-07-31' }]);
    // Many needs of one company are one company.
    assert.deepEqual(closedPeriods(Array.from({ length: 30 }, () => ({ depositedOn: '2026-01-02', company: 'a' })), '2026-06-01'), []);
    assert.deepEqual(closedPeriods([], '2026-06-01'), []);
    assert.equal(periodName({ from: '2026-03-01', until: '2026-05-31' }), 'mars à mai 2026');
    assert.equal(periodName({ from: '2025-12-01', until: '2026-01-31' }), 'décembre 2025 à janvier 2026');
    assert.equal(periodName({ from: '2026-03-01', until: '2026-03-31' }), 'mars 2026');
  });

  test('the library looks at a day as it was', () => {
    // The measure stands on this: an event after the day is not there yet.
    const events = [
      { referral: 'r', seq: 0, need: 'n', on: '2026-10-01', kind: 'sent', to: 'waiting', expert: 'e', institution: 'i' },
      { referral: 'r', seq: 1, need: 'n', on: '2026-11-01', kind: 'moved', to: 'done', author: 'e' },
    ] as const;
    assert.equal(foldEvents(events as never, { on: '2026-10-31' }).referrals[0]?.state, 'waiting');
  });
});

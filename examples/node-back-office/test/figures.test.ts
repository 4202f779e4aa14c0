/** Figures: everything is counted, every percentage says what it is of, and files are what a French Excel reads. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { csvName, csvOf } from '../src/services/csv.js';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { ask, diagnose, draft, expertLinks, openLink, reply, send } from './help/steps.js';

/** A line of a chart: its label, and the number beside its bar. */
const barOf = (label: string, value: number): RegExp => new RegExp(`<th scope="row">${label}</th><td>(?:(?!</td>).)*<span>${value}</span>`);

const NNBSP = '[\\u00a0\\u202f ]';

/** The rows of a file, by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  assert.ok(csv.startsWith('\uFEFF'), 'marked as UTF-8');
  const [head = '', ...lines] = csv.slice(1).trimEnd().split('\r\n');
  const names = head.split(';');
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, at) => [names[at] ?? '', cell])));
}

describe('impact', () => {
  let office: TestApp;
  let steering: Browser;
  before(async () => {
    office = await startApp();
    const marie = await office.signedIn('adviser');
    // One that is helped, one that waits, one that goes to nobody though there are experts.
    await diagnose(marie);
    const [link] = await expertLinks(office);
    const { expert, address } = await openLink(office, link?.link ?? '');
    await reply(expert, address, { to: 'done' });
    await diagnose(marie);
    const unsent = await draft(marie, { 'experts:recruter': '', 'shown:recruter': 'oui' });
    await office.database.query(`update needs set chosen = '{}' where sent_at is null`);
    assert.equal((await send(marie, unsent)).status, 303);
    // Requests: one transmitted, one held, one closed.
    await ask(office.visitor());
    await ask(office.visitor(), { story: 'Je suis salarié et je cherche un emploi, je veux des indemnités de chômage.', company: 'Retenue' });
    await ask(office.visitor(), { story: 'Je suis salarié et je cherche un emploi, je veux des indemnités de chômage.', company: 'Classée' });
    const [closed] = await office.database.query<{ id: string }>(`select id from diagnoses where company_name = 'Classée'`);
    await marie.get(`/conseiller/portail/${closed?.id}`);
    await marie.post(`/conseiller/portail/${closed?.id}`, { suite: 'repondre', reason: 'employee', message: 'Adressez-vous à France Travail.' });
    steering = await office.signedIn('steering');
  });

  test('requests that are held or closed are counted apart', async () => {
    const { html } = await steering.get('/pilotage/impact');
    assert.match(html, /<strong>3<\/strong><span>demandes déposées sur le portail/);
    assert.match(html, barOf('Retenues, à confirmer ou à lire', 1));
    assert.match(html, barOf('Salarié ou demandeur d’emploi', 1));
    assert.match(html, new RegExp('transmises</span><small>1 sur 3 demandes déposées'));
    assert.match(html, /classées sans suite<\/span><small>sur 3 demandes déposées/);
  });

  test('every percentage says in words what it is of', async () => {
    const { html } = await steering.get('/pilotage/impact');
    for (const words of [
      'ont reçu une aide</span><small>1 sur 3 besoins transmis',
      'ont donné lieu à un échange</span><small>1 sur 3 besoins transmis',
      'pris en charge en moins de 5 jours</span><small>1 sur 1 besoin pris en charge',
      'abandonnés, sans réponse de personne</span><small>0 sur 3 besoins transmis',
      'sans expert dans l’annuaire</span><small>0 sur 4 besoins déposés',
    ]) {
      assert.ok(html.includes(words), words);
    }
    // In the table, beside each one.
    assert.match(html, new RegExp(`33${NNBSP}%\\*<br/><small>1 sur 3</small>`));
    for (const [, cell = ''] of html.slice(html.indexOf('<tbody>')).matchAll(/<td class="number">([^]*?)<\/td>/g)) {
      if (cell.includes('%')) assert.match(cell, /\d sur \d/);
    }
  });

  test('what was sent to nobody is apart', async () => {
    const { html } = await steering.get('/pilotage/impact');
    assert.match(html, /<strong>1<\/strong><span>avec des experts possibles, envoyés à personne<\/span><small>sur 4 besoins déposés/);
    assert.match(html, barOf('Sans expert trouvé', 0));
    assert.match(html, barOf('Envoyés à personne', 1));
    const overview = (await steering.get('/pilotage')).html;
    assert.match(overview, /<strong>3<\/strong><span>besoins transmis/);
    assert.match(overview, /<strong>1<\/strong><span>enregistrés et envoyés à personne/);
  });

  test('the file is what a French Excel reads', async () => {
    const file = await steering.get('/pilotage/impact.csv');
    const [row] = rowsOf(file.html);
    assert.equal(row?.['Besoins déposés'], '4');
    assert.equal(row?.['Taux d’aide'], '0,3333');
    assert.equal(row?.['Taux d’aide : effectif'], '3');
    assert.match(row?.['Petits effectifs'] ?? '', /^"?Taux de transmission/);
    assert.doesNotMatch(file.html.split('\r\n')[0] ?? '', /_rate|deposited/);
    const requests = rowsOf((await steering.get('/pilotage/impact.csv?par=origin')).html);
    const sum = (name: string): number => requests.reduce((all, one) => all + Number(one[name]), 0);
    assert.equal(sum('Demandes déposées'), 3);
    assert.equal(sum('dont en attente d’un conseiller'), 1);
    assert.equal(sum('Demandes classées : Salarié ou demandeur d’emploi'), 1);
    assert.equal(sum('Demandes classées : Doublon'), 0);
  });

  test('the file has the filter of the page, and says so in its name', async () => {
    const named = async (query: string): Promise<string> => String((await steering.get(`/pilotage/impact.csv${query}`)).headers['content-disposition']);
    assert.equal(await named(''), 'attachment; filename="impact-par-theme.csv"');
    const [theme] = office.services.directory.library.directory.themes;
    const query = `?du=2026-01-01&au=2026-06-30&par=departement&theme=${theme?.id}`;
    assert.equal(await named(query), `attachment; filename="impact-par-departement-du-2026-01-01-au-2026-06-30-theme-${theme?.id}.csv"`);
    assert.equal(rowsOf((await steering.get(`/pilotage/impact.csv${query}`)).html).length, 0, 'nothing is of that time');
    const { html } = await steering.get(`/pilotage/impact${query}`);
    assert.ok(html.includes(`/pilotage/impact.csv${query}`.replaceAll('&', '&amp;')));
  });
});

test('the file of coverage shows what its page shows', async () => {
  const steering = await (await startApp()).signedIn('steering');
  const query = '?sujet=handicap-entreprise&institution=cap-emploi';
  const page = await steering.get(`/pilotage/couverture${query}`);
  assert.ok(page.html.includes(`/pilotage/couverture.csv${query}`.replaceAll('&', '&amp;')));
  const file = await steering.get(`/pilotage/couverture.csv${query}`);
  assert.equal(file.headers['content-disposition'], 'attachment; filename="couverture-sujet-handicap-entreprise-institution-cap-emploi.csv"');
  const rows = rowsOf(file.html);
  assert.ok(rows.length > 0);
  for (const row of rows) assert.equal(row['Sujet'], 'handicap-entreprise');
  assert.equal(rows.reduce((sum, row) => sum + Number(row['Communes sans expert']), 0), 41);
  // Through one institution, subjects that it does not handle are not its gaps: neither on the page nor in the file.
  const all = rowsOf((await steering.get('/pilotage/couverture.csv?institution=cap-emploi')).html);
  assert.ok(all.length > 0 && all.every((row) => row['Sujet'] !== 'tresorerie'));
});

test('no cell is run by a spreadsheet, however it begins', () => {
  const wrote = (cell: string | number): string => csvOf([[cell]]).slice(1, -2);
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\u00a0=1+1', '＝1+1', '|calc', '\n=1+1', '\t=1+1', '\u0001=1+1']) {
    assert.match(wrote(formula), /^"?'/, JSON.stringify(formula));
  }
  // Another separator than ours makes no second cell.
  assert.equal(wrote('a,=1+1'), '"a,=1+1"');
  for (const text of ['Besoins', 'Moins de 10 – attention', 'l’an 1+1']) assert.equal(wrote(text), text);
  assert.deepEqual([wrote(-1.5), wrote(Number.NaN), wrote(0.25)], ['-1,5', '', '0,25']);
});

test('a file name is made of plain letters', () => {
  assert.equal(csvName('couverture', [['sujet', 'Écologie "x"\r\n;/..'], ['nature', '']]), 'couverture-sujet-ecologie-x.csv');
});

/** Who is told of a need: teams, experts without an address, messages that no mailbox takes. */

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { startApp, type Browser, type TestApp } from './help/app.js';
import { changedDirectory } from './help/directories.js';
import { startSmtp } from './help/smtp.js';
import { ask, CONTACT, diagnose, draft, expertLinks, openLink, reply, send } from './help/steps.js';

/** Found for `recruter` in Amiens: a team, and two experts without an address, of whom one has a colleague. */
const TEAM = 'cap-emploi-somme-recrutement-et-formation';
const ALONE = 'cma-somme-entreprises';
const WITH_COLLEAGUE = 'mef-grand-amienois-grand-amienois-recrutement-et-formation-3';

let path: string;
let office: TestApp;
let adviser: Browser;
before(async () => {
  ({ path } = await changedDirectory(({ experts }) => {
    for (const expert of experts) {
      if (expert.id === TEAM) {
        expert.email = 'equipe@cap-emploi.example';
        expert.members = [
          { name: 'Membre une', email: 'une@cap-emploi.example' },
          { name: 'Membre deux', email: 'EQUIPE@cap-emploi.example' },
          { name: 'Membre trois' },
        ];
      }
      if ([ALONE, WITH_COLLEAGUE].includes(expert.id)) delete expert.email;
      // Nobody who helps with disability can be written to.
      if (expert.id.startsWith('agefiph')) delete expert.email;
    }
  }));
  office = await startApp({ env: { DIRECTORY: path } });
  adviser = await office.signedIn('adviser');
});

const nameOf = (id: string): string => office.services.directory.library.expert(id)?.name ?? '';
const idOf = (address: string): string => address.split('/').at(-1) ?? '';
const recipientsOf = async (address: string): Promise<string[]> => {
  const rows = await office.database.query<{ recipient: string }>(
    `select recipient from outbox
      where diagnosis_id = $1 and key like 'expert_new_need:%' order by outbox.id`,
    [idOf(address)],
  );
  return rows.map((row) => row.recipient);
};
const only = (expert: string | string[]) => ({ 'shown:recruter': '1', 'experts:recruter': expert });

describe('a team', () => {
  test('each address of it is written to once, and opens the same need', async () => {
    const address = await diagnose(adviser, only(TEAM));
    assert.deepEqual(await recipientsOf(address), ['equipe@cap-emploi.example', 'une@cap-emploi.example']);
    const links = (await expertLinks(office)).slice(0, 2);
    const [one, two] = await Promise.all(links.map((link) => openLink(office, link.link)));
    assert.equal(one?.address, two?.address);
  });

  test('the notice counts experts and addresses', async () => {
    const address = await draft(adviser, only(TEAM));
    const contact = await adviser.get(`${address}/contact`);
    assert.match(contact.html, /Notifier 1 expert</);
    assert.match(contact.html, /2 adresses/);
    const sent = await adviser.follow(await send(adviser, address));
    assert.match(sent.html, /Un message part à 1 expert \(2 adresses\), et un à l’entreprise\./);
    assert.doesNotMatch((await adviser.get(address)).html, /Un message part/, 'said once');
  });

  test('reminders go to the whole team, and are counted', async () => {
    await diagnose(adviser, only(TEAM));
    office.later(9);
    const steering = await office.signedIn('steering');
    await steering.get('/pilotage/relances');
    const page = await steering.follow(await steering.post('/pilotage/relances', {}));
    assert.match(page.html, /besoins? relancés? : \d+ messages partent/);
    const rows = await office.database.query<{ recipient: string }>(`select distinct recipient from outbox where key like 'expert_reminder:%'`);
    assert.ok(rows.some((row) => row.recipient === 'une@cap-emploi.example'));
    adviser = await office.signedIn('adviser');
  });
});

describe('an expert without an address', () => {
  test('is seen before sending, is not ticked, and leaves the place to a colleague', async () => {
    const address = await draft(adviser);
    const { html } = await adviser.post(`${address}/apercu`, { preview: 'recruter' });
    for (const id of [ALONE, WITH_COLLEAGUE]) assert.match(html, new RegExp(`value="${id}"/?>`), 'not ticked');
    assert.match(html, /sans adresse/);
    assert.match(html, /value="mef-grand-amienois-grand-amienois-recrutement-et-formation" checked/);
  });

  test('who is chosen all the same is said to be reached otherwise, before and after', async () => {
    const address = await draft(adviser, only([ALONE, TEAM]));
    const contact = await adviser.get(`${address}/contact`);
    assert.match(contact.html, /1 expert choisi n’a pas d’adresse/);
    assert.match(contact.html, /Notifier 1 expert</);
    const sent = await adviser.follow(await send(adviser, address));
    assert.match(sent.html, /Un message part à 1 expert .*Sans adresse dans l’annuaire, à joindre vous-même : /);
    assert.match(sent.html, /sans adresse : à joindre vous-même/);
    const [company] = await office.database.query<{ body_text: string }>(
      `select body_text from outbox where key like 'company_sent:%' order by id desc limit 1`,
    );
    assert.ok(company?.body_text.includes(nameOf(TEAM)));
    assert.ok(!company?.body_text.includes(nameOf(ALONE)), 'the company is promised nobody who was not told');
  });

  test('where nobody is told, nobody is said to be', async () => {
    const address = await draft(adviser, only(ALONE));
    assert.match((await adviser.get(`${address}/contact`)).html, /Enregistrer sans alerter personne/);
    const sent = await adviser.follow(await send(adviser, address));
    assert.match(sent.html, /Personne n’est prévenu\./);
    assert.deepEqual(await recipientsOf(address), []);
  });

  test('a company without an address is said not to be informed', async () => {
    const address = await draft(adviser, only(TEAM));
    const sent = await adviser.follow(await send(adviser, address, { email: '' }));
    assert.match(sent.html, /L’entreprise n’a pas d’adresse électronique/);
    const [link] = await expertLinks(office);
    const { expert, address: need } = await openLink(office, link?.link ?? '');
    assert.match(await reply(expert, need, { to: 'taken_in_charge' }), /Un message en informe le conseiller\./);
  });

  test('a second click says that nothing left again', async () => {
    const address = await diagnose(adviser, only(TEAM));
    await adviser.get(address);
    const again = await adviser.follow(await adviser.post(`${address}/envoi`, CONTACT));
    assert.match(again.html, /déjà envoyé/);
  });

  test('a request of the portal that reaches nobody goes to an adviser', async () => {
    const company = office.visitor();
    const matched = office.services.directory.library.matchReachable({ subject: 'handicap-entreprise', commune: '80021', on: '2026-11-23', origin: 'portal' });
    assert.ok(matched.every((match) => !match.expert.id.startsWith('agefiph')));
    const everybody = await changedDirectory(({ experts }) => experts.forEach((expert) => delete expert.email));
    const silent = await startApp({ env: { DIRECTORY: everybody.path } });
    const page = await company.get('/');
    assert.equal(page.status, 200);
    const visitor = silent.visitor();
    assert.match((await visitor.get(await ask(visitor))).html, /Un conseiller lit votre demande/);
    const queue = await (await silent.signedIn('adviser')).get('/conseiller/portail');
    assert.match(queue.html, /Ceux qui répondent à .* n’ont pas d’adresse/);
    const steering = await silent.signedIn('steering');
    const csv = (await steering.get('/pilotage/couverture.csv')).html.trim().split('\r\n').slice(1);
    for (const line of csv) assert.equal(line.split(';')[8], '0', 'a gap everywhere');
  });

  test('steering sees a finding, and a gap of coverage', async () => {
    const steering = await office.signedIn('steering');
    const findings = await steering.get('/pilotage/annuaire');
    assert.equal(findings.html.match(new RegExp(`personne ne peut prévenir l’expert « ${ALONE} »`, 'g'))?.length, 1);
    const gaps = async (app: TestApp): Promise<number> => {
      const csv = (await (await app.signedIn('steering')).get('/pilotage/couverture.csv?institution=agefiph')).html;
      const lines = csv.trim().split('\r\n').slice(1).map((line) => line.split(';'));
      return lines.filter(([subject]) => subject === 'handicap-entreprise').reduce((sum, line) => sum + Number(line[5]), 0);
    };
    const whole = await startApp();
    assert.ok((await gaps(office)) > (await gaps(whole)));
    assert.match((await steering.get('/pilotage/couverture')).html, /experts n’ont pas d’adresse : ils ne comptent/);
  });
});

test('a message that no mailbox took is seen by the adviser, and brings a request of the portal to the queue', async () => {
  const mailbox = await startSmtp();
  const real = await startApp({ env: { SMTP_URL: mailbox.url, CONFIRM_ADDRESS: '0' } });
  const marie = await real.signedIn('adviser');
  const address = await diagnose(marie);
  assert.match((await marie.get(address)).html, /message en route/);
  await ask(real.visitor(), { company: 'Sans réponse de la boîte' });
  assert.doesNotMatch((await marie.get('/conseiller/portail')).html, /Sans réponse de la boîte/);
  mailbox.refuseWith(550);
  await real.services.worker.drain();
  assert.match((await marie.get(address)).html, /message refusé : à joindre vous-même/);
  const queue = await marie.get('/conseiller/portail');
  assert.match(queue.html, /Sans réponse de la boîte/);
  assert.match(queue.html, /Le message à \S+ a été refusé/);
});

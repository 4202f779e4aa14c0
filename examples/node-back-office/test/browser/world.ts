/** Services with something to look at on every page, for browsers: one that is busy, one that is empty, one in trouble. */

import assert from 'node:assert/strict';
import type { Browser as Chromium, BrowserContext } from 'playwright-core';
import { eraseDue } from '../../src/services/retention.js';
import { signedLinks } from '../../src/security/links.js';
import type { Role } from '../../src/security/sessions.js';
import { sendPasswordLink } from '../../src/services/accounts.js';
import { SECRET, startApp, type Browser, type Settings, type TestApp } from '../help/app.js';
import { added, bring, knock } from '../help/device.js';
import { changedDirectory } from '../help/directories.js';
import { mails, pathIn, run, turnOn } from '../help/loop.js';
import { manager } from '../help/managers.js';
import { deposit, newPartner } from '../help/partners.js';
import { csvText, expertsSheet } from '../help/sheets.js';
import { ask, diagnose, draft, expertLinks, openLink, reply, send } from '../help/steps.js';

/** Whoever sits there; `between` has given a password, and no code yet; `bringing` has no second factor yet; `second`
 * approves what steering proposes. */
export type Visitor = 'nobody' | 'expert' | 'between' | 'bringing' | 'second' | Role;

export interface World {
  office: TestApp;
  base: string;
  /** Browsers that signed in, whose cookies Chromium borrows. */
  visitors: Partial<Record<Visitor, Browser>>;
  /** Addresses of what there is. */
  at: Readonly<Record<string, string>>;
}

/** Names and words as long as forms take them, some without a space. */
export const LONG = {
  name: `Société ${'coopérative'.repeat(6)} des artisans et commerçants réunis du Vimeu et de la Picardie`.slice(0, 120),
  story: `Nous cherchons à recruter un apprenti. ${'Anticonstitutionnellement'.repeat(8)} ${'Notre situation demande du temps à expliquer. '.repeat(20)}`,
};

async function listening(settings: Settings): Promise<{ office: TestApp; base: string }> {
  const office = await startApp(settings);
  const base = await office.app.listen({ host: '127.0.0.1', port: 0 });
  office.services.config.baseUrl = base;
  return { office, base };
}

/** Nothing was asked, nothing was sent. */
export async function emptyWorld(): Promise<World> {
  const { office, base } = await listening({});
  const [one, two] = [await office.signedIn('adviser'), await office.signedIn('steering')];
  return { office, base, visitors: { nobody: office.visitor(), adviser: one, steering: two }, at: {} };
}

/** The mail server refuses, the directory is refused, production lacks settings. */
export async function troubledWorld(): Promise<World> {
  const { path, again } = await changedDirectory(({ experts }) => {
    for (const expert of experts.slice(0, 30)) delete expert.email;
  });
  const { office, base } = await listening({ env: { NODE_ENV: 'production', DIRECTORY: path, SMTP_URL: 'smtp://127.0.0.1:9', BASE_URL: 'http://orientation.example' } });
  const [adviser, steering] = [await office.signedIn('adviser'), await office.signedIn('steering')];
  await diagnose(adviser);
  await office.services.worker.drain();
  again((document) => {
    document.experts[0] = { ...document.experts[0], id: 'with blanks in it', name: 'X' } as never;
  });
  await office.services.directory.reload();
  return { office, base, visitors: { nobody: office.visitor(), adviser, steering }, at: {} };
}

/** Something in every list and in every state. */
export async function busyWorld(settings: Settings = {}): Promise<World> {
  const { office, base } = await listening(settings);
  const at: Record<string, string> = {};
  const early = await office.signedIn('adviser', 'Conseil des débuts');
  const shown = await diagnose(early);
  at['erased'] = shown;
  office.later(1 / 200);
  await ask(office.visitor(), { company: 'Menuiserie qui attend' });
  // Days go by: reminders are due, and a request is done with.
  office.later(31 * 36);
  await eraseDue(office.services);
  const late = await office.signedIn('adviser', 'Conseil de l’an passé');
  await diagnose(late, {}, { name: 'Garage sans réponse' });
  office.later(1 / 200);
  await diagnose(late, {}, { name: 'Fleuriste sans réponse' });
  await asksForAnOpinion(office, at);

  const adviser = await office.signedIn('adviser', 'Conseillère recrutement, CCI Amiens-Picardie');
  const steering = await office.signedIn('steering', 'Pilotage du service');
  const second = await office.signedIn('steering', 'Pilotage second');
  at['draft'] = await draft(adviser, { 'comment:recruter': LONG.story.slice(0, 1900) });
  at['long'] = await draft(adviser, { 'comment:recruter': LONG.story.slice(0, 1900) }, { name: LONG.name });
  await send(adviser, at['long'], { name: LONG.name.slice(0, 119), job: LONG.name.slice(0, 79) });
  office.later(1 / 200);
  at['nobody'] = await draft(adviser, { subjects: ['recruter'], 'shown:recruter': '1' });
  await send(adviser, at['nobody']);
  for (let time = 0; time < 3; time += 1) {
    office.later(1 / 200);
    await diagnose(adviser, {}, { name: 'Boulangerie aux trois besoins' });
  }
  office.later(1 / 200);
  at['sent'] = await diagnose(adviser, { subjects: ['recruter', 'tresorerie', 'handicap-entreprise'] });

  office.later(1 / 200);
  at['follow'] = await ask(office.visitor(), { story: LONG.story, company: LONG.name });
  // The expert with the most to answer, in each state of an answer.
  const [most] = await office.database.query<{ expert: string; ids: string[] }>(
    `select expert, array_agg(id::text order by sent_at desc) as ids from referrals where state = 'waiting' group by expert order by count(*) desc, expert`,
  );
  const [waiting = '', taken = '', done = '', refused = ''] = most?.ids ?? [];
  const token = signedLinks(SECRET).sign('expert', `${most?.expert} ${waiting}`, new Date('2040-01-01'));
  const { expert, address } = await openLink(office, `/e/${token}`);
  at['waiting'] = address;
  for (const [name, id, fields] of [
    ['taken', taken, { to: 'taken_in_charge' }],
    ['done', done, { to: 'done', remark: LONG.story.slice(0, 1900) }],
    ['refused', refused, { to: 'not_for_me', reason: 'other', remark: 'Ce n’est pas mon territoire.' }],
  ] as const) {
    at[name] = `/expert/demandes/${id}`;
    await reply(expert, at[name], fields);
  }

  // Requests in each of their states.
  const unconfirmed = office.visitor();
  await unconfirmed.get('/');
  const held = { story: 'Nous cherchons à embaucher un apprenti, vous êtes des incapables et des voleurs.', company: 'Entreprise en colère' };
  at['held'] = await ask(office.visitor(), held);
  await ask(office.visitor(), { ...held, company: 'Autre entreprise en colère' });
  at['closed'] = await ask(office.visitor(), { ...held, company: 'Entreprise à classer' });
  const queue = (await adviser.get('/conseiller/portail')).html.match(/\/conseiller\/portail\/[0-9a-f-]{36}/g) ?? [];
  const [read = '', other = '', close = ''] = [...new Set(queue)].slice(-3);
  at['read'] = read;
  await adviser.post(other, { suite: 'prendre' });
  at['own'] = other;
  await adviser.get(close);
  await adviser.post(close, { suite: 'repondre', reason: 'out_of_scope', message: 'Bonjour, ce n’est pas de notre ressort.' });
  at['unconfirmed'] = await askOnly(office);
  at['confirm'] = (await office.visitor().linkToConfirm()) ?? '';
  at['expired'] = `/suivi/${signedLinks(SECRET).sign('company', '00000000-0000-0000-0000-000000000000', new Date('2020-01-01'))}`;

  // Accounts in each of theirs.
  await office.signedIn('adviser', 'Compte désactivé');
  const [disabled] = await office.database.query<{ id: string }>(`select id from accounts where name = 'Compte désactivé'`);
  await steering.get('/pilotage/comptes');
  await steering.post(`/pilotage/comptes/${disabled?.id}`, { suite: 'desactiver' });
  await steering.post('/pilotage/comptes', { name: LONG.name, email: `${'x'.repeat(60)}@example.org`, role: 'adviser' });
  const [invited] = await office.database.query<{ id: string }>(`select id from accounts where name = $1`, [LONG.name]);
  await office.database.transaction((tx) => sendPasswordLink(office.services, tx, invited?.id ?? ''));
  await office.services.worker.drain();
  const [letter] = await office.database.query<{ id: number; body_text: string }>(
    `select id, body_text from outbox where key like 'account_password:%' order by id desc limit 1`,
  );
  at['message'] = `/pilotage/envois/${letter?.id}`;
  at['password'] = /(\/mot-de-passe\/[\w.-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';

  await proposesSheets(office, steering, second, at);
  await expert.get('/expert/absences');
  const day = office.services.clock().toISOString().slice(0, 10);
  assert.equal((await expert.post('/expert/absences', { from: day, until: day, substitute: '' })).status, 303);
  await expert.get(at['waiting'] ?? '');
  assert.equal((await expert.post(`${at['waiting']}/messages`, { comment: LONG.story.slice(0, 900) })).status, 303);

  // A partner with a page, a key and a deposit; managers; people on their way in.
  const partner = await newPartner(office);
  office.later(1 / 200);
  assert.equal((await deposit(office, partner.token)).status, 201);
  at['partner'] = `/pilotage/partenaires/${partner.id}`;
  at['landing'] = `/partenaires/${partner.slug}?sujet=recruter&code_postal=80000&commune=Amiens`;
  at['account'] = `/pilotage/comptes/${invited?.id}`;
  const [managed] = await office.database.query<{ id: string; need_id: string; antenne: string }>(
    `select id, need_id, antenne from referrals where state = 'waiting' order by sent_at desc limit 1`,
  );
  const manages = await manager({ office, steering }, 'responsable', ['antenne_manager', managed?.antenne ?? ''], ['cooperation_manager', 'adviser']);
  at['managed'] = `/antenne/demandes/${managed?.id}`;
  at['cooperation'] = `/cooperation/besoins/${managed?.need_id}`;
  const careful = await added(office, 'prudente');
  await bring(office, (await knock(office, careful.email)).browser);
  const between = (await knock(office, careful.email)).browser;
  return { office, base, visitors: { nobody: office.visitor(), expert, adviser, steering, second, manager: manages, between }, at };
}

/** A service where nobody gets in by a password alone. */
export async function strictWorld(): Promise<World> {
  const { office, base } = await listening({ env: { REQUIRE_SECOND_FACTOR: 'adviser' } });
  const { email } = await added(office, 'sans-appareil');
  return { office, base, visitors: { bringing: (await knock(office, email)).browser }, at: {} };
}

/** A company was helped, days go by, and it is asked what that was worth. */
async function asksForAnOpinion(office: TestApp, at: Record<string, string>): Promise<void> {
  office.later(1 / 200);
  await turnOn(office, 'surveys');
  office.later(1 / 200);
  await ask(office.visitor(), { company: 'Entreprise aidée' });
  const [first] = await expertLinks(office);
  const { expert, address } = await openLink(office, first?.link ?? '');
  await reply(expert, address, { to: 'done' });
  office.later(25);
  await run(office);
  const [mail] = await mails(office, 'company_survey');
  at['survey'] = pathIn(mail?.body_text ?? '', 'avis');
}

/** Sheets of a partner: one in service, one that waits for a second person. */
async function proposesSheets(office: TestApp, steering: Browser, second: Browser, at: Record<string, string>): Promise<void> {
  const propose = async (email: string): Promise<string> => {
    const rows = expertsSheet(office.services.directory.library, 'CMA Hauts-de-France', (own) => own.map((cells, row) => cells.map((cell, column) => (row === 0 && column === 3 ? email : cell))));
    await steering.get('/pilotage/annuaire/feuille');
    const page = await steering.upload('/pilotage/annuaire/feuille', { institution: 'cma' }, { experts: { name: 'experts.csv', bytes: csvText(rows) } });
    assert.equal(page.status, 303, page.html);
    return page.location.replace(/\?.*/, '');
  };
  const taken = await propose('premier@partenaire.example');
  const page = await second.get(taken);
  const shown = /name="shown" value="([0-9a-f]+)"/.exec(page.html)?.[1] ?? '';
  assert.equal((await second.post(taken, { suite: 'approuver', shown })).status, 303);
  at['approved'] = taken;
  at['proposal'] = await propose('second@partenaire.example');
}

/** A company that asks and does not confirm. */
async function askOnly(office: TestApp): Promise<string> {
  const visitor = office.visitor();
  await visitor.get('/');
  const fields = { story: 'Nous cherchons à embaucher un apprenti pour la rentrée.', commune: 'Amiens' };
  await visitor.post('/demande', fields);
  const sent = await visitor.post('/demande/envoi', {
    ...fields,
    subjects: ['recruter'],
    company: 'Entreprise qui ne confirme pas',
    name: 'Contact de test',
    phone: '03 53 01 00 00',
    email: 'autre@entreprise.example',
    consent: 'oui',
  });
  return sent.location;
}

/** A browser with the session of a visitor of the world. Nothing moves: colours that pass from one to another are neither. */
export async function contextOf(chromium: Chromium, world: World, visitor: Visitor, options: Parameters<Chromium['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await chromium.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const { cookies } = world.visitors[visitor] ?? world.office.visitor();
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: world.base })));
  return context;
}

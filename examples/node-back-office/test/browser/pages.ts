/** Every page of the service, in the states that it has. A route that is not here fails `pages.test.ts`. */

import type { Page } from 'playwright-core';
import { agree } from './steps.js';
import { LONG, type Visitor, type World } from './world.js';

export interface State {
  /** The route, as the application declares it. */
  route: string;
  /** What tells this state from the others of its route. */
  name: string;
  as: Visitor;
  /** Where it is met: a busy service, one where nothing happened, one in trouble. */
  where: 'busy' | 'empty' | 'troubled' | 'strict';
  address(at: World['at']): string | undefined;
  /** What is done there before it is looked at. */
  then?: (page: Page) => Promise<unknown>;
}

/** Routes that are no pages: what answers instead, and why nobody reads it. */
export const NO_PAGES: readonly RegExp[] = [
  /^\/(?:assets|theme)\//,
  // Files, and answers for programs.
  /\.csv$/,
  /^\/pilotage\/annuaire\/propositions\/:id\/feuilles\/:position$/,
  /^\/(?:sante|communes)$/,
  /^\/api\/v1\//,
  // Whatever else is asked for is a page that does not exist; an address that ends with a stroke is the same page.
  /^\/\*$/,
  /^\/partenaires\/:slug\/$/,
  // They lead on to the page of the need.
  /^\/e\/:token(?:\/:step)?$/,
];

const page = (as: Visitor, route: string, name = '', address: State['address'] = () => route, then?: State['then']): State => ({
  route,
  name,
  as,
  where: 'busy',
  address,
  ...(then && { then }),
});
const inTrouble = (state: State): State => ({ ...state, where: 'troubled', name: `${state.name} in trouble` });
const whenEmpty = (state: State): State => ({ ...state, where: 'empty', name: `${state.name} empty` });

/** Opens whatever is folded. */
const unfolded = (shown: Page): Promise<void> =>
  shown.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

async function asked(shown: Page, story: string): Promise<void> {
  await shown.getByLabel('De quoi avez-vous besoin').fill(story);
  await shown.getByLabel('Commune de l’établissement').fill('Amiens (80000)');
  await shown.keyboard.press('Tab');
  await shown.getByRole('button', { name: 'Continuer' }).click();
  await shown.getByRole('button', { name: 'Envoyer ma demande' }).waitFor();
  await unfolded(shown);
}

const EVERYBODY: State[] = [
  page('nobody', '/'),
  page('nobody', '/', 'two communes to choose from', () => '/', async (shown) => {
    await shown.getByLabel('De quoi avez-vous besoin').fill('Recruter un apprenti');
    await shown.getByLabel('Commune de l’établissement').fill('Saint-Quentin');
    await shown.keyboard.press('Tab');
    await shown.getByRole('button', { name: 'Continuer' }).click();
    await shown.locator('[data-errors]').waitFor();
  }),
  page('nobody', '/', 'communes offered', () => '/', async (shown) => {
    await shown.getByRole('combobox', { name: 'Commune' }).pressSequentially('amie');
    await shown.getByRole('option').first().waitFor();
  }),
  page('nobody', '/', 'subjects', () => '/', (shown) => asked(shown, 'Nous voulons embaucher un apprenti.')),
  page('nobody', '/', 'subjects of a long story', () => '/', (shown) => asked(shown, LONG.story)),
  page('nobody', '/', 'subjects, none understood', () => '/', (shown) => asked(shown, 'Bonjour.')),
  page('nobody', '/accessibilite'),
  page('nobody', '/donnees-personnelles'),
  page('nobody', '/mentions-legales'),
  page('nobody', '/affichage'),
  page('nobody', '/connexion'),
  page('nobody', '/mot-de-passe/:token', '', (at) => at['password']),
  page('nobody', '/confirmer/:token', '', (at) => at['confirm']),
  page('nobody', '/suivi/:token', 'sent, long', (at) => at['follow']),
  page('nobody', '/suivi/:token', 'to confirm', (at) => at['unconfirmed']),
  page('nobody', '/suivi/:token', 'held', (at) => at['held']),
  page('nobody', '/suivi/:token', 'closed', (at) => at['closed']),
  page('nobody', '/suivi/:token', 'expired', (at) => at['expired']),
  page('nobody', '/suivi/:token', 'no link', () => '/suivi/x.y'),
  page('nobody', '/expert', 'signed out', () => '/expert'),
];

const EXPERT: State[] = [
  page('expert', '/expert'),
  page('expert', '/expert/demandes/:id', 'waiting', (at) => at['waiting'], unfolded),
  page('expert', '/expert/demandes/:id', 'asked to take charge', (at) => `${at['waiting']}?reponse=prendre`, unfolded),
  page('expert', '/expert/demandes/:id', 'asked to refuse', (at) => `${at['waiting']}?reponse=refuser`, unfolded),
  page('expert', '/expert/demandes/:id', 'taken', (at) => at['taken'], unfolded),
  page('expert', '/expert/demandes/:id', 'asked what is past', (at) => at['taken'] && `${at['taken']}?reponse=prendre`),
  page('expert', '/expert/demandes/:id', 'done, with long words', (at) => at['done'], unfolded),
  page('expert', '/expert/demandes/:id', 'refused', (at) => at['refused'], unfolded),
];

const ADVISER: State[] = [
  page('adviser', '/conseiller'),
  whenEmpty(page('adviser', '/conseiller')),
  page('adviser', '/conseiller/nouveau'),
  page('adviser', '/conseiller/nouveau', 'found', () => '/conseiller/nouveau?nom=boulangerie'),
  page('adviser', '/conseiller/nouveau', 'not found', () => '/conseiller/nouveau?nom=personne'),
  page('adviser', '/conseiller/entreprise', 'by hand'),
  page('adviser', '/conseiller/entreprise', 'of the register', () => '/conseiller/entreprise?siret=00000002600013'),
  page('adviser', '/conseiller/entreprise', 'a SIRET that is none', () => '/conseiller/entreprise?siret=123'),
  page('adviser', '/conseiller/portail'),
  whenEmpty(page('adviser', '/conseiller/portail')),
  page('adviser', '/conseiller/portail/:id', 'to read', (at) => at['read'], unfolded),
  page('adviser', '/conseiller/portail/:id', 'one’s own', (at) => at['own'], unfolded),
  page('adviser', '/conseiller/diagnostics/:id', 'sent', (at) => at['sent'], unfolded),
  page('adviser', '/conseiller/diagnostics/:id', 'long', (at) => at['long'], unfolded),
  page('adviser', '/conseiller/diagnostics/:id', 'to nobody', (at) => at['nobody'], unfolded),
  page('adviser', '/conseiller/diagnostics/:id', 'after a notice', (at) => `${at['sent']}?fait=personne-coche`),
  page('adviser', '/conseiller/diagnostics/:id/entreprise', '', (at) => `${at['draft']}/entreprise`),
  page('adviser', '/conseiller/diagnostics/:id/besoins', 'with experts', (at) => `${at['draft']}/besoins`, async (shown) => {
    await unfolded(shown);
    await shown.locator('[data-need="tresorerie"] input').first().check();
    await shown.locator('[data-need="tresorerie"] [data-experts]').waitFor();
  }),
  page('adviser', '/conseiller/diagnostics/:id/contact', '', (at) => `${at['draft']}/contact`),
  page('adviser', '/compte'),
  page('adviser', '/conseiller', 'a page that does not exist', () => '/conseiller/introuvable'),
];

const STEERING: State[] = [
  ...['/pilotage', '/pilotage/annuaire', '/pilotage/couverture', '/pilotage/relances', '/pilotage/impact', '/pilotage/envois', '/pilotage/journal', '/pilotage/comptes'].flatMap(
    (route) => [page('steering', route), whenEmpty(page('steering', route)), inTrouble(page('steering', route))],
  ),
  page('steering', '/pilotage/couverture', 'of a subject', () => '/pilotage/couverture?sujet=handicap-entreprise&institution=cap-emploi'),
  page('steering', '/pilotage/couverture', 'for a company', () => '/pilotage/couverture?effectif=03&nature=ARTISANALE'),
  page('steering', '/pilotage/impact', 'by institution', () => '/pilotage/impact?par=institution'),
  page('steering', '/pilotage/impact', 'of no day', () => '/pilotage/impact?du=2020-01-01&au=2020-01-02'),
  page('steering', '/pilotage/envois/:id', '', (at) => at['message']),
  page('steering', '/pilotage/journal', 'of a need', () => '/pilotage/journal', (shown) => shown.locator('td a').first().click()),
];

const MANAGERS: State[] = [
  page('manager', '/antenne'),
  page('manager', '/antenne', 'nothing found', () => '/antenne?etat=done_no_help'),
  page('manager', '/antenne/demandes/:id', '', (at) => at['managed'], unfolded),
  page('manager', '/antenne/couverture'),
  page('manager', '/antenne/chiffres'),
  page('manager', '/cooperation'),
  page('manager', '/cooperation/besoins/:id', '', (at) => at['cooperation'], unfolded),
  page('manager', '/cooperation/chiffres'),
  page('manager', '/compte'),
];

const PARTNERS: State[] = [
  page('nobody', '/api/documentation', '', undefined, unfolded),
  page('nobody', '/partenaires/:slug', '', (at) => at['landing'], unfolded),
  page('nobody', '/partenaires/:slug', 'subjects', (at) => at['landing'], async (shown) => {
    await shown.getByLabel('De quoi avez-vous besoin').fill(LONG.story);
    await shown.getByRole('button', { name: 'Continuer' }).click();
    await shown.getByRole('button', { name: 'Envoyer ma demande' }).waitFor();
    await unfolded(shown);
  }),
  page('nobody', '/partenaires/:slug/merci/:token', '', (at) => at['landing'], async (shown) => {
    await shown.getByLabel('De quoi avez-vous besoin').fill('Nous voulons embaucher un apprenti.');
    await shown.getByRole('button', { name: 'Continuer' }).click();
    await agree(shown, 'Entreprise du partenaire');
  }),
  page('steering', '/pilotage/partenaires'),
  whenEmpty(page('steering', '/pilotage/partenaires')),
  page('steering', '/pilotage/partenaires/:id', '', (at) => at['partner'], unfolded),
];

const WAY_IN: State[] = [
  page('between', '/connexion/code'),
  { ...page('bringing', '/connexion/second-facteur'), where: 'strict' },
  page('adviser', '/compte/second-facteur'),
  page('adviser', '/compte/droits'),
  page('steering', '/pilotage/comptes/:id', '', (at) => at['account'], unfolded),
];

/** What the service does by itself, the directory's workshop, and what is told to everybody. */
const LATER: State[] = [
  page('nobody', '/chiffres'),
  whenEmpty(page('nobody', '/chiffres')),
  page('nobody', '/avis/:token', '', (at) => at['survey']),
  page('nobody', '/avis/:token', 'half answered', (at) => at['survey'], async (shown) => {
    await shown.getByRole('radiogroup', { name: 'Avez-vous été rappelé' }).getByLabel('Oui').check();
    await shown.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await shown.locator('[data-errors]').waitFor();
  }),
  page('expert', '/expert/absences'),
  page('steering', '/pilotage/automatismes'),
  whenEmpty(page('steering', '/pilotage/automatismes')),
  ...['reminders', 'surveys', 'waves', 'digest'].map((task) => page('steering', '/pilotage/automatismes/:task', task, () => `/pilotage/automatismes/${task}`, unfolded)),
  whenEmpty(page('steering', '/pilotage/automatismes/:task', '', () => '/pilotage/automatismes/waves')),
  page('steering', '/pilotage/sollicitations'),
  whenEmpty(page('steering', '/pilotage/sollicitations')),
  page('steering', '/pilotage/sollicitations', 'of an institution', () => '/pilotage/sollicitations?institution=cma', unfolded),
  page('steering', '/pilotage/departs'),
  whenEmpty(page('steering', '/pilotage/departs')),
  page('steering', '/pilotage/departs', 'of an expert', () => '/pilotage/departs', (shown) => shown.locator('td a').first().click()),
  page('steering', '/pilotage/annuaire/feuille'),
  page('steering', '/pilotage/annuaire/feuille', 'sent without a sheet', () => '/pilotage/annuaire/feuille', async (shown) => {
    await shown.getByRole('button', { name: 'Lire la feuille' }).click();
    await shown.locator('[data-errors]').waitFor();
  }),
  page('steering', '/pilotage/annuaire/versions'),
  whenEmpty(page('steering', '/pilotage/annuaire/versions')),
  page('steering', '/pilotage/annuaire/propositions/:id', 'one’s own', (at) => at['proposal'], unfolded),
  page('second', '/pilotage/annuaire/propositions/:id', 'to approve', (at) => at['proposal'], unfolded),
  page('steering', '/pilotage/annuaire/propositions/:id', 'in service', (at) => at['approved'], unfolded),
];

export const STATES: readonly State[] = [...LATER, ...EVERYBODY, ...EXPERT, ...ADVISER, ...STEERING, ...MANAGERS, ...PARTNERS, ...WAY_IN];

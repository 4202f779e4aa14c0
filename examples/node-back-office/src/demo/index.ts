/** A demonstration: accounts with known passwords, some months of made-up activity, and what these days left to do. */

import { addDays } from '../clock.js';
import { linkTo, type Services } from '../services/index.js';
import { saveAccount } from '../store/accounts.js';
import { diagnosisById } from '../store/diagnoses.js';
import { needsOf } from '../store/needs.js';
import { countQueue } from '../store/portal-queue.js';
import { referralsOf } from '../store/referrals.js';
import { DEMO_ACCOUNTS } from './accounts.js';
import { DEMO_PARTNER, manageSomething, welcomePartner } from './around.js';
import { makeActivity } from './activity.js';
import { SEEDS } from './scenes.js';
import { playToday } from './today.js';

/** Makes the accounts and, once, the activity; returns what to print. */
export async function prepareDemo(services: Services, say: (words: string) => void): Promise<string[]> {
  const [adviser = '', , colleague = '', manager = ''] = await Promise.all(
    DEMO_ACCOUNTS.map((account) => saveAccount(services.database, account, services.clock())),
  );
  await welcomePartner(services);
  await manageSomething(services, manager);
  const known = await services.database.query('select 1 from diagnoses limit 1');
  if (known.length === 0) {
    say('Première fois : quelques mois d’activité sont composés, un instant.');
    await makeActivity(services, adviser);
    await playToday(services, { adviser, colleague });
  }
  return whatToTry(services);
}

/** What to try, and as whom. Links are signed anew at each start. */
async function whatToTry(services: Services): Promise<string[]> {
  const { baseUrl } = services.config;
  const [conseil, pilotage, collegue, antenne] = DEMO_ACCOUNTS;
  const toConfirm = await requestOf(services, SEEDS.toConfirm);
  const sent = await requestOf(services, SEEDS.sent);
  const expert = sent && (await waitingExpert(services, sent));
  const queue = await countQueue(services.database);
  const reminders = (await services.figures.remindersNow()).due.length;
  const signIn = `${baseUrl}/connexion`;
  return [
    '',
    'Une entreprise',
    `  écrit sa demande          ${baseUrl}/  (SIRET d’essai : 000 000 018 00010 ; fermé : 000 000 125 00013)`,
    ...(toConfirm ? [`  confirme son adresse      ${baseUrl}/confirmer/${services.links.sign('confirm', toConfirm, addDays(services.clock(), 1))}`] : []),
    ...(sent ? [`  suit sa demande           ${linkTo(services, 'company', sent)}`] : []),
    `  vient par un partenaire    ${baseUrl}/partenaires/${DEMO_PARTNER}?sujet=recruter&code_postal=80000&commune=Amiens`,
    'Un expert',
    ...(expert ? [`  répond par son lien       ${expert}`] : []),
    '  ou par l’un des messages montrés dans Pilotage, Envois ; certains sont absents, leur suppléant reçoit pour eux',
    'Un conseiller',
    `  ${signIn}  ${conseil.email}  ${conseil.password}`,
    `  ${queue} demandes dans la file, dont un doublon, un message de salarié et une que tous ont refusée ;`,
    '  « Conseil info », dont le registre n’avait pas répondu ; un brouillon à envoyer ; 000 000 034 00017 pour un nouveau diagnostic',
    `  un collègue, qui a pris une autre demande : ${collegue.email}  ${collegue.password}`,
    'Un responsable d’antenne',
    `  ${signIn}  ${antenne.email}  ${antenne.password}`,
    'Le pilotage',
    `  ${signIn}  ${pilotage.email}  ${pilotage.password}`,
    `  ${reminders} relances dues, les messages, la couverture, l’impact qui bouge à chaque réponse, l’annuaire à recharger :`,
    `  ${services.directory.path}`,
    '',
  ];
}

async function requestOf({ database }: Services, seed: string): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>('select id from diagnoses where seed = $1 and erased_at is null', [seed]);
  return row?.id;
}

/** The link of the first expert of a request who has not answered. */
async function waitingExpert(services: Services, request: string): Promise<string | undefined> {
  if (!(await diagnosisById(services.database, request))) return undefined;
  const needs = await needsOf(services.database, request);
  const referrals = await referralsOf(services.database, needs.map(({ id }) => id));
  const [first] = referrals.filter(({ state }) => state === 'waiting').sort((one, other) => (one.expert < other.expert ? -1 : 1));
  return first && linkTo(services, 'expert', `${first.expert} ${first.id}`);
}

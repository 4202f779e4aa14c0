/** What a page says after an action. */

import type { Commented } from '../services/comments.js';
import type { Departed } from '../services/departures.js';
import type { Run } from '../store/automations.js';
import type { Nudge } from '../services/nudges.js';
import type { Told } from '../services/told.js';
import type { Transferred } from '../services/transfers.js';
import { many, number } from './labels.js';

export interface Notice {
  kind: 'good' | 'wait' | 'bad';
  text: string;
  /** The field that it is about, by its `id`: then it is an error of the form, and leads there. */
  field?: string;
}

/** What is the same every time, by the word that the redirection carries: no text comes from an address. */
export const NOTICES: ReadonlyMap<string, Notice> = new Map(
  Object.entries({
    enregistre: { kind: 'good', text: 'C’est enregistré.' },
    'deja-envoye': { kind: 'wait', text: 'Ce diagnostic était déjà envoyé : rien n’est parti une seconde fois.' },
    'faits-changes': { kind: 'good', text: 'C’est corrigé. Vérifiez qui serait alerté : c’est proposé de nouveau.' },
    'deja-repondu': { kind: 'wait', text: 'La demande avait changé entre-temps : voici où elle en est.' },
    'annuaire-recharge': { kind: 'good', text: 'Le nouvel annuaire est en service.' },
    'annuaire-refuse': { kind: 'bad', text: 'Le nouvel annuaire est refusé : l’ancien reste en service. Voyez les erreurs ci-dessous.' },
    proposee: { kind: 'good', text: 'C’est déposé. Voici ce que cela changerait ; rien n’est encore en service.' },
    recalculee: { kind: 'good', text: 'La proposition est recalculée sur la version en service : relisez-la.' },
    'annuaire-approuve': { kind: 'good', text: 'La proposition est approuvée : le nouvel annuaire est en service.' },
    'proposition-propre': { kind: 'bad', text: 'Rien n’est changé : une autre personne du pilotage doit l’approuver, pas celle qui l’a proposée.' },
    'proposition-perimee': { kind: 'wait', text: 'Rien n’est changé : une autre version est entrée en service entre-temps. Comparez de nouveau.' },
    'proposition-changee': { kind: 'wait', text: 'Rien n’est changé : la proposition n’est plus celle que vous aviez lue. Relisez-la.' },
    'proposition-vide': { kind: 'wait', text: 'Rien n’est changé : cette proposition ne peut pas entrer en service.' },
    'proposition-refusee': { kind: 'good', text: 'La proposition est refusée ; son auteur en lira la raison.' },
    'proposition-retiree': { kind: 'good', text: 'La proposition est retirée, et ses fichiers sont effacés.' },
    'mot-de-passe': { kind: 'good', text: 'Le mot de passe est changé.' },
    'identite-deliee': { kind: 'good', text: 'Le compte est délié.' },
    deconnecte: { kind: 'good', text: 'Vous êtes déconnecté.' },
    'second-facteur-retire': { kind: 'good', text: 'Le second facteur est retiré.' },
    'compte-ajoute': { kind: 'good', text: 'Le compte est ajouté : un message part à son adresse pour choisir un mot de passe.' },
    'compte-desactive': { kind: 'good', text: 'Le compte est désactivé, ses sessions sont fermées.' },
    'compte-reactive': { kind: 'good', text: 'Le compte peut de nouveau se connecter.' },
    'lien-envoye': { kind: 'good', text: 'Un message part à cette adresse, avec un lien pour choisir un mot de passe.' },
    'cle-revoquee': { kind: 'good', text: 'La clé est révoquée : elle n’ouvre plus rien.' },
    'evenements-renvoyes': { kind: 'good', text: 'Les événements abandonnés partent de nouveau.' },
    rendue: { kind: 'good', text: 'La demande est de nouveau dans la file.' },
    repondue: { kind: 'good', text: 'La demande est classée, et votre réponse part à l’entreprise.' },
    effacee: { kind: 'good', text: 'La demande est effacée ; personne n’est prévenu.' },
    renvoye: { kind: 'good', text: 'Le message sera envoyé de nouveau.' },
    reessaye: { kind: 'good', text: 'Le serveur de courriel est essayé à l’instant.' },
    verifie: { kind: 'good', text: 'Le message est considéré comme envoyé.' },
    'personne-coche': { kind: 'bad', text: 'Cochez au moins un expert : personne n’est alerté.' },
    'a-jour': { kind: 'wait', text: 'Rien à faire : quelqu’un s’en est déjà occupé.' },
    absence: { kind: 'good', text: 'Votre absence est notée : elle compte dès maintenant dans qui est alerté.' },
    'absence-retiree': { kind: 'good', text: 'Votre absence est retirée.' },
    passee: { kind: 'wait', text: 'Cette demande a été transférée à un collègue : elle n’attend plus rien de vous.' },
    reglage: { kind: 'good', text: 'Le réglage est enregistré.' },
    occupe: { kind: 'wait', text: 'Un autre passage est en cours : réessayez dans un instant.' },
    efface: { kind: 'good', text: 'Les données personnelles arrivées à échéance sont effacées.' },
  } satisfies Record<string, Notice>),
);

const listed = (names: readonly string[]): string => names.join(' ; ');

/** After sending: to whom a message leaves, and who has to be reached otherwise. */
export function sentNotice({ experts, messages, unreached, company }: Told): Notice {
  const several = messages > experts ? ` (${number(messages)} adresses)` : '';
  const sentences = [
    experts > 0
      ? `Un message part à ${many(experts, 'expert')}${several}${company > 0 ? ', et un à l’entreprise' : ''}.`
      : company > 0
        ? 'Aucun expert n’est prévenu ; un message part à l’entreprise.'
        : 'Personne n’est prévenu.',
  ];
  if (experts > 0 && company === 0) sentences.push('L’entreprise n’a pas d’adresse électronique : elle n’est pas prévenue.');
  if (unreached.length > 0) sentences.push(`Sans adresse dans l’annuaire, à joindre vous-même : ${listed(unreached)}.`);
  const kind = experts === 0 ? 'bad' : unreached.length > 0 || company === 0 ? 'wait' : 'good';
  return { kind, text: sentences.join(' ') };
}

/** After sending again what did not leave. */
export const resentNotice = (count: number): Notice => ({
  kind: 'good',
  text: `${many(count, 'message sera envoyé', 'messages seront envoyés')} de nouveau.`,
});

/** After an answer: who hears of it. */
export function answeredNotice({ company, adviser }: { company: number; adviser: number }): Notice {
  const who = [company > 0 ? 'l’entreprise' : '', adviser > 0 ? 'le conseiller' : ''].filter(Boolean);
  const [first = ''] = who;
  const informed = who.length === 2 ? 'L’entreprise et le conseiller en sont informés.' : `Un message en informe ${first}.`;
  return { kind: 'good', text: `Votre réponse est enregistrée.${who.length > 0 ? ` ${informed}` : ''}` };
}

/** After reminders. */
export function remindedNotice({ needs, messages, unreached }: { needs: number; messages: number; unreached: string[] }): Notice {
  if (needs === 0) return { kind: 'wait', text: 'Rien à faire : quelqu’un s’en est déjà occupé.' };
  const text = `${many(needs, 'besoin relancé', 'besoins relancés')} : ${messages === 0 ? 'aucun message n’est parti' : `${many(messages, 'message part', 'messages partent')}`}.`;
  if (unreached.length === 0) return { kind: messages > 0 ? 'good' : 'wait', text };
  return { kind: 'wait', text: `${text} Sans adresse dans l’annuaire : ${listed(unreached)}.` };
}

/** After a message without words. */
export const blankNotice = (field: string): Notice => ({ kind: 'bad', text: 'Le message n’est pas enregistré : il est vide.', field });

/** After a message about a need: who hears of it. */
export function commentedNotice(commented: Commented): Notice {
  if (commented.is !== 'kept') return { kind: 'bad', text: 'Le message n’est pas enregistré : il est vide, ou plus personne ne peut le lire.' };
  if (commented.messages === 0) return { kind: 'wait', text: 'Le message est enregistré ; personne n’en est prévenu par courriel.' };
  return { kind: 'good', text: `Le message est enregistré ; ${many(commented.messages, 'personne en est prévenue', 'personnes en sont prévenues')} par courriel.` };
}

/** After a transfer. */
export function transferredNotice(transferred: Transferred): Notice {
  if (transferred.is === 'done') return { kind: 'good', text: `La demande passe à ${transferred.name}, avec un message pour le lui dire.` };
  if (transferred.is === 'moved_on') return { kind: 'wait', text: 'La demande avait changé entre-temps : voici où elle en est.' };
  return { kind: 'bad', text: 'Rien n’est transféré : choisissez un collègue de la liste.' };
}

/** After moving all that is open with somebody who leaves. */
export function departedNotice({ moved, kept, messages }: Departed): Notice {
  const left = kept > 0 ? ` ${many(kept, 'reste', 'restent')} à leur place : le successeur a déjà le besoin, ou pas la compétence.` : '';
  const text = `${many(moved, 'demande transférée', 'demandes transférées')}, ${many(messages, 'message part', 'messages partent')}.${left}`;
  return { kind: kept > 0 || moved === 0 ? 'wait' : 'good', text };
}

/** After running a task at once. */
export function ranNotice(label: string, { items, messages, failed }: Run): Notice {
  const failures = failed > 0 ? `, ${many(failed, 'échec')} : voir ci-dessous` : '';
  return { kind: failed > 0 ? 'bad' : 'good', text: `${label} : ${many(items, 'fait', 'faits')}, ${many(messages, 'message part', 'messages partent')}${failures}.` };
}

/** After a manager's reminder. */
export function nudgedNotice(done: Nudge): Notice {
  if (done === 'told') return { kind: 'wait', text: 'Un rappel est déjà parti aujourd’hui.' };
  if (done === 'not_waiting') return { kind: 'wait', text: 'Rien à relancer\u00a0: la demande n’attend plus.' };
  if (done === 'no_address') return { kind: 'bad', text: 'Cet expert n’a pas d’adresse dans l’annuaire\u00a0: personne n’est prévenu.' };
  return { kind: 'good', text: `${many(done.messages, 'message part', 'messages partent')} à ${done.name}${done.messages > 1 ? ' et à son équipe' : ''}.` };
}

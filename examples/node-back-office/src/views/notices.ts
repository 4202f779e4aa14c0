/** What a page says after an action. */

import type { Nudge } from '../services/nudges.js';
import type { Told } from '../services/told.js';
import { many, number } from './labels.js';

export interface Notice {
  kind: 'good' | 'wait' | 'bad';
  text: string;
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

/** After a manager's reminder. */
export function nudgedNotice(done: Nudge): Notice {
  if (done === 'told') return { kind: 'wait', text: 'Un rappel est déjà parti aujourd’hui.' };
  if (done === 'not_waiting') return { kind: 'wait', text: 'Rien à relancer\u00a0: la demande n’attend plus.' };
  if (done === 'no_address') return { kind: 'bad', text: 'Cet expert n’a pas d’adresse dans l’annuaire\u00a0: personne n’est prévenu.' };
  return { kind: 'good', text: `${many(done.messages, 'message part', 'messages partent')} à ${done.name}${done.messages > 1 ? ' et à son équipe' : ''}.` };
}

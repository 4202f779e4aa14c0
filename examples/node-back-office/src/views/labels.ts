/** What people read for the codes of a company's facts, for dates and numbers; for states, the library's own words. */

import { labels, type Answer } from '../library.js';

export const HEADCOUNT_BANDS = [
  ['', 'Je ne sais pas'],
  ['NN', 'Aucun salarié, non employeur'],
  ['00', 'Aucun salarié en ce moment'],
  ['01', '1 ou 2 salariés'],
  ['02', '3 à 5 salariés'],
  ['03', '6 à 9 salariés'],
  ['11', '10 à 19 salariés'],
  ['12', '20 à 49 salariés'],
  ['21', '50 à 99 salariés'],
  ['22', '100 à 199 salariés'],
  ['31', '200 à 249 salariés'],
  ['32', '250 à 499 salariés'],
  ['41', '500 à 999 salariés'],
  ['42', '1 000 à 1 999 salariés'],
  ['51', '2 000 à 4 999 salariés'],
  ['52', '5 000 à 9 999 salariés'],
  ['53', '10 000 salariés et plus'],
] as const;

export const LEGAL_FORMS = [
  ['', 'Je ne sais pas'],
  ['1000', 'Entrepreneur individuel, micro-entreprise'],
  ['5498', 'EURL'],
  ['5499', 'SARL'],
  ['5720', 'SASU'],
  ['5710', 'SAS'],
  ['5599', 'SA'],
  ['5460', 'Société coopérative'],
  ['6540', 'Société civile immobilière'],
  ['6599', 'Autre société civile'],
  ['9220', 'Association déclarée'],
] as const;

export const ACTIVITIES = [
  ['ARTISANALE', 'Artisanale'],
  ['COMMERCIALE', 'Commerciale'],
  ['LIBERALE_REGLEMENTEE', 'Libérale réglementée'],
  ['LIBERALE_NON_REGLEMENTEE', 'Libérale non réglementée'],
  ['AGENT_COMMERCIAL', 'Agent commercial'],
  ['INDEPENDANTE', 'Indépendante'],
] as const;

/** The fields of a need, as an adviser asks for them. */
export const FIELDS: Record<string, string> = {
  siret: 'le SIRET',
  commune: 'la commune',
  naf: 'l’activité (code NAF rév. 2)',
  naf2025: 'l’activité (code NAF 2025)',
  headcount: 'l’effectif exact',
  headcountBand: 'l’effectif',
  legalForm: 'la forme juridique',
  createdOn: 'la date de création',
  activities: 'la nature d’activité',
  opco: 'l’OPCO',
  origin: 'l’origine de la demande',
  answers: 'les réponses aux questions',
};

const named = (pairs: readonly (readonly [string, string])[]) => new Map<string, string>(pairs);
const BANDS = named(HEADCOUNT_BANDS);
const FORMS = named(LEGAL_FORMS);
const NATURES = named(ACTIVITIES);

export const bandLabel = (band: string): string => BANDS.get(band) ?? band;
export const formLabel = (form: string): string => FORMS.get(form) ?? form;
export const activityLabel = (activity: string): string => NATURES.get(activity) ?? activity;

/** An answer to a question, whose choices go by their labels. */
export function answerText(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'Oui' : 'Non';
  return typeof answer === 'string' ? answer : answer.join(', ');
}

const DAY = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long' });
const SHORT = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
const NUMBER = new Intl.NumberFormat('fr-FR');
const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });
const SMALL_PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumSignificantDigits: 1 });

/** A day such as `2026-11-23`, or an instant. */
const asDate = (day: Date | string): Date => (typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day);

export const longDay = (day: Date | string): string => DAY.format(asDate(day));
export const shortDay = (day: Date | string): string => SHORT.format(asDate(day));
export const dayAndTime = (at: Date): string => TIME.format(at);
export const number = (value: number): string => NUMBER.format(value);
export const percent = (value: number | null | undefined): string => 
  value == null ? '–' : value > 0 && value < 0.01 ? SMALL_PERCENT.format(value) : PERCENT.format(value);
export const siretOf = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

export function many(count: number, one: string, several = `${one}s`): string {
  return `${number(count)} ${count < 2 ? one : several}`;
}

/** The library's words for a state of a referral or of a need; the word itself if a later version wrote it. */
export const stateLabel = (state: string): string => (labels.referralState as Record<string, string>)[state] ?? state;
export const statusLabel = (status: string): string => (labels.needStatus as Record<string, string>)[status] ?? status;

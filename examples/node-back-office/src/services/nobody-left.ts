/** A need whose waves have come to their end: the company hears so, and whoever can find somebody else. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import type { WaveCause } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import type { ReferralRow } from '../store/referrals.js';
import { linkTo, type Services } from './index.js';
import { writeLetter } from './letters.js';
import { adviserMessage } from './messages.js';
import { tellUnfollowed } from './reception.js';
import { noteReminder } from './reminders.js';
import { repliesTo } from './replies.js';

export interface NobodyLeft {
  cause: WaveCause;
  /** For how many days those who have it have been silent. */
  days: number;
  experts: readonly ReferralRow[];
}

/** How many messages that was. */
export async function tellNobodyLeft(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  need: Need,
  { cause, days, experts }: NobodyLeft,
): Promise<number> {
  const now = services.clock();
  const on = dayOf(now);
  const refused = cause === 'refused';
  // The adviser hears of it now: there is nothing to remind of.
  if (refused) await noteReminder(tx, { need: need.id, kind: 'refused', since: on }, null, now);
  const key = `${need.id}:nobody-left:${on}`;
  const toAdviser = refused
    ? await adviserMessage(services, tx, 'adviser_refused', diagnosis, need, { key, experts })
    : await adviserMessage(services, tx, 'adviser_last_chance', diagnosis, need, { key, experts, need: { days } });
  const toOthers = toAdviser === 0 ? await tellUnfollowed(services, tx, diagnosis) : 0;
  const toCompany = await companyNews(services, tx, diagnosis, need, { on, followed: toAdviser + toOthers > 0 });
  return toAdviser + toOthers + toCompany;
}

interface News {
  on: string;
  /** Whether somebody of the service was told too. */
  followed: boolean;
}

async function companyNews(services: Services, tx: Queries, diagnosis: Diagnosis, need: Need, { on, followed }: News): Promise<number> {
  const { config, directory } = services;
  const { contact } = diagnosis;
  if (!contact.email) return 0;
  const subject = directory.library.labelOf(need.subject);
  const message = { key: `${need.id}:${on}`, recipient: contact.email, diagnosis: diagnosis.id, replyTo: repliesTo(services, diagnosis) };
  return writeLetter(services, tx, 'company_nobody_left', message, {
    subject: `${config.serviceName} : votre demande « ${subject} » cherche encore quelqu’un`,
    paragraphs: [
      contact.name ? `Bonjour ${contact.name},` : 'Bonjour,',
      `Toutes les personnes que nous connaissons pour votre demande « ${subject} » l’ont reçue, et aucune ne s’en occupe pour l’instant.`,
      followed
        ? 'Nous l’avons signalé au service, qui cherche une autre solution. Vous n’avez rien à faire.'
        : `Si le besoin reste entier, déposez une autre demande sur ${config.baseUrl}/.`,
    ],
    link: { label: 'Voir où en est ma demande', href: linkTo(services, 'company', diagnosis.id) },
  });
}

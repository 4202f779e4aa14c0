/** Who hears that a referral went over to another expert: those whom the library names. */

import type { Queries } from '../database/index.js';
import type { Expert, Referral, ReferralEvent } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import type { ReferralRow } from '../store/referrals.js';
import { managersOf } from '../store/rights.js';
import { linkTo, type Services } from './index.js';
import { writeLetter, type Letter } from './letters.js';
import { expertNotice } from './messages.js';
import { repliesTo } from './replies.js';
import { addressees } from './told.js';

/** A referral that went over. */
export interface TakenOver {
  diagnosis: Diagnosis;
  need: Need;
  /** As it was before. */
  row: ReferralRow;
  expert: Expert;
  actor: string;
  events: readonly ReferralEvent[];
  /** Those of the need, after. */
  referrals: readonly Referral[];
}

/** How many messages that was. */
export async function tellTransfer(services: Services, tx: Queries, taken: TakenOver, tellFormer: boolean): Promise<number> {
  const { diagnosis, need, row, expert, events, referrals, actor } = taken;
  const { library } = services.directory;
  const [event] = events;
  if (!event) return 0;
  const known = library.recipients({ ...event, author: actor.replace(/^(expert|account):/, '') }, referrals, diagnosis.adviser ?? undefined);
  const has = (role: (typeof known)[number]['role']): boolean => known.some((one) => one.role === role);
  const toTell = { expert, addressees: addressees(library, event, referrals), items: [{ need, referral: { id: row.id } }] };
  // The address of a team may be that of the one before: this is another occasion.
  let written = await expertNotice(services, tx, 'expert_new_need', diagnosis, toTell, { since: `${event.seq}` });

  const subject = library.labelOf(need.subject);
  const about = { diagnosis: diagnosis.id, replyTo: repliesTo(services, diagnosis) };
  const key = `${row.id}:${event.seq}`;
  const said = (greeting: string, words: string): Letter => ({
    subject: `${services.config.serviceName} : « ${subject} » passe à ${expert.name}`,
    paragraphs: [greeting, words],
  });
  const former = known.find((one) => one.role === 'former')?.email;
  if (former && tellFormer) {
    written += await writeLetter(services, tx, 'expert_transferred', { key, recipient: former, ...about }, said('Bonjour,', `${expert.name} s’occupe désormais du besoin « ${subject} » que vous aviez. Vous n’avez plus rien à y faire.`));
  }
  if (has('company') && diagnosis.contact.email) {
    const name = diagnosis.contact.name;
    const phone = expert.phone ? `, ${expert.phone}` : '';
    const words = `Votre demande « ${subject} », que suivait ${row.expert_name}, est désormais suivie par ${expert.name} (${row.institution_name})${phone}.`;
    written += await writeLetter(services, tx, 'company_transferred', { key, recipient: diagnosis.contact.email, ...about }, {
      ...said(name ? `Bonjour ${name},` : 'Bonjour,', words),
      link: { label: 'Voir où en est ma demande', href: linkTo(services, 'company', diagnosis.id) },
    });
  }
  if (has('adviser') && diagnosis.adviserEmail && !diagnosis.adviserLeft) {
    written += await writeLetter(services, tx, 'adviser_transferred', { key, recipient: diagnosis.adviserEmail, diagnosis: diagnosis.id }, {
      ...said('Bonjour,', `Le besoin « ${subject} » de ${diagnosis.company.name ?? 'l’entreprise'} passe de ${row.expert_name} à ${expert.name}.`),
      link: { label: 'Voir le diagnostic', href: `${services.config.baseUrl}/conseiller/diagnostics/${diagnosis.id}` },
    });
  }
  for (const { id: antenne } of known.filter(({ role }) => role === 'manager')) {
    for (const manager of antenne ? await managersOf(tx, antenne) : []) {
      // The library names the antenne; who of its managers gave it away, it does not know.
      if (actor === `account:${manager.id}`) continue;
      written += await writeLetter(services, tx, 'manager_transferred', { key: `${key}:${manager.id}`, recipient: manager.email, diagnosis: diagnosis.id }, {
        ...said(`Bonjour ${manager.name},`, `Le besoin « ${subject} » passe de ${row.expert_name} à ${expert.name}.`),
        link: { label: 'Voir la demande', href: `${services.config.baseUrl}/antenne/demandes/${row.id}` },
      });
    }
  }
  return written;
}

/** News to a company whose need an expert has closed: the library has words for all other moments. */

import type { Queries } from '../database/index.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import type { ReferralRow } from '../store/referrals.js';
import { linkTo, type Services } from './index.js';
import { writeLetter } from './letters.js';
import { repliesTo } from './replies.js';

/** What each closing says; who could not be reached is told by the library's own message. */
const SAID: Readonly<Record<string, string>> = {
  done: 'une aide vous a été proposée.',
  done_no_help: 'aucune aide n’est disponible pour ce besoin.',
};

export interface Closing {
  /** The referral that was closed, and how far its events go: one that is closed again is told again. */
  referral: Pick<ReferralRow, 'id' | 'expert_name' | 'institution_name'>;
  seq: number;
  state: string;
  /** Whether others have the need, and may still call. */
  others: boolean;
}

/** To the company, if it has an address and this closing is told by us; how many messages that was. */
export async function closedNews(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  need: Pick<Need, 'subject'>,
  { referral, seq, state, others }: Closing,
): Promise<number> {
  const { contact } = diagnosis;
  const said = SAID[state];
  if (!said || !contact.email) return 0;
  const { config, directory } = services;
  const replyTo = repliesTo(services, diagnosis);
  const message = { key: `${referral.id}:${seq}`, recipient: contact.email, diagnosis: diagnosis.id, replyTo };
  const writeBack = replyTo ? 'répondez à ce message' : `déposez une autre demande sur ${config.baseUrl}/`;
  return writeLetter(services, tx, 'company_closed', message, {
    subject: `${config.serviceName} : votre demande « ${directory.library.labelOf(need.subject)} » est close`,
    paragraphs: [
      contact.name ? `Bonjour ${contact.name},` : 'Bonjour,',
      `${referral.expert_name} (${referral.institution_name}) a clos votre demande « ${directory.library.labelOf(need.subject)} » : ${said}`,
      ...(others ? ['D’autres personnes ont reçu cette demande et peuvent encore vous appeler.'] : []),
      `Si ce n’est pas ce qui s’est passé, ou si le besoin reste entier, ${writeBack}.`,
    ],
    link: { label: 'Voir où en est ma demande', href: linkTo(services, 'company', diagnosis.id) },
  });
}

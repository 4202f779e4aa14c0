/** Needs that no adviser follows: theirs has left, or there is none. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { steeringToAlert } from '../store/accounts.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';

export const isFollowed = ({ adviserEmail, adviserLeft }: Diagnosis): boolean => adviserEmail !== null && !adviserLeft;

/** Tells steering, once a day each, that a need waits which nobody follows. */
export async function alertSteering(services: Services, tx: Queries): Promise<number> {
  const { config, clock } = services;
  let written = 0;
  for (const { id, email } of await steeringToAlert(tx)) {
    written += await writeLetter(services, tx, 'steering_unfollowed', { key: `${id}:${dayOf(clock())}`, recipient: email }, {
      subject: `${config.serviceName} : un besoin n’est suivi par personne`,
      paragraphs: [
        'Bonjour,',
        'Un besoin reste sans réponse et aucun conseiller ne le suit : celui qui le suivait n’a plus de compte, ou il n’y en a aucun. D’autres ont pu suivre depuis.',
      ],
      link: { label: 'Voir les comptes', href: `${config.baseUrl}/pilotage/comptes` },
    });
  }
  return written;
}

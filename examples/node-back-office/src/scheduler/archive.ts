/** What nobody answered leaves experts' lists: first from what waits, then from their page. */

import { archiveExpired } from '../services/expiry.js';
import type { Task } from './task.js';

export const archiveTask: Task = {
  id: 'archive',
  label: 'Expiration et archives',
  about: 'Range ce qui est resté sans réponse : expiré après 45 jours, archivé après six mois. Un expert peut encore y répondre.',
  slot: { hour: 3 },
  on: false,
  due: async (services) => [
    {
      what: 'Demandes restées sans réponse',
      run: async (tx) => {
        const items = await archiveExpired(services, tx);
        return items === 0 ? undefined : { items, messages: 0 };
      },
    },
  ],
};

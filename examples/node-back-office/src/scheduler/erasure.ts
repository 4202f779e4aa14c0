/** Erasing personal data when it is time, every night. */

import type { Queries } from '../database/index.js';
import { closeRequestUnconfirmed, requestsToClose } from '../services/reception.js';
import { eraseDue } from '../services/retention.js';
import type { Task } from './task.js';

export const erasureTask: Task = {
  id: 'erasure',
  label: 'Effacement',
  about: 'Efface chaque nuit les données personnelles échues, et les demandes dont l’adresse n’a pas été confirmée à temps.',
  slot: { hour: 3 },
  on: true,
  due: async (services) => [
    ...(await requestsToClose(services)).map((id) => ({
      what: 'Demande jamais confirmée',
      run: async (tx: Queries) => ((await closeRequestUnconfirmed(services, tx, id)) ? { messages: 0 } : undefined),
    })),
    {
      what: 'Données personnelles échues',
      run: async (tx) => {
        const items = await eraseDue(services, (run) => run(tx));
        return items === 0 ? undefined : { items, messages: 0 };
      },
    },
  ],
};

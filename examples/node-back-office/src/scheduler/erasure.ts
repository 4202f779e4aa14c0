/** Erasing personal data when it is time, every night. */

import type { Services } from '../services/index.js';
import { closeRequestUnconfirmed, requestsToClose } from '../services/reception.js';
import { erasing } from '../services/retention.js';
import { forgetDeposits } from '../store/deposits.js';
import type { Item, Task } from './task.js';

export const erasureTask: Task = {
  id: 'erasure',
  label: 'Effacement',
  about: 'Efface chaque nuit les données personnelles échues, et les demandes dont l’adresse n’a pas été confirmée à temps.',
  slot: { hour: 3 },
  on: true,
  always: true,
  due: steps,
};

async function* steps(services: Services): AsyncGenerator<Item> {
  for (const id of await requestsToClose(services)) {
    yield {
      what: 'Demande jamais confirmée',
      run: async (tx) => ((await closeRequestUnconfirmed(services, tx, id)) ? { messages: 0 } : undefined),
    };
  }
  for await (const step of erasing(services)) {
    yield {
      what: 'Données personnelles échues',
      run: async (tx) => {
        const items = await step(tx);
        return items === 0 ? undefined : { items, messages: 0 };
      },
    };
  }
  yield {
    what: 'Dépôts de partenaires',
    run: async (tx) => void (await forgetDeposits(tx, services.clock())),
  };
}

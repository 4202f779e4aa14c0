/** Each week, to each expert: what waits for their answer. */

import { addresseesWithWaiting, writeDigest } from '../services/digest.js';
import type { Task } from './task.js';

export const digestTask: Task = {
  id: 'digest',
  label: 'Récapitulatif hebdomadaire',
  about: 'Le lundi, rappelle à chaque expert présent les demandes qui attendent sa réponse et celles qu’il a en cours.',
  slot: { hour: 9, weekday: 1 },
  on: false,
  due: async (services) =>
    (await addresseesWithWaiting(services, services.database)).map((expert) => ({
      what: `${expert.name} : ${expert.waiting} en attente`,
      run: async (tx) => {
        const messages = await writeDigest(services, tx, expert.id);
        return messages === 0 ? undefined : { messages };
      },
    })),
};

/** Alerting the next experts where those before have not moved. */

import { labels } from '../library.js';
import { advance, wavesDue } from '../services/waves.js';
import type { Task } from './task.js';

export const waveTask: Task = {
  id: 'waves',
  label: 'Vagues',
  about:
    'Un besoin part à quelques experts, puis aux suivants quand personne n’a bougé. Éteint, ou sans nombre réglé, tous sont alertés en même temps.',
  slot: {},
  on: false,
  due: async (services) => {
    const { library } = services.directory;
    return (await wavesDue(services, services.database)).map(({ need, subject, cause }) => ({
      what: `${library.labelOf(subject)} : ${labels.waveCause[cause].toLowerCase()}`,
      run: async (tx) => {
        const advanced = await advance(services, tx, need, 'service');
        return advanced && { messages: advanced.messages };
      },
    }));
  },
};

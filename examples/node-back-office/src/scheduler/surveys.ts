/** Asking companies that were helped whether they were called back, and whether it was useful. */

import { dueSurveys, ask } from '../services/surveys.js';
import type { Task } from './task.js';

export const surveyTask: Task = {
  id: 'surveys',
  label: 'Enquêtes',
  about: 'Dix jours après une aide, demande une fois à l’entreprise si elle a été rappelée et si l’échange a été utile.',
  slot: { hour: 9 },
  on: false,
  due: async (services) => {
    const { library } = services.directory;
    return (await dueSurveys(services, services.database)).map(({ need, subject, helpedOn }) => ({
      what: `${library.labelOf(subject)}, aide du ${helpedOn}`,
      run: async (tx) => {
        const messages = await ask(services, tx, need);
        return messages === 0 ? undefined : { messages };
      },
    }));
  },
};

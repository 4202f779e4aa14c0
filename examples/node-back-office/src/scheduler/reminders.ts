/** Reminders of what nobody moved, the last chance and the end among them. */

import { labels } from '../library.js';
import { nothingReminded, remind } from '../services/reminders.js';
import { subjectsOf } from '../store/needs.js';
import type { Task } from './task.js';

export const reminderTask: Task = {
  id: 'reminders',
  label: 'Relances',
  about:
    'Relance les experts qui n’ont pas répondu, donne la dernière chance, signale les refus et les abandons ; ce que personne ne suit revient aux conseillers.',
  slot: { hour: 8 },
  on: false,
  due: async (services) => {
    const { library } = services.directory;
    const { due } = await services.figures.remindersNow();
    const subjects = await subjectsOf(services.database, due.map((one) => one.need));
    return due.map(({ need, kind, days }) => ({
      what: `${labels.reminderKind[kind]} : ${library.labelOf(subjects.get(need) ?? '')}, ${days} j`,
      run: async (tx) => {
        const done = nothingReminded();
        return (await remind(services, tx, need, 'service', done)) ? { messages: done.messages } : undefined;
      },
    }));
  },
};

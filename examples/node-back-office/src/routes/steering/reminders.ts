/** Reminders due today, and one button to send them. */

import type { FastifyInstance } from 'fastify';
import { dueReminders, sendReminders } from '../../services/reminders.js';
import type { Services } from '../../services/index.js';
import { needById } from '../../store/diagnoses.js';
import { remindedNotice } from '../../views/notices.js';
import { remindersView, type ReminderLine } from '../../views/steering/reminders.js';
import { account } from '../../web/visitors.js';

const SHOWN = 200;

export function reminderRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;

  app.get('/pilotage/relances', async (_request, reply) => {
    const { library } = services.directory;
    const { due, busy } = await dueReminders(services, database);
    const lines: ReminderLine[] = [];
    for (const one of due.slice(0, SHOWN)) {
      const need = await needById(database, one.need);
      lines.push({
        kind: one.kind,
        subject: library.labelOf(need?.subject ?? ''),
        commune: library.communeName(need?.routed?.commune ?? ''),
        days: one.days,
        experts: one.experts.map((id) => library.expert(id)?.name ?? id),
      });
    }
    const experts = busy.map((one) => ({ ...one, name: library.expert(one.expert)?.name ?? one.expert }));
    return reply.page((frame) => remindersView({ frame, total: due.length, lines, experts }));
  });

  app.post('/pilotage/relances', async (request, reply) => {
    const done = await sendReminders(services, account(request).id);
    return reply.tell('/pilotage/relances', remindedNotice(done));
  });
}

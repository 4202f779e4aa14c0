/** Reminders due today, and one button to send them. */

import type { FastifyInstance } from 'fastify';
import { sendReminders } from '../../services/reminders.js';
import type { Services } from '../../services/index.js';
import { routedOf } from '../../store/reminders.js';
import { remindedNotice } from '../../views/notices.js';
import { REMINDER_KINDS, remindersView, type ReminderLine } from '../../views/steering/reminders.js';
import { textOf } from '../../web/input.js';
import { numberedPage, readListing } from '../../web/listing.js';
import { account } from '../../web/visitors.js';

export function reminderRoutes(app: FastifyInstance, services: Services): void {
  const { database } = services;

  app.get('/pilotage/relances', async (request, reply) => {
    const { library } = services.directory;
    const listing = readListing(request.query, { type: REMINDER_KINDS });
    const { type = '' } = listing.filters;
    const made = await services.figures.reminders();
    const { due = [], busy = [] } = made?.value ?? {};
    const chosen = due.filter((one) => type === '' || one.kind === type);
    const page = numberedPage(chosen, textOf(request.query, 'page', 6));
    const facts = await routedOf(database, page.rows.map((one) => one.need));
    const lines = page.rows.map((one): ReminderLine => ({
      kind: one.kind,
      subject: library.labelOf(facts.get(one.need)?.subject ?? ''),
      commune: library.communeName(facts.get(one.need)?.commune ?? ''),
      days: one.days,
      experts: one.experts.map((id) => library.expert(id)?.name ?? id),
    }));
    const experts = busy.map((one) => ({ ...one, name: library.expert(one.expert)?.name ?? one.expert }));
    return reply.page((frame) => remindersView({ frame, made, listing, due: due.length, page: { ...page, rows: lines }, experts }));
  });

  app.post('/pilotage/relances', async (request, reply) => {
    const done = await sendReminders(services, account(request).id);
    return reply.tell('/pilotage/relances', remindedNotice(done));
  });
}

/** What those who steer the service do. They see figures and the state of things, never who a company is. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { eraseDue } from '../../services/retention.js';
import { countQueue } from '../../store/portal-queue.js';
import { countMessages } from '../../store/outbox.js';
import { countNeeds } from '../../store/statistics.js';
import { audit } from '../../store/audit.js';
import { overviewView } from '../../views/steering/overview.js';
import { account, only } from '../../web/visitors.js';
import { steeringAccountRoutes } from './accounts.js';
import { coverageRoutes } from './coverage.js';
import { directoryRoutes } from './directory.js';
import { impactRoutes } from './impact.js';
import { journalRoutes } from './journal.js';
import { outboxRoutes } from './outbox.js';
import { partnerRoutes } from './partners.js';
import { reminderRoutes } from './reminders.js';

export function steeringRoutes(app: FastifyInstance, services: Services): void {
  app.register(async (steering) => {
    steering.addHook('preHandler', only('steering'));

    steering.get('/pilotage', async (_request, reply) => {
      const { database, directory, config } = services;
      const facts = {
        counts: await countNeeds(database),
        due: (await services.figures.reminders())?.value.due.length,
        troubles: (await countMessages(database)).troubles,
        queue: await countQueue(database),
        findings: directory.findings,
        refused: directory.refused,
        months: config.retentionMonths,
      };
      return reply.page((frame) => overviewView({ frame, ...facts }));
    });

    steering.post('/pilotage/effacement', async (request, reply) => {
      await eraseDue(services);
      await audit(services.database, {
        actor: `account:${account(request).id}`,
        action: 'erasure_asked',
        at: services.clock(),
      });
      return reply.redirect('/pilotage?fait=efface', 303);
    });

    for (const routes of [steeringAccountRoutes, directoryRoutes, coverageRoutes, reminderRoutes, impactRoutes, outboxRoutes, journalRoutes, partnerRoutes]) {
      routes(steering, services);
    }
  });
}

/** Pages that are the same for everybody. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import { mailTrouble } from '../store/mail-trouble.js';
import { countMessages } from '../store/outbox.js';
import { privacyView } from '../views/privacy.js';

export function pageRoutes(app: FastifyInstance, { config, database, register }: Services): void {
  const asked = config.registerUrl && new URL(config.registerUrl).host;
  app.get('/donnees-personnelles', (_request, reply) =>
    reply.page((frame) =>
      privacyView({ frame, months: config.retentionMonths, confirms: config.confirmAddress, shows: !config.smtpUrl, register: asked }),
    ),
  );
  // For whatever watches over the service: it answers if the database does. Messages that stay are worth a call.
  app.get('/sante', async () => {
    const mail = config.smtpUrl ? ((await mailTrouble(database))?.failure ?? 'ok') : 'none';
    return { ok: true, mail, register: register.state(), messages: await countMessages(database) };
  });
}

/** Pages that are the same for everybody. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import { mailTrouble } from '../store/mail-trouble.js';
import { countMessages } from '../store/outbox.js';
import { accessibilityView } from '../views/about/accessibility.js';
import { legalView } from '../views/about/legal.js';
import { lookView } from '../views/about/look.js';
import { privacyView } from '../views/about/privacy.js';
import { lookOf } from '../views/look.js';
import { textOf } from '../web/input.js';

export function pageRoutes(app: FastifyInstance, { config, database, register }: Services): void {
  const asked = config.registerUrl && new URL(config.registerUrl).host;
  app.get('/donnees-personnelles', (_request, reply) =>
    reply.page((frame) =>
      privacyView({
        frame,
        legal: config.legal,
        months: config.retentionMonths,
        linkDays: config.linkDays,
        confirms: config.confirmAddress,
        shows: !config.smtpUrl,
        register: asked,
      }),
    ),
  );
  app.get('/accessibilite', (_request, reply) =>
    reply.page((frame) => accessibilityView({ frame, legal: config.legal, address: config.baseUrl })),
  );
  app.get('/mentions-legales', (_request, reply) =>
    reply.page((frame) => legalView({ frame, legal: config.legal, address: config.baseUrl })),
  );

  app.get('/affichage', (_request, reply) => reply.page((frame) => lookView({ frame })));
  app.post('/affichage', (request, reply) =>
    reply.wear(lookOf(textOf(request.body, 'look', 10))).redirect('/affichage?fait=enregistre', 303),
  );

  // For whatever watches over the service: it answers if the database does. Messages that stay are worth a call.
  app.get('/sante', async () => {
    const mail = config.smtpUrl ? ((await mailTrouble(database))?.failure ?? 'ok') : 'none';
    return { ok: true, mail, register: register.state(), messages: await countMessages(database) };
  });
}

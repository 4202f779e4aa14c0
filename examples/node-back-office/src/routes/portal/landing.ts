/** A partner's page: the portal under the partner's name and origin, to link to or to show in a frame. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { thanksView } from '../../views/portal/thanks.js';
import { landingPages } from '../../web/landing.js';
import { linkLimit } from '../../web/limits.js';
import { NotFound } from '../../web/visitors.js';
import { askRoutes } from './ask.js';
import { opener } from './index.js';

export function landingRoutes(app: FastifyInstance, services: Services): void {
  const open = opener(services, linkLimit(services.clock));
  app.register(
    async (pages) => {
      landingPages(pages, services);
      askRoutes(pages, services);

      pages.get('/merci/:token', async (request, reply) => {
        const { token } = request.params as { token: string };
        const diagnosis = await open(request, 'company');
        if (diagnosis.partner?.origin !== request.landing?.slug) throw new NotFound();
        const waits = diagnosis.confirmedAt === null && diagnosis.status === 'draft';
        return reply.page((frame) => thanksView({ frame, email: waits ? diagnosis.contact.email : '', follow: `/suivi/${token}` }));
      });
    },
    { prefix: '/partenaires/:slug' },
  );
}

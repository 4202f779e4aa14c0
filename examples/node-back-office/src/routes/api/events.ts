/** What happens to a partner's requests, from a cursor on. */

import type { FastifyInstance } from 'fastify';
import { answer, problems } from '../../api/answers.js';
import { caller } from '../../api/caller.js';
import { Problem } from '../../api/problems.js';
import type { Services } from '../../services/index.js';
import { eventPage } from '../../services/partners/events.js';

const MOST_EVENTS = 500;

export function eventRoutes(api: FastifyInstance, services: Services): void {
  api.get<{ Querystring: { after: string; limit: number } }>(
    '/api/v1/events',
    {
      schema: {
        operationId: 'listEvents',
        tags: ['Événements'],
        summary: 'Ce qui est arrivé à vos demandes',
        description: 'Gardez next et demandez la suite avec after. Un événement n’apparaît qu’après tous ceux dont le curseur est plus petit : rien ne se glisse derrière un curseur déjà lu. Les événements d’un même besoin sont dans leur ordre ; entre des besoins différents, timestamp peut ne pas suivre le curseur.',
        querystring: {
          type: 'object',
          properties: {
            after: { type: 'string', pattern: '^[0-9]{1,15}$', default: '0', description: 'Le curseur d’où continuer ; du début, sinon.' },
            limit: { type: 'integer', minimum: 1, maximum: MOST_EVENTS, default: 100, description: 'Combien d’événements au plus.' },
          },
          additionalProperties: false,
        },
        response: { 200: answer('EventPage', 'Les événements qui suivent ce curseur.'), ...problems(422) },
      },
    },
    async (request) => {
      const { after, limit } = request.query;
      const page = await eventPage(services, caller(request).partner, Number(after), limit);
      if (!page) throw new Problem('cursor_unknown');
      return page;
    },
  );
}

/** The documentation of the API: the document that programs read, as a page. */

import type { FastifyInstance } from 'fastify';
import type { ApiDocument } from '../api/reading.js';
import type { Services } from '../services/index.js';
import { documentationView } from '../views/api/documentation.js';

export function documentationRoutes(app: FastifyInstance, { config }: Services, document: () => ApiDocument): void {
  app.get('/api/documentation', (_request, reply) =>
    reply.page((frame) => documentationView({ frame, document: document(), baseUrl: config.baseUrl })),
  );
}

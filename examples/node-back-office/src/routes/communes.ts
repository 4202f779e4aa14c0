/** Communes by what was typed so far, for the script that completes them. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import { placeLabel } from '../services/places.js';
import { textOf } from '../web/input.js';

export function communeRoutes(app: FastifyInstance, { directory }: Services): void {
  app.get('/communes', { config: { rateLimit: { max: 240, timeWindow: '1 minute' } } }, (request) => {
    const words = textOf(request.query, 'q', 80);
    if (words.length < 2) return [];
    const found = directory.library.communes(words);
    return found.map((commune) => ({ code: commune.code, label: placeLabel(commune) }));
  });
}

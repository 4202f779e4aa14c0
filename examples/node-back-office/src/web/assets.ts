/** What browsers fetch beside pages: the style, the script, the partner's theme. All from this server. */

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fromRoot } from '../root.js';
import type { Services } from '../services/index.js';

/** Files are looked for once, at the start: an address that is none of theirs is a page that does not exist. */
const FILES = { maxAge: '1h', index: false, wildcard: false } as const;

export async function assetRoutes(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  const pico = dirname(createRequire(import.meta.url).resolve('@picocss/pico/css/pico.min.css'));
  await app.register(fastifyStatic, { ...FILES, root: fromRoot('public'), prefix: '/assets/' });
  await app.register(fastifyStatic, {
    ...FILES,
    root: services.config.theme,
    prefix: '/theme/',
    decorateReply: false,
  });
  app.get('/assets/pico.min.css', (_request, reply) => reply.sendFile('pico.min.css', pico));
}

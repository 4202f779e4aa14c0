/** What the service changes for companies. */

import type { FastifyInstance } from 'fastify';
import { DIMENSIONS, impactFigures, type ImpactLook } from '../../services/figures/impact.js';
import type { Services } from '../../services/index.js';
import { impactRows } from '../../services/impact-table.js';
import { labels } from '../../library.js';
import { impactView } from '../../views/steering/impact.js';
import { sendCsv } from '../../web/download.js';
import { isDay, textOf } from '../../web/input.js';

export function impactRoutes(app: FastifyInstance, services: Services): void {
  const { directory } = services;

  app.get('/pilotage/impact', async (request, reply) => {
    const look = readLook(request.query);
    const made = await impactFigures(services, look);
    return reply.page((frame) =>
      impactView({
        frame,
        query: { from: look.from ?? '', until: look.until ?? '', by: look.by, theme: look.themes?.[0] ?? '' },
        themes: directory.library.directory.themes.map((theme) => [theme.id, theme.label] as const),
        made,
      }),
    );
  });

  app.get('/pilotage/impact.csv', async (request, reply) => {
    const look = readLook(request.query);
    const report = await services.figures.impactNow(look);
    return sendCsv(reply, {
      what: 'impact',
      filters: [
        ['par', labels.dimension[look.by]],
        ['du', look.from ?? ''],
        ['au', look.until ?? ''],
        ['theme', look.themes?.[0] ?? ''],
      ],
      rows: impactRows(report),
    });
  });

  function readLook(given: unknown): ImpactLook {
    const by = textOf(given, 'par', 20);
    const from = textOf(given, 'du', 10);
    const until = textOf(given, 'au', 10);
    const theme = textOf(given, 'theme', 200);
    return {
      by: DIMENSIONS.find((known) => known === by) ?? 'theme',
      ...(isDay(from) && { from }),
      ...(isDay(until) && (!isDay(from) || until >= from) && { until }),
      ...(directory.library.directory.themes.some((one) => one.id === theme) && { themes: [theme] }),
    };
  }
}

/** What the service changes for companies. */

import type { FastifyInstance } from 'fastify';
import { impactOf, readFacts } from '../../services/figures.js';
import type { Services } from '../../services/index.js';
import { impactRows } from '../../services/impact-table.js';
import { labels, type ImpactQueryInput } from '../../library.js';
import { DIMENSIONS, impactView } from '../../views/steering/impact.js';
import { sendCsv } from '../../web/download.js';
import { isDay, textOf } from '../../web/input.js';

export function impactRoutes(app: FastifyInstance, services: Services): void {
  const { database, directory } = services;

  app.get('/pilotage/impact', async (request, reply) => {
    const facts = await readFacts(database);
    const query = readQuery(request.query);
    const whole = { ...query, by: undefined };
    const report = await impactOf(services, facts, query);
    const months = await impactOf(services, facts, { ...whole, period: 'month' });
    const territories = await impactOf(services, facts, { ...whole, by: 'departement' });
    return reply.page((frame) =>
      impactView({
        frame,
        query: { from: query.from ?? '', until: query.until ?? '', by: query.by, theme: query.themes?.[0] ?? '' },
        themes: directory.library.directory.themes.map((theme) => [theme.id, theme.label] as const),
        report,
        months,
        territories,
      }),
    );
  });

  app.get('/pilotage/impact.csv', async (request, reply) => {
    const query = readQuery(request.query);
    const report = await impactOf(services, await readFacts(database), query);
    return sendCsv(reply, {
      what: 'impact',
      filters: [
        ['par', labels.dimension[query.by]],
        ['du', query.from ?? ''],
        ['au', query.until ?? ''],
        ['theme', query.themes?.[0] ?? ''],
      ],
      rows: impactRows(report),
    });
  });

  function readQuery(given: unknown): Omit<ImpactQueryInput, 'on'> & { from?: string; until?: string; by: (typeof DIMENSIONS)[number] } {
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

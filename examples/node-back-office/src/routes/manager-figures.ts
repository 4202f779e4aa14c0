/** The figures of managers: those of steering, of the needs that are theirs. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { labels, type Actor, type ImpactQueryInput } from '../library.js';
import type { Area } from '../security/areas.js';
import { actorOf, figuresAllowed } from '../services/access.js';
import { impactFigures, type Dimension, type ImpactLook } from '../services/figures/impact.js';
import { impactRows } from '../services/impact-table.js';
import type { Services } from '../services/index.js';
import { impactView } from '../views/steering/impact.js';
import { sendCsv } from '../web/download.js';
import { isDay, textOf } from '../web/input.js';
import { NotFound } from '../web/visitors.js';

interface Managed {
  area: Area;
  path: string;
  title: string;
  lead: string;
  /** The first is the one of who has not chosen. */
  dimensions: readonly [Dimension, ...Dimension[]];
  /** Which needs are theirs. */
  theirs(actor: Actor): Pick<ImpactQueryInput, 'antennes' | 'origins'>;
}

export function managerFigures(app: FastifyInstance, services: Services, managed: Managed): void {
  const { path, title, lead, dimensions } = managed;

  app.get(path, async (request, reply) => {
    const query = readQuery(request);
    const made = await impactFigures(services, query);
    return reply.page((frame) =>
      impactView({
        frame,
        place: { path, title, lead, dimensions },
        query: { from: query.from ?? '', until: query.until ?? '', by: query.by, theme: query.themes?.[0] ?? '' },
        themes: services.directory.library.directory.themes.map((theme) => [theme.id, theme.label] as const),
        made,
      }),
    );
  });

  app.get(`${path}.csv`, async (request, reply) => {
    const query = readQuery(request);
    const report = await services.figures.impactNow(query);
    return sendCsv(reply, {
      what: title,
      filters: [
        ['par', labels.dimension[query.by]],
        ['du', query.from ?? ''],
        ['au', query.until ?? ''],
        ['theme', query.themes?.[0] ?? ''],
      ],
      rows: impactRows(report),
    });
  });

  function readQuery({ visitor, query: given }: FastifyRequest): ImpactLook {
    const { library } = services.directory;
    const actor = actorOf(services, visitor, managed.area);
    if (!actor || !figuresAllowed(actor)) throw new NotFound();
    const by = textOf(given, 'par', 20);
    const from = textOf(given, 'du', 10);
    const until = textOf(given, 'au', 10);
    const theme = textOf(given, 'theme', 200);
    return {
      by: dimensions.find((known) => known === by) ?? dimensions[0],
      ...(isDay(from) && { from }),
      ...(isDay(until) && (!isDay(from) || until >= from) && { until }),
      ...(library.directory.themes.some((one) => one.id === theme) && { themes: [theme] }),
      ...managed.theirs(actor),
    };
  }
}

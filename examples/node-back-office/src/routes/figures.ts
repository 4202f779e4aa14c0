/** Figures of the service, for anybody, where the service publishes them. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import type { PublicFigures } from '../services/public-figures/measured.js';
import { publicFigures } from '../services/public-figures/reader.js';
import type { ImpactReport, Share } from '../library.js';
import type { Cell } from '../services/csv.js';
import { figuresView, periodName } from '../views/figures.js';
import { sendCsv } from '../web/download.js';
import { NotFound } from '../web/visitors.js';

export function figureRoutes(app: FastifyInstance, services: Services): void {
  const figures = publicFigures(services);
  const published = (): Promise<PublicFigures | undefined> => {
    if (!services.config.publicFigures) throw new NotFound();
    return figures.read();
  };

  app.get('/chiffres', async (_request, reply) => {
    const read = await published();
    return reply.page((frame) => figuresView({ frame, figures: read }));
  });

  app.get('/chiffres.csv', async (_request, reply) => {
    const read = await published();
    if (!read) throw new NotFound();
    const { from, until } = read;
    return sendCsv(reply, { what: 'chiffres', filters: [['du', from], ['au', until]], rows: rowsOf(read) });
  });
}

const HEAD = [
  'Détail',
  'Groupe',
  'Besoins',
  'Besoins transmis',
  'Besoins avec un échange',
  'Part des besoins transmis avec un échange',
  'Besoins aidés',
  'Part des besoins transmis aidés',
];

function rowsOf({ total, themes, territories, periods }: PublicFigures): Cell[][] {
  const row = (detail: string, group: string, { funnel, exchanged, helped }: ImpactReport['total']): Cell[] => [
    detail,
    group,
    funnel.deposited,
    funnel.matched,
    funnel.exchanged,
    rounded(exchanged),
    funnel.helped,
    rounded(helped),
  ];
  return [
    HEAD,
    row('Ensemble', 'Ensemble', total),
    ...themes.rows.map((one) => row('Thème', one.label, one.figures)),
    ...territories.rows.map((one) => row('Département', one.label, one.figures)),
    ...periods.map((one) => row('Période', periodName(one), one.figures)),
  ];
}

const rounded = ({ value }: Share): Cell => (value == null ? value : Math.round(value * 10_000) / 10_000);

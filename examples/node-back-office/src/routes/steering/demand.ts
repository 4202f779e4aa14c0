/** What is asked of each institution, and what keeps needs from it. */

import type { FastifyInstance } from 'fastify';
import { addDays, dayOf } from '../../clock.js';
import { demandOf } from '../../services/demand.js';
import type { Services } from '../../services/index.js';
import { labels, type DemandReport } from '../../library.js';
import type { Cell } from '../../services/csv.js';
import { demandView, type DemandQuery } from '../../views/steering/demand.js';
import { sendCsv } from '../../web/download.js';
import { isDay, textOf } from '../../web/input.js';

/** The period that is looked at where none is asked for. */
const DAYS = 90;

export function demandRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, directory } = services;

  app.get('/pilotage/sollicitations', async (request, reply) => {
    const query = queryIn(request.query);
    const report = query.institution ? await reportOf(query) : undefined;
    const { institutions, antennes } = directory.library.directory;
    return reply.page((frame) =>
      demandView({
        frame,
        query,
        institutions: institutions.map((one) => [one.id, one.name] as const),
        antennes: antennes.filter((one) => one.institution === query.institution).map((one) => [one.id, one.name] as const),
        report,
      }),
    );
  });

  app.get('/pilotage/sollicitations.csv', async (request, reply) => {
    const query = queryIn(request.query);
    const report = query.institution ? await reportOf(query) : undefined;
    return sendCsv(reply, {
      what: 'sollicitations',
      filters: [
        ['institution', query.institution],
        ['antenne', query.antenne],
        ['du', query.from],
        ['au', query.until],
      ],
      rows: rowsOf(report),
    });
  });

  /** An antenne is one of the rows of its institution's antennes. */
  async function reportOf({ institution, antenne, from, until }: DemandQuery): Promise<DemandReport> {
    const by = antenne ? 'antenne' : 'institution';
    const report = await demandOf(services, database, { institution, by, from, until });
    const wanted = antenne && antenne !== ALL ? report.rows.filter((row) => row.id === antenne) : report.rows;
    return { ...report, rows: wanted };
  }

  function queryIn(given: unknown): DemandQuery {
    const { directory: kept } = directory.library;
    const institution = textOf(given, 'institution', 200);
    const antenne = textOf(given, 'antenne', 200);
    const [from, until] = [textOf(given, 'du', 10), textOf(given, 'au', 10)];
    const end = isDay(until) ? until : dayOf(clock());
    const start = isDay(from) && from <= end ? from : dayOf(addDays(new Date(`${end}T12:00:00Z`), -DAYS));
    const known = kept.institution(institution) !== undefined;
    return {
      institution: known ? institution : '',
      antenne: known && (antenne === ALL || kept.antenne(antenne)?.institution === institution) ? antenne : '',
      from: start,
      until: end,
    };
  }
}

/** Each antenne on a row of its own. */
const ALL = '*';

const RULES = Object.keys(labels.rule) as (keyof typeof labels.rule)[];

function rowsOf(report: DemandReport | undefined): Cell[][] {
  const head = [
    'Identifiant',
    'Nom',
    'Besoins sur ses sujets et son territoire',
    'Proposés par les règles',
    ...RULES.map((rule) => `Arrêtés par : ${labels.rule[rule]}`),
    'Sur ses sujets, hors de son territoire',
    'Envoyés',
    'Avec une réponse',
    'Aidés',
    'Changement',
    'Besoins en plus',
    'En une phrase',
  ];
  const rows = (report?.rows ?? []).flatMap((row) => {
    const stops = RULES.map((rule) => row.stopped.find((one) => one.rule === rule)?.needs ?? 0);
    const { sent, answered, helped } = row.referrals ?? { sent: 0, answered: 0, helped: 0 };
    const figures: Cell[] = [row.id, row.name, row.asked, row.matched, ...stops, row.outside, sent, answered, helped];
    if (row.changes.length === 0) return [[...figures, '', '', '']];
    return row.changes.map((change): Cell[] => [...figures, labels.demandChangeKind[change.kind], change.needs, change.sentence]);
  });
  return [head, ...rows];
}

/** Where experts are missing. */

import type { FastifyInstance } from 'fastify';
import { csvOf } from '../../services/csv.js';
import type { Services } from '../../services/index.js';
import type { Coverage, Library, Profile } from '../../library.js';
import { coverageView, type SubjectLine } from '../../views/steering/coverage.js';
import type { MapZone } from '../../views/steering/map.js';
import { bandLabel, HEADCOUNT_BANDS } from '../../views/labels.js';
import { textOf } from '../../web/input.js';

export function coverageRoutes(app: FastifyInstance, { config, directory }: Services): void {
  app.get('/pilotage/couverture', async (request, reply) => {
    const { library } = directory;
    const band = bandOf(request.query);
    const subject = library.subject(textOf(request.query, 'sujet', 200));
    const coverage = await library.coverage(config.territory, profileOf(band));
    const lines = linesOf(coverage);
    const shown = subject ? coverage.subjects.filter((one) => one.subject.id === subject.id) : coverage.subjects;
    return reply.page((frame) =>
      coverageView({
        frame,
        territory: config.territory.map((zone) => nameOf(library, zone)).join(', '),
        communes: coverage.communes,
        population: coverage.population,
        subject: subject?.id ?? '',
        subjects: library.subjects.map((one) => [one.id, one.label] as const),
        band,
        zones: zonesOf(library, shown),
        lines: subject ? lines.filter((line) => line.id === subject.id) : lines,
        gaps: subject ? (shown[0]?.gaps ?? []) : [],
      }),
    );
  });

  app.get('/pilotage/couverture.csv', async (request, reply) => {
    const { library } = directory;
    const coverage = await library.coverage(config.territory, profileOf(bandOf(request.query)));
    const rows = coverage.subjects.flatMap((one) =>
      one.byZone.map((zone) => [
        one.subject.id,
        one.subject.label,
        zone.zone,
        nameOf(library, zone.zone),
        zone.communes,
        zone.gapCommunes,
        zone.population,
        zone.gapPopulation,
        zone.fewest,
        zone.most,
      ]),
    );
    const head = ['sujet', 'libellé', 'zone', 'nom', 'communes', 'communes sans expert', 'population', 'population sans expert', 'experts au moins', 'experts au plus'];
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="couverture.csv"')
      .send(csvOf([head, ...rows]));
  });
}

const bandOf = (query: unknown): string => {
  const band = textOf(query, 'effectif', 2);
  return HEADCOUNT_BANDS.some(([known]) => known === band) && bandLabel(band) !== band ? band : '';
};

/** With a headcount, criteria count too; without one, only who handles what and where. */
const profileOf = (band: string): Profile | undefined =>
  band === '' ? undefined : { headcountBand: band as NonNullable<Profile['headcountBand']> };

const nameOf = (library: Library, zone: string): string => library.zoneName(zone) ?? zone;

function linesOf(coverage: Coverage): SubjectLine[] {
  return coverage.subjects.map((one) => ({
    id: one.subject.id,
    label: one.subject.label,
    gapCommunes: one.gapCommunes,
    gapPopulation: one.gapPopulation,
    share: coverage.population === 0 ? 0 : one.gapPopulation / coverage.population,
    where: one.gaps.slice(0, 3).map((gap) => gap.name),
    more: Math.max(0, one.gaps.length - 3),
  }));
}

/** For each département, the share of inhabitants whom nobody serves, over the subjects that are shown. */
function zonesOf(library: Library, subjects: Coverage['subjects']): MapZone[] {
  const sums = new Map<string, { gap: number; all: number }>();
  for (const one of subjects) {
    for (const zone of one.byZone) {
      const sum = sums.get(zone.zone) ?? { gap: 0, all: 0 };
      sums.set(zone.zone, { gap: sum.gap + zone.gapPopulation, all: sum.all + zone.population });
    }
  }
  return [...sums].map(([zone, { gap, all }]) => ({
    code: zone.split(':')[1] ?? zone,
    name: nameOf(library, zone),
    gap: all === 0 ? 0 : gap / all,
  }));
}

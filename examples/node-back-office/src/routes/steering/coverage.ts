/** Where experts are missing. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import type { Coverage, Library, Profile } from '../../library.js';
import { coverageView, type SubjectLine } from '../../views/steering/coverage.js';
import type { MapZone } from '../../views/steering/map.js';
import { ACTIVITIES, HEADCOUNT_BANDS } from '../../views/labels.js';
import { sendCsv } from '../../web/download.js';
import { textOf } from '../../web/input.js';

/** How coverage is looked at: by which company, and through which institution. */
interface Look {
  institution: string;
  band: string;
  nature: string;
}

export function coverageRoutes(app: FastifyInstance, { config, directory }: Services): void {
  app.get('/pilotage/couverture', async (request, reply) => {
    const { library } = directory;
    const { look, subject, coverage, shown } = await lookedAt(request.query);
    return reply.page((frame) =>
      coverageView({
        frame,
        territory: config.territory.map((zone) => nameOf(library, zone)).join(', '),
        communes: coverage.communes,
        population: coverage.population,
        unreachable: library.unreachable.length,
        subject: subject?.id ?? '',
        subjects: library.subjects.map((one) => [one.id, one.label] as const),
        institutions: library.directory.institutions.map((one) => [one.id, one.name] as const),
        ...look,
        zones: zonesOf(library, shown),
        lines: linesOf(shown, coverage.population),
        gaps: subject ? (shown[0]?.gaps ?? []) : [],
      }),
    );
  });

  app.get('/pilotage/couverture.csv', async (request, reply) => {
    const { library } = directory;
    const { look, subject, shown } = await lookedAt(request.query);
    const rows = shown.flatMap((one) =>
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
    return sendCsv(reply, {
      what: 'couverture',
      filters: [
        ['sujet', subject?.id ?? ''],
        ['institution', look.institution],
        ['effectif', look.band],
        ['nature', look.nature],
      ],
      rows: [HEAD, ...rows],
    });
  });

  /** What the page shows, and the file too. */
  async function lookedAt(query: unknown) {
    const { library } = directory;
    const look = readLook(library, query);
    const subject = library.subject(textOf(query, 'sujet', 200));
    const coverage = await library.coverage(config.territory, profileOf(look), look.institution);
    // Through one institution, subjects that it does not handle say nothing.
    const shown = coverage.subjects.filter((one) =>
      subject ? one.subject.id === subject.id : !look.institution || handles(library, look.institution, one.subject.id),
    );
    return { look, subject, coverage, shown };
  }
}

const HEAD = [
  'Sujet',
  'Libellé',
  'Zone',
  'Nom',
  'Communes',
  'Communes sans expert',
  'Habitants',
  'Habitants sans expert',
  'Experts au moins',
  'Experts au plus',
];

function readLook(library: Library, query: unknown): Look {
  const among = (name: string, known: readonly (readonly [string, string])[]): string => {
    const given = textOf(query, name, 200);
    return known.some(([id]) => id === given) ? given : '';
  };
  return {
    institution: among('institution', library.directory.institutions.map((one) => [one.id, one.name])),
    band: among('effectif', HEADCOUNT_BANDS),
    nature: among('nature', ACTIVITIES),
  };
}

/** With facts about a company, criteria count too; without any, only who handles what and where. */
function profileOf({ band, nature }: Look): Profile | undefined {
  if (!band && !nature) return undefined;
  return {
    ...(band && { headcountBand: band as NonNullable<Profile['headcountBand']> }),
    ...(nature && { activities: [nature as NonNullable<Profile['activities']>[number]] }),
  };
}

export function handles(library: Library, institution: string, subject: string): boolean {
  return library.directory.experts.some(
    (expert) =>
      library.institutionOf(expert)?.id === institution && expert.competences.some((one) => one.subject === subject),
  );
}

const nameOf = (library: Library, zone: string): string => library.zoneName(zone) ?? zone;

export function linesOf(subjects: Coverage['subjects'], population: number): SubjectLine[] {
  return subjects.map((one) => ({
    id: one.subject.id,
    label: one.subject.label,
    gapCommunes: one.gapCommunes,
    gapPopulation: one.gapPopulation,
    share: population === 0 ? 0 : one.gapPopulation / population,
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

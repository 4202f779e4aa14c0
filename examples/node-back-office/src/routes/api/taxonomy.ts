/** What a partner's forms need to know: the subjects and their questions, and which commune is meant. */

import type { FastifyInstance } from 'fastify';
import { answer, problems } from '../../api/answers.js';
import { snakeCased } from '../../api/casing.js';
import type { Services } from '../../services/index.js';

interface PlaceBody {
  code?: string | null;
  postal_code?: string | null;
  town?: string | null;
  address?: string | null;
  departement?: string | null;
}

export function taxonomyRoutes(api: FastifyInstance, services: Services): void {
  api.get(
    '/api/v1/subjects',
    {
      schema: {
        operationId: 'listSubjects',
        tags: ['Référence'],
        summary: 'Les thèmes, les sujets et leurs questions',
        description: 'Ceux de l’annuaire en service. Une question sans choix se répond par true ou false, une autre par un ou plusieurs de ses choix.',
        response: { 200: answer('Taxonomy', 'Ce qui peut être demandé aujourd’hui.'), ...problems() },
      },
    },
    () => {
      const { library } = services.directory;
      return { themes: library.directory.themes, subjects: library.subjects };
    },
  );

  api.post<{ Body: PlaceBody }>(
    '/api/v1/locate',
    {
      schema: {
        operationId: 'locatePlace',
        tags: ['Référence'],
        summary: 'De quelle commune il s’agit',
        description: 'Un dépôt ne prend qu’une commune certaine : demandez-la d’abord si l’adresse est saisie à la main.',
        body: { $ref: 'LocateRequest#' },
        response: { 200: answer('Location', 'La commune, ou pourquoi on ne peut pas le dire.'), ...problems(400, 408, 413, 415, 422) },
      },
    },
    ({ body: { code, postal_code: postalCode, town, address, departement } }) => {
      const parts = { code, postalCode, town, address, departement };
      const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null && part !== undefined));
      return snakeCased(services.directory.library.locate(given));
    },
  );
}

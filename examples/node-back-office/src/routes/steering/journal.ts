/** Who saw or did what. */

import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services/index.js';
import { isFoundIn, searchOf } from '../../services/words.js';
import { accountActors, journalList } from '../../store/audit-list.js';
import { ACTION_CODES, ACTORS, journalView } from '../../views/steering/journal.js';
import { isUuid, textOf } from '../../web/input.js';
import { readListing } from '../../web/listing.js';

export function journalRoutes(app: FastifyInstance, { database, directory }: Services): void {
  app.get('/pilotage/journal', async (request, reply) => {
    const { library } = directory;
    const given = textOf(request.query, 'besoin', 36);
    const need = isUuid(given) ? given : '';
    const read = readListing(request.query, { q: 'words', action: ACTION_CODES, du: 'day', au: 'day' });
    const listing = { ...read, odd: read.odd || given !== need, filters: { ...read.filters, besoin: need } };
    const { q = '', action = '', du = '', au = '' } = read.filters;
    const actors = q ? await actorsNamed(q) : undefined;
    const page = await journalList(database, { need, actors, action, from: du, until: au }, listing);
    return reply.page((frame) => journalView({ frame, listing, page, nameOf: (expert) => library.expert(expert)?.name ?? expert }));
  });

  /** Those whose names hold the words: accounts, experts of the directory, and who is nobody in particular. */
  async function actorsNamed(words: string): Promise<string[]> {
    const experts = directory.library.directory.experts.filter((expert) => isFoundIn(expert.name, words));
    const others = Object.entries(ACTORS).filter(([, name]) => isFoundIn(name, words));
    const search = searchOf(words);
    return [...(search ? await accountActors(database, search) : []), ...experts.map((one) => `expert:${one.id}`), ...others.map(([actor]) => actor)];
  }
}

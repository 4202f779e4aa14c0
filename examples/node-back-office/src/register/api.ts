/** The API Recherche d'entreprises, or whatever answers as it does. */

import { LRUCache } from 'lru-cache';
import { readLookup, readSearch } from './answers.js';
import { caller, RegisterDown, RegisterRefused, type CallOptions } from './calls.js';
import { MOST_COMPANIES, type Lookup, type Query, type Register, type Search } from './register.js';

/** Answers are kept for the time of a form, so that its pages and previews ask once. */
const KEPT_MINUTES = 10;
/** A facility that is not there may have been registered since. */
const UNKNOWN_KEPT_MINUTES = 1;
const MOST_KEPT = 300;
/** More communes than any postal code has. */
const MOST_COMMUNES = 60;

export function apiRegister(options: CallOptions): Register {
  const calls = caller(options);
  const cache = new LRUCache<string, Lookup | Search, () => Promise<Lookup | Search>>({
    max: MOST_KEPT,
    ttl: KEPT_MINUTES * 60_000,
    // Those who ask the same at once share one question; what fails is not kept.
    fetchMethod: async (_key, _before, { context, options: keep }) => {
      const answer = await context();
      if (answer.is === 'unknown') keep.ttl = UNKNOWN_KEPT_MINUTES * 60_000;
      return answer;
    },
  });

  async function kept<Answer extends Lookup | Search>(key: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      // The key tells which of the two kinds of answers it is.
      return (await cache.fetch(key, { context: ask })) as Answer | undefined;
    } catch (error) {
      if (error instanceof RegisterDown) return undefined;
      throw error;
    }
  }

  return {
    isPublic: true,
    state: () => (calls.isDown() ? 'down' : 'ok'),
    async find(siret) {
      try {
        const params = { q: siret, per_page: '1' };
        return (await kept(`find ${siret}`, () => calls.ask(params, (text) => readLookup(text, siret)))) ?? { is: 'down' };
      } catch (error) {
        // A number whose keys are right is a question: a register that takes it for none is not what it was.
        if (error instanceof RegisterRefused) return { is: 'down' };
        throw error;
      }
    },
    async search(query) {
      const params = paramsOf(query);
      try {
        return (await kept(`search ${JSON.stringify(params)}`, () => calls.ask(params, readSearch))) ?? { is: 'down' };
      } catch (error) {
        if (error instanceof RegisterRefused) return { is: 'refused' };
        throw error;
      }
    },
  };
}

function paramsOf(query: Query): Record<string, string> {
  if ('siren' in query) return { q: query.siren, per_page: '1', limite_matching_etablissements: '100' };
  const { name, communes = [] } = query;
  return {
    q: name,
    ...(communes.length > 0 && { code_commune: communes.slice(0, MOST_COMMUNES).join(',') }),
    per_page: `${MOST_COMPANIES}`,
    limite_matching_etablissements: '20',
  };
}

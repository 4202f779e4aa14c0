/** A company that does not know its SIRET looks for it by its name, on the first page and without losing a word. */

import { searchByName } from '../../services/company-search.js';
import { readSiret } from '../../services/facts.js';
import type { Services } from '../../services/index.js';
import type { StartViewProps } from '../../views/portal/start.js';
import { textOf } from '../../web/input.js';
import { failureLimit } from '../../web/limits.js';

/** What of the first page depends on the search. */
type Found = Pick<StartViewProps, 'commune' | 'errors' | 'choices' | 'sought'>;

export interface NameSearch {
  /** Whether the form looks for a name: its button was pressed, or another name was typed and Enter. */
  isWanted(body: unknown): boolean;
  look(body: unknown, visitor: string): Promise<Found>;
}

/** What is public already may be searched by strangers; but nobody reads the register through this service. */
const MOST = 20;
const MINUTES = 10;

export function nameSearch(services: Services): NameSearch {
  const { register, clock } = services;
  const searches = failureLimit(clock, MOST, MINUTES);
  return {
    isWanted(body) {
      if (!register.isPublic) return false;
      if (textOf(body, 'chercher', 3)) return true;
      const sought = textOf(body, 'sought', 80);
      return sought !== '' && sought !== textOf(body, 'sought_before', 80) && !readSiret(body);
    },
    async look(body, visitor) {
      const name = textOf(body, 'sought', 80);
      const commune = { code: '', text: textOf(body, 'commune', 120) };
      if (searches.isReached(visitor)) return { commune, errors: { sought: TOO_MANY }, sought: { name, search: undefined } };
      searches.fail(visitor);
      const { place, errors, choices, search } = await searchByName(services, body, 'sought');
      return { commune: place, errors, choices, sought: { name, search } };
    },
  };
}

const TOO_MANY = 'Vous avez fait beaucoup de recherches : attendez un moment, ou continuez sans SIRET.';

/** What a register says of a facility, beside what was said of it. */

import type { Company, Facts, Library } from '../library.js';
import { completed } from './completing.js';
import { placeLabel } from './places.js';

/** Where a facility is: where it was said to be, or in a part of it; closed, or elsewhere. */
export type Registered = { is: 'there'; commune: string } | { is: 'closed' } | { is: 'elsewhere'; where: string };

export function registeredPlace(library: Library, said: string, known: Pick<Company, 'closed' | 'commune'>): Registered {
  if (known.closed) return { is: 'closed' };
  const { commune } = known;
  if (!commune || !said || commune === said) return { is: 'there', commune: said || (commune ?? '') };
  const place = library.commune(commune);
  // The register tells arrondissements apart, and people write `Paris`.
  if (place?.zones.some((zone) => zone === `commune:${said}`)) return { is: 'there', commune };
  return { is: 'elsewhere', where: place ? placeLabel(place) : commune };
}

/** What was said, as far as the register does not know better. */
export function registeredFacts(said: Facts, known: Company): Facts {
  const { facts } = completed({}, known);
  const { headcount, headcountBand, ...rest } = said;
  const counted = facts.headcount !== undefined || facts.headcountBand !== undefined;
  return {
    ...rest,
    ...(!counted && headcount !== undefined && { headcount }),
    ...(!counted && headcountBand !== undefined && { headcountBand }),
    ...facts,
    commune: said.commune,
  };
}

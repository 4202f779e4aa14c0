/** A company on the portal: what the register says of its SIRET outranks what a visitor writes. */

import type { Company } from '../library.js';
import type { Lookup } from '../register/register.js';
import type { Errors } from '../views/forms.js';
import type { Services } from './index.js';
import { placeLabel, type PlaceAnswer } from './places.js';

export interface CompanyAsked {
  lookup: Lookup;
  /** What the register knows of the company. */
  known: Company | undefined;
  /** Where it is: what was written, or what the register says where nothing was. */
  commune: PlaceAnswer;
  errors: Errors;
}

/** Looks a company up, whose SIRET may be blank and otherwise is one. */
export async function lookUp({ directory, register }: Services, siret: string, written: PlaceAnswer, isBlank: boolean): Promise<CompanyAsked> {
  const lookup: Lookup = siret ? await register.find(siret) : { is: 'none' };
  const known = lookup.is === 'found' ? lookup.company : undefined;
  const place = known?.commune ? directory.library.commune(known.commune) : undefined;
  const where = place ? { code: place.code, text: placeLabel(place) } : undefined;
  const asked = (errors: Errors, commune = written): CompanyAsked => ({ lookup, known, commune, errors });

  if (known?.closed) return asked({ siret: 'Cet établissement est fermé d’après le registre : vérifiez le SIRET.' });
  if (isBlank && where) return asked({}, { value: where });
  if (isBlank && lookup.is === 'down') return asked({ commune: 'Le registre ne répond pas pour l’instant : indiquez la commune.' });
  if (written.error) return asked({ commune: written.error });
  if (!place || !where || place.code === written.value.code) return asked({});
  // The register tells arrondissements apart, and people write `Paris`.
  if (place.zones.some((zone) => zone === `commune:${written.value.code}`)) return asked({}, { value: where });
  return asked({ siret: `Cet établissement est à ${where.text} d’après le registre : vérifiez le SIRET ou la commune.` });
}

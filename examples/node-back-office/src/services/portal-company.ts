/** A company on the portal: what the register says of its SIRET outranks what a visitor writes. */

import type { Company } from '../library.js';
import type { Lookup } from '../register/register.js';
import type { Errors } from '../views/forms.js';
import type { Services } from './index.js';
import { placeLabel, type PlaceAnswer } from './places.js';
import { registeredPlace } from './registered.js';

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
  const asked = (errors: Errors, commune = written): CompanyAsked => ({ lookup, known, commune, errors });
  const place = known && registeredPlace(directory.library, isBlank ? '' : written.value.code, known);

  if (place?.is === 'closed') return asked({ siret: 'Cet établissement est fermé d’après le registre : vérifiez le SIRET.' });
  if (isBlank && lookup.is === 'down') return asked({ commune: 'Le registre ne répond pas pour l’instant : indiquez la commune.' });
  const isRead = !(isBlank && place?.is === 'there' && place.commune);
  if (isRead && written.error) return asked({ commune: written.error });
  if (place?.is === 'elsewhere') return asked({ siret: `Cet établissement est à ${place.where} d’après le registre : vérifiez le SIRET ou la commune.` });
  if (!place?.commune || place.commune === written.value.code) return asked({});
  const commune = directory.library.commune(place.commune);
  return asked({}, { value: { code: place.commune, text: commune ? placeLabel(commune) : place.commune } });
}

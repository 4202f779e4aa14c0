/** What the address of a partner's page says beforehand. It is shown, checked, and the company's to change. */

import { dayOf } from '../../clock.js';
import type { Subject } from '../../library.js';
import type { Errors } from '../../views/forms.js';
import { listOf, textOf } from '../../web/input.js';
import { MOST_SUBJECTS } from '../bounds.js';
import { readSiret, siretFault } from '../facts.js';
import type { Services } from '../index.js';
import { readPlace, type PlaceChoice } from '../places.js';

export interface Prefilled {
  subjects: Subject[];
  commune: { code: string; text: string };
  siret: string;
  errors: Errors;
  choices?: PlaceChoice[] | undefined;
}

/** From `?sujet=…&commune=…&code_postal=…&siret=…`; what cannot be taken is said. */
export function prefilled({ directory, clock }: Services, query: unknown): Prefilled {
  const { library } = directory;
  const errors: Errors = {};
  const wanted = listOf(query, 'sujet', 20);
  const offered = library.subjects.filter((subject) => wanted.includes(subject.id));
  const subjects = offered.slice(0, MOST_SUBJECTS);
  if (wanted.length > subjects.length) errors['sujet'] = 'Le lien indique un sujet qui n’est pas proposé, ou plus de trois : vous choisirez à l’étape suivante.';

  const text = [textOf(query, 'code_postal', 10), textOf(query, 'commune', 100)].filter(Boolean).join(' ');
  const place = text ? readPlace(library, { commune: text }) : { value: { code: '', text: '' } };
  if (place.error) errors['commune'] = place.error;

  const siret = readSiret(query);
  const fault = siret && siretFault(library, siret, dayOf(clock()));
  if (fault) errors['siret'] = fault;
  return { subjects, commune: place.value, siret, errors, choices: place.choices };
}

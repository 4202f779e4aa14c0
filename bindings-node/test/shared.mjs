// What tests share: the sample directory, the vectors of the project, and a small directory.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = join(PACKAGE, '..');
export const SAMPLE = join(ROOT, 'examples', 'hauts-de-france');
export const VECTORS = join(ROOT, 'core', 'tests', 'vectors');

export const vectors = (name) => JSON.parse(readFileSync(join(VECTORS, name), 'utf8'));

/** The files of directories, needs and experts: those that are JSON arrays. */
export const MATCHING = readdirSync(VECTORS)
  .filter((name) => name.endsWith('.json') && Array.isArray(vectors(name)))
  .sort();

/** `created_on` → `createdOn`: how the vectors' names are written here. */
export const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
export const camelKeys = (object) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [camel(name), value]));

/** A subject with a question, held by one expert everywhere and by another who asks for more. */
export const SMALL = JSON.stringify({
  themes: [{ id: 'emploi', label: 'Emploi' }],
  subjects: [
    {
      id: 'recruter',
      theme: 'emploi',
      label: 'Recruter',
      questions: [{ id: 'handicap', label: 'Une personne handicapée ?' }],
    },
  ],
  institutions: [
    { id: 'cci', name: 'CCI', aliases: ['chambre'] },
    { id: 'akto', name: 'AKTO', categories: ['opco'] },
  ],
  antennes: [{ id: 'somme', institution: 'cci', name: 'Somme', zones: ['departement:80'] }],
  experts: [
    {
      id: 'recrutement',
      antenne: 'somme',
      name: 'Conseiller recrutement',
      email: 'recrutement@cci.example',
      absences: [{ from: '2026-11-20', until: '2026-11-30' }],
      competences: [{ subject: 'recruter', note: 'sur rendez-vous' }],
    },
    {
      id: 'grands-comptes',
      antenne: 'somme',
      name: 'Conseiller grands comptes',
      competences: [{ subject: 'recruter' }],
      criteria: [{ min_headcount: 50, when_unknown: 'accept' }],
    },
  ],
});

/** The error that a call throws. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** The error with which a promise is rejected. */
export async function rejected(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was rejected');
}

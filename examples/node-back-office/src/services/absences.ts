/** When experts are away and who stands in, as they say themselves. */

import { addDays, dayOf } from '../clock.js';
import type { Expert, Library, SaidAbsence } from '../library.js';
import { audit } from '../store/audit.js';
import { addAbsence, currentAbsences, withdrawAbsence } from '../store/absences.js';
import { isDay } from '../web/input.js';
import type { Services } from './index.js';

/** So many absences may be ahead, and none ends later than that. */
const MOST_AHEAD = 20;
const MOST_DAYS = 366;

export type AbsenceErrors = Partial<Record<'from' | 'until' | 'substitute', string>>;

/** Colleagues who may stand in: of the same institution, in service, and who can be written to; of the antenne first. */
export function colleaguesOf(library: Library, id: string): Expert[] {
  const own = library.expert(id);
  const colleagues = colleaguesIn(library, own && library.institutionOf(own)?.id, id);
  const elsewhere = (one: Expert): number => (one.antenne === own?.antenne ? 0 : 1);
  return colleagues.sort((a, b) => elsewhere(a) - elsewhere(b) || a.name.localeCompare(b.name, 'fr'));
}

/** The experts of an institution who are in service and can be written to, but for one. */
export const colleaguesIn = (library: Library, institution: string | undefined, but: string): Expert[] =>
  library.directory.experts.filter(
    (one) => one.id !== but && one.active && library.isReachable(one.id) && library.institutionOf(one)?.id === institution,
  );

export interface SaidForm {
  from: string;
  until: string;
  substitute: string;
}

/** Keeps an absence, or says what is wrong with it. */
export async function sayAbsence(services: Services, expert: string, form: SaidForm): Promise<AbsenceErrors> {
  const { clock, database, directory } = services;
  const errors = await faultsOf(services, expert, form);
  if (Object.keys(errors).length > 0) return errors;
  await database.transaction(async (tx) => {
    await addAbsence(tx, { expert, from: form.from, until: form.until, substitute: form.substitute || null }, clock());
    await audit(tx, { actor: `expert:${expert}`, action: 'absence_said', at: clock(), detail: `${form.from} ${form.until} ${form.substitute}`.trim() });
  });
  await directory.freshen(true);
  return {};
}

async function faultsOf({ clock, database, directory }: Services, expert: string, form: SaidForm): Promise<AbsenceErrors> {
  const { from, until, substitute } = form;
  const today = dayOf(clock());
  const errors: AbsenceErrors = {};
  if (!isDay(from)) errors.from = 'Indiquez le premier jour.';
  if (!isDay(until)) errors.until = 'Indiquez le dernier jour.';
  else if (until < today) errors.until = 'Ce jour est passé.';
  else if (until < from) errors.until = 'Le dernier jour est avant le premier.';
  else if (until > dayOf(addDays(clock(), MOST_DAYS))) errors.until = 'Au plus un an à l’avance.';
  const { library } = directory;
  if (substitute && !colleaguesOf(library, expert).some((one) => one.id === substitute)) {
    errors.substitute = 'Choisissez un collègue de la liste.';
  }
  if (Object.keys(errors).length > 0) return errors;
  if ((await currentAbsences(database, today, expert)).length >= MOST_AHEAD) {
    return { from: `${MOST_AHEAD} absences sont déjà prévues : retirez-en une.` };
  }
  // The library refuses circles: somebody would stand in for themselves.
  const one: SaidAbsence = { id: 'new', expert, from, until, substitute: substitute || null };
  if (library.withAbsences([one]).withoutSubstitute.has('new')) {
    return { substitute: 'Cette personne est absente aussi, et sa suppléance revient à vous : choisissez quelqu’un d’autre.' };
  }
  return {};
}

/** Takes an expert's own absence back. */
export async function withdraw(services: Services, id: string, expert: string): Promise<boolean> {
  const { clock, database, directory } = services;
  const done = await database.transaction(async (tx) => {
    if (!(await withdrawAbsence(tx, id, expert, clock()))) return false;
    await audit(tx, { actor: `expert:${expert}`, action: 'absence_withdrawn', at: clock(), detail: id });
    return true;
  });
  await directory.freshen(true);
  return done;
}

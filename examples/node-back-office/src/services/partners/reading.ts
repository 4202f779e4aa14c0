/** A deposit of a partner as the portal's own service takes requests. Whatever is not certain is refused, never guessed. */

import { dayOf } from '../../clock.js';
import type { Answers, Facts, Library, Question } from '../../library.js';
import type { Lookup } from '../../register/register.js';
import type { Contact, Described } from '../../store/diagnoses.js';
import type { DraftNeed } from '../../store/needs.js';
import { readContact } from '../contact.js';
import { faultsOf, siretFault } from '../facts.js';
import type { Services } from '../index.js';
import { placeLabel } from '../places.js';
import { acceptedAnswers, chosenIn } from '../questions.js';
import { registerNote } from '../register-note.js';
import { registeredFacts, registeredPlace } from '../registered.js';
import { Refused, type Fault } from './faults.js';

/** A deposit whose form was checked against its schema. */
export interface NewRequest {
  message: string;
  needs: { subject: string; answers?: Answers }[];
  company: {
    name: string;
    siret?: string;
    commune?: string;
    postal_code?: string;
    town?: string;
    address?: string;
    naf?: string;
    naf_2025?: string;
    headcount?: number;
    headcount_band?: string;
    legal_form?: string;
    created_on?: string;
    activities?: string[];
    opco?: string;
  };
  contact: { name: string; email: string; phone?: string; job?: string };
  consent: { given: true; at?: string };
  reference?: string;
}

export interface ReadRequest {
  story: string;
  company: Described;
  contact: Contact;
  needs: DraftNeed[];
  consentedAt: Date;
}

export async function readRequest(services: Services, given: NewRequest): Promise<ReadRequest> {
  const { library } = services.directory;
  const faults: Fault[] = [];
  const needs = readNeeds(library, given, faults);
  const { contact, errors } = readContact(given.contact);
  for (const [field, detail] of Object.entries(errors)) faults.push({ code: 'contact', where: `/contact/${field}`, detail });
  const consentedAt = readConsent(services, given, faults);
  const story = readText(given.message, '/message', faults);
  const company = await readCompany(services, given, faults);
  if (faults.length > 0 || !company) throw new Refused(faults);
  return { story, company, contact, needs, consentedAt };
}

/** A text as the forms of pages are read, which is more than spaces: the database takes no character NUL. */
function readText(given: string, where: string, faults: Fault[]): string {
  const text = given.replaceAll('\0', '').trim();
  if (!text) faults.push({ code: 'too_short', where, detail: 'Ce texte est vide.' });
  return text;
}

function readNeeds(library: Library, { needs }: NewRequest, faults: Fault[]): DraftNeed[] {
  const seen = new Set<string>();
  return needs.map(({ subject: id, answers = {} }, at) => {
    const where = `/needs/${at}/subject`;
    const subject = library.offers(id) ? library.subject(id) : undefined;
    if (!subject) faults.push({ code: 'unknown_subject', where, detail: `Le sujet « ${id} » n’est pas proposé.`, hint: 'GET /api/v1/subjects donne les sujets.' });
    else if (seen.has(id)) faults.push({ code: 'subject_twice', where, detail: `Le sujet « ${id} » est déjà demandé.` });
    else faults.push(...answerFaults(subject.questions, answers, `/needs/${at}/answers`));
    seen.add(id);
    return { subject: id, answers, comment: '', chosen: null };
  });
}

/** The portal offers what can be answered; here, what is not offered is said. */
function answerFaults(questions: readonly Question[], answers: Answers, where: string): Fault[] {
  const accepted = acceptedAnswers(questions, answers);
  return Object.entries(answers).flatMap(([id, answer]): Fault[] => {
    const at = `${where}/${pointed(id)}`;
    const question = questions.find((one) => one.id === id);
    const hint = questions.length > 0 ? `Les questions de ce sujet : ${questions.map((one) => one.id).join(', ')}.` : 'Ce sujet n’a pas de question.';
    if (!question) return [{ code: 'unknown_question', where: at, detail: `La question « ${id} » n’est pas de ce sujet.`, hint }];
    const taken = accepted[id];
    const whole = taken !== undefined && (typeof taken === 'boolean' || new Set(chosenIn(answer)).size === chosenIn(taken).length);
    if (whole) return [];
    const choices = question.choices.map((choice) => choice.id);
    const expected = choices.length > 0 ? `Un ou plusieurs de : ${choices.join(', ')}.` : 'true ou false.';
    return [{ code: 'unknown_choice', where: at, detail: 'Cette réponse n’est pas proposée.', hint: expected }];
  });
}

/** A key as a part of a JSON pointer. */
export const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What is dated before is no date of a consent; the year 0 is none of the database's either. */
const OLDEST_CONSENT = new Date('2000-01-01T00:00:00Z');

function readConsent({ clock }: Services, { consent }: NewRequest, faults: Fault[]): Date {
  const now = clock();
  const at = consent.at ? new Date(consent.at) : now;
  if (at < OLDEST_CONSENT) {
    faults.push({ code: 'consent_too_old', where: '/consent/at', detail: 'L’accord est daté d’avant l’an 2000.' });
    return now;
  }
  // Clocks differ by a little.
  if (at.getTime() <= now.getTime() + 5 * 60_000) return at;
  faults.push({ code: 'consent_in_future', where: '/consent/at', detail: 'L’accord est daté dans le futur.' });
  return now;
}

async function readCompany(services: Services, { company }: NewRequest, faults: Fault[]): Promise<Described | undefined> {
  const { library } = services.directory;
  const name = readText(company.name, '/company/name', faults);
  const siret = company.siret?.replaceAll(/[\s.]/g, '') ?? '';
  const on = dayOf(services.clock());
  const wrongSiret = siretFault(library, siret, on);
  if (wrongSiret) faults.push({ code: 'siret', where: '/company/siret', detail: wrongSiret });
  const lookup: Lookup = siret && !wrongSiret ? await services.register.find(siret) : { is: 'none' };
  const known = lookup.is === 'found' ? lookup.company : undefined;

  const said = readPlace(library, company, known?.commune !== undefined, faults);
  if (said === undefined) return undefined;
  const place = known ? registeredPlace(library, said, known) : ({ is: 'there', commune: said } as const);
  if (place.is === 'closed') {
    faults.push({ code: 'company_closed', where: '/company/siret', detail: 'Cet établissement est fermé d’après le registre.' });
  } else if (place.is === 'elsewhere') {
    const detail = `Cet établissement est à ${place.where} d’après le registre.`;
    faults.push({ code: 'place_differs', where: '/company/siret', detail, hint: 'Vérifiez le SIRET ou la commune.' });
  }
  if (place.is !== 'there') return undefined;

  const facts = factsIn(company, place.commune);
  for (const [input, detail] of Object.entries(faultsOf(library, facts, siret, on))) {
    // The number was looked at above.
    if (input !== 'siret') faults.push({ code: 'fact', where: `/company/${input}`, detail });
  }
  const taken = known ? registeredFacts(facts, known) : facts;
  return {
    siret: siret || undefined,
    name: known?.name ?? name,
    facts: taken,
    by: 'visitor',
    register: registerNote(lookup, taken, services.clock()),
  };
}

/** The commune that is meant; blank where the register will say. */
function readPlace(library: Library, { commune, postal_code, town, address }: NewRequest['company'], registered: boolean, faults: Fault[]): string | undefined {
  const parts = { code: commune, postalCode: postal_code, town, address };
  const where = `/company/${commune ? 'commune' : postal_code ? 'postal_code' : town ? 'town' : address ? 'address' : 'commune'}`;
  if (Object.values(parts).every((part) => !part)) {
    if (registered) return '';
    faults.push({ code: 'place_missing', where, detail: 'La commune de l’établissement manque.', hint: 'Donnez commune (code INSEE), ou postal_code et town, ou address.' });
    return undefined;
  }
  const { certainty, commune: found, candidates } = library.locate(parts);
  if (found && certainty === 'certain') return found.code;
  const open = found ? [found] : candidates;
  if (open.length === 0) faults.push({ code: 'place_unknown', where, detail: 'Aucune commune ne correspond.' });
  else {
    const hint = `Donnez le code INSEE dans commune : ${open.slice(0, 10).map((one) => `${one.code} pour ${placeLabel(one)}`).join(' ; ')}.`;
    faults.push({ code: 'place_unsettled', where, detail: open.length === 1 ? 'La commune n’est pas certaine.' : 'Plusieurs communes correspondent.', hint });
  }
  return undefined;
}

function factsIn(company: NewRequest['company'], commune: string): Facts {
  const { naf, naf_2025: naf2025, headcount, headcount_band: headcountBand, legal_form: legalForm, created_on: createdOn, activities, opco } = company;
  const facts = { naf, naf2025, headcount, headcountBand, legalForm, createdOn, activities: activities?.length ? activities : undefined, opco };
  return { commune, ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) };
}

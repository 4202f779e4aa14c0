/** What stays of a register's answer beside the facts that it gave: that there was one, and whose word each fact is. */

import { dayOf } from '../clock.js';
import type { Company, Facts } from '../library.js';
import type { Lookup } from '../register/register.js';
import type { FactNote, RegisterNote } from '../store/companies.js';
import { completed } from './completing.js';
import type { Services } from './index.js';

/** What to keep of a company's lookup, for the facts that were taken in the end; nothing where nothing was asked. */
export function registerNote(lookup: Lookup, facts: Facts, now: Date): RegisterNote | undefined {
  if (lookup.is === 'none') return undefined;
  return { is: lookup.is, on: dayOf(now), facts: lookup.is === 'found' ? factNotes(lookup.company, facts) : {} };
}

/** The same for a SIRET, which may be missing. */
export async function noteFor({ register, clock }: Services, siret: string | undefined, facts: Facts): Promise<RegisterNote | undefined> {
  return siret ? registerNote(await register.find(siret), facts, clock()) : undefined;
}

/** The facts that are what the register says: what somebody changed is theirs. */
function factNotes(company: Company, facts: Facts): RegisterNote['facts'] {
  const said = completed({}, company).facts;
  const notes: RegisterNote['facts'] = {};
  for (const name of Object.keys(said) as (keyof Facts)[]) {
    const source = company.sources[name];
    if (source && JSON.stringify(said[name]) === JSON.stringify(facts[name])) notes[name] = noteOf(company, name);
  }
  return notes;
}

/** Where the register has a fact from, and of when. */
export function noteOf(company: Company, name: keyof Company['sources']): FactNote | undefined {
  const source = company.sources[name];
  if (!source) return undefined;
  const year = name === 'headcountBand' ? company.headcountYear : undefined;
  return { register: source.register, ...(source.on && { on: source.on }), ...(year && { year }) };
}

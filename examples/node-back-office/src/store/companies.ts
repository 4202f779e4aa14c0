/** Facilities that asked for something, or were visited: their number. What is known of one stands in its diagnoses. */

import { only, type Queries } from '../database/index.js';
import type { Facts } from '../library.js';

/** A company as a diagnosis knows it. */
export interface Company {
  id: string;
  siret: string | null;
  name: string | null;
  facts: Facts;
  /** What the register had answered; nothing where it was not asked. */
  register?: RegisterNote | null;
}

/** Where a fact comes from, of which day it is, and of which year a headcount. */
export interface FactNote {
  register: string;
  on?: string;
  year?: number;
}

/** What a register answered about a company, on which day, and which facts are its word. */
export interface RegisterNote {
  is: 'found' | 'unknown' | 'down';
  on: string;
  facts: { [Fact in keyof Facts]?: FactNote | undefined };
}

/** The company with this SIRET, known from now on if it was not; without one, a company of its own. */
export async function companyOf(db: Queries, siret: string | undefined, now: Date): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into companies (siret, created_at) values ($1, $2) on conflict (siret) do nothing returning id`,
    [siret ?? null, now],
  );
  if (rows[0]) return rows[0].id;
  return only(await db.query<{ id: string }>('select id from companies where siret = $1', [siret])).id;
}

/** What an adviser wrote themselves of companies that they saw, the latest of each. Visitors' words are not of these. */
const SEEN = `
  select distinct on (company_id) company_id as id, siret, company_name as name, facts, register
    from diagnoses join companies on companies.id = company_id
   where adviser_id = $1 and facts_by = 'adviser' and diagnoses.erased_at is null and company_name is not null`;
const LATEST = 'order by company_id, diagnoses.created_at desc';

/** A company of this SIRET as the adviser last saw it. */
export async function seenBySiret(db: Queries, adviser: string, siret: string): Promise<Company | undefined> {
  return (await db.query<Company>(`${SEEN} and siret = $2 ${LATEST}`, [adviser, siret]))[0];
}

/** A company as the adviser last saw it. */
export async function seenById(db: Queries, adviser: string, id: string): Promise<Company | undefined> {
  return (await db.query<Company>(`${SEEN} and company_id = $2 ${LATEST}`, [adviser, id]))[0];
}

/** The companies that an adviser has seen and whose name holds the words. */
export async function seenByName(db: Queries, adviser: string, words: string): Promise<Company[]> {
  return db.query<Company>(
    `select * from (${SEEN} ${LATEST}) as seen where position(lower($2) in lower(name)) > 0 order by name limit 10`,
    [adviser, words],
  );
}

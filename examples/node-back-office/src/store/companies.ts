/** Facilities that asked for something, or were visited. */

import { only, type Queries } from '../database/index.js';
import type { Facts } from '../library.js';

export interface Company {
  id: string;
  siret: string | null;
  name: string | null;
  facts: Facts;
}

/** Keeps a company as it is now known; with a SIRET that is known already, that company. */
export async function saveCompany(
  db: Queries,
  company: { siret?: string | undefined; name: string; facts: Facts },
  now: Date,
): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into companies (siret, name, facts, created_at) values ($1, $2, $3, $4)
     on conflict (siret) do update set name = excluded.name, facts = excluded.facts
     returning id`,
    [company.siret ?? null, company.name, JSON.stringify(company.facts), now],
  );
  return only(rows).id;
}

/** The company that a portal's request is about. Who writes there proves nothing: what is known stays as it is. */
export async function companyOfRequest(
  db: Queries,
  company: { siret?: string | undefined; name: string; facts: Facts },
  now: Date,
): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into companies (siret, name, facts, created_at) values ($1, $2, $3, $4)
     on conflict (siret) do nothing returning id`,
    [company.siret ?? null, company.name, JSON.stringify(company.facts), now],
  );
  if (rows[0]) return rows[0].id;
  return only(await db.query<{ id: string }>('select id from companies where siret = $1', [company.siret])).id;
}

export async function companyBySiret(db: Queries, siret: string): Promise<Company | undefined> {
  return (await db.query<Company>('select id, siret, name, facts from companies where siret = $1', [siret]))[0];
}

/** The companies that an adviser has seen and whose name holds the words, the latest first. */
export async function companiesByName(db: Queries, adviser: string, words: string): Promise<Company[]> {
  return db.query<Company>(
    `select distinct on (companies.id) companies.id, siret, name, facts
       from companies join diagnoses on diagnoses.company_id = companies.id
      where diagnoses.adviser_id = $1 and position(lower($2) in lower(name)) > 0
      order by companies.id limit 10`,
    [adviser, words],
  );
}

/** A company of which the adviser made a diagnosis. */
export async function companySeenBy(db: Queries, id: string, adviser: string): Promise<Company | undefined> {
  const [company] = await db.query<Company>(
    `select id, siret, name, facts from companies
      where id = $1 and erased_at is null
        and exists (select 1 from diagnoses where company_id = companies.id and adviser_id = $2)`,
    [id, adviser],
  );
  return company;
}

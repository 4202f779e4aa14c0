/** What the API Recherche d'entreprises answers, read by the library; only what a list shows besides is read here. */

import { Company, CompanyError } from '../library.js';
import type { Facility, ListedCompany, Lookup, Search } from './register.js';

/** An answer that is none: cut, of another shape, or an error with a good status. */
export class Unreadable extends Error {}

type Json = Record<string, unknown>;

export function readLookup(text: string, siret: string): Lookup {
  try {
    return { is: 'found', company: Company.fromJson(text, { siret }) };
  } catch (error) {
    if (!(error instanceof CompanyError)) throw error;
    if (error.code === 'no_company') return { is: 'unknown' };
    throw new Unreadable(error.code);
  }
}

export function readSearch(text: string): Search {
  const answer = parsed(text);
  const results = answer['results'];
  if (!Array.isArray(results)) throw new Unreadable('no results');
  const companies = results.flatMap((result) => (isObject(result) ? listed(result) : []));
  if (companies.length === 0 && results.length > 0) throw new Unreadable('results that are no companies');
  const total = answer['total_results'];
  return { is: 'found', companies, total: typeof total === 'number' ? Math.max(total, companies.length) : companies.length };
}

/** One company with those of its facilities that the answer has. One that the library cannot read is left out. */
function listed(result: Json): ListedCompany[] {
  const rows = [result['siege'], ...(Array.isArray(result['matching_etablissements']) ? result['matching_etablissements'] : [])];
  const known = new Set<string>();
  const read = rows.flatMap((row) => {
    const siret = isObject(row) ? textOf(row, 'siret') : undefined;
    if (!isObject(row) || !siret || known.has(siret)) return [];
    known.add(siret);
    const company = companyOf(result, siret);
    return company ? [{ company, facility: facilityOf(row, siret, company) }] : [];
  });
  const company = read[0]?.company ?? companyOf(result);
  if (!company) return [];
  const count = Number(result['nombre_etablissements']);
  return [
    {
      siren: company.siren,
      name: company.name,
      hasCeased: company.findings.some(({ code }) => code === 'ceased_company'),
      isHidden: company.notDiffusible === true,
      facilities: read.map(({ facility }) => facility),
      more: Number.isInteger(count) ? Math.max(0, count - read.length) : 0,
    },
  ];
}

function companyOf(result: Json, siret?: string): Company | undefined {
  try {
    return Company.fromJson({ results: [result] }, { siret });
  } catch (error) {
    if (error instanceof CompanyError) return undefined;
    throw error;
  }
}

/** Where a facility is, in the register's own words; nothing of one that does not want to be shown. */
function facilityOf(row: Json, siret: string, { commune, closed, notDiffusible }: Company): Facility {
  const signs = row['liste_enseignes'];
  const shown = notDiffusible !== true;
  return {
    siret,
    commune,
    address: shown ? textOf(row, 'adresse') : undefined,
    sign: shown ? (Array.isArray(signs) && typeof signs[0] === 'string' ? signs[0] : textOf(row, 'nom_commercial')) : undefined,
    isSeat: row['est_siege'] === true,
    isClosed: closed === true,
  };
}

function parsed(text: string): Json {
  try {
    const answer: unknown = JSON.parse(text);
    if (isObject(answer)) return answer;
  } catch {
    // Said below.
  }
  throw new Unreadable('no JSON');
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(row: Json, field: string): string | undefined {
  const value = row[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/**
 * A register from a CSV file, its cells between semicolons and without quotes, with any columns of INSEE's stock files.
 * `activities` is our own: INSEE does not tell the natures of a company's activity.
 */

import { readFileSync } from 'node:fs';
import { ConfigError } from '../config.js';
import { Company, CompanyError } from '../library.js';
import { grouped } from '../services/grouped.js';
import { MOST_COMPANIES, type Facility, type ListedCompany, type Query, type Register } from './register.js';

/** A row that is no company is told to `warn`, with its line, and passed over. */
export function fileRegister(path: string, warn: (fault: string) => void = process.emitWarning): Register {
  const companies = readCompanies(path, warn);
  return {
    // A file may be anybody's customers.
    isPublic: false,
    state: () => 'ok',
    async find(siret) {
      const company = companies.get(siret);
      return company ? { is: 'found', company } : { is: 'unknown' };
    },
    async search(query) {
      const found = listed([...companies.values()].filter((company) => answers(query, company)));
      return { is: 'found', companies: found.slice(0, MOST_COMPANIES), total: found.length };
    },
  };
}

function readCompanies(path: string, warn: (fault: string) => void): Map<string, Company> {
  const companies = new Map<string, Company>();
  const faults: string[] = [];
  for (const { line, row } of rowsOf(path)) {
    try {
      const company = Company.fromRow(row);
      const activities = row.get('activities')?.split(' ') ?? [];
      if (company.siret) companies.set(company.siret, { ...company, activities });
      else faults.push(`REGISTER: ${path}:${line}: ${row.get('siret') ?? ''} is no SIRET`);
    } catch (error) {
      if (!(error instanceof CompanyError)) throw error;
      faults.push(`REGISTER: ${path}:${line}: ${error.message}`);
    }
  }
  // Where all rows are bad, the file is something else.
  const [first] = faults;
  if (first && companies.size === 0) throw new ConfigError(first);
  faults.forEach((fault) => warn(fault));
  return companies;
}

/** The rows of a file that are not blank, with their lines, as the texts of their columns. */
function rowsOf(path: string): { line: number; row: Map<string, string> }[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').split(/\r?\n/);
  const columns = header.split(';');
  return lines.flatMap((text, number) => {
    if (text === '') return [];
    const cells = text.split(';');
    const row = new Map(columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : [])));
    return [{ line: number + 2, row }];
  });
}

function answers(query: Query, { name, siret, commune }: Company): boolean {
  if ('siren' in query) return siret?.startsWith(query.siren) ?? false;
  if (query.communes && !query.communes.includes(commune ?? '')) return false;
  const words = plain(query.name).split(' ').filter(Boolean);
  return words.length > 0 && words.every((word) => plain(name ?? '').includes(word));
}

/** Letters and digits alone, as people type names: `École d’Amiens` is found by `ecole d amiens`. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ').trim();

function listed(companies: readonly Company[]): ListedCompany[] {
  const bySiren = grouped(companies, ({ siret }) => siret?.slice(0, 9));
  return [...bySiren].map(([siren, own]) => ({
    siren,
    name: own.find(({ name }) => name)?.name,
    hasCeased: own.some(({ findings }) => findings.some(({ code }) => code === 'ceased_company')),
    isHidden: own.some(({ notDiffusible }) => notDiffusible === true),
    facilities: own.map(facility),
    more: 0,
  }));
}

const facility = ({ siret = '', commune, closed }: Company): Facility => ({
  siret,
  commune,
  address: undefined,
  sign: undefined,
  isSeat: false,
  isClosed: closed === true,
});

/**
 * Where a company's facts come from, given its SIRET. A host puts its own source here (its CRM, the public API
 * Recherche d'entreprises…); this one reads a file. Whatever the source, the library reads what it answers.
 */

import { readFileSync } from 'node:fs';
import { ConfigError } from '../config.js';
import { Company, CompanyError } from '../library.js';

export interface Register {
  find(siret: string): Promise<Company | undefined>;
}

/**
 * A register from a CSV file, its cells between semicolons and without quotes, with any columns of INSEE's stock files.
 * `activities` is our own: INSEE does not tell the natures of a company's activity.
 */
export function fileRegister(path: string | undefined): Register {
  const companies = new Map<string, Company>();
  let refused: CompanyError | undefined;
  for (const row of path ? rowsOf(path) : []) {
    try {
      const company = Company.fromRow(row);
      const activities = row.get('activities')?.split(' ') ?? [];
      if (company.siret) companies.set(company.siret, { ...company, activities });
    } catch (error) {
      if (!(error instanceof CompanyError)) throw error;
      refused = error;
    }
  }
  // One bad row is passed over; where all are bad, the file is something else, and a service without it says nothing.
  if (refused && companies.size === 0) throw new ConfigError(`REGISTER: ${path}: ${refused.message}`);
  return { find: async (siret) => companies.get(siret) };
}

/** The rows of a file that are not blank, as the texts of their columns. */
function rowsOf(path: string): Map<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').split(/\r?\n/);
  const columns = header.split(';');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split(';');
      return new Map(columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : [])));
    });
}

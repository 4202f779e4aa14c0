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
 *
 * A row that is no company is told to `warn`, with its line, and passed over.
 */
export function fileRegister(path: string | undefined, warn: (fault: string) => void = process.emitWarning): Register {
  const companies = new Map<string, Company>();
  const faults: string[] = [];
  for (const { line, row } of path ? rowsOf(path) : []) {
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
  return { find: async (siret) => companies.get(siret) };
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

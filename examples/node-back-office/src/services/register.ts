/**
 * Where a company's facts come from, given its SIRET. A host puts its own source here (its CRM, the public API
 * Recherche d'entreprises…); this one reads a file, and the service knows the companies that it has seen.
 */

import { readFileSync } from 'node:fs';
import type { Facts } from '../library.js';

export interface RegisterEntry {
  siret: string;
  name: string;
  facts: Facts;
}

export interface Register {
  find(siret: string): Promise<RegisterEntry | undefined>;
}

/** A register from a CSV file without quotes: `siret;name;commune;naf;headcount_band;legal_form;created_on;activities`. */
export function fileRegister(path: string | undefined): Register {
  const entries = new Map<string, RegisterEntry>();
  const [, ...lines] = path ? readFileSync(path, 'utf8').split(/\r?\n/) : [];
  for (const line of lines) {
    const [siret, name, commune, naf, headcountBand, legalForm, createdOn, activities] = line.split(';');
    if (!siret || !name || !commune) continue;
    const facts: Facts = { commune };
    if (naf) facts.naf = naf;
    if (headcountBand) facts.headcountBand = headcountBand;
    if (legalForm) facts.legalForm = legalForm;
    if (createdOn) facts.createdOn = createdOn;
    if (activities) facts.activities = activities.split(' ');
    entries.set(siret, { siret, name, facts });
  }
  return { find: async (siret) => entries.get(siret) };
}

/**
 * A server that answers as the API Recherche d'entreprises does, with the answers' shapes of the library's own vectors,
 * and that can be in every kind of trouble.
 */

import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { fromRoot } from '../../src/root.js';
import { atEnd } from './cleanup.js';

export const vector = (file: string): string => readFileSync(fromRoot('../../core/tests/vectors/company', file), 'utf8');

export interface Facility {
  siret: string;
  commune: string;
  code_postal: string;
  adresse: string;
  libelle_commune: string;
  est_siege: boolean;
  etat_administratif: string;
  statut_diffusion_etablissement: string;
  liste_enseignes: string[] | null;
  [field: string]: unknown;
}

export interface RegisteredCompany {
  siren: string;
  nom_complet: string;
  nom_raison_sociale: string;
  etat_administratif: string;
  statut_diffusion: string;
  siege: Facility;
  matching_etablissements: Facility[];
  nombre_etablissements: number;
  [field: string]: unknown;
}

/** The companies of a vector, each time others to change. */
export const companiesOf = (file: string): RegisteredCompany[] => (JSON.parse(vector(file)) as { results: RegisteredCompany[] }).results;

export function companyOf(file: string, change: (company: RegisteredCompany) => void = () => {}): RegisteredCompany {
  const [company] = companiesOf(file);
  if (!company) throw new Error(`${file} has a company`);
  change(company);
  return company;
}

/** What a company that does not want to be shown looks like. */
export function hide(company: RegisteredCompany): void {
  const hidden = '[NON-DIFFUSIBLE]';
  Object.assign(company, { statut_diffusion: 'P', nom_complet: hidden, nom_raison_sociale: hidden });
  Object.assign(company.siege, { statut_diffusion_etablissement: 'P', adresse: hidden, liste_enseignes: [hidden] });
}

type Answer = (response: ServerResponse, number: number) => void;

export interface RegisterServer {
  url: string;
  /** Every address that was asked, in order. */
  asked: URL[];
  companies: RegisteredCompany[];
  /** Answers like this from now on; without an answer, as a register that is well. */
  answerWith(answer?: Answer): void;
}

export const status =
  (code: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(body);

/** Nothing is ever answered. */
export const silence: Answer = () => {};

export async function startRegister(companies: RegisteredCompany[] = []): Promise<RegisterServer> {
  let trouble: Answer | undefined;
  const fake: RegisterServer = {
    url: '',
    asked: [],
    companies,
    answerWith: (answer) => (trouble = answer),
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', fake.url);
    fake.asked.push(url);
    if (trouble) return trouble(response, fake.asked.length);
    const results = url.pathname.endsWith('/search') ? found(fake.companies, url.searchParams) : [];
    const per_page = Number(url.searchParams.get('per_page') ?? 10);
    const answer = { results: results.slice(0, per_page), total_results: results.length, page: 1, per_page, total_pages: 1 };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return fake;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase();

/** As the API does: numbers find their company, words those that have them all, communes those with a facility there. */
function found(companies: readonly RegisteredCompany[], params: URLSearchParams): RegisteredCompany[] {
  const query = plain(params.get('q') ?? '').trim();
  const communes = params.get('code_commune')?.split(',');
  return companies.flatMap((company) => {
    const all = [company.siege, ...company.matching_etablissements];
    const isAsked = /^\d{9,14}$/.test(query)
      ? company.siren === query || all.some(({ siret }) => siret === query)
      : query.split(/\s+/).every((word) => plain(company.nom_complet).includes(word));
    const there = all.filter(({ siret, commune }) => (communes?.includes(commune) ?? true) && (!/^\d{14}$/.test(query) || siret === query));
    return isAsked && there.length > 0 ? [{ ...company, matching_etablissements: there }] : [];
  });
}

// Routes the need of a SIRET: asks a public register for what it knows, and does without where it is down.
//
//   node route-siret.mjs 11145427800016 recruter 59350

import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Company, CompanyError, findingMessage, needWithCompany, Router } from 'aiguillage';

const API = 'https://recherche-entreprises.api.gouv.fr';

/** What the register knows of a facility; nothing where it is down or knows nothing. */
export async function companyOf(siret, api = API) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await fetch(`${api}/search?q=${siret}`, { signal: AbortSignal.timeout(5000) });
      const text = await answer.text();
      if (answer.status !== 429) return Company.fromJson(text, { siret });
      await wait(Math.min(Number(answer.headers.get('retry-after')) || 1, 5) * 1000);
    } catch (error) {
      // A network that fails and a time that is over are no errors of ours.
      if (!(error instanceof CompanyError || error instanceof TypeError || error.name === 'TimeoutError')) throw error;
      console.log(`registre : ${error.message}`);
      return undefined;
    }
  }
  return undefined;
}

/** The need with what the register adds to it. */
export async function needOf(siret, subject, commune, api = API) {
  const need = { subject, commune, siret };
  const company = await companyOf(siret, api);
  if (company === undefined) return need;
  const completed = needWithCompany(need, company);
  for (const finding of [...(company.findings ?? []), ...completed.findings]) {
    console.log(`à savoir : ${findingMessage(finding)}`);
  }
  return completed.need;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , siret, subject, commune, api] = process.argv;
  const router = await Router.open(new URL('../hauts-de-france', import.meta.url));
  for (const { expert, zone } of router.matchExperts(await needOf(siret, subject, commune, api), { limit: 3 })) {
    console.log(`${expert.name} (${zone})`);
  }
}

/** The pages of the service, by role, with what each is asked about at volume: who has most. */

import { addDays } from '../../src/clock.js';
import type { Database } from '../../src/database/index.js';
import { signedLinks } from '../../src/security/links.js';

export interface Asked {
  role: 'company' | 'expert' | 'adviser' | 'steering';
  what: string;
  url: string;
}

/** What is looked up in the database before the service has it. */
export interface Subjects {
  adviserEmail: string;
  /** Links that open an expert's queue, one referral that waits each. */
  expertLinks: string[];
  pages: Asked[];
}

export async function pagesOf(db: Database, secret: string, now: Date): Promise<Subjects> {
  const links = signedLinks(secret);
  const one = async (text: string, values: unknown[] = []): Promise<Record<string, string>> =>
    (await db.query<Record<string, string>>(text, values))[0] ?? {};
  const adviser = await one(`select adviser_id as id, email from diagnoses join accounts on accounts.id = adviser_id group by 1, 2 order by count(*) desc limit 1`);
  const expert = await one('select expert as id from referrals group by 1 order by count(*) desc limit 1');
  const waiting = await db.query<{ id: string }>(`select id from referrals where expert = $1 and state = 'waiting' order by sent_at desc limit 40`, [expert['id']]);
  const sent = await one(`select id, company_name as name from diagnoses where adviser_id = $1 and status = 'sent' order by created_at desc limit 1`, [adviser['id']]);
  const draft = await one(`select id from diagnoses where adviser_id = $1 and status = 'draft' order by created_at desc limit 1`, [adviser['id']]);
  const queued = await one(`select id from diagnoses where origin = 'portal' and status = 'draft' and adviser_id is null limit 1`);
  const asked = await one(`select id from diagnoses where origin = 'portal' and status = 'sent' order by created_at desc limit 1`);
  const need = await one('select need_id as id from audit where need_id is not null order by id desc limit 1');
  const later = addDays(now, 30);

  const adviserPages: [string, string][] = [
    ['diagnostics', ''], ['diagnostics, cherchés', '?q=menuiserie%20ecoles'], ['diagnostics, par expert', '?q=cci'], ['diagnostics, par SIRET', '?q=000'],
    ['diagnostics, filtrés', '?etat=not_for_me&du=2025-01-01&au=2026-06-30'], ['demandes à relire', '/portail'], ['demande à relire', `/portail/${queued['id']}`],
    ['diagnostic', `/diagnostics/${sent['id']}`], ['brouillon, besoins', `/diagnostics/${draft['id']}/besoins`], ['brouillon, contact', `/diagnostics/${draft['id']}/contact`],
    ['entreprises connues', '/nouveau?nom=garage'],
  ];
  const steeringPages: [string, string][] = [
    ['vue d’ensemble', ''], ['impact', '/impact'], ...(['subject', 'institution', 'departement', 'origin'].map((by): [string, string] => [`impact par ${by}`, `/impact?par=${by}`])),
    ['impact, une année', '/impact?du=2025-01-01&au=2025-12-31'], ['impact, un trimestre', '/impact?du=2026-07-01&au=2026-09-30&par=institution'], ['impact, un thème', '/impact?theme=rh'],
    ['impact, fichier', '/impact.csv'], ['impact, fichier par sujet', '/impact.csv?par=subject'],
    ['relances', '/relances'], ['relances, page 5', '/relances?page=5'], ['envois', '/envois'], ['envois, refusés', '/envois?etat=refused'], ['envois, par adresse', '/envois?q=contact-77'],
    ['envois, dates', '/envois?du=2025-01-01&au=2025-06-30'], ['envois, par type', '/envois?type=company_taken'],
    ['journal', '/journal'], ['journal, par personne', '/journal?q=conseiller%203'], ['journal, dates et action', '/journal?action=need_seen&du=2025-01-01&au=2025-06-30'], ['journal, un besoin', `/journal?besoin=${need['id']}`],
    ['couverture', '/couverture'], ['couverture, profil', '/couverture?effectif=02&nature=ARTISANALE'], ['couverture, fichier', '/couverture.csv'],
    ['annuaire', '/annuaire'], ['comptes', '/comptes'],
  ];
  return {
    adviserEmail: adviser['email'] ?? '',
    expertLinks: waiting.map(({ id }) => `/e/${links.sign('expert', `${expert['id']} ${id}`, later)}`),
    pages: [
      { role: 'company', what: 'accueil', url: '/' },
      { role: 'company', what: 'suivi', url: `/suivi/${links.sign('company', asked['id'] ?? '', later)}` },
      { role: 'expert', what: 'mes demandes', url: '/expert' },
      { role: 'expert', what: 'mes demandes closes', url: '/expert?etat=closed' },
      { role: 'expert', what: 'mes demandes, cherchées', url: '/expert?q=boulangerie' },
      { role: 'expert', what: 'une demande', url: `/expert/demandes/${waiting[0]?.id}` },
      ...adviserPages.map(([what, path]): Asked => ({ role: 'adviser', what, url: `/conseiller${path}` })),
      ...steeringPages.map(([what, path]): Asked => ({ role: 'steering', what, url: `/pilotage${path}` })),
    ],
  };
}

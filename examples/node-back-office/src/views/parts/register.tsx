/** What the register says of a company: each fact with its source and its day; and when it says nothing. */

import type { Company, Facts } from '../../library.js';
import { labels } from '../../library.js';
import type { Lookup } from '../../register/register.js';
import type { FactNote, RegisterNote } from '../../store/companies.js';
import { activityLabel, bandLabel, formLabel, longDay, siretOf } from '../labels.js';

const FACTS: readonly (readonly [name: keyof Company['sources'] & keyof Company, label: string])[] = [
  ['name', 'Nom'],
  ['siret', 'SIRET'],
  ['commune', 'Commune'],
  ['naf', 'Activité (NAF rév. 2)'],
  ['naf2025', 'Activité (NAF 2025)'],
  ['headcountBand', 'Effectif'],
  ['legalForm', 'Forme juridique'],
  ['createdOn', 'Création'],
  ['activities', 'Nature d’activité'],
  ['opco', 'OPCO'],
  ['closed', 'État'],
];

interface EntryProps {
  company: Company;
  communeName: (code: string) => string;
  noteOf: (company: Company, name: string) => FactNote | undefined;
}

/** Everything that the register says, closed at first: the form below has what is taken of it. */
export function RegisterEntry({ company, communeName, noteOf }: EntryProps) {
  const rows = FACTS.flatMap(([name, label]) => {
    const note = noteOf(company, name);
    const text = valueText(company, name, communeName);
    return note && text ? [{ label, text, note }] : [];
  });
  return (
    <details>
      <summary>Ce que dit le registre, d’où et de quand</summary>
      <dl class="facts">
        {rows.map(({ label, text, note }) => (
          <>
            <dt>{label}</dt>
            <dd>
              {text} <span class="muted">({noteText(note)})</span>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function valueText(company: Company, name: keyof Company, communeName: (code: string) => string): string {
  switch (name) {
    case 'siret':
      return company.siret ? siretOf(company.siret) : '';
    case 'commune':
      return company.commune ? communeName(company.commune) : '';
    case 'headcountBand':
      return company.headcountBand ? bandLabel(company.headcountBand) : '';
    case 'legalForm':
      return company.legalForm ? formLabel(company.legalForm) : '';
    case 'createdOn':
      return company.createdOn ? longDay(company.createdOn) : '';
    case 'activities':
      return company.activities.map(activityLabel).join(', ');
    case 'opco':
      return company.opco?.ids.length ? `${company.opco.ids.join(', ')} (${labels.opcoCertainty[company.opco.certainty]})` : '';
    case 'closed':
      return company.closed === undefined ? '' : company.closed ? 'fermé' : 'ouvert';
    default:
      return String(company[name] ?? '');
  }
}

/** Where a fact comes from and of when, in a few words. */
export function noteText({ register, on, year }: FactNote): string {
  const name = (labels.register as Record<string, string>)[register] ?? register;
  return [name, year ? `effectif de ${year}` : '', on ? longDay(on) : 'sans date'].filter(Boolean).join(', ');
}

/** Beside a fact, whose word it is; nothing where somebody wrote it. */
export function FactSource({ note, fact }: { note: RegisterNote | null | undefined; fact: keyof Facts }) {
  const one = note?.facts[fact];
  return one ? <small class="muted"> ({noteText(one)})</small> : null;
}

/** That the register said nothing, and what that means for the form. */
export function LookupNotice({ lookup, siret }: { lookup: Lookup['is']; siret: string }) {
  if (lookup === 'down') {
    return (
      <div class="notice wait">
        Le registre ne répond pas pour l’instant. Continuez avec ce que vous savez : vous pourrez lui demander plus tard
        de compléter.
      </div>
    );
  }
  if (lookup !== 'unknown' || !siret) return null;
  return (
    <div class="notice wait">
      Ce SIRET n’est pas au registre : il est peut-être tout récent, ou son entreprise ne veut pas y paraître. Vérifiez-le, ou
      saisissez ce que vous savez.
    </div>
  );
}

/** That a diagnosis was made without the register, which may be asked now: nothing is completed by itself. */
export function LaterNotice({ note, href }: { note: RegisterNote | null | undefined; href?: string | undefined }) {
  if (note?.is !== 'down') return null;
  return (
    <div class="notice wait">
      Le registre ne répondait pas le {longDay(note.on)} : l’entreprise est décrite sans lui.{' '}
      {href ? <a href={href}>Lui demander ce qui manque</a> : 'Qui prend la demande pourra lui demander ce qui manque.'}
    </div>
  );
}

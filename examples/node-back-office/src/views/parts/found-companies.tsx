/** Companies that a register found, each with its facilities: closed ones are said, and what the register hides is not guessed. */

import type { ComponentChildren } from 'preact';
import type { Facility, ListedCompany, Search } from '../../register/register.js';
import { many, number, siretOf } from '../labels.js';

interface FoundProps {
  search: Search | undefined;
  communeName: (code: string) => string;
  /** How a facility is chosen. */
  choose: (facility: Facility, label: ComponentChildren) => ComponentChildren;
  /** Whether closed facilities may be chosen. */
  closedToo: boolean;
}

export function FoundCompanies({ search, communeName, choose, closedToo }: FoundProps) {
  if (!search || search.is === 'none' || search.is === 'refused') return null;
  if (search.is === 'down') {
    return (
      <div class="notice wait" role="status">
        Le registre ne répond pas pour l’instant : essayez dans un moment, ou continuez sans lui.
      </div>
    );
  }
  const { companies, total } = search;
  if (companies.length === 0) {
    return <p role="status">Le registre ne trouve aucune entreprise : écrivez son nom autrement, ou sans la commune.</p>;
  }
  return (
    <div>
      <p role="status">
        {total > companies.length
          ? `Les ${number(companies.length)} premières entreprises sur ${number(total)} : précisez le nom ou la commune s’il en manque une.`
          : `${many(total, 'entreprise trouvée', 'entreprises trouvées')} au registre.`}
      </p>
      {companies.map((company) => (
        <CompanyFound company={company} communeName={communeName} choose={choose} closedToo={closedToo} />
      ))}
    </div>
  );
}

function CompanyFound({ company, communeName, choose, closedToo }: Omit<FoundProps, 'search'> & { company: ListedCompany }) {
  const { name, siren, hasCeased, isHidden, facilities, more } = company;
  return (
    <section>
      <h3>
        {name ?? 'Nom non diffusé'}
        {siren && <span class="muted"> SIREN {siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')}</span>}
        {hasCeased && <span> <span class="tag bad">a cessé</span></span>}
        {isHidden && <span> <span class="tag wait">ne diffuse pas tout</span></span>}
      </h3>
      <ul class="plain">
        {facilities.map((facility) => (
          <li>{facility.isClosed && !closedToo ? labelOf(facility, communeName) : choose(facility, labelOf(facility, communeName))}</li>
        ))}
      </ul>
      {more > 0 && <p class="muted">{many(more, 'autre établissement', 'autres établissements')}, à trouver par la commune ou le SIRET.</p>}
    </section>
  );
}

function labelOf({ siret, commune, address, sign, isSeat, isClosed }: Facility, communeName: (code: string) => string): ComponentChildren {
  const place = address ?? (commune ? communeName(commune) : 'lieu non diffusé');
  return (
    <>
      {siretOf(siret)} : {[sign, place, isSeat ? 'siège' : ''].filter(Boolean).join(', ')}
      {isClosed && (
        <>
          {' '}
          <span class="tag bad">fermé</span>
        </>
      )}
    </>
  );
}

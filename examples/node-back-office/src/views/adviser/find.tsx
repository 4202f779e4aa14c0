/** Step 1: the company, by its number or its name in the register, by its name among those already seen, or by hand. */

import type { Search } from '../../register/register.js';
import type { PlaceChoice } from '../../services/places.js';
import type { Company } from '../../store/companies.js';
import { CommuneField, Field, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { siretOf } from '../labels.js';
import { Page } from '../layout.js';
import { FoundCompanies } from '../parts/found-companies.js';
import { Said } from '../said.js';
import { ADVISER_STEPS, Steps } from '../parts/steps.js';

interface FindViewProps {
  frame: Frame;
  siret: string;
  name: string;
  place: { code: string; text: string };
  errors?: Errors | undefined;
  choices?: readonly PlaceChoice[] | undefined;
  /** Companies that the adviser saw; nothing where no name was searched for. */
  seen?: Company[] | undefined;
  search?: Search | undefined;
  /** Whether there is a register. */
  hasRegister: boolean;
  communeName: (code: string) => string;
}

export function findView(props: FindViewProps) {
  const { frame, siret, name, place, errors, choices, seen, search, hasRegister, communeName } = props;
  const found = (
    <FoundCompanies
      search={search}
      communeName={communeName}
      choose={(facility, label) => <a href={`/conseiller/entreprise?siret=${facility.siret}`}>{label}</a>}
      closedToo
    />
  );
  return (
    <Page frame={frame} title="Nouveau diagnostic" narrow errors={errors}>
      <h1>Nouveau diagnostic</h1>
      <Steps steps={ADVISER_STEPS} current={0} />
      <article>
        <form method="get" action="/conseiller/entreprise">
          <Field
            name="siret"
            label="SIRET de l’établissement"
            hint="14 chiffres, ou les 9 du SIREN pour choisir parmi ses établissements"
            value={siret}
            required
            inputmode="numeric"
            maxlength={20}
            errors={errors}
          />
          <button type="submit">Chercher</button>
        </form>
        {!name && search && <h2>Au registre</h2>}
        {!name && found}
      </article>
      <article>
        <form method="get" action="/conseiller/nouveau">
          <Field
            name="nom"
            label={hasRegister ? 'Ou son nom, au registre et parmi les entreprises déjà vues' : 'Parmi les entreprises déjà vues'}
            value={name}
            required
            maxlength={80}
            errors={errors}
          />
          {hasRegister && <CommuneField value={place} errors={errors} choices={choices} optional hint="Facultatif : le nom ou le code postal" />}
          <button type="submit" class="quiet">
            Chercher par le nom
          </button>
        </form>
        {seen && (
          <section>
            <h2>Déjà vues</h2>
            {seen.length === 0 && <p>Aucune entreprise déjà vue ne porte ce nom.</p>}
            {seen.length > 0 && (
              <ul>
                {seen.map((company, at) => (
                  <li>
                    <a href={`/conseiller/entreprise?connue=${company.id}`}>
                      {company.name} <Said>{company.siret ? siretOf(company.siret) : `réponse ${at + 1}`}</Said>
                    </a>
                    {company.siret && <span class="muted"> {siretOf(company.siret)}</span>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        {name && search && <h2>Au registre</h2>}
        {name && found}
      </article>
      <p>
        Pas de SIRET, ou une entreprise en création ? <a href="/conseiller/entreprise">Saisir l’entreprise à la main</a>.
      </p>
    </Page>
  );
}

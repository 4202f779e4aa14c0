/** The company writes a few lines. */

import type { Subject } from '../../library.js';
import type { Search } from '../../register/register.js';
import type { PlaceChoice } from '../../services/places.js';
import { Area, CommuneField, Field, Form, type Errors } from '../forms.js';
import { portalOf, type Frame } from '../frame.js';
import { Page } from '../layout.js';
import { FoundCompanies } from '../parts/found-companies.js';
import { AboutPartner, WantedSubjects } from '../parts/partner.js';
import { PORTAL_STEPS, Steps } from '../parts/steps.js';

export interface StartViewProps {
  frame: Frame;
  story: string;
  commune: { code: string; text: string };
  siret: string;
  errors?: Errors | undefined;
  choices?: PlaceChoice[] | undefined;
  /** What a partner's link says that it is about. */
  subjects?: readonly Subject[] | undefined;
  /** Whether there is a register that may know the SIRET. */
  hasRegister: boolean;
  /** Whether the SIRET can be looked for by the company's name. */
  mayLookForName: boolean;
  communeName: (code: string) => string;
  /** What was looked for, and found. */
  sought?: { name: string; search: Search | undefined } | undefined;
  /** Whether the service publishes its figures. */
  figures: boolean;
}

export function startView(props: StartViewProps) {
  const { frame, story, commune, siret, errors, choices, subjects, figures, hasRegister, mayLookForName } = props;
  return (
    <Page frame={frame} title="Être aidé par un conseiller public" narrow errors={errors}>
      <h1>Une question, un projet, une difficulté ?</h1>
      <p class="lead">
        Dites-nous en quelques lignes ce dont votre entreprise a besoin. Nous trouvons les conseillers publics de votre
        territoire qui peuvent vous aider ; l’un d’eux vous appelle. C’est gratuit.
      </p>
      <AboutPartner frame={frame} />
      <Steps steps={PORTAL_STEPS} current={0} />
      <article>
        <Form frame={frame} action={`${portalOf(frame)}/demande`}>
          <Area
            name="story"
            label="De quoi avez-vous besoin ?"
            hint="Par exemple : « Je dois remplacer mon four et la banque hésite à me suivre. »"
            value={story}
            errors={errors}
            required
            rows={5}
            maxlength={5000}
          />
          <WantedSubjects frame={frame} subjects={subjects ?? []} error={errors?.['sujet']} />
          <CommuneField
            value={commune}
            errors={errors}
            choices={choices}
            optional={hasRegister}
            hint={hasRegister ? 'Le nom, le code postal, ou les deux ; inutile si vous donnez votre SIRET' : undefined}
          />
          <Field
            name="siret"
            label="SIRET"
            hint="Il nous évite de vous demander votre activité et votre effectif"
            value={siret}
            errors={errors}
            inputmode="numeric"
            maxlength={20}
          />
          <div class="actions">
            <button type="submit">Continuer</button>
          </div>
          {mayLookForName && <LookForName {...props} />}
        </Form>
      </article>
      <p class="muted">
        Rien n’est enregistré avant que vous ayez donné votre accord, à l’étape suivante. Trois sujets au plus par demande.
      </p>
      {figures && (
        <p class="muted">
          <a href="/chiffres">Le service en chiffres</a>
        </p>
      )}
    </Page>
  );
}

/** After the button that goes on: Enter in the fields above goes on, and does not search. */
function LookForName({ errors, sought, communeName }: StartViewProps) {
  return (
    <details class="later" open={sought !== undefined}>
      <summary>Vous ne connaissez pas votre SIRET ?</summary>
      <Field name="sought" label="Nom de l’entreprise" value={sought?.name} errors={errors} maxlength={80} hint="Cherché au registre public, dans la commune ci-dessus si vous l’avez écrite" />
      <input type="hidden" name="sought_before" value={sought?.name ?? ''} />
      <button type="submit" name="chercher" value="oui" class="quiet" formnovalidate>
        Chercher mon entreprise
      </button>
      {sought?.search && (
        <fieldset>
          <legend>
            <h2 class="flat">Laquelle est la vôtre ?</h2>
          </legend>
          <FoundCompanies
            search={sought.search}
            communeName={communeName}
            choose={(facility, label) => (
              <label>
                <input type="radio" name="siret_choice" value={facility.siret} />
                {label}
              </label>
            )}
            closedToo={false}
          />
          {sought.search.is === 'found' && sought.search.companies.length > 0 && <p>Cochez-la, puis « Continuer ».</p>}
        </fieldset>
      )}
    </details>
  );
}

import type { PlaceChoice } from '../../services/places.js';
import type { Company } from '../../store/companies.js';
import { activitiesOf, activityHint } from '../activities.js';
import { CommuneField, Field, Form, Select, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { ACTIVITIES, HEADCOUNT_BANDS, LEGAL_FORMS, siretOf } from '../labels.js';
import { Page } from '../layout.js';
import { FindingsPart } from '../parts/findings.js';
import { Said } from '../said.js';
import { ADVISER_STEPS, Steps } from '../parts/steps.js';

export interface CompanyValues {
  siret: string;
  name: string;
  commune: { code: string; text: string };
  naf: string;
  naf2025: string;
  headcountBand: string;
  headcount: string;
  legalForm: string;
  createdOn: string;
  activities: string[];
  opco: string;
}

interface FindViewProps {
  frame: Frame;
  siret: string;
  name: string;
  error?: string | undefined;
  found: Company[];
}

/** Step 1: the company, by its SIRET, by its name among those already seen, or by hand. */
export function findView({ frame, siret, name, error, found }: FindViewProps) {
  return (
    <Page frame={frame} title="Nouveau diagnostic" narrow errors={error ? { siret: error } : undefined}>
      <h1>Nouveau diagnostic</h1>
      <Steps steps={ADVISER_STEPS} current={0} />
      <article>
        <form method="get" action="/conseiller/entreprise">
          <Field
            name="siret"
            label="SIRET de l’établissement"
            hint="14 chiffres, avec ou sans espaces"
            value={siret}
            required
            inputmode="numeric"
            maxlength={20}
            errors={error ? { siret: error } : undefined}
          />
          <button type="submit">Chercher</button>
        </form>
      </article>
      <article>
        <form method="get" action="/conseiller/nouveau">
          <Field name="nom" label="Parmi les entreprises déjà vues" value={name} required maxlength={80} />
          <button type="submit" class="quiet">
            Chercher par le nom
          </button>
        </form>
        {name && found.length === 0 && <p>Aucune entreprise déjà vue ne porte ce nom.</p>}
        {found.length > 0 && (
          <ul>
            {found.map((company, at) => (
              <li>
                <a href={`/conseiller/entreprise?connue=${company.id}`}>
                  {company.name} <Said>{company.siret ? siretOf(company.siret) : `réponse ${at + 1}`}</Said>
                </a>
                {company.siret && <span class="muted"> {siretOf(company.siret)}</span>}
              </li>
            ))}
          </ul>
        )}
      </article>
      <p>
        Pas de SIRET, ou une entreprise en création ? <a href="/conseiller/entreprise">Saisir l’entreprise à la main</a>.
      </p>
    </Page>
  );
}

/** What the form starts from; what was sent comes back with its errors. */
export type CompanySource = 'register' | 'seen' | 'hand' | 'draft' | 'sent';

/** Where the form of a company that has no diagnosis yet goes. */
export const NEW_DIAGNOSIS = '/conseiller/entreprise';

interface CompanyViewProps {
  frame: Frame;
  /** Where the form goes. */
  action: string;
  values: CompanyValues;
  errors?: Errors | undefined;
  choices?: PlaceChoice[] | undefined;
  opcos: readonly (readonly [string, string])[];
  source: CompanySource;
  /** What the register says besides, in sentences. */
  findings?: readonly string[] | undefined;
}

export function companyView({ frame, action, values, errors, choices, opcos, source, findings = [] }: CompanyViewProps) {
  const [rev2, naf2025] = activitiesOf(values);
  return (
    <Page frame={frame} title="L’entreprise" narrow errors={errors}>
      <h1>L’entreprise</h1>
      <Steps steps={ADVISER_STEPS} current={0} />
      {source === 'register' && <div class="notice good">Entreprise trouvée. Vérifiez avec elle, complétez s’il le faut.</div>}
      {source === 'seen' && <div class="notice good">Entreprise déjà vue. Vérifiez que rien n’a changé.</div>}
      {source === 'draft' && <div class="notice">Ce qui est corrigé ici ne vaut que pour ce diagnostic, et propose de nouveau qui alerter.</div>}
      {source === 'hand' && values.siret && (
        <div class="notice wait">Ce SIRET n’est pas au registre local : saisissez ce que vous savez.</div>
      )}
      <FindingsPart findings={findings} />
      <p class="lead">
        Seuls le nom et la commune sont nécessaires. Plus les faits sont connus, mieux les filtres des experts peuvent
        décider.
      </p>
      <article>
        <Form frame={frame} action={action}>
          <Field name="name" label="Nom de l’entreprise" value={values.name} errors={errors} required maxlength={120} />
          <CommuneField value={values.commune} errors={errors} choices={choices} />
          <Field name="siret" label="SIRET" value={values.siret} errors={errors} inputmode="numeric" maxlength={20} />
          <Field
            name="naf"
            label="Code NAF rév. 2"
            hint={activityHint(rev2)}
            value={values.naf}
            errors={errors}
            placeholder="10.71C"
            maxlength={8}
          />
          <Field
            name="naf_2025"
            label="Code NAF 2025"
            hint={activityHint(naf2025)}
            value={values.naf2025}
            errors={errors}
            placeholder="10.71H"
            maxlength={8}
          />
          <div class="grid">
            <Select name="headcount_band" label="Effectif" value={values.headcountBand} errors={errors} options={HEADCOUNT_BANDS} />
            <Field
              name="headcount"
              label="Effectif exact"
              value={values.headcount}
              errors={errors}
              inputmode="numeric"
              maxlength={6}
            />
          </div>
          <div class="grid">
            <Select name="legal_form" label="Forme juridique" value={values.legalForm} errors={errors} options={forms(values.legalForm)} />
            <Field name="created_on" label="Date de création" type="date" value={values.createdOn} errors={errors} />
          </div>
          <fieldset>
            <legend>
              Nature de l’activité <span class="muted">(facultatif)</span>
            </legend>
            {ACTIVITIES.map(([id, label]) => (
              <label>
                <input type="checkbox" name="activities" value={id} checked={values.activities.includes(id)} />
                {label}
              </label>
            ))}
          </fieldset>
          {opcos.length > 0 && (
            <Select name="opco" label="OPCO" value={values.opco} errors={errors} options={[['', 'Je ne sais pas'], ...opcos]} />
          )}
          <div class="actions">
            <button type="submit">Continuer vers les besoins</button>
          </div>
        </Form>
      </article>
    </Page>
  );
}

/** The usual forms, and the company's own if it is another. */
function forms(current: string): readonly (readonly [string, string])[] {
  return !current || LEGAL_FORMS.some(([code]) => code === current)
    ? LEGAL_FORMS
    : [...LEGAL_FORMS, [current, `Autre (${current})`]];
}

/** The company's name and facts, from wherever they come, as an adviser confirms and corrects them. */

import type { PlaceChoice } from '../../services/places.js';
import type { Lookup } from '../../register/register.js';
import type { Company, Facts } from '../../library.js';
import type { FactNote } from '../../store/companies.js';
import { activitiesOf, activityHint } from '../activities.js';
import { CommuneField, Field, Form, Select, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { ACTIVITIES, FIELDS, HEADCOUNT_BANDS, LEGAL_FORMS } from '../labels.js';
import { Page } from '../layout.js';
import { FindingsPart } from '../parts/findings.js';
import { LookupNotice, RegisterEntry } from '../parts/register.js';
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
  /** What the register answered, where it was asked. */
  register?: AskedRegister | undefined;
}

export interface AskedRegister {
  lookup: Lookup;
  /** What it filled of a company that was known. */
  filled: readonly (keyof Facts)[];
  communeName: (code: string) => string;
  noteOf: (company: Company, name: string) => FactNote | undefined;
}

export function companyView({ frame, action, values, errors, choices, opcos, source, findings = [], register }: CompanyViewProps) {
  const [rev2, naf2025] = activitiesOf(values);
  return (
    <Page frame={frame} title="L’entreprise" narrow errors={errors}>
      <h1>L’entreprise</h1>
      <Steps steps={ADVISER_STEPS} current={0} />
      {source === 'register' && <div class="notice good">Entreprise trouvée. Vérifiez avec elle, complétez s’il le faut.</div>}
      {source === 'seen' && <div class="notice good">Entreprise déjà vue. Vérifiez que rien n’a changé.</div>}
      {source === 'draft' && <div class="notice">Ce qui est corrigé ici ne vaut que pour ce diagnostic, et propose de nouveau qui alerter.</div>}
      {register && <RegisterPart register={register} siret={values.siret} known={source !== 'register'} />}
      <FindingsPart findings={findings} />
      {register?.lookup.is === 'found' && <RegisterEntry company={register.lookup.company} communeName={register.communeName} noteOf={register.noteOf} />}
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

function RegisterPart({ register, siret, known }: { register: AskedRegister; siret: string; known: boolean }) {
  const { lookup, filled } = register;
  if (lookup.is !== 'found') return <LookupNotice lookup={lookup.is} siret={siret} />;
  const { company } = lookup;
  return (
    <>
      {known && filled.length > 0 && (
        <div class="notice">
          Le registre complète {filled.map((fact) => FIELDS[fact] ?? fact).join(', ')}. Rien n’est changé avant que vous
          continuiez.
        </div>
      )}
      {company.closed && company.siren && (
        <p>
          <a href={`/conseiller/nouveau?siren=${company.siren}`}>Voir les autres établissements de l’entreprise</a>
        </p>
      )}
    </>
  );
}

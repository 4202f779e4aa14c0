/** Two questions to a company that was helped. */

import type { SurveyOutcome } from '../../library.js';
import { Form, Group, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';

export interface SurveyValues {
  calledBack: string;
  useful: string;
  outcomes: readonly string[];
}

interface SurveyViewProps {
  frame: Frame;
  address: string;
  subject: string;
  experts: readonly string[];
  outcomes: readonly (readonly [SurveyOutcome, string])[];
  values?: SurveyValues | undefined;
  errors?: Errors;
}

export function surveyView({ frame, address, subject, experts, outcomes, values, errors = {} }: SurveyViewProps) {
  return (
    <Page frame={frame} title="Votre avis" narrow errors={errors}>
      <h1>Votre avis en deux questions</h1>
      <p class="lead">
        Votre demande « {subject} »{experts.length > 0 && `, suivie par ${experts.join(', ')}`}. Rien n’est enregistré avant
        que vous envoyiez.
      </p>
      <Form frame={frame} action={address}>
        <YesNo name="called_back" legend="Avez-vous été rappelé ?" value={values?.calledBack} errors={errors} required />
        <YesNo name="useful" legend="Si oui, l’échange vous a-t-il été utile ?" value={values?.useful} errors={errors} />
        <fieldset>
          <legend>Si oui, qu’a-t-il permis ? (facultatif)</legend>
          {outcomes.map(([id, label]) => (
            <label>
              <input type="checkbox" name="outcomes" value={id} checked={values?.outcomes.includes(id)} />
              {label}
            </label>
          ))}
        </fieldset>
        <p class="muted">Votre réponse est lue par celles et ceux qui ont suivi votre demande, et comptée dans les chiffres du service.</p>
        <button type="submit">Envoyer ma réponse</button>
      </Form>
    </Page>
  );
}

function YesNo({ name, legend, value, errors, required }: { name: string; legend: string; value: string | undefined; errors: Errors; required?: boolean }) {
  return (
    <Group name={name} label={legend} kind="one" errors={errors}>
      {(
        [
          ['oui', 'Oui'],
          ['non', 'Non'],
        ] as const
      ).map(([id, label]) => (
        <label>
          <input type="radio" name={name} value={id} checked={value === id} required={required} />
          {label}
        </label>
      ))}
    </Group>
  );
}

export function surveyThanksView({ frame, subject, already, follow }: { frame: Frame; subject: string; already: boolean; follow: string }) {
  return (
    <Page frame={frame} title="Votre avis" narrow>
      <h1>Merci</h1>
      <p class="lead">
        {already ? `Vous avez déjà répondu au sujet de « ${subject} » : votre première réponse est gardée.` : `Votre réponse au sujet de « ${subject} » est enregistrée.`}
      </p>
      <p>
        <a href={follow}>Voir où en est ma demande</a>
      </p>
    </Page>
  );
}

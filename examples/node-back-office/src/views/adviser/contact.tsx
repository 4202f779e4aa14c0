/** Step 3: whom to call, and sending. */

import type { Contact, Diagnosis } from '../../store/diagnoses.js';
import { Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { many } from '../labels.js';
import { Page } from '../layout.js';
import { ADVISER_STEPS, Steps } from '../parts/steps.js';

export interface ToSend {
  label: string;
  comment: string;
  experts: { name: string; byHand: boolean }[];
}

interface ContactViewProps {
  frame: Frame;
  diagnosis: Diagnosis;
  needs: ToSend[];
  contact: Contact;
  errors?: Errors | undefined;
}

export function contactView({ frame, diagnosis, needs, contact, errors }: ContactViewProps) {
  const address = `/conseiller/diagnostics/${diagnosis.id}`;
  const experts = needs.reduce((count, need) => count + need.experts.length, 0);
  return (
    <Page frame={frame} title="Le contact et l’envoi">
      <h1>{diagnosis.company.name}</h1>
      <Steps steps={ADVISER_STEPS} current={2} />
      <div class="split">
        <div>
          <Form frame={frame} action={`${address}/envoi`}>
            <article>
              <h2>La personne que les experts appelleront</h2>
              <Field name="name" label="Nom et prénom" value={contact.name} errors={errors} required maxlength={120} />
              <Field name="job" label="Fonction" value={contact.job} errors={errors} maxlength={80} placeholder="Gérante" />
              <div class="grid">
                <Field name="phone" label="Téléphone" hint="L’un des deux suffit" type="tel" value={contact.phone} errors={errors} maxlength={30} />
                <Field name="email" label="Courriel" hint="Pour informer l’entreprise" type="email" value={contact.email} errors={errors} maxlength={200} />
              </div>
              <fieldset>
                <label>
                  <input
                    type="checkbox"
                    name="agreed"
                    value="oui"
                    required
                    aria-invalid={errors?.['agreed'] ? 'true' : undefined}
                  />
                  L’entreprise accepte que ces informations soient transmises aux experts choisis.
                </label>
                {errors?.['agreed'] && <span class="error">{errors['agreed']}</span>}
              </fieldset>
            </article>
            <div class="actions">
              <button type="submit">
                {experts === 0 ? 'Enregistrer sans alerter personne' : `Notifier ${many(experts, 'expert')}`}
              </button>
              <a href={`${address}/besoins`}>Revenir aux besoins</a>
            </div>
          </Form>
        </div>
        <article>
          <h2>Ce qui va partir</h2>
          {needs.map((need) => (
            <div>
              <h3>{need.label}</h3>
              {need.comment && <blockquote class="words">{need.comment}</blockquote>}
              {need.experts.length === 0 ? (
                <p>
                  <span class="tag bad">Personne</span> Le besoin est gardé et compté parmi ceux que personne ne couvre.
                </p>
              ) : (
                <ul>
                  {need.experts.map((expert) => (
                    <li>
                      {expert.name}
                      {expert.byHand && ' '}
                      {expert.byHand && <span class="tag plain">ajouté à la main</span>}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </article>
      </div>
    </Page>
  );
}

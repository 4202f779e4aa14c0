/** Step 3: whom to call, and sending. */

import type { PlannedExpert } from '../../services/plan.js';
import type { Contact, Diagnosis } from '../../store/diagnoses.js';
import { Check, Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { many } from '../labels.js';
import { Page } from '../layout.js';
import { ADVISER_STEPS, Steps } from '../parts/steps.js';

export interface ToSend {
  label: string;
  comment: string;
  experts: readonly PlannedExpert[];
  /** Who follows, where the need goes to a few at a time; and after how many days of silence. */
  later: readonly PlannedExpert[];
  wave: { days: number } | null;
}

interface ContactViewProps {
  frame: Frame;
  diagnosis: Diagnosis;
  needs: ToSend[];
  contact: Contact;
  /** What tells this page from another: only what was shown is sent. */
  shown: string;
  /** Whether it changed since it was shown before. */
  changed?: boolean | undefined;
  errors?: Errors | undefined;
}

export function contactView({ frame, diagnosis, needs, contact, shown, changed, errors }: ContactViewProps) {
  const address = `/conseiller/diagnostics/${diagnosis.id}`;
  const chosen = needs.flatMap((need) => need.experts);
  const reached = chosen.filter((expert) => expert.addressees.length > 0).length;
  const unreached = chosen.length - reached;
  return (
    <Page frame={frame} title="Le contact et l’envoi" errors={errors}>
      <h1>{diagnosis.company.name}</h1>
      <Steps steps={ADVISER_STEPS} current={2} />
      {changed && (
        <div class="notice wait" role="alert">
          Rien n’est parti : ce qui va partir a changé depuis que cette page s’est affichée. Relisez, puis envoyez.
        </div>
      )}
      <Form frame={frame} action={`${address}/envoi`}>
        <input type="hidden" name="shown" value={shown} />
        <div class="split">
          <article>
            <h2>La personne que les experts appelleront</h2>
            <Field name="name" label="Nom et prénom" value={contact.name} errors={errors} required maxlength={120} />
            <Field name="job" label="Fonction" value={contact.job} errors={errors} maxlength={80} placeholder="Gérante" />
            <div class="grid">
              <Field name="phone" label="Téléphone" hint="L’un des deux suffit" type="tel" value={contact.phone} errors={errors} maxlength={30} />
              <Field name="email" label="Courriel" hint="Sans lui, l’entreprise n’est informée de rien" type="email" value={contact.email} errors={errors} maxlength={200} />
            </div>
            <Check name="agreed" errors={errors} required>
              L’entreprise accepte que ces informations soient transmises aux experts choisis.
            </Check>
          </article>
          <Leaving needs={needs} unreached={unreached} />
        </div>
        {/* Below what will leave, on every screen and without a style. */}
        <div class="actions">
          <button type="submit">
            {reached === 0 ? 'Enregistrer sans alerter personne' : `Notifier ${many(reached, 'expert')}`}
          </button>
          <a href={`${address}/besoins`}>Revenir aux besoins</a>
        </div>
      </Form>
    </Page>
  );
}

/** What will leave, and to whom. */
function Leaving({ needs, unreached }: { needs: readonly ToSend[]; unreached: number }) {
  return (
    <article>
      <h2>Ce qui va partir</h2>
      {unreached > 0 && (
        <div class="notice wait">
          {many(unreached, 'expert choisi n’a', 'experts choisis n’ont')} pas d’adresse dans l’annuaire : rien ne leur
          est envoyé, c’est à vous de les joindre.
        </div>
      )}
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
                  {expert.addressees.length > 1 && <span class="muted"> · {many(expert.addressees.length, 'adresse')}</span>}
                  {expert.addressees.length === 0 && (
                    <>
                      {' '}
                      <span class="tag bad">sans adresse</span>
                      {expert.phone && <span class="why">Téléphone : {expert.phone}</span>}
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
          {need.wave && (
            <p class="muted">
              Première vague. Si personne ne bouge en {many(need.wave.days, 'jour')},
              {need.later.length > 0 && ` la demande va ensuite, quelques-uns à la fois, à ${need.later.map((expert) => expert.name).join(' ; ')}. Quand il ne reste personne,`} vous
              en êtes prévenu, et l’entreprise aussi.
            </p>
          )}
        </div>
      ))}
    </article>
  );
}

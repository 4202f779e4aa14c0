/** The company confirms what its need is about, says how to reach it, and agrees. */

import type { Answers, Company, Subject, Theme } from '../../library.js';
import type { Lookup } from '../../register/register.js';
import type { Proposal } from '../../services/proposal.js';
import { Check, Field, FieldError, Form, Select, type Errors } from '../forms.js';
import { portalOf, type Frame } from '../frame.js';
import { ACTIVITIES, HEADCOUNT_BANDS, siretOf } from '../labels.js';
import { Page } from '../layout.js';
import { Outside } from '../parts/outside.js';
import { CallersPart } from '../parts/proposal.js';
import { Questions } from '../parts/questions.js';
import { PORTAL_STEPS, Steps } from '../parts/steps.js';

export interface SubjectChoice {
  subject: Subject;
  ticked: boolean;
  answers: Answers;
  proposal: Proposal | undefined;
}

interface SubjectsViewProps {
  frame: Frame;
  story: string;
  commune: { code: string; text: string };
  siret: string;
  seed: string;
  /** The subjects that a partner's link named. */
  wanted: string[];
  /** What the register knows of the company. */
  known: Company | undefined;
  lookup: Lookup['is'];
  /** Whether the visitor said that it is theirs. */
  owned: boolean;
  /** What the register does not know. */
  asks: { headcount: boolean; activities: boolean };
  suggested: SubjectChoice[];
  others: { theme: Theme; choices: SubjectChoice[] }[];
  sure: boolean;
  remarks: string[];
  values: Record<string, string>;
  activities: string[];
  errors?: Errors | undefined;
}

export function subjectsView(props: SubjectsViewProps) {
  const { frame, story, commune, siret, seed, wanted, asks, suggested, others, sure, remarks, values, activities, errors } = props;
  const othersTicked = others.some((group) => group.choices.some((choice) => choice.ticked));
  return (
    <Page frame={frame} title="Les sujets de votre demande" narrow errors={errors}>
      <h1>Les sujets de votre demande</h1>
      <Steps steps={PORTAL_STEPS} current={1} />
      <article>
        <blockquote class="words">{story}</blockquote>
        <Form frame={frame} action={`${portalOf(frame)}/demande`} class="row between">
          <span>{commune.text}</span>
          <input type="hidden" name="story" value={story} />
          <input type="hidden" name="commune" value={commune.text} />
          <input type="hidden" name="commune_code" value={commune.code} />
          <input type="hidden" name="siret" value={siret} />
          <Wanted ids={wanted} />
          <button type="submit" name="corriger" value="oui" class="quiet">
            Modifier
          </button>
        </Form>
      </article>
      {remarks.length > 0 && (
        <div class="notice wait">
          <p>Un conseiller relira votre message avant de le transmettre :</p>
          <ul>
            {remarks.map((remark) => (
              <li>{remark}</li>
            ))}
          </ul>
        </div>
      )}
      <Form frame={frame} action={`${portalOf(frame)}/demande/envoi`} data-preview={`${portalOf(frame)}/demande/apercu`}>
        <input type="hidden" name="story" value={story} />
        <input type="hidden" name="commune" value={commune.text} />
        <input type="hidden" name="commune_code" value={commune.code} />
        <input type="hidden" name="siret" value={siret} />
        <input type="hidden" name="seed" value={seed} />
        <Wanted ids={wanted} />
        <article>
          <h2 class="flat" id="sujets-titre">{sure ? 'Nous avons compris' : 'De quoi s’agit-il ?'}</h2>
          <p class="muted">
            {suggested.length > 0
              ? 'Vérifiez, et corrigez au besoin. Vous pouvez cocher plusieurs sujets.'
              : 'Choisissez le ou les sujets de votre demande.'}
          </p>
          <section id="subjects" tabindex={errors?.['subjects'] ? -1 : undefined} aria-labelledby="sujets-titre" aria-describedby={errors?.['subjects'] && 'subjects-error'}>
          <FieldError id="subjects" error={errors?.['subjects']} />
          {suggested.map((choice) => (
            <ChoicePart choice={choice} />
          ))}
          <details open={suggested.length === 0 || othersTicked}>
            <summary>{suggested.length > 0 ? 'Un autre sujet' : 'Tous les sujets'}</summary>
            {others.map(({ theme, choices }) => (
              <section>
                <h3>{theme.label}</h3>
                {choices.map((choice) => (
                  <ChoicePart choice={choice} />
                ))}
              </section>
            ))}
          </details>
          </section>
        </article>
        <article>
          <h2 class="flat">Votre entreprise</h2>
          <NamePart {...props} />
          {asks.headcount && <Select name="headcount_band" label="Effectif" value={values['headcount_band']} errors={errors} options={HEADCOUNT_BANDS} />}
          {asks.activities && (
            <fieldset>
              <legend>
                Votre activité <span class="muted">(facultatif)</span>
              </legend>
              {ACTIVITIES.map(([id, label]) => (
                <label>
                  <input type="checkbox" name="activities" value={id} checked={activities.includes(id)} />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
        </article>
        <article>
          <h2 class="flat">Qui appeler ?</h2>
          <Field name="name" label="Votre nom" value={values['name']} errors={errors} required maxlength={120} autocomplete="name" />
          <div class="grid">
            <Field name="phone" label="Téléphone" type="tel" value={values['phone']} errors={errors} required maxlength={30} autocomplete="tel" />
            <Field name="email" label="Courriel" type="email" value={values['email']} errors={errors} required maxlength={200} autocomplete="email" />
          </div>
          <Check
            name="consent"
            errors={errors}
            required
            beside={
              <p class="flat">
                <Outside frame={frame} href="/donnees-personnelles">
                  Ce que deviennent vos données
                </Outside>
              </p>
            }
          >
            J’accepte que ma demande et mes coordonnées soient transmises aux conseillers indiqués, pour me rappeler.
          </Check>
        </article>
        <div class="actions">
          <button type="submit">Envoyer ma demande</button>
        </div>
      </Form>
    </Page>
  );
}

/** What the link named comes back with the form. */
const Wanted = ({ ids }: { ids: readonly string[] }) => ids.map((id) => <input type="hidden" name="sujet" value={id} />);

/** The company by its name and place in the register, for the visitor to say that it is theirs; or the name to give. */
function NamePart({ known, lookup, owned, siret, commune, values, errors }: SubjectsViewProps) {
  const field = <Field name="company" label="Nom de l’entreprise" value={values['company']} errors={errors} required maxlength={120} autocomplete="organization" />;
  if (!known) {
    return (
      <>
        {lookup === 'down' && <p class="notice wait">Le registre ne répond pas pour l’instant : donnez-nous le nom, un conseiller complétera.</p>}
        {lookup === 'unknown' && <p class="notice wait">Le registre ne connaît pas le SIRET {siretOf(siret)} : il est peut-être tout récent. Vérifiez-le, ou continuez.</p>}
        {field}
      </>
    );
  }
  return (
    <>
      <p>
        {known.name && <strong>{known.name}, </strong>}
        {commune.text} <span class="muted">(SIRET {siretOf(siret)}, d’après le registre)</span>
      </p>
      {known.name ? <input type="hidden" name="company" value={known.name} /> : field}
      <Check name="own_company" value={siret} errors={errors} required checked={owned}>
        C’est bien mon entreprise
      </Check>
    </>
  );
}

function ChoicePart({ choice }: { choice: SubjectChoice }) {
  const { subject, ticked, answers, proposal } = choice;
  return (
    <div class="need" data-need={subject.id}>
      <label>
        <input type="checkbox" name="subjects" value={subject.id} checked={ticked} />
        <span>
          {subject.label}
          {subject.description && <small>{subject.description}</small>}
        </span>
      </label>
      <div class="inside">
        <Questions questions={subject.questions} answers={answers} />
        <div data-slot="" aria-live="polite">
          {proposal && <CallersPart proposal={proposal} />}
        </div>
      </div>
    </div>
  );
}

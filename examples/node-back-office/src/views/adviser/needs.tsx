/** Step 2: all needs of the taxonomy on one page, by theme. */

import type { Answers, Subject, Theme } from '../../library.js';
import type { Proposal } from '../../services/proposal.js';
import type { Diagnosis } from '../../store/diagnoses.js';
import { FieldError, Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import { ProposalPart } from '../parts/proposal.js';
import { Questions } from '../parts/questions.js';
import { LaterNotice } from '../parts/register.js';
import { ADVISER_STEPS, Steps } from '../parts/steps.js';

export interface NeedValues {
  ticked: boolean;
  comment: string;
  answers: Answers;
  chosen: string[] | null;
  proposal: Proposal | undefined;
}

interface NeedsViewProps {
  frame: Frame;
  diagnosis: Diagnosis;
  commune: string;
  themes: readonly Theme[];
  subjects: readonly Subject[];
  values: ReadonlyMap<string, NeedValues>;
  /** Subjects of the draft that the directory does not offer any more. */
  gone: string[];
  none?: boolean;
}

export function needsView({ frame, diagnosis, commune, themes, subjects, values, gone, none }: NeedsViewProps) {
  const address = `/conseiller/diagnostics/${diagnosis.id}`;
  const errors = none ? { subjects: 'Cochez au moins un besoin.' } : undefined;
  return (
    <Page frame={frame} title="Ses besoins" errors={errors}>
      <h1>{diagnosis.company.name}</h1>
      <p class="lead">
        {commune} · <a href={`${address}/entreprise`}>Voir ou corriger ce qui est dit de l’entreprise</a>
      </p>
      <Steps steps={ADVISER_STEPS} current={1} />
      <LaterNotice note={diagnosis.company.register} href={`${address}/entreprise`} />
      {diagnosis.story && (
        <article>
          <h2>Son message</h2>
          <blockquote class="words">{diagnosis.story}</blockquote>
          {diagnosis.origin === 'portal' && (
            <p class="flat">
              <a href={`/conseiller/portail/${diagnosis.id}`}>Répondre à l’entreprise, rendre ou effacer la demande</a>
            </p>
          )}
        </article>
      )}
      {gone.length > 0 && (
        <div class="notice wait">
          {gone.map((subject) => (
            <p class="flat">
              L’entreprise avait choisi « {subject} », qui n’est plus proposé : choisissez ce qui s’en approche.
            </p>
          ))}
        </div>
      )}
      <Form frame={frame} action={`${address}/besoins`} data-preview={`${address}/apercu`}>
        <section class="themes" id="subjects" aria-label="Besoins" tabindex={none ? -1 : undefined} aria-describedby={none ? 'subjects-error' : undefined}>
          <FieldError id="subjects" error={errors?.subjects} />
          {themes.map((theme) => {
            const own = subjects.filter((subject) => subject.theme === theme.id);
            return (
              own.length > 0 && (
                <section class="theme" aria-labelledby={`theme-${theme.id}`}>
                  <h2 id={`theme-${theme.id}`}>{theme.label}</h2>
                  {own.map((subject) => (
                    <NeedPart subject={subject} values={values.get(subject.id)} />
                  ))}
                </section>
              )
            );
          })}
        </section>
        <div class="sticky">
          <strong data-count="" role="status">
            {' '}
          </strong>
          <span class="row">
            <button type="submit" name="suite" value="apercu" class="quiet without-script">
              Enregistrer et voir qui serait alerté
            </button>
            <button type="submit" name="suite" value="contact">
              Continuer vers l’envoi
            </button>
          </span>
        </div>
      </Form>
    </Page>
  );
}

function NeedPart({ subject, values }: { subject: Subject; values: NeedValues | undefined }) {
  return (
    <div class="need" data-need={subject.id}>
      <label>
        <input type="checkbox" name="subjects" value={subject.id} checked={values?.ticked ?? false} />
        <span>
          {subject.label}
          {subject.description && <small>{subject.description}</small>}
        </span>
      </label>
      <div class="inside">
        <label>
          Commentaire pour l’expert <Said>: {subject.label}</Said> <span class="muted">(facultatif)</span>
          <textarea name={`comment:${subject.id}`} rows={2} maxlength={2000}>
            {values?.comment ?? ''}
          </textarea>
        </label>
        <Questions questions={subject.questions} answers={values?.answers ?? {}} />
        <div data-slot="" aria-live="polite">
          {values?.proposal && <ProposalPart subject={subject.id} proposal={values.proposal} chosen={values.chosen} />}
        </div>
      </div>
    </div>
  );
}

/** When an expert is away, and who stands in. */

import { Field, Form, Select, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay } from '../labels.js';
import { Page } from '../layout.js';

export interface AbsenceLine {
  id: string;
  from: string;
  until: string;
  substituteName: string | undefined;
  /** The directory does not allow the substitute any more. */
  withoutSubstitute: boolean;
}

interface AbsencesViewProps {
  frame: Frame;
  lines: readonly AbsenceLine[];
  /** Those of the directory itself. */
  kept: readonly { from: string; until: string; substituteName: string | undefined }[];
  colleagues: readonly (readonly [id: string, name: string])[];
  today: string;
  values: { from: string; until: string; substitute: string } | undefined;
  errors: Errors;
}

const period = ({ from, until }: { from: string; until: string }): string =>
  from === until ? `Le ${longDay(from)}` : `Du ${longDay(from)} au ${longDay(until)} inclus`;

export function absencesView({ frame, lines, kept, colleagues, today, values, errors }: AbsencesViewProps) {
  return (
    <Page frame={frame} title="Mes absences" narrow errors={errors}>
      <p class="crumb">
        <a href="/expert">Mes demandes</a>
      </p>
      <h1>Mes absences</h1>
      <p class="lead">
        Pendant une absence, les nouvelles demandes vont à votre suppléant, ou à d’autres experts, et vous n’êtes pas
        relancé. Ce qui vous est déjà confié reste chez vous : transférez ce qui ne peut pas attendre.
      </p>
      {lines.length + kept.length === 0 ? (
        <p class="muted">Aucune absence prévue.</p>
      ) : (
        <ul class="plain">
          {lines.map((line) => (
            <li class="row between">
              <span>
                {period(line)}
                {line.substituteName && (
                  <>
                    <br />
                    <small>
                      Suppléant : {line.substituteName}
                      {line.withoutSubstitute && ' (il ne peut plus vous remplacer : choisissez quelqu’un d’autre)'}
                    </small>
                  </>
                )}
              </span>
              <Form frame={frame} action={`/expert/absences/${line.id}`}>
                <button type="submit" class="small quiet" aria-label={`Retirer l’absence du ${longDay(line.from)}`}>
                  Retirer
                </button>
              </Form>
            </li>
          ))}
          {kept.map((one) => (
            <li>
              {period(one)}
              <br />
              <small>{one.substituteName ? `Suppléant : ${one.substituteName}. ` : ''}Inscrite dans l’annuaire.</small>
            </li>
          ))}
        </ul>
      )}
      <article>
        <h2 class="flat">Prévoir une absence</h2>
        <Form frame={frame} action="/expert/absences">
          <div class="grid">
            <Field name="from" label="Premier jour" type="date" value={values?.from ?? today} errors={errors} required />
            <Field name="until" label="Dernier jour" type="date" value={values?.until} errors={errors} required />
          </div>
          <Select
            name="substitute"
            label="Suppléant"
            hint="Un collègue de votre institution, qui reçoit les demandes à votre place"
            value={values?.substitute}
            errors={errors}
            options={[['', 'Personne'], ...colleagues]}
          />
          <button type="submit">Noter l’absence</button>
        </Form>
      </article>
    </Page>
  );
}

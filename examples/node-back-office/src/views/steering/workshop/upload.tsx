import { Field, FieldError, Select, tied, type Errors } from '../../forms.js';
import type { Frame } from '../../frame.js';
import { Page } from '../../layout.js';

export interface ReadingValues {
  institution: string;
  chosen: string;
  whole: boolean;
  lenient: boolean;
}

interface UploadViewProps {
  frame: Frame;
  institutions: readonly (readonly [string, string])[];
  megabytes: number;
  values: ReadingValues;
  errors?: Errors | undefined;
}

export const UPLOAD = '/pilotage/annuaire/feuille';

export function uploadView({ frame, institutions, megabytes, values, errors = {} }: UploadViewProps) {
  return (
    <Page frame={frame} title="Déposer une feuille" narrow errors={errors}>
      <p>
        <a href="/pilotage/annuaire">← Annuaire</a>
      </p>
      <h1>Déposer la feuille d’un partenaire</h1>
      <p class="lead">
        Un classeur (.xlsx, .xls, .ods) ou un fichier CSV, avec les en-têtes que les partenaires connaissent. Rien n’entre
        en service ici : vous verrez ce qui change, et une autre personne approuvera.
      </p>
      <article>
        <form method="post" action={UPLOAD} enctype="multipart/form-data">
          <input type="hidden" name="_csrf" value={frame.token} />
          <Select
            name="institution"
            label="Institution"
            hint="La feuille ne pourra rien changer d’une autre"
            required
            value={values.institution}
            errors={errors}
            options={[['', 'Choisissez'], ['*', 'Plusieurs institutions'], ...institutions]}
          />
          <SheetField name="experts" label="Feuille des experts" hint={`${megabytes} Mo au plus`} errors={errors} />
          <SheetField name="antennes" label="Feuille des antennes" hint="Avec leurs zones" errors={errors} />
          <ReadingFields values={values} />
          <div class="actions">
            <button type="submit">Lire la feuille</button>
          </div>
        </form>
      </article>
      <p class="muted">
        Pour partir de ce que l’annuaire sait : <a href="/pilotage/annuaire/experts.csv">les experts</a> et{' '}
        <a href="/pilotage/annuaire/antennes.csv">les antennes</a> en service, dans la forme que cette page relit. Le
        fichier déposé est gardé jusqu’à la décision, puis effacé.
      </p>
    </Page>
  );
}

function SheetField({ name, label, hint, errors }: { name: string; label: string; hint: string; errors: Errors }) {
  return (
    <div class="field">
      <label for={name}>
        {label}
        <span class="muted"> (facultatif)</span>
      </label>
      <small class="hint" id={`${name}-hint`}>
        {hint}
      </small>
      <input type="file" name={name} accept=".csv,.tsv,.txt,.xlsx,.xls,.ods" {...tied(name, hint, errors[name])} />
      <FieldError id={name} error={errors[name]} />
    </div>
  );
}

/** How sheets are read: what their author says of them. */
export function ReadingFields({ values }: { values: ReadingValues }) {
  return (
    <>
      <Field
        name="chosen"
        label="Onglets à lire"
        hint="Si le classeur en a plusieurs qui conviennent ; séparés par des points-virgules"
        value={values.chosen}
        maxlength={300}
      />
      <fieldset>
        <legend>Ce que dit la feuille</legend>
        <label>
          <input type="checkbox" name="whole" value="oui" checked={values.whole} />
          Elle est complète : qui n’y figure plus s’en va
          <small>Sinon, qui n’y figure pas reste. Des départs nombreux se cochent un par un, à la page suivante.</small>
        </label>
        <label>
          <input type="checkbox" name="lenient" value="oui" checked={values.lenient} />
          Laisser de côté les lignes fautives
          <small>Elles sont listées ; personne ne s’en va alors sans être coché.</small>
        </label>
      </fieldset>
    </>
  );
}

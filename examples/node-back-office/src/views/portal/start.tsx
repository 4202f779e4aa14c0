/** The company writes a few lines. */

import type { PlaceChoice } from '../../services/places.js';
import { Area, CommuneField, Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { PORTAL_STEPS, Steps } from '../parts/steps.js';

interface StartViewProps {
  frame: Frame;
  story: string;
  commune: { code: string; text: string };
  siret: string;
  errors?: Errors | undefined;
  choices?: PlaceChoice[] | undefined;
}

export function startView({ frame, story, commune, siret, errors, choices }: StartViewProps) {
  return (
    <Page frame={frame} title="Être aidé par un conseiller public" narrow errors={errors}>
      <h1>Une question, un projet, une difficulté ?</h1>
      <p class="lead">
        Dites-nous en quelques lignes ce dont votre entreprise a besoin. Nous trouvons les conseillers publics de votre
        territoire qui peuvent vous aider ; l’un d’eux vous appelle. C’est gratuit.
      </p>
      <Steps steps={PORTAL_STEPS} current={0} />
      <article>
        <Form frame={frame} action="/demande">
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
          <CommuneField value={commune} errors={errors} choices={choices} />
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
        </Form>
      </article>
      <p class="muted">
        Rien n’est enregistré avant que vous ayez donné votre accord, à l’étape suivante. Trois sujets au plus par demande.
      </p>
    </Page>
  );
}

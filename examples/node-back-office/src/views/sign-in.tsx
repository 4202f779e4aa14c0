import { Field, Form } from './forms.js';
import type { Frame } from './frame.js';
import { Page } from './layout.js';

export function signInView({ frame, email, refused }: { frame: Frame; email?: string; refused?: boolean }) {
  return (
    <Page frame={frame} title="Connexion" narrow>
      <h1>Espace professionnel</h1>
      <p class="lead">
        Pour les conseillers et le pilotage. Les experts ouvrent leurs demandes par le lien reçu par courriel, sans mot
        de passe.
      </p>
      {refused && (
        <div class="notice bad" role="alert">
          Adresse ou mot de passe inconnu.
        </div>
      )}
      <article>
        <Form frame={frame} action="/connexion">
          <Field name="email" label="Adresse électronique" type="email" value={email} required autocomplete="username" />
          <Field
            name="password"
            label="Mot de passe"
            type="password"
            required
            autocomplete="current-password"
            maxlength={200}
          />
          <button type="submit">Se connecter</button>
        </Form>
      </article>
      {frame.demo && (
        <p class="muted">
          Démonstration : les comptes sont affichés dans le terminal qui a lancé le service.
        </p>
      )}
    </Page>
  );
}

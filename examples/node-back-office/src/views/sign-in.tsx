import { Field, Form } from './forms.js';
import type { Frame } from './frame.js';
import { Page } from './layout.js';

interface SignInProps {
  frame: Frame;
  email?: string;
  /** The page that was wanted. */
  wanted?: string;
  refused?: boolean;
  /** What people call the provider of identities, where there is one. */
  provider: string | undefined;
}

export function signInView({ frame, email, wanted, refused, provider }: SignInProps) {
  const errors = refused ? { email: 'Adresse ou mot de passe inconnu.' } : undefined;
  return (
    <Page frame={frame} title="Connexion" narrow errors={errors}>
      <h1>Espace professionnel</h1>
      <p class="lead">
        Pour les conseillers et le pilotage. Les experts ouvrent leurs demandes par le lien reçu par courriel, sans mot
        de passe.
      </p>
      {provider && (
        <p class="provider">
          <a role="button" href={`/connexion/fournisseur${wanted ? `?vers=${encodeURIComponent(wanted)}` : ''}`}>
            {`S’identifier avec ${provider}`}
          </a>
        </p>
      )}
      <article>
        {provider && <h2 class="flat">Ou avec un mot de passe</h2>}
        <Form frame={frame} action="/connexion">
          {wanted && <input type="hidden" name="vers" value={wanted} />}
          <Field name="email" label="Adresse électronique" type="email" value={email} errors={errors} required autocomplete="username" />
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
      <p class="muted">Mot de passe oublié ? Le pilotage du service vous envoie un lien pour en choisir un autre.</p>
      {frame.demo && (
        <p class="muted">
          Démonstration : les comptes sont affichés dans le terminal qui a lancé le service.
        </p>
      )}
    </Page>
  );
}

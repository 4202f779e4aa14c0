/** Choosing a password. */

import { LEAST_PASSWORD } from '../security/passwords.js';
import { Field, Form, type Errors } from './forms.js';
import type { Frame } from './frame.js';
import { Page } from './layout.js';

interface PasswordViewProps {
  frame: Frame;
  action: string;
  email: string;
  /** Whether the password of before is asked for: a link stands for it. */
  own: boolean;
  errors?: Errors;
}

export function passwordView({ frame, action, email, own, errors }: PasswordViewProps) {
  return (
    <Page frame={frame} title="Mot de passe" narrow errors={errors}>
      <h1>{own ? 'Changer mon mot de passe' : 'Choisir votre mot de passe'}</h1>
      <p class="lead">{email}</p>
      <article>
        <Form frame={frame} action={action}>
          {own && (
            <Field name="current" label="Mot de passe actuel" type="password" errors={errors} required autocomplete="current-password" maxlength={200} />
          )}
          <Field
            name="password"
            label="Nouveau mot de passe"
            hint={`${LEAST_PASSWORD} caractères au moins ; une phrase se retient bien`}
            type="password"
            errors={errors}
            required
            autocomplete="new-password"
            maxlength={200}
          />
          <Field name="again" label="Le même, une seconde fois" type="password" errors={errors} required autocomplete="new-password" maxlength={200} />
          <button type="submit">Enregistrer</button>
        </Form>
      </article>
      <p class="muted">Vos autres sessions seront fermées.</p>
      {own && (
        <ul>
          <li>
            <a href="/compte/second-facteur">Second facteur</a> : un code de votre téléphone, en plus du mot de passe
          </li>
          <li>
            <a href="/compte/droits">Qui peut voir et faire quoi</a>
          </li>
        </ul>
      )}
    </Page>
  );
}

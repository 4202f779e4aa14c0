/** The second factor: asked for at sign-in, and brought, renewed or given up on one's account. */

import type { Enrolment } from '../services/second-factor.js';
import type { SecondFactor } from '../store/second-factors.js';
import { Field, Form, type Errors } from './forms.js';
import type { Frame } from './frame.js';
import { longDay, many } from './labels.js';
import { Page } from './layout.js';
import { QrCode } from './parts/qr-code.js';

interface CodeViewProps {
  frame: Frame;
  email: string;
  wanted: string;
  error?: string;
}

export function codeView({ frame, email, wanted, error }: CodeViewProps) {
  return (
    <Page frame={frame} title="Code de connexion" narrow errors={error ? { code: error } : undefined}>
      <h1>Code de connexion</h1>
      <p class="lead">{email}</p>
      <article>
        <Form frame={frame} action="/connexion/code">
          {wanted && <input type="hidden" name="vers" value={wanted} />}
          <Field
            name="code"
            label="Code"
            hint="Les six chiffres que montre votre application, ou l’un de vos codes de secours"
            errors={error ? { code: error } : {}}
            required
            autocomplete="one-time-code"
            maxlength={40}
          />
          <button type="submit">Continuer</button>
        </Form>
      </article>
      <p class="muted">
        Téléphone perdu, et plus de code de secours{'\u202f'}? Le pilotage du service peut retirer votre second facteur.{' '}
        <a href="/connexion">Se connecter avec un autre compte</a>
      </p>
    </Page>
  );
}

interface EnrolmentViewProps {
  frame: Frame;
  action: string;
  enrolment: Enrolment;
  wanted?: string;
  /** Whether the account has a password to ask for: whoever just gave it is not asked again. */
  password?: boolean;
  /** Whether nobody gets in without. */
  needed: boolean;
  errors?: Errors;
}

export function enrolmentView({ frame, action, enrolment, wanted, password, needed, errors }: EnrolmentViewProps) {
  return (
    <Page frame={frame} title="Second facteur" narrow errors={errors}>
      <h1>Ajouter un second facteur</h1>
      <p class="lead">
        {needed
          ? 'Votre compte en demande un\u00a0: un code de votre téléphone, en plus du mot de passe.'
          : 'Un code de votre téléphone, en plus du mot de passe\u00a0: qui vous le prendrait n’entrerait pas.'}
      </p>
      <article>
        <ol>
          <li>Installez une application de codes sur votre téléphone, par exemple FreeOTP ou Aegis.</li>
          <li>
            Lisez-y cette image, ou tapez la clé{'\u00a0'}: <code class="key">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </li>
          <li>Tapez ici le code qu’elle montre.</li>
        </ol>
        <QrCode text={enrolment.uri} title="La clé du second facteur, à lire avec l’application" />
        <Form frame={frame} action={action}>
          {wanted && <input type="hidden" name="vers" value={wanted} />}
          <input type="hidden" name="enrolment" value={enrolment.sealed} />
          <input type="hidden" name="suite" value="activer" />
          {password && (
            <Field name="current" label="Mot de passe actuel" type="password" errors={errors} required autocomplete="current-password" maxlength={200} />
          )}
          <Field name="code" label="Code à six chiffres" errors={errors} required autocomplete="one-time-code" inputmode="numeric" maxlength={10} />
          <button type="submit">Ajouter</button>
        </Form>
      </article>
    </Page>
  );
}

interface RecoveryViewProps {
  frame: Frame;
  codes: readonly string[];
  /** Where to go on. */
  next: string;
}

/** The only time that they are shown: nobody can read them afterwards, the service neither. */
export function recoveryView({ frame, codes, next }: RecoveryViewProps) {
  return (
    <Page frame={frame} title="Codes de secours" narrow>
      <h1>Vos codes de secours</h1>
      <p class="lead">
        Notez-les{'\u00a0'}: ils ne seront plus montrés. Chacun remplace une fois le code du téléphone, si vous le perdez.
      </p>
      <article>
        <ul class="plain codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </article>
      <p>
        <a href={next} role="button">
          C’est noté, continuer
        </a>
      </p>
    </Page>
  );
}

interface SecondFactorViewProps {
  frame: Frame;
  factor: SecondFactor;
  needed: boolean;
  /** Whether the account has a password to ask for. */
  password: boolean;
  errors?: Errors;
}

export function secondFactorView({ frame, factor, needed, password, errors }: SecondFactorViewProps) {
  return (
    <Page frame={frame} title="Second facteur" narrow errors={errors}>
      <h1>Second facteur</h1>
      <p class="lead">
        Actif depuis le {longDay(factor.confirmed_at)} ; {many(factor.codes, 'code de secours utilisable', 'codes de secours utilisables')}.
      </p>
      <article>
        <Form frame={frame} action="/compte/second-facteur">
          <Field
            name="code"
            label="Code"
            hint="De votre application, ou de secours"
            errors={errors}
            required
            autocomplete="one-time-code"
            maxlength={40}
          />
          {password && (
            <Field name="current" label="Mot de passe actuel" type="password" errors={errors} required autocomplete="current-password" maxlength={200} />
          )}
          <div class="row">
            <button type="submit" name="suite" value="codes">
              Faire d’autres codes de secours
            </button>
            {!needed && (
              <button type="submit" name="suite" value="retirer" class="quiet">
                Retirer le second facteur
              </button>
            )}
          </div>
        </Form>
      </article>
      <p class="muted">
        {needed ? 'Votre compte ne peut pas s’en passer.' : 'Sans lui, le mot de passe suffit pour se connecter.'} Pour changer de téléphone,{' '}
        {needed ? 'demandez au pilotage de le retirer, puis ajoutez-en un autre' : 'retirez-le, puis ajoutez-en un autre'}.
      </p>
    </Page>
  );
}

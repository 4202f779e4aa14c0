import type { NamedRight } from '../../services/rights.js';
import type { AccountRow } from '../../store/accounts.js';
import type { Identity } from '../../store/identities.js';
import type { SecondFactor } from '../../store/second-factors.js';
import { Field, FieldError, Form, tied, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { longDay, many, siretOf } from '../labels.js';
import { Page } from '../layout.js';
import { roleLabel } from './accounts.js';

interface AccountViewProps {
  frame: Frame;
  account: AccountRow;
  /** Whether it is the account of who looks. */
  own: boolean;
  rights: readonly NamedRight[];
  antennes: readonly (readonly [institution: string, antennes: readonly (readonly [string, string])[]])[];
  origins: readonly string[];
  factor: SecondFactor | undefined;
  identities: readonly Identity[];
  provider: string | undefined;
  errors: Errors;
}

export function accountView(props: AccountViewProps) {
  const { frame, account, own, rights } = props;
  const address = `/pilotage/comptes/${account.id}`;
  return (
    <Page frame={frame} title={account.name} narrow errors={props.errors} errorIds={RIGHT_IDS}>
      <p>
        <a href="/pilotage/comptes">Tous les comptes</a>
      </p>
      <h1>{account.name}</h1>
      <p class="lead">
        {account.email}, {roleLabel(account.role).toLowerCase()}
        {account.disabled_at && ', désactivé'}
      </p>
      <h2>Ce que ce compte gère</h2>
      {rights.length === 0 ? <p class="muted">Aucune antenne et aucune coopération.</p> : <Rights frame={frame} rights={rights} address={address} />}
      {own ? (
        <p class="muted">Personne ne se donne de droits : demandez à un autre compte du pilotage.</p>
      ) : (
        <Giving {...props} address={address} />
      )}
      <p>
        <a href="/compte/droits">Ce que chaque rôle peut voir et faire</a>
      </p>
      <h2>Comment il se connecte</h2>
      <SigningIn {...props} address={address} />
    </Page>
  );
}

function Rights({ frame, rights, address }: { frame: Frame; rights: readonly NamedRight[]; address: string }) {
  return (
    <ul class="plain">
      {rights.map((right) => (
        <li class="row between">
          <span>
            {right.role === 'antenne_manager' ? 'Antenne' : 'Coopération'} : {right.name}{' '}
            {right.lost && <span class="tag bad">n’est plus dans l’annuaire, n’ouvre rien</span>}
          </span>
          <Form frame={frame} action={`${address}/droits`}>
            <input type="hidden" name="role" value={right.role} />
            <input type="hidden" name="scope" value={right.scope} />
            <button type="submit" name="suite" value="reprendre" class="small quiet" aria-label={`Reprendre ${right.name}`}>
              Reprendre
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** The fields of what is given, by what is wrong. */
const RIGHT_IDS = { antenne_manager: 'antenne', cooperation_manager: 'scope' } as const;

function Giving({ frame, antennes, origins, errors, address }: AccountViewProps & { address: string }) {
  const error = errors['antenne_manager'];
  const hint = 'Avec celles qui sont en dessous, si elle est régionale ou nationale';
  return (
    <article>
      <Form frame={frame} action={`${address}/droits`}>
        <input type="hidden" name="role" value="antenne_manager" />
        <div class="field">
          <label for="antenne">Antenne</label>
          <small class="hint" id="antenne-hint">
            {hint}
          </small>
          <select name="scope" required {...tied('antenne', hint, error)}>
            <option value="">Choisir</option>
            {antennes.map(([institution, own]) => (
              <optgroup label={institution}>
                {own.map(([id, name]) => (
                  <option value={id}>{name}</option>
                ))}
              </optgroup>
            ))}
          </select>
          <FieldError id="antenne" error={error} />
        </div>
        <button type="submit" name="suite" value="donner">
          Donner cette antenne
        </button>
      </Form>
      <Form frame={frame} action={`${address}/droits`}>
        <input type="hidden" name="role" value="cooperation_manager" />
        <Field
          name="scope"
          label="Coopération"
          hint={`Le site ou la campagne d’où viennent les besoins${origins.length > 0 ? `, par exemple ${origins.join(', ')}` : ''}`}
          errors={errors['cooperation_manager'] ? { scope: errors['cooperation_manager'] } : {}}
          required
          maxlength={80}
        />
        <button type="submit" name="suite" value="donner">
          Donner cette coopération
        </button>
      </Form>
    </article>
  );
}

function SigningIn({ frame, account, own, factor, identities, provider, address }: AccountViewProps & { address: string }) {
  return (
    <article>
      <p>
        {account.ready ? 'Par un mot de passe' : 'Sans mot de passe'}
        {factor
          ? `, avec un second facteur depuis le ${longDay(factor.confirmed_at)} (${many(factor.codes, 'code de secours utilisable', 'codes de secours utilisables')}).`
          : ', sans second facteur.'}
      </p>
      {identities.map((identity) => (
        <p>
          Lié à {provider ?? identity.issuer} depuis le {longDay(identity.linked_at)}
          {identity.siret && `, SIRET ${siretOf(identity.siret)}`}.
        </p>
      ))}
      <Form frame={frame} action={address} class="row">
        {factor && !own && (
          <button type="submit" name="suite" value="second-facteur" class="small quiet">
            Retirer le second facteur
          </button>
        )}
        {identities.length > 0 && (
          <button type="submit" name="suite" value="delier" class="small quiet">
            Délier
          </button>
        )}
      </Form>
      <p class="muted">Ses sessions sont alors fermées, et un message le dit à son adresse.</p>
    </article>
  );
}

import type { NamedRight } from '../../services/rights.js';
import type { AccountRow } from '../../store/accounts.js';
import { Field, Form, Select, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';

const ROLES = [
  ['adviser', 'Conseiller'],
  ['steering', 'Pilotage'],
  ['manager', 'Responsable d’antenne ou de coopération'],
] as const;
export const roleLabel = (role: string): string => ROLES.find(([id]) => id === role)?.[1] ?? role;

interface AccountsViewProps {
  frame: Frame;
  accounts: AccountRow[];
  rights: readonly NamedRight[];
  /** The accounts with a second factor. */
  withCode: ReadonlySet<string>;
  /** The account of who looks: nobody shuts themselves out. */
  own: string;
  values?: { email: string; name: string; role: string };
  errors?: Errors;
}

function Managed({ rights }: { rights: readonly NamedRight[] }) {
  return (
    <>
      {rights.map(({ name, lost }) => (
        <small>
          <br />
          {name} {lost && <span class="tag bad">antenne disparue</span>}
        </small>
      ))}
    </>
  );
}

export function accountsView({ frame, accounts, rights, withCode, own, values, errors }: AccountsViewProps) {
  return (
    <Page frame={frame} title="Comptes" errors={errors}>
      <h1>Comptes</h1>
      <p class="lead">
        Qui peut se connecter. Chacun choisit son mot de passe, par un lien envoyé à son adresse ; désactiver ferme ses
        sessions aussitôt, et garde ses diagnostics.
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Comptes">
        <table aria-label="Comptes">
          <thead>
            <tr>
              <th scope="col">Nom</th>
              <th scope="col">Rôle</th>
              <th scope="col">Depuis le</th>
              <th scope="col">État</th>
              <th scope="col">Décider</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr>
                <th scope="row">
                  <a href={`/pilotage/comptes/${account.id}`}>
                    {account.name} <Said>{account.email}</Said>
                  </a>
                  <small>
                    <br />
                    {account.email}
                  </small>
                </th>
                <td>
                  {roleLabel(account.role)}
                  <Managed rights={rights.filter((right) => right.account_id === account.id)} />
                </td>
                <td class="nowrap">{shortDay(account.created_at)}</td>
                <td>
                  {account.disabled_at ? (
                    <span class="tag bad">désactivé</span>
                  ) : account.ready ? (
                    <>
                      <span class="tag good">actif</span>
                      {withCode.has(account.id) && <small> second facteur</small>}
                    </>
                  ) : (
                    <span class="tag wait">sans mot de passe</span>
                  )}
                </td>
                <td>
                  <Form frame={frame} action={`/pilotage/comptes/${account.id}`} class="row">
                    {account.disabled_at ? (
                      <button type="submit" name="suite" value="reactiver" class="small quiet">
                        Réactiver <Said>{account.email}</Said>
                      </button>
                    ) : (
                      <>
                        <button type="submit" name="suite" value="reinitialiser" class="small quiet">
                          Envoyer un lien de mot de passe <Said>à {account.email}</Said>
                        </button>
                        {account.id !== own && (
                          <button type="submit" name="suite" value="desactiver" class="small quiet">
                            Désactiver <Said>{account.email}</Said>
                          </button>
                        )}
                      </>
                    )}
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <article>
        <h2>Ajouter un compte</h2>
        <Form frame={frame} action="/pilotage/comptes">
          <div class="grid">
            <Field name="name" label="Nom" value={values?.name} errors={errors} required maxlength={120} />
            <Field name="email" label="Adresse électronique" type="email" value={values?.email} errors={errors} required maxlength={200} />
          </div>
          <Select name="role" label="Rôle" value={values?.role} options={ROLES} required />
          <button type="submit">Ajouter et envoyer le lien</button>
        </Form>
      </article>
    </Page>
  );
}

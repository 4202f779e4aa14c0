/** One partner: its page, its keys, where it is told. */

import type { Shown } from '../../services/partners/steering.js';
import type { ApiKeyRow } from '../../store/api-keys.js';
import type { Partner } from '../../store/partners.js';
import type { WebhookRow } from '../../store/webhooks.js';
import { Area, Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { Said } from '../said.js';
import { Receivers } from './receivers.js';

interface PartnerViewProps {
  frame: Frame;
  partner: Partner;
  keys: ApiKeyRow[];
  webhooks: WebhookRow[];
  baseUrl: string;
  /** What was typed and refused. */
  values: Record<string, string>;
  shown?: Shown;
  errors?: Errors;
}

export function partnerView(props: PartnerViewProps) {
  const { frame, partner, shown } = props;
  const action = `/pilotage/partenaires/${partner.id}`;
  return (
    <Page frame={frame} title={partner.name} errors={props.errors}>
      <p class="crumb">
        <a href="/pilotage/partenaires">Partenaires</a>
      </p>
      <h1>{partner.name}</h1>
      {partner.disabled_at && (
        <div class="notice bad">
          Désactivé depuis le {shortDay(partner.disabled_at)} : ses clés n’ouvrent rien, sa page n’existe pas, rien ne lui est
          envoyé.
        </div>
      )}
      {shown && (
        <div class="notice good" role="status">
          <p>{shown.label}, à transmettre par un moyen sûr :</p>
          <p>
            <code class="words">{shown.value}</code>
          </p>
          <p>Copiez-le maintenant : il n’est montré qu’une fois, et personne ne pourra le relire.</p>
        </div>
      )}
      <PartnerPage {...props} action={action} />
      <Keys {...props} action={action} />
      <Receivers {...props} action={action} />
      <article>
        <h2>{partner.disabled_at ? 'Réactiver' : 'Désactiver'}</h2>
        <p>
          {partner.disabled_at
            ? 'Ses clés qui ne sont pas révoquées ouvrent de nouveau, et ce qui attendait lui est envoyé.'
            : 'Tout s’arrête aussitôt. Les demandes déjà déposées suivent leur cours.'}
        </p>
        <Form frame={frame} action={action}>
          <button type="submit" name="suite" value={partner.disabled_at ? 'reactiver' : 'desactiver'} class={partner.disabled_at ? 'quiet' : 'danger'}>
            {partner.disabled_at ? 'Réactiver ce partenaire' : 'Désactiver ce partenaire'}
          </button>
        </Form>
      </article>
    </Page>
  );
}

function PartnerPage({ frame, partner, baseUrl, values, errors, action }: PartnerViewProps & { action: string }) {
  const address = `${baseUrl}/partenaires/${partner.slug}`;
  return (
    <article>
      <h2>Sa page</h2>
      <p>
        <a href={`/partenaires/${partner.slug}`}>{address}</a>
      </p>
      <p class="muted">
        Le lien peut remplir d’avance : <code class="words">?sujet=recruter&amp;code_postal=80000&amp;commune=Amiens&amp;siret=…</code>. Tout est vérifié,
        montré à l’entreprise, et à elle de le changer.
      </p>
      <Form frame={frame} action={action}>
        <label class="choice">
          <input type="checkbox" name="page" value="oui" checked={partner.page} />
          La page est ouverte
        </label>
        <Area
          name="frames"
          label="Sites qui peuvent la montrer dans un cadre"
          hint="Un par ligne, comme https://www.partenaire.example ; sans site, elle ne s’ouvre dans aucun cadre"
          value={values['frames'] ?? partner.frames.join('\n')}
          errors={errors}
          rows={3}
          maxlength={4000}
        />
        <button type="submit" name="suite" value="page">
          Enregistrer
        </button>
      </Form>
    </article>
  );
}

function Keys({ frame, partner, keys, values, errors, action }: PartnerViewProps & { action: string }) {
  return (
    <article>
      <h2>Ses clés</h2>
      {keys.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Clés">
          <table aria-label="Clés">
            <thead>
              <tr>
                <th scope="col">Clé</th>
                <th scope="col">Origine</th>
                <th scope="col">Créée le</th>
                <th scope="col">Dernier usage</th>
                <th scope="col">État</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr>
                  <th scope="row">
                    {key.name}
                    <small>
                      <br />
                      <code>{key.hint}…</code>
                    </small>
                  </th>
                  <td>{key.origin}</td>
                  <td class="nowrap">{shortDay(key.created_at)}</td>
                  <td class="nowrap">{key.last_used_at ? dayAndTime(key.last_used_at) : 'jamais'}</td>
                  <td>
                    {key.revoked_at ? (
                      <span class="tag bad">révoquée</span>
                    ) : (
                      <Form frame={frame} action={action} class="inline">
                        <input type="hidden" name="key" value={key.id} />
                        <button type="submit" name="suite" value="revoquer" class="small danger">
                          Révoquer <Said>la clé {key.name}</Said>
                        </button>
                      </Form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Form frame={frame} action={action}>
        <div class="grid">
          <Field name="key_name" label="À quoi sert la clé" value={values['key_name']} errors={errors} required maxlength={80} />
          <Field name="origin" label="Origine" hint={`Ce sous quoi ses demandes sont comptées ; « ${partner.slug} » sinon`} value={values['origin']} errors={errors} maxlength={40} />
        </div>
        <button type="submit" name="suite" value="cle">
          Créer une clé
        </button>
      </Form>
    </article>
  );
}

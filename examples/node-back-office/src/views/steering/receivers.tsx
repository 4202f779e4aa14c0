/** Where a partner is told, and how that goes. */

import type { WebhookRow } from '../../store/webhooks.js';
import { Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { Said } from '../said.js';
import { many, number } from '../labels.js';

interface ReceiversProps {
  frame: Frame;
  webhooks: WebhookRow[];
  values: Record<string, string>;
  errors?: Errors;
  action: string;
}

export function Receivers({ frame, webhooks, values, errors, action }: ReceiversProps) {
  return (
    <article>
      <h2>Où il reçoit les événements</h2>
      {webhooks.map((webhook) => (
        <section>
          <h3 class="words">{webhook.url}</h3>
          <p>
            {webhook.disabled_at ? (
              <span class="tag bad">{webhook.disabled_for === 'gone' ? 'arrêtée par le destinataire (410)' : 'arrêtée'}</span>
            ) : (
              <span class="tag good">en service</span>
            )}{' '}
            {many(webhook.delivered, 'événement reçu', 'événements reçus')}, {number(webhook.waiting)} en attente,{' '}
            {many(webhook.given_up, 'abandonné')}.{webhook.met && ` Dernier échec : ${metWords(webhook.met)}.`}
          </p>
          {webhook.given_up > 0 && (
            <p class="muted">
              Ce qui est abandonné n’est pas perdu : le partenaire le lit par le curseur, ou vous le renvoyez.
            </p>
          )}
          <Form frame={frame} action={action} class="row">
            <input type="hidden" name="webhook" value={webhook.id} />
            {webhook.given_up > 0 && !webhook.disabled_at && <Step value="renvoyer" label="Renvoyer ce qui est abandonné" of={webhook.url} />}
            <Step value="secret" label="Changer le secret" of={webhook.url} />
            {webhook.disabled_at ? (
              <Step value="reprendre" label="Reprendre les envois" of={webhook.url} />
            ) : (
              <Step value="arreter" label="Arrêter les envois" of={webhook.url} />
            )}
          </Form>
        </section>
      ))}
      <Form frame={frame} action={action}>
        <Field
          name="url"
          label="Adresse de réception"
          hint="En https ; elle reçoit les événements à partir de maintenant, signés d’un secret que vous verrez une fois"
          value={values['url']}
          errors={errors}
          required
          maxlength={500}
        />
        <button type="submit" name="suite" value="adresse">
          Ajouter cette adresse
        </button>
      </Form>
    </article>
  );
}

function Step({ value, label, of }: { value: string; label: string; of: string }) {
  return (
    <button type="submit" name="suite" value={value} class="small quiet">
      {label}
      <Said>: {of}</Said>
    </button>
  );
}

const FAULTS: Readonly<Record<string, string>> = {
  private_address: 'le nom mène à une adresse privée',
  refused_address: 'l’adresse n’est pas prise ici',
  timeout: 'pas de réponse à temps',
  connection: 'connexion impossible',
};

const metWords = (met: string): string => FAULTS[met] ?? `réponse ${met}`;

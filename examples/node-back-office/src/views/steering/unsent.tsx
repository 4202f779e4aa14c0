/** Messages that did not leave, by reason, and sending them again all at once. */

import type { Failure } from '../../mail/failures.js';
import type { Unsent } from '../../store/resending.js';
import { listAddress, type Listing } from '../../web/listing.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number } from '../labels.js';
import { french } from '../typography.js';

const REASONS: Readonly<Record<Failure | 'shown', string>> = {
  sign_in: 'Identification refusée par le serveur',
  connection: 'Serveur injoignable',
  sender: 'Expéditeur refusé par le serveur',
  address: 'Adresse refusée',
  content: 'Message refusé',
  temporary: 'Trop d’essais sans succès',
  in_doubt: 'Interrompu pendant l’envoi',
  unknown: 'Autre raison',
  shown: 'Affiché ici, faute de serveur',
};

export const REASON_CODES = Object.keys(REASONS);
export const reasonLabel = (reason: string): string => REASONS[reason as Failure] ?? REASONS.unknown;

interface UnsentProps {
  frame: Frame;
  unsent: readonly Unsent[];
  listing: Listing;
}

export function UnsentPart({ frame, unsent, listing }: UnsentProps) {
  const all = unsent.reduce((sum, one) => sum + one.count, 0);
  if (all === 0) return null;
  const chosen = unsent.find((one) => one.reason === listing.filters['raison']);
  const count = chosen?.count ?? all;
  return (
    <article>
      <h2 class="flat">{many(all, 'message n’est pas parti', 'messages ne sont pas partis')}</h2>
      <ul>
        {unsent.map((one) => (
          <li>
            <a href={listAddress('/pilotage/envois', { raison: one.reason })} aria-current={one === chosen ? 'true' : undefined}>
              {`${reasonLabel(one.reason)} (${number(one.count)})`}
            </a>
          </li>
        ))}
      </ul>
      <Form frame={frame} action="/pilotage/envois">
        <input type="hidden" name="raison" value={chosen?.reason ?? ''} />
        <button type="submit" name="suite" value="renvoyer">
          {`Envoyer de nouveau ${count < 2 ? 'ce message' : `ces ${number(count)} messages`}`}
        </button>
      </Form>
      <p class="muted">{french('Les messages incertains se décident un par un ; ceux dont les liens ont expiré ne partent plus.')}</p>
    </article>
  );
}

/** Trying a server that was mended, rather than waiting for the next round. */
export function RetryPart({ frame }: { frame: Frame }) {
  return (
    <Form frame={frame} action="/pilotage/envois">
      <button type="submit" name="suite" value="reessayer" class="quiet">
        Essayer le serveur maintenant
      </button>
    </Form>
  );
}

/** What a partner's page says once a request is in: the rest is on pages of the service's own. */

import type { Frame } from '../frame.js';
import { portalOf } from '../frame.js';
import { Page } from '../layout.js';
import { Outside } from '../parts/outside.js';
import { PORTAL_STEPS, Steps } from '../parts/steps.js';

interface ThanksViewProps {
  frame: Frame;
  /** Which address has to be confirmed; blank where none has to. */
  email: string;
  follow: string;
}

export function thanksView({ frame, email, follow }: ThanksViewProps) {
  return (
    <Page frame={frame} title="Votre demande est déposée" narrow>
      <h1>Votre demande est déposée</h1>
      <Steps steps={PORTAL_STEPS} current={2} />
      {email ? (
        <div class="notice wait">
          Nous avons écrit à <strong>{email}</strong> : ouvrez le lien de ce message pour confirmer votre demande. Rien
          n’est transmis avant. S’il n’arrive pas, vérifiez l’adresse et les indésirables.
        </div>
      ) : (
        <p class="lead">Un message vous dira qui vous appellera.</p>
      )}
      <p>
        <Outside frame={frame} href={follow}>
          Voir où en est ma demande
        </Outside>
      </p>
      <p>
        <a href={`${portalOf(frame)}/`}>Déposer une autre demande</a>
      </p>
    </Page>
  );
}

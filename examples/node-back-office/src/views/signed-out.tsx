import type { Frame } from './frame.js';
import { Page } from './layout.js';

/** Between the two sign-outs: the browser goes on by itself, and whoever forbids it that has the link. */
export function signedOutView({ frame, label, address }: { frame: Frame; label: string; address: string }) {
  return (
    <Page frame={frame} title="Déconnexion" narrow>
      <h1>Vous êtes déconnecté</h1>
      <p class="lead">{`Votre session ${label} va être fermée aussi.`}</p>
      <p>
        <a href={address}>{`Fermer ma session ${label}`}</a>
      </p>
      <p>
        <a href="/">Retour à l’accueil</a>
      </p>
    </Page>
  );
}

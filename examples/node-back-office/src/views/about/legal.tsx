import type { Legal } from '../../config.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { Said, WriteTo } from './missing.js';

interface LegalViewProps {
  frame: Frame;
  legal: Legal;
  address: string;
}

export function legalView({ frame, legal, address }: LegalViewProps) {
  return (
    <Page frame={frame} title="Mentions légales" narrow>
      <h1>Mentions légales</h1>
      <dl class="facts">
        <dt>Site</dt>
        <dd>{address}</dd>
        <dt>Éditeur</dt>
        <dd>
          <Said value={legal.controller} missing="non renseigné" />
        </dd>
        <dt>Directeur de la publication</dt>
        <dd>
          <Said value={legal.publisher} missing="non renseigné" />
        </dd>
        <dt>Hébergeur</dt>
        <dd>
          <Said value={legal.hosting} missing="non renseigné" />
        </dd>
        <dt>Contact</dt>
        <dd>
          <WriteTo contact={legal.contact} />
        </dd>
      </dl>
      <h2>Voir aussi</h2>
      <ul>
        <li>
          <a href="/donnees-personnelles">Ce que deviennent vos données</a>
        </li>
        <li>
          <a href="/accessibilite">La déclaration d’accessibilité</a>
        </li>
      </ul>
      <h2>Ce qui sert à le faire</h2>
      <p>
        Le logiciel est libre (licences MIT et Apache 2.0). Le fond de carte est de MapSVG, sous licence CC BY 4.0.
      </p>
    </Page>
  );
}

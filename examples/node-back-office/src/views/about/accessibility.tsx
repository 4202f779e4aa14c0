/** The accessibility statement, after the model that article 47 of the law of 11 February 2005 asks for. */

import type { Legal } from '../../config.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { Said, WriteTo } from './missing.js';

interface AccessibilityViewProps {
  frame: Frame;
  legal: Legal;
  address: string;
}

export function accessibilityView({ frame, legal, address }: AccessibilityViewProps) {
  return (
    <Page frame={frame} title="Accessibilité" narrow>
      <h1>Déclaration d’accessibilité</h1>
      <p>
        <Said value={legal.controller} missing="L’éditeur de ce service, non renseigné," /> s’engage à rendre ce service
        accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à{' '}
        {address}.
      </p>
      <h2>État de conformité</h2>
      <p>
        Ce service est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA,
        version 4.1.2), au sens de la loi : aucun audit par une personne indépendante n’a été fait.
      </p>
      <h2>Ce qui a été vérifié</h2>
      <p>
        Le logiciel est essayé à chaque changement par des programmes, et par eux seuls. Ils ne voient qu’une partie de ce
        qu’un audit regarde, et ne remplacent l’avis de personne.
      </p>
      <ul>
        <li>
          axe, dans Chromium, sur chaque page et dans ses états : vide, en erreur, avec de longs textes, en clair et en
          sombre.
        </li>
        <li>La lecture à 320 pixels de large, avec un texte deux fois plus grand, et avec l’espacement de texte de WCAG 1.4.12.</li>
        <li>
          Le clavier : le focus se voit, y compris en contraste forcé, et le résumé des erreurs le reçoit.
        </li>
        <li>Le parcours entier, avec et sans script, à 1280 et 390 pixels.</li>
      </ul>
      <p>Aucun essai n’a été fait avec un lecteur d’écran, ni par des personnes handicapées.</p>
      <h2>Contenus non accessibles</h2>
      <p>
        Aucun n’est connu à ce jour. Sans audit, cela ne dit pas qu’il n’y en a pas. Les messages électroniques et les
        fichiers de tableur que le service produit n’ont pas été vérifiés.
      </p>
      <h2>Établissement de cette déclaration</h2>
      <p>Elle a été établie le 30 novembre 2026, avec le logiciel.</p>
      <h2>Retour d’information et contact</h2>
      <p>
        Si vous n’arrivez pas à vous servir d’une page, écrivez à <WriteTo contact={legal.contact} /> : une autre manière
        d’obtenir ce qu’elle offre vous sera proposée.
      </p>
      <h2>Voies de recours</h2>
      <p>
        Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service et que vous n’avez pas
        obtenu de réponse satisfaisante, vous pouvez :
      </p>
      <ul>
        <li>
          écrire au Défenseur des droits par <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire</a> ;
        </li>
        <li>
          joindre son délégué dans votre région, que{' '}
          <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">la carte des délégués</a> indique ;
        </li>
        <li>
          lui envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
        </li>
      </ul>
    </Page>
  );
}

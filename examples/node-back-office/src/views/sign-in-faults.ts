/** Why somebody who came from a provider is not let in, and what to do. */

import type { Fault } from '../oidc/faults.js';
import type { Notice } from './notices.js';
import { french } from './typography.js';

const AGAIN = 'Recommencez ; si cela dure, prévenez le pilotage du service.';

const WORDS: Readonly<Record<Fault, (label: string) => string>> = {
  denied: (label) => `La connexion par ${label} a été abandonnée. Recommencez quand vous voulez.`,
  expired: (label) => `La connexion par ${label} a pris trop de temps, ou a été commencée dans une autre fenêtre. Recommencez.`,
  unavailable: (label) => `${label} ne répond pas pour l’instant. Recommencez plus tard, ou connectez-vous avec votre mot de passe.`,
  client: (label) => `${label} ne reconnaît pas ce service : le pilotage doit vérifier ses réglages. Votre mot de passe marche toujours.`,
  clock: (label) => `La réponse de ${label} n’est pas de maintenant : son heure et celle du service diffèrent trop. ${AGAIN}`,
  nonce: (label) => `La réponse de ${label} n’est pas celle de cette connexion. ${AGAIN}`,
  audience: (label) => `La réponse de ${label} est destinée à un autre service. ${AGAIN}`,
  issuer: (label) => `La réponse ne vient pas de ${label}, ou parle de quelqu’un d’autre. ${AGAIN}`,
  signature: (label) => `La réponse de ${label} n’est pas signée comme il faut. ${AGAIN}`,
  level: (label) => `Votre connexion à ${label} n’est pas du niveau que ce service demande. Recommencez avec un second facteur.`,
  no_email: (label) => `${label} ne donne pas votre adresse électronique : votre compte ne peut pas être retrouvé.`,
  unverified: (label) => `${label} ne garantit pas que cette adresse électronique est la vôtre : elle n’ouvre aucun compte.`,
  unknown: (label) => `Aucun compte n’a l’adresse que donne ${label}. Les comptes sont ajoutés par le pilotage du service.`,
  disabled: () => 'Votre compte est désactivé. Le pilotage du service peut le réactiver.',
  linked: (label) => `Le compte de cette adresse est déjà lié à une autre identité de ${label}. Le pilotage du service peut les délier.`,
  other: (label) => `La connexion par ${label} n’a pas abouti. ${AGAIN}`,
};

export const faultNotice = (fault: Fault, label: string): Notice => ({ kind: 'bad', text: french(WORDS[fault](label)) });

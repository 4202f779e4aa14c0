/** What the document says beside its routes. */

import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { Config } from '../config.js';
import { DEPOSIT_DAYS } from '../store/deposits.js';
import { RETRIES_LAST } from '../webhooks/schedule.js';
import type { Schema } from './library-schemas.js';

/** Changes that break a client make another version in the addresses. */
const VERSION = '1.0.0';

export const openapi = ({ serviceName, baseUrl }: Config): NonNullable<FastifyDynamicSwaggerOptions['openapi']> => ({
  openapi: '3.1.0',
  info: {
    title: `${serviceName} : API des partenaires`,
    version: VERSION,
    description: [
      'Déposer la demande d’une entreprise, et savoir ce qu’elle devient. Une clé par usage, remise par le pilotage du service ; elle se garde sur un serveur, jamais dans une page.',
      `Un dépôt porte une clé d’idempotence : le même dépôt répété sous la même clé a la même réponse pendant ${DEPOSIT_DAYS} jours, et n’est pas déposé deux fois.`,
      'Le suivi ne contient ni nom, ni adresse, ni texte : des identifiants, des états, des motifs, des sujets, des institutions et des dates.',
    ].join('\n\n'),
  },
  servers: [{ url: baseUrl }],
  security: [{ key: [] }],
  tags: [
    { name: 'Demandes', description: 'Déposer une demande, et la suivre.' },
    { name: 'Événements', description: 'Tout ce qui arrive à vos demandes, par un curseur qui ne perd rien.' },
    { name: 'Référence', description: 'Les sujets et les communes.' },
  ],
  components: {
    securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'La clé que le pilotage du service vous a remise.' } },
  },
  webhooks: {
    event: {
      post: {
        operationId: 'receiveEvent',
        summary: 'Recevoir un événement',
        description: [
          'Chaque événement est envoyé à vos adresses de réception, en HTTPS, dans le corps que donne le curseur. Il est signé selon Standard Webhooks : webhook-id, webhook-timestamp et webhook-signature (HMAC-SHA256, secret en whsec_). Vérifiez la signature et l’instant avant de croire le corps.',
          `Répondez 2xx en quelques secondes. Sinon l’envoi est répété, de plus en plus rarement, pendant ${RETRIES_LAST} ; puis il est abandonné, et le pilotage le voit. Les redirections ne sont pas suivies. 410 arrête les envois.`,
          'Un événement peut arriver deux fois (reconnaissez-le à webhook-id) et dans le désordre (cursor donne l’ordre). Le curseur rattrape ce qui a manqué.',
        ].join('\n\n'),
        parameters: [
          { name: 'webhook-id', in: 'header', required: true, schema: { type: 'string' }, description: 'L’identifiant de l’événement, le même à chaque essai.' },
          { name: 'webhook-timestamp', in: 'header', required: true, schema: { type: 'string' }, description: 'L’instant de l’essai, en secondes depuis 1970.' },
          { name: 'webhook-signature', in: 'header', required: true, schema: { type: 'string' }, description: 'v1, et la signature en base64 ; deux pendant un changement de secret.' },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } } },
        responses: { '2XX': { description: 'L’événement est reçu.' }, '410': { description: 'Plus rien n’est à envoyer à cette adresse.' } },
      },
    },
  } as never,
});

/** The document with these components. */
export function withComponents<Document extends { components?: object }>(document: Document, schemas: readonly Schema[]): Document {
  const named = schemas.map(({ $id, ...schema }) => [$id, referring(schema)]);
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(named) } };
}

/** References by name as those of a document. */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === '$ref' ? `#/components/schemas/${String(one).replace('#', '')}` : referring(one)]),
  );
}

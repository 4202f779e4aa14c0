/** A partner deposits a request, and follows it. */

import type { FastifyInstance } from 'fastify';
import { answer, problems } from '../../api/answers.js';
import { caller, limitedTo } from '../../api/caller.js';
import { Problem } from '../../api/problems.js';
import type { Services } from '../../services/index.js';
import { deposit } from '../../services/partners/depositing.js';
import { followedRequest } from '../../services/partners/following.js';
import type { NewRequest } from '../../services/partners/reading.js';

const DEPOSITS_A_MINUTE = 60;

export function requestRoutes(api: FastifyInstance, services: Services): void {
  const { config } = services;

  api.post<{ Body: NewRequest; Headers: { 'idempotency-key': string } }>(
    '/api/v1/requests',
    {
      onRequest: limitedTo(api, DEPOSITS_A_MINUTE),
      schema: {
        operationId: 'depositRequest',
        tags: ['Demandes'],
        summary: 'Déposer une demande',
        description: 'Elle est traitée comme celles du portail : l’entreprise confirme son adresse si le service le veut, ce qui demande une lecture va d’abord à un conseiller, et un doublon n’alerte personne deux fois. Trois demandes au plus attendent, par jour, qu’une même adresse les confirme.',
        headers: {
          type: 'object',
          properties: {
            'idempotency-key': { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$', description: 'Un UUID de votre choix, par dépôt ; le même si vous répétez.' },
          },
          required: ['idempotency-key'],
        },
        body: { $ref: 'NewRequest#' },
        response: { 201: answer('Deposited', 'La demande est déposée, ou l’était déjà sous cette clé (Idempotent-Replayed: true).'), ...problems(400, 408, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const done = await deposit(services, caller(request), request.headers['idempotency-key'], request.body);
      const { id } = done.answer as { id: string };
      if (done.repeated) reply.header('idempotent-replayed', 'true');
      return reply.code(201).header('location', `${config.baseUrl}/api/v1/requests/${id}`).send(done.answer);
    },
  );

  api.get<{ Params: { id: string } }>(
    '/api/v1/requests/:id',
    {
      schema: {
        operationId: 'followRequest',
        tags: ['Demandes'],
        summary: 'Où en est une demande',
        description: 'Celles qui sont venues par vos clés ou par votre page, et elles seules.',
        params: { type: 'object', properties: { id: { type: 'string', format: 'uuid', description: 'L’identifiant que le dépôt a donné.' } }, required: ['id'] },
        response: { 200: answer('FollowedRequest', 'Où elle en est.'), ...problems(404) },
      },
    },
    async (request) => {
      const found = await followedRequest(services, request.params.id.toLowerCase(), caller(request).partner);
      if (!found) throw new Problem('not_found');
      return found;
    },
  );
}

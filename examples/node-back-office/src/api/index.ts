/**
 * The API for partners. It stands apart from the pages: no cookie is read or set, a key says who calls, bodies are JSON,
 * and errors are problems.
 */

import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/index.js';
import { eventRoutes } from '../routes/api/events.js';
import { requestRoutes } from '../routes/api/requests.js';
import { taxonomyRoutes } from '../routes/api/taxonomy.js';
import { withCallers } from './caller.js';
import { components } from './components.js';
import { openapi, withComponents } from './document.js';
import type { ApiDocument } from './reading.js';
import { Problem, problemHandler } from './problems.js';
import { validatorCompiler } from './validation.js';

export interface PartnerApiOptions {
  services: Services;
  /** Is given what reads the document, which is whole once the application is ready. */
  described: (document: () => ApiDocument) => void;
}

export async function partnerApi(api: FastifyInstance, { services, described }: PartnerApiOptions): Promise<void> {
  const schemas = components();
  for (const schema of schemas) api.addSchema(schema);
  api.setValidatorCompiler(validatorCompiler(schemas));
  api.setErrorHandler(problemHandler(services.config.baseUrl));
  api.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  // Forms of pages are no bodies of the API.
  api.removeContentTypeParser('application/x-www-form-urlencoded');
  await api.register(swagger, {
    openapi: openapi(services.config),
    convertConstToEnum: false,
    // As they were written: the plugin would leave out what stands beside a reference.
    transformObject: (given) => ('openapiObject' in given ? withComponents(given.openapiObject, schemas) : given.swaggerObject),
    refResolver: { buildLocalReference: (schema) => String(schema['$id']) },
  });

  described(() => api.swagger() as unknown as ApiDocument);
  api.get('/api/v1/openapi.json', { schema: { hide: true } as object }, (_request, reply) => reply.send(api.swagger()));
  await api.register(async (keyed) => {
    withCallers(keyed, services);
    for (const routes of [requestRoutes, eventRoutes, taxonomyRoutes]) routes(keyed, services);
  });
  api.all('/api/*', { schema: { hide: true } as object }, () => {
    throw new Problem('not_found');
  });
}

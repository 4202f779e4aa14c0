/** The document as pages read it: what is used of OpenAPI 3.1, and nothing else. */

import type { Schema } from './library-schemas.js';

export interface ApiDocument {
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

export interface NamedOperation extends Operation {
  method: string;
  path: string;
}

/** The operations under a tag, in the order of the document. */
export const operationsOf = (document: ApiDocument, tag: string): NamedOperation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags?.includes(tag))
      .map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );

/** An example of a deposit, which works where the sample directory is in service. */
export const EXAMPLE_DEPOSIT = {
  message: 'Nous cherchons à embaucher un apprenti pour la rentrée.',
  needs: [{ subject: 'recruter' }],
  company: { name: 'Boulangerie Exemple', postal_code: '80000', town: 'Amiens', headcount_band: '02' },
  contact: { name: 'Gérante de la boulangerie', email: 'contact@entreprise.example', phone: '03 53 01 00 00' },
  consent: { given: true },
  reference: '2026-000123',
};

/** The shape of errors. */

import type { Schema } from './library-schemas.js';
import { PROBLEM_CODES } from './problems.js';

export const problemSchemas = (): Schema[] => [
  {
    $id: 'Fault',
    type: 'object',
    description: 'Une faute dans ce qui a été envoyé.',
    properties: {
      code: { type: 'string', description: 'Quelle faute, pour les programmes : required, wrong_type, unknown_subject, place_unsettled…' },
      where: { type: 'string', description: 'Où, en pointeur JSON dans le corps, ou le nom d’un paramètre.', examples: ['/company/siret'] },
      detail: { type: 'string', description: 'Ce qui ne va pas.' },
      hint: { type: 'string', description: 'Ce qu’il faut faire.' },
    },
    required: ['code', 'where', 'detail'],
    additionalProperties: false,
  },
  {
    $id: 'Problem',
    type: 'object',
    description: 'Une erreur, selon la RFC 9457.',
    properties: {
      type: { type: 'string', format: 'uri', description: 'Où elle est expliquée.' },
      title: { type: 'string', description: 'De quoi il s’agit, toujours dans les mêmes mots.' },
      status: { type: 'integer', description: 'Le statut HTTP.' },
      code: { type: 'string', enum: PROBLEM_CODES, description: 'Quel problème, pour les programmes.' },
      detail: { type: 'string', description: 'Ce qui s’est passé cette fois.' },
      hint: { type: 'string', description: 'Ce qu’il faut faire.' },
      errors: { type: 'array', items: { $ref: 'Fault#' }, description: 'Toutes les fautes à la fois.' },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
    additionalProperties: false,
  },
];

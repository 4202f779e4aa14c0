/** Answers as the document describes them. */

import type { Schema } from './library-schemas.js';
import { PROBLEMS, PROBLEM_CODES } from './problems.js';

/** What goes well. */
export const answer = (name: string, description: string): Schema => ({ description, content: { 'application/json': { schema: { $ref: `${name}#` } } } });

/** What every route that asks for a key may answer, and what this one may beside it. */
export function problems(...more: readonly number[]): Record<string, Schema> {
  const statuses = [...new Set([401, 429, 500, ...more])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = PROBLEM_CODES.filter((code) => PROBLEMS[code].status === status);
      const description = codes.map((code) => `${code} : ${PROBLEMS[code].title}.`).join(' ');
      return [`${status}`, { description, content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } } }];
    }),
  );
}

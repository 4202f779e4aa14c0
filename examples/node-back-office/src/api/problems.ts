/** Errors of the API (RFC 9457): a code for programs, French for people, where it is and what to do. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyReused, Refused, type Fault } from '../services/partners/faults.js';

interface Kind {
  status: number;
  title: string;
  hint?: string;
}

/** Every problem there is. Codes are stable. */
export const PROBLEMS = {
  invalid_json: { status: 400, title: 'Ce corps n’est pas du JSON', hint: 'Envoyez un objet JSON en UTF-8.' },
  idempotency_key_missing: { status: 400, title: 'La clé d’idempotence manque, ou ne s’écrit pas ainsi', hint: 'Ajoutez l’en-tête Idempotency-Key : un UUID par dépôt, le même si vous répétez.' },
  unauthorized: { status: 401, title: 'Clé absente, inconnue ou révoquée', hint: 'Authorization: Bearer et votre clé.' },
  not_found: { status: 404, title: 'Rien à cette adresse', hint: 'Vérifiez l’adresse, et que la demande a été déposée avec une de vos clés.' },
  too_slow: { status: 408, title: 'Le corps a mis trop de temps à arriver' },
  too_long: { status: 413, title: 'Le corps est trop long' },
  unsupported_type: { status: 415, title: 'Ce type de corps n’est pas pris', hint: 'Content-Type: application/json.' },
  invalid: { status: 422, title: 'Ce qui est demandé ne peut pas être pris', hint: 'Corrigez ce que disent errors ; rien n’a été gardé.' },
  idempotency_key_reused: { status: 422, title: 'Cette clé d’idempotence est celle d’un autre dépôt', hint: 'Une clé nouvelle pour chaque dépôt nouveau.' },
  cursor_unknown: { status: 422, title: 'Ce curseur n’est pas un des vôtres', hint: 'Reprenez du dernier curseur reçu, ou du début sans after.' },
  too_many: { status: 429, title: 'Trop de demandes', hint: 'Attendez le temps que dit Retry-After.' },
  internal: { status: 500, title: 'Une erreur est survenue', hint: 'Répétez avec la même clé d’idempotence : rien n’est déposé deux fois.' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

export class Problem extends Error {
  readonly statusCode: number;

  constructor(
    readonly code: ProblemCode,
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.statusCode = PROBLEMS[code].status;
  }
}

/** Where the documentation says what a problem is. */
export const problemType = (baseUrl: string, code: ProblemCode): string => `${baseUrl}/api/documentation#erreur-${code}`;

export function problemBody(baseUrl: string, { code, faults }: Problem): object {
  const kind: Kind = PROBLEMS[code];
  const [first] = faults;
  return {
    type: problemType(baseUrl, code),
    title: kind.title,
    status: kind.status,
    code,
    detail: first ? faults.map((fault) => fault.detail).join(' ') : `${kind.title}.`,
    ...(kind.hint && { hint: kind.hint }),
    errors: faults,
  };
}

/** What the framework or a service threw, as a problem. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refused) return new Problem('invalid', error.faults);
  if (error instanceof KeyReused) return new Problem('idempotency_key_reused');
  const { statusCode = 500 } = error as { statusCode?: number };
  return new Problem(BY_STATUS.get(statusCode) ?? 'internal');
}

const BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map([
  [400, 'invalid_json'],
  [404, 'not_found'],
  [408, 'too_slow'],
  [413, 'too_long'],
  [415, 'unsupported_type'],
  [422, 'invalid'],
  [429, 'too_many'],
]);

export const problemHandler =
  (baseUrl: string) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error);
    if (problem.statusCode >= 500) request.log.error(error);
    if (problem.code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
    // As it is: the schema of an answer is that of the answer that goes well.
    return reply
      .code(problem.statusCode)
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(problemBody(baseUrl, problem));
  };

/** The routes of the application, as Fastify lists them. */

import type { FastifyInstance } from 'fastify';

/** The addresses that a method has, with `:id` for what varies. */
export function routesOf(app: FastifyInstance, method: 'GET' | 'POST'): string[] {
  const above: string[] = [];
  const found: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const drawn = /^(?<tree>[│ ├└─]*)(?<name>\S+?)(?: \((?<methods>[A-Z, ]+)\))?$/u.exec(line)?.groups;
    if (!drawn) continue;
    const depth = Math.floor((drawn['tree']?.length ?? 0) / 4) - 1;
    const parent = depth === 0 ? '' : (above[depth - 1] ?? '');
    const path = `${parent}${drawn['name']}`;
    above.length = depth;
    above[depth] = path;
    if (drawn['methods']?.split(', ').includes(method)) found.push(path);
  }
  return found;
}

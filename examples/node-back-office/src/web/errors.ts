/** Pages for what went wrong: what happened and what to do, never the inside. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { renderToString } from 'preact-render-to-string';
import { NeedError } from '../library.js';
import { errorView } from '../views/error.js';
import { typeset } from '../views/typography.js';

/** What was there once: a link that has expired. */
export class Gone extends Error {
  readonly statusCode = 410;
}

interface Words {
  title: string;
  text: string;
}

const UNREADABLE: Words = { title: 'Demande illisible', text: 'Ce qui a été envoyé n’a pas pu être lu. Revenez en arrière et essayez de nouveau.' };
const KNOWN: ReadonlyMap<number, Words> = new Map([
  [400, UNREADABLE],
  [401, {
    title: 'Session terminée',
    text: 'Votre session est terminée. Le lien du message que vous avez reçu en ouvre une autre.',
  }],
  [403, {
    title: 'Formulaire périmé',
    text: 'Cette page était ouverte depuis trop longtemps, ou dans une autre session. Revenez en arrière, rechargez la page, puis envoyez de nouveau.',
  }],
  [404, { title: 'Page introuvable', text: 'Cette page n’existe pas, ou elle n’est pas accessible avec votre compte.' }],
  [408, { title: 'Connexion trop lente', text: 'Ce que vous envoyez a mis trop de temps à arriver. Essayez de nouveau.' }],
  [410, { title: 'Lien périmé', text: 'Ce lien n’est plus valable. Le message le plus récent que vous avez reçu en contient un autre.' }],
  [413, { title: 'Texte trop long', text: 'Ce que vous envoyez est trop long. Raccourcissez le texte, puis envoyez de nouveau.' }],
  [414, UNREADABLE],
  [415, UNREADABLE],
  [422, { title: 'Demande impossible', text: 'Ce qui est demandé ne peut pas être traité. Revenez en arrière et vérifiez ce qui est saisi.' }],
  [429, { title: 'Trop de demandes', text: 'Trop de demandes viennent de votre connexion. Patientez quelques minutes.' }],
  [431, UNREADABLE],
  [503, { title: 'Service occupé', text: 'Le service ne peut pas le faire en ce moment. Essayez de nouveau dans une minute.' }],
]);
const OTHER: Words = { title: 'Une erreur est survenue', text: 'L’erreur est enregistrée. Rien de ce qui était déjà enregistré n’est perdu.' };

const wordsFor = (status: number): Words => KNOWN.get(status) ?? OTHER;

export function errorPages(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).page((frame) => errorView({ frame, ...wordsFor(404) })));
  app.setErrorHandler(errorHandler);
}

export function errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // A need that the library refuses: pages check what they send, so somebody else made this request.
  const status = error instanceof NeedError ? 422 : ((error as { statusCode?: number }).statusCode ?? 500);
  if (status >= 500) request.log.error(error);
  return reply.code(status).page((frame) => errorView({ frame, ...wordsFor(status) }));
}

/** The same for what never reached a route: nobody is known yet. */
function barePage(service: string, status: number): string {
  const frame = { service, visitor: null, token: '', path: '', notice: undefined, demo: false, alerts: [], look: 'auto', hasDark: false } as const;
  return `<!doctype html>${typeset(renderToString(errorView({ frame, ...wordsFor(status) })))}`;
}

/** What the framework refuses before routing, such as an address that cannot be decoded. */
export const unrouted =
  (service: string) =>
  (error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void => {
    const status = error.statusCode ?? 400;
    void reply.code(status).type('text/html; charset=utf-8').send(barePage(service, status));
  };

/** What is no request at all, or does not end: the answer, then the line is cut. */
export const unreadable =
  (service: string) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    const body = Buffer.from(barePage(service, status));
    const head = [`HTTP/1.1 ${status} Error`, 'Content-Type: text/html; charset=utf-8', `Content-Length: ${body.length}`, 'Connection: close'];
    socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]), () => socket.destroy());
  };

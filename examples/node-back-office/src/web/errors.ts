/** Pages for what went wrong: what happened and what to do, never the inside. */

import type { FastifyInstance } from 'fastify';
import { NeedError } from '../library.js';
import { errorView } from '../views/error.js';

/** What was there once: a link that has expired. */
export class Gone extends Error {
  readonly statusCode = 410;
}

const KNOWN: Record<number, { title: string; text: string }> = {
  400: { title: 'Demande illisible', text: 'Le formulaire n’a pas pu être lu. Revenez en arrière et essayez de nouveau.' },
  401: {
    title: 'Session terminée',
    text: 'Votre session est terminée. Le lien du message que vous avez reçu en ouvre une autre.',
  },
  403: {
    title: 'Formulaire périmé',
    text: 'Cette page était ouverte depuis trop longtemps, ou dans une autre session. Revenez en arrière, rechargez la page, puis envoyez de nouveau.',
  },
  404: { title: 'Page introuvable', text: 'Cette page n’existe pas, ou elle n’est pas accessible avec votre compte.' },
  410: { title: 'Lien périmé', text: 'Ce lien n’est plus valable. Le message le plus récent que vous avez reçu en contient un autre.' },
  413: { title: 'Texte trop long', text: 'Ce que vous envoyez est trop long. Raccourcissez le texte, puis envoyez de nouveau.' },
  422: { title: 'Demande impossible', text: 'Ce qui est demandé ne peut pas être traité. Revenez en arrière et vérifiez ce qui est saisi.' },
  429: { title: 'Trop de demandes', text: 'Trop de demandes viennent de votre connexion. Patientez quelques minutes.' },
};
const OTHER = { title: 'Une erreur est survenue', text: 'L’erreur est enregistrée. Rien de ce qui était déjà enregistré n’est perdu.' };

export function errorPages(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).page((frame) => errorView({ frame, ...(KNOWN[404] ?? OTHER) })),
  );
  app.setErrorHandler((error, request, reply) => {
    // A need that the library refuses: pages check what they send, so somebody else made this request.
    const status = error instanceof NeedError ? 422 : ((error as { statusCode?: number }).statusCode ?? 500);
    if (status >= 500) request.log.error(error);
    return reply.code(status).page((frame) => errorView({ frame, ...(KNOWN[status] ?? OTHER) }));
  });
}

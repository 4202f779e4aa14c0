/** Partners' sheets come in here, and go out in the form that comes in. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services/index.js';
import { proposeSheets } from '../../services/workshop/proposals.js';
import { Busy } from '../../services/workshop/threads.js';
import type { KeptSheet } from '../../store/directory-proposals.js';
import type { Errors } from '../../views/forms.js';
import { UPLOAD, uploadView, type ReadingValues } from '../../views/steering/workshop/upload.js';
import { textOf } from '../../web/input.js';
import { filesOf, takesFiles, type UploadedFile } from '../../web/upload.js';
import { account, only } from '../../web/visitors.js';

const MEGABYTES = 8;

export function sheetRoutes(app: FastifyInstance, services: Services): void {
  const { directory } = services;
  const institutions = (): (readonly [string, string])[] => directory.library.directory.institutions.map((one) => [one.id, one.name] as const);

  app.register(async (upload) => {
    // Before the body: strangers send no files.
    upload.addHook('onRequest', only('steering'));
    takesFiles(upload, { bytes: MEGABYTES << 20, files: 2 });
    upload.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      if (error.statusCode !== 413) throw error;
      return form(request, reply, { experts: `Le fichier dépasse ${MEGABYTES} Mo. Une feuille de partenaire est bien plus petite : vérifiez que c’est la bonne.` }, 413);
    });

    upload.get('/pilotage/annuaire/feuille', (request, reply) => form(request, reply));

    upload.post('/pilotage/annuaire/feuille', async (request, reply) => {
      const values = readingIn(request.body);
      const { files, errors } = sheetsIn(filesOf(request.body));
      if (values.institution !== '*' && !institutions().some(([id]) => id === values.institution)) {
        errors['institution'] = 'Choisissez l’institution dont c’est la feuille.';
      }
      if (Object.keys(errors).length > 0) return form(request, reply, errors);
      const choice = {
        institution: values.institution === '*' ? null : values.institution,
        chosen: sheetNames(values.chosen),
        whole: values.whole,
        lenient: values.lenient,
      };
      try {
        const id = await proposeSheets(services, account(request).id, files, choice);
        return reply.redirect(`/pilotage/annuaire/propositions/${id}?fait=proposee`, 303);
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        return form(request, reply, { experts: 'Le service lit déjà d’autres feuilles, ou celle-ci est trop longue à lire. Essayez de nouveau dans une minute.' }, 503);
      }
    });
  });

  function form(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, status = 422): Promise<FastifyReply> {
    const values = readingIn(request.body);
    const code = Object.keys(errors).length === 0 ? 200 : status;
    return reply.code(code).page((frame) => uploadView({ frame, institutions: institutions(), megabytes: MEGABYTES, values, errors }));
  }

  for (const kind of ['experts', 'antennes'] as const) {
    app.get(`${UPLOAD.replace('feuille', kind)}.csv`, (_request, reply) => {
      const { directory: kept } = directory.library;
      const text = kind === 'experts' ? kept.exportExperts() : kept.exportAntennes();
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind}-version-${directory.version}.csv"`)
        .send(`\uFEFF${text}`);
    });
  }
}

/** How a form says that sheets are to be read. */
export const readingIn = (body: unknown): ReadingValues => ({
  institution: textOf(body, 'institution', 200),
  chosen: textOf(body, 'chosen', 300),
  whole: textOf(body, 'whole', 3) === 'oui',
  lenient: textOf(body, 'lenient', 3) === 'oui',
});

export const sheetNames = (text: string): string[] => text.split(';').map((name) => name.trim()).filter(Boolean).slice(0, 20);

/** The sheets of a form, each of a kind that can be one. What is in them, the library says. */
function sheetsIn(uploaded: ReadonlyMap<string, UploadedFile>): { files: KeptSheet[]; errors: Errors } {
  const errors: Errors = {};
  const files = (['antennes', 'experts'] as const).flatMap((kind): KeptSheet[] => {
    const file = uploaded.get(kind);
    if (!file) return [];
    const other = otherThanSheet(file.bytes);
    if (other) errors[kind] = `« ${file.name} » est ${other}, et non un classeur ou un fichier CSV.`;
    return [{ kind, ...file }];
  });
  if (files.length === 0) errors['experts'] = 'Choisissez un fichier : la feuille des experts, celle des antennes, ou les deux.';
  return { files, errors };
}

/** What a file is that nobody can read as a sheet, by its first bytes and whatever its name. */
function otherThanSheet(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'vide';
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return KINDS.find(([mark]) => start.startsWith(mark))?.[1];
}

const KINDS: readonly (readonly [mark: string, what: string])[] = [
  ['%PDF', 'un document PDF'],
  ['\x89PNG', 'une image'],
  ['\xFF\xD8\xFF', 'une image'],
  ['GIF8', 'une image'],
  ['\x7FELF', 'un programme'],
  ['MZ', 'un programme'],
  ['Rar!', 'une archive'],
  ['7z\xBC\xAF', 'une archive'],
  ['\x1F\x8B', 'une archive'],
];

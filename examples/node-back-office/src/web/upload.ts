/** Forms that carry files. They are read before anything else looks at the form, so that its token is checked as ever. */

import { Busboy, type BusboyConfig } from '@fastify/busboy';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

export interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

export interface UploadLimits {
  /** Of one file. */
  bytes: number;
  files: number;
}

/** A form with files: its fields as text, its files by the names of their fields. */
export interface Upload {
  fields: Record<string, string>;
  files: ReadonlyMap<string, UploadedFile>;
}

/** A file that is larger than the page allows. */
export class TooLarge extends Error {
  readonly statusCode = 413;
}

class Unreadable extends Error {
  readonly statusCode = 400;
}

const FIELDS = { fields: 20, fieldSize: 2000, fieldNameSize: 100, headerPairs: 50 };

/**
 * Takes forms with files, on the routes of this part of the application only. Who may not send any is turned away before
 * their bytes are read, by hooks on the request.
 */
export function takesFiles(app: FastifyInstance, limits: UploadLimits): void {
  const bodyLimit = limits.bytes * limits.files + 64 * 1024;
  app.addContentTypeParser('multipart/form-data', { bodyLimit }, async (request: { headers: IncomingMessage['headers'] }, payload: IncomingMessage) => {
    const upload = await uploaded(request.headers, payload, limits);
    // Fields stand where those of other forms do; files beside them.
    return { ...upload.fields, [FILES]: upload.files };
  });
}

const FILES = Symbol('files');

/** The files of a form, by the names of their fields; those that were left blank are not there. */
export const filesOf = (body: unknown): ReadonlyMap<string, UploadedFile> =>
  (body as { [FILES]?: Upload['files'] } | null | undefined)?.[FILES] ?? new Map();

function uploaded(headers: IncomingMessage['headers'], payload: IncomingMessage, limits: UploadLimits): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      payload.unpipe();
      // What still comes is read into nothing, so that the answer arrives.
      payload.resume();
      reject(error);
    };
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: headers as BusboyConfig['headers'],
        limits: { ...FIELDS, fileSize: limits.bytes, files: limits.files, parts: FIELDS.fields + limits.files },
      });
    } catch {
      return fail(new Unreadable('no form'));
    }
    const fields: Record<string, string> = {};
    const files = new Map<string, UploadedFile>();
    parser.on('field', (name, value) => {
      if (name !== '__proto__') fields[name] = value;
    });
    parser.on('file', (field, stream, name) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('limit', () => fail(new TooLarge('a file is too large')));
      stream.on('error', fail);
      stream.on('end', () => {
        const bytes = Buffer.concat(parts);
        if (name || bytes.length > 0) files.set(field, { name: plainName(name), bytes });
      });
    });
    parser.on('partsLimit', () => fail(new Unreadable('too many parts')));
    parser.on('filesLimit', () => fail(new Unreadable('too many files')));
    parser.on('fieldsLimit', () => fail(new Unreadable('too many fields')));
    parser.on('error', () => fail(new Unreadable('no form')));
    parser.on('finish', () => resolve({ fields, files }));
    payload.on('error', fail);
    payload.on('aborted', () => fail(new Unreadable('cut off')));
    payload.pipe(parser);
  });
}

/** The name of a file without folders and what cannot be shown. */
const plainName = (name: string | undefined): string =>
  (name ?? '').replace(/^.*[\\/]/, '').replace(/[\p{C}]/gu, '').trim().slice(0, 120) || 'feuille';

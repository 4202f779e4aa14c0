/** What checks say of a directory. */

import { Directory, diagnosticCode, diagnosticMessage, type Diagnostic, type DirectoryError, type Library } from '../library.js';

/** What a check says of a directory: the library's words, or this service's on a sheet. */
export type Finding = Pick<Diagnostic, 'severity' | 'file' | 'line' | 'column' | 'text' | 'nearest'> & {
  code: string;
  /** What is wrong, in French. */
  message: string;
  /** What to do about it; findings that were kept before there was one have none. */
  remedy?: string;
};

/** A finding of the library, in French. */
export const toldOf = (found: Diagnostic): Finding => {
  const { severity, code, file, line, column, text, nearest } = found;
  const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return { severity, code, ...place, text, ...(nearest !== undefined && { nearest }), message: diagnosticMessage(found), remedy: diagnosticCode(code).remedy };
};

/** What the library finds in a directory that is in use; experts to whom nobody can write are among it. */
export const findingsOf = ({ directory }: Library): Finding[] => directory.diagnostics.map(toldOf);

/** What is wrong with files that were refused. */
export const findingsOfRefused = async (error: DirectoryError, path: string): Promise<readonly Finding[]> =>
  (error.diagnostics.length > 0 ? error.diagnostics : await Directory.check(path)).map(toldOf);

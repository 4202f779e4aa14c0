/** What checks say of a directory. */

import { Directory, type Diagnostic, type DirectoryError, type Library } from '../library.js';

/** What a check says of a directory, the library's or this service's. */
export type Finding = Pick<Diagnostic, 'severity' | 'message' | 'file' | 'line' | 'column' | 'text' | 'nearest'> & { code: string };

/** The library's, and the experts to whom this service could not write. */
export const findingsOf = (library: Library): Finding[] => [
  ...library.directory.diagnostics,
  ...library.unreachable.map(
    (expert): Finding => ({
      severity: 'warning',
      code: 'expert_without_address',
      text: expert.id,
      message: `neither ${expert.name} nor anybody of the team has an e-mail: no need reaches them`,
    }),
  ),
];

/** What is wrong with files that were refused. */
export const findingsOfRefused = async (error: DirectoryError, path: string): Promise<readonly Finding[]> =>
  error.diagnostics.length > 0 ? error.diagnostics : Directory.check(path);

import type { Services } from '../index.js';

/** What an institution is called today; its id, where it is gone. */
export function institutionNames({ directory }: Pick<Services, 'directory'>): (institution: string) => string {
  const { library } = directory;
  return (institution) => library.directory.institution(institution)?.name ?? institution;
}

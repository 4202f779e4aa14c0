// Names of fields between the core (`taken_on`) and JavaScript (`takenOn`), where they stand in text.

import { FIELDS, RENAMED } from './generated/fields';

const renamed: ReadonlySet<string> = new Set(RENAMED);

/** Members whose own members are ids, which are written the same everywhere. */
const maps: ReadonlySet<string> = new Set(
  Object.values(FIELDS).flatMap((members) =>
    Object.values(members).flatMap(([core, holds]) => (holds === 'map' ? [core] : [])),
  ),
);

/** `created_on` → `createdOn`. */
export function camel(name: string): string {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A field as JavaScript names it, with its place: `referrals[3].takenOn`. Ids stay as they are. */
export function fieldName(field: string): string {
  let isId = false;
  const parts = field.split('.').map((part) => {
    const name = isId ? part : camel(part);
    isId ||= maps.has(part);
    return name;
  });
  return parts.join('.');
}

/** A sentence of the core, with its fields as JavaScript names them. */
export function sentence(text: string): string {
  return text.replace(/(`|«\u00a0)(\w+)(?=[`.]|\u00a0»)/g, (quoted, opening: string, name: string) =>
    renamed.has(name) ? `${opening}${camel(name)}` : quoted,
  );
}

/** The same for a sentence that quotes nothing but names of fields, some of which there are not. */
export function sentenceOfNames(text: string): string {
  return text.replace(/`[^`]*`|«[^»]*»/g, camel);
}

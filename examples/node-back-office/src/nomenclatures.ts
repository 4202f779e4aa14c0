/** The two nomenclatures of activities, and what one says of a code of the other. */

import { CompanyError, naf } from 'aiguillage';

/** What the library writes before codes of NAF 2025 where both nomenclatures may stand. */
const NAF_2025_MARK = '2025:';
const unmarked = (code: string): string => code.replace(NAF_2025_MARK, '');

/** The nomenclatures of activities, by the fact that holds a code of each: NAF 2025 takes over on 1 January 2027. */
export const NOMENCLATURES = { naf: 'NAF rév. 2', naf2025: 'NAF 2025' } as const;
export type Nomenclature = keyof typeof NOMENCLATURES;

/** An activity code without the mark of its nomenclature, and its label. */
export interface ActivityCode {
  code: string;
  label: string | undefined;
}

/** An activity code, and those of the other nomenclature that a company which has it may have. */
export interface Activity extends ActivityCode {
  correspondents: ActivityCode[];
}

/** What a nomenclature says of a code; nothing of one that it does not have, whatever is written there. */
export function activityOf(nomenclature: Nomenclature, code: string): Activity | undefined {
  try {
    const { entry, label, correspondents } = naf(nomenclature === 'naf2025' ? `${NAF_2025_MARK}${code}` : code);
    const others = correspondents.map((other) => ({ code: unmarked(other.entry), label: other.label }));
    return { code: unmarked(entry), label, correspondents: others };
  } catch (error) {
    if (error instanceof CompanyError) return undefined;
    throw error;
  }
}

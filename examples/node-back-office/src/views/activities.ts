/**
 * A company's activity in both nomenclatures, as people read it. Registers, criteria and people may know either; what
 * a company has in the one only corresponds to something in the other, and is no fact until somebody says so.
 */

import { activityOf, NOMENCLATURES, type ActivityCode, type Facts, type Nomenclature } from '../library.js';

/** What is known of a company's activity in one nomenclature. */
export interface ToldActivity {
  nomenclature: string;
  /** The company's code. */
  known: ActivityCode | undefined;
  /** Where the company has no code: that of the other nomenclature, and the codes that may go with it. */
  corresponding: { to: string; codes: ActivityCode[] } | undefined;
}

type Codes = Pick<Facts, Nomenclature>;

/** NAF rév. 2, then NAF 2025. */
export function activitiesOf(codes: Codes): [ToldActivity, ToldActivity] {
  return [toldIn('naf', 'naf2025', codes), toldIn('naf2025', 'naf', codes)];
}

function toldIn(nomenclature: Nomenclature, other: Nomenclature, codes: Codes): ToldActivity {
  const name = NOMENCLATURES[nomenclature];
  const code = codes[nomenclature];
  if (code) {
    const known = activityOf(nomenclature, code) ?? { code, label: undefined };
    return { nomenclature: name, known, corresponding: undefined };
  }
  const activity = codes[other] ? activityOf(other, codes[other]) : undefined;
  const corresponding = activity?.correspondents.length ? { to: activity.code, codes: activity.correspondents } : undefined;
  return { nomenclature: name, known: undefined, corresponding };
}

/** A code with its label; a code that its nomenclature does not have stands alone. */
export const activityText = ({ code, label }: ActivityCode): string => (label ? `${code}, ${label}` : code);

/** The codes that a company has, on one line. */
export function activityLine(codes: Codes): string {
  return activitiesOf(codes)
    .flatMap(({ nomenclature, known }) => (known ? [`${activityText(known)} (${nomenclature})`] : []))
    .join(' ; ');
}

/** More codes than this are counted in a form, not listed. */
const MOST_LISTED = 6;

/** What stands under the field of a code: its label, or what may go there. */
export function activityHint({ known, corresponding }: ToldActivity): string | undefined {
  if (!corresponding) return known?.label;
  const { to, codes } = corresponding;
  const [only] = codes;
  if (only && codes.length === 1) return `${to} correspond à ${activityText(only)}`;
  if (codes.length > MOST_LISTED) return `${to} correspond à un code parmi ${codes.length}`;
  return `${to} correspond à un code parmi ${codes.map(({ code }) => code).join(', ')}`;
}

/** The facts of a company that was seen, or of none yet, completed by what a register knows of it. */

import { findingMessage, needWithCompany, type Company, type Facts, type Finding, type NeedInput } from '../library.js';
import { FIELDS } from '../views/labels.js';

export interface Completed {
  facts: Partial<Facts>;
  /** What is odd about the register's answer, or differs from what was known: sentences in French. */
  findings: string[];
  /** What the register filled. */
  filled: (keyof Facts)[];
}

/** What is known stays; the register fills what is not. */
export function completed(known: Partial<Facts>, company: Company): Completed {
  const { need, findings } = needWithCompany(known as NeedInput, company);
  const { naf, naf2025, commune, headcount, headcountBand, legalForm, createdOn, activities } = need;
  const facts = { naf, naf2025, commune, headcount, headcountBand, legalForm, createdOn, activities, opco: known.opco };
  const all = withoutBlanks(facts);
  const filled = (Object.keys(all) as (keyof Facts)[]).filter((fact) => known[fact] === undefined);
  return { facts: all, findings: [...company.findings, ...findings].map(told), filled };
}

/** A finding in the library's words; the field of a need is named as this service names it. */
const told = (finding: Finding): string =>
  findingMessage({ ...finding, field: finding.field && (FIELDS[finding.field] ?? finding.field) });

function withoutBlanks(facts: { [Field in keyof Facts]?: Facts[Field] | readonly string[] | undefined }): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, fact]) => fact !== undefined && !(Array.isArray(fact) && fact.length === 0)),
  );
}

// What public registers know of companies. Nothing here opens a socket: a host asks a register, and hands
// over what that answers.

import * as check from './arguments';
import { call } from './boundary';
import type {
  Company as CompanyRecord,
  CompanyInput,
  CompletedNeed as CompletedRecord,
  Finding,
  FindingInput,
} from './generated/companies';
import type { Language } from './generated/directory';
import type { NeedInput } from './generated/matching';
import { fieldName, sentence } from './names';

/** What public registers know of a company and of one facility of it. */
export type Company = CompanyRecord;

/** Which facility is asked for. */
export interface CompanyOptions {
  /** Its SIRET; where the answer has one company, it may be left out. */
  siret?: string | null | undefined;
}

/** A need that was completed by what a register knows of its company. It has a subject if the given one has. */
export interface CompletedNeed<Given extends NeedInput = NeedInput> extends Omit<CompletedRecord, 'need'> {
  /** The need with what the register added. */
  readonly need: CompletedRecord['need'] & Pick<Given, 'subject'>;
}

/** Companies from what registers answer. */
export const Company = Object.freeze({
  /**
   * What is known of a company, from what a public register answered: a text, or what `await response.json()`
   * made of it. API Recherche d'entreprises, INSEE's Sirene and the RNE are known; the SIRET tells the facility
   * where the answer has several companies. Throws a `CompanyError`.
   */
  fromJson(answer: string | object, options?: CompanyOptions | null): Company {
    const { siret } = check.options(options, ['siret']);
    return call('read_company', { answer: typeof answer === 'string' ? answer : JSON.stringify(answer), siret });
  },

  /**
   * What is known of a company, from a row of INSEE's stock files: texts by the names of their columns. Other
   * columns, and those without a text, say nothing. Throws a `CompanyError`.
   */
  fromRow(row: Readonly<Record<string, string | null | undefined>> | ReadonlyMap<string, string>): Company {
    return call('read_company_row', { row });
  },
});

/**
 * The need with what it leaves open filled by what a register knows of its company, and where the two disagree:
 * what the need says stays. Throws a `NeedError` or a `CompanyError` for what cannot be read.
 */
export function needWithCompany<Given extends NeedInput>(need: Given, company: CompanyInput): CompletedNeed<Given> {
  const completed = call('complete_need', { need, company });
  // These findings name fields of needs; those of a company name fields of a register, which stay.
  const findings = completed.findings.map((finding) => ({
    ...finding,
    message: sentence(finding.message),
    ...(finding.field !== undefined && { field: fieldName(finding.field) }),
  }));
  return { ...completed, findings } as CompletedNeed<Given>;
}

/** What a finding says, in one sentence in French (or in English: `en`). */
export function findingMessage(finding: Finding | FindingInput, language: Language = 'fr'): string {
  return call('finding_message', { finding, language });
}

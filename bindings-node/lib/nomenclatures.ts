// Nomenclatures and codes, looked up.

import * as check from './arguments';
import { call } from './boundary';
import type { Diagnostic, DiagnosticCode, DiagnosticCodeTexts, Language } from './generated/directory';
import type { AgreementOpcos, NafDetails } from './generated/nomenclatures';

/**
 * What is known of an activity: its label, the levels above it, the codes below it and its correspondents in the
 * other version. The code is one of NAF rév. 2 (`10.71C`, `10.7`, `C`) or of NAF 2025 (`2025:10.71G`). Throws a
 * `CompanyError` for one that its nomenclature does not have.
 */
export function naf(code: string): NafDetails {
  return call('naf', { code: check.text(code, 'code') });
}

/** The OPCO to which collective agreements lead, by France compétences' table: certain, ambiguous or unknown. */
export function opcoOfAgreements(idcc: readonly string[]): AgreementOpcos {
  return call('opco_of_agreements', { idcc: check.texts(idcc, 'idcc') });
}

/** What the code of a finding means and what to do about it, in French (or in English: `en`). */
export function diagnosticCode(code: DiagnosticCode, language: Language = 'fr'): DiagnosticCodeTexts {
  return call('diagnostic_code', { code: check.text(code, 'code'), language });
}

/** What a finding of a directory says, in one sentence without its place, in French (or in English: `en`). */
export function diagnosticMessage(diagnostic: Diagnostic, language: Language = 'fr'): string {
  return language === 'fr' ? diagnostic.messageFr : diagnostic.message;
}

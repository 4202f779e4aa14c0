/** What may go wrong at a provider, sorted by what there is to say of it. */

import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

export const FAULTS = [
  'denied',
  'expired',
  'unavailable',
  'client',
  'clock',
  'nonce',
  'audience',
  'issuer',
  'signature',
  'level',
  'no_email',
  'unverified',
  'unknown',
  'disabled',
  'linked',
  'other',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A sign-in that came to nothing. `inside` is for the journal of the process; it holds no token. */
export class SignInFault extends Error {
  constructor(
    readonly fault: Fault,
    readonly inside = '',
  ) {
    super(`sign-in: ${fault}`);
  }
}

/** The words of RFC 6749 and OpenID Connect that a provider sends back with. */
const ERRORS: ReadonlyMap<string, Fault> = new Map<string, Fault>([
  ['access_denied', 'denied'],
  ['login_required', 'denied'],
  ['interaction_required', 'denied'],
  ['consent_required', 'denied'],
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'unavailable'],
  ['unmet_authentication_requirements', 'level'],
  ['invalid_grant', 'expired'],
  ['invalid_client', 'client'],
  ['unauthorized_client', 'client'],
]);

const CLAIMS: ReadonlyMap<unknown, Fault> = new Map<unknown, Fault>([
  ['nonce', 'nonce'],
  ['aud', 'audience'],
  ['azp', 'audience'],
  ['iss', 'issuer'],
]);

export function faultOf(error: unknown): SignInFault {
  if (error instanceof SignInFault) return error;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return new SignInFault(ERRORS.get(error.error) ?? 'other', error.error.slice(0, 60));
  }
  const code = error instanceof ClientError ? (error.code ?? '') : '';
  const claim = causes(error).find((one) => 'claim' in one)?.['claim'];
  const inside = [code, claim, (error as Error).message].filter(Boolean).join(' ').slice(0, 200);
  return new SignInFault(sorted(error, code, claim), inside);
}

function sorted(error: unknown, code: string, claim: unknown): Fault {
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock';
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return CLAIMS.get(claim) ?? 'other';
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'issuer';
  if (code === 'OAUTH_KEY_SELECTION_FAILED' || code === 'OAUTH_UNSUPPORTED_OPERATION') return 'signature';
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'unavailable';
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON' || code === 'OAUTH_PARSE_ERROR') return 'unavailable';
  if (code === 'OAUTH_INVALID_RESPONSE') return SIGNED.test(messages(error)) ? 'signature' : 'other';
  // `fetch` throws this where nobody answers.
  return causes(error).some((one) => one instanceof TypeError && /fetch failed/.test(one.message)) ? 'unavailable' : 'other';
}

const SIGNED = /signature|"alg"|"kid"/;
const messages = (error: unknown): string => causes(error).map((one) => String(one['message'] ?? '')).join(' ');

/** An error and what caused it, the outermost first. */
function causes(error: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (let one = error; typeof one === 'object' && one !== null && found.length < 6; one = (one as { cause?: unknown }).cause) {
    found.push(one as Record<string, unknown>);
  }
  return found;
}

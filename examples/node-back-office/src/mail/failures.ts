/** Why a letter was not taken. */

/** The server's or its settings' fault, whatever the letter: it waits, for as long as that lasts. */
export type ServerFailure = 'connection' | 'sign_in' | 'sender';

/** The fault of one letter: of its address, of what it holds, of a line that broke, or of nobody who is known. */
export type LetterFailure = 'address' | 'content' | 'temporary' | 'in_doubt' | 'unknown';

export type Failure = ServerFailure | LetterFailure;

/** What the service was doing when it failed. */
export type Stage = 'connect' | 'sign_in' | 'send';

/** Codes by which servers ask for another sign-in than they got, at whatever moment. */
const SIGN_IN_CODES = new Set([530, 534, 535, 538]);

/** A letter that is too long is refused where its length is announced. */
const TOO_LONG = 552;

export interface SmtpError extends Error {
  responseCode?: number;
  command?: string;
}

/** Why a letter failed; `last` tells that all of it had left. */
export function failureOf(error: SmtpError, stage: Stage, last: boolean): Failure {
  const { responseCode: code, command } = error;
  if (stage === 'connect') return 'connection';
  if (stage === 'sign_in' || (code !== undefined && SIGN_IN_CODES.has(code))) return 'sign_in';
  if (code === undefined) return last ? 'in_doubt' : 'temporary';
  if (code < 500) return 'temporary';
  if (command === 'MAIL FROM' && code !== TOO_LONG) return 'sender';
  return command === 'RCPT TO' ? 'address' : 'content';
}

export const isServerFailure = (failure: Failure): failure is ServerFailure =>
  failure === 'connection' || failure === 'sign_in' || failure === 'sender';

/** Whether another attempt would say the same. */
export const isForGood = (failure: Failure): boolean => failure === 'address' || failure === 'content';

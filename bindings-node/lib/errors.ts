import type { CompanyErrorCode, DirectoryErrorCode, GeographyErrorCode, NeedErrorCode, ReferralErrorCode, SnapshotErrorCode } from './generated/codes';
import type { Diagnostic, Language } from './generated/directory';
import type { BoundaryError, Family } from './generated/errors';
import { fieldName, sentence, sentenceOfNames } from './names';
import { FROZEN, read } from './shapes';

/** What an error says. */
export interface ErrorDetails {
  code: string;
  message: string;
  field?: string | undefined;
  hint?: string | undefined;
  diagnostics?: readonly Diagnostic[] | undefined;
  /** What it says in French. */
  french?: string | undefined;
}

/** What every error of this package is: what, where, and what was probably meant. */
export class AiguillageError extends Error {
  /** The stable code, such as `unknown_commune`: what programs look at. */
  readonly code: string;
  /** The field or argument at fault, as it is written in JavaScript; for an answer `answers.` and its question. */
  readonly field: string | undefined;
  /** What was probably meant, or how to write it. The message ends with it. */
  readonly hint: string | undefined;
  /** Everything that is wrong with a directory; empty for other errors. */
  readonly diagnostics: readonly Diagnostic[];

  /** What it says in French. */
  readonly #french: string;

  constructor(details: ErrorDetails) {
    super(details.message);
    this.#french = details.french ?? details.message;
    this.code = details.code;
    this.field = details.field;
    this.hint = details.hint;
    this.diagnostics = details.diagnostics ?? [];
  }

  /** What is wrong and the hint, in French or English. */
  messageIn(language: Language = 'fr'): string {
    return language === 'fr' ? this.#french : this.message;
  }

  static {
    // As for the errors of the language: not a property of each one.
    Object.defineProperty(this.prototype, 'name', { value: 'AiguillageError', configurable: true, writable: true });
  }
}

/** A need, or a request about one, that cannot be answered. */
export class NeedError extends AiguillageError {
  declare readonly code: NeedErrorCode;
  /** The position of the need among those that were given, where there were several. */
  declare readonly row?: number;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'NeedError', configurable: true, writable: true });
  }
}

/** A directory that was refused, with everything that is wrong with it in `diagnostics`. */
export class DirectoryError extends AiguillageError {
  declare readonly code: DirectoryErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'DirectoryError', configurable: true, writable: true });
  }
}

/** Bytes that are no snapshot that can be loaded. */
export class SnapshotError extends AiguillageError {
  declare readonly code: SnapshotErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'SnapshotError', configurable: true, writable: true });
  }
}

/** A geography that cannot be read, or a zone that is written wrongly. */
export class GeographyError extends AiguillageError {
  declare readonly code: GeographyErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'GeographyError', configurable: true, writable: true });
  }
}

/** An answer of a register that gives no company, or a code that its nomenclature does not have. */
export class CompanyError extends AiguillageError {
  declare readonly code: CompanyErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'CompanyError', configurable: true, writable: true });
  }
}

/** A referral, event or request that cannot be worked with. */
export class ReferralError extends AiguillageError {
  declare readonly code: ReferralErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'ReferralError', configurable: true, writable: true });
  }
}

const CLASSES: { readonly [F in Family]: new (details: ErrorDetails) => AiguillageError } = {
  need: NeedError,
  directory: DirectoryError,
  snapshot: SnapshotError,
  geography: GeographyError,
  company: CompanyError,
  referral: ReferralError,
  request: AiguillageError,
};

/** Families whose errors speak of files, in which fields have the names of the format. */
const OF_FILES: ReadonlySet<Family> = new Set<Family>(['directory', 'snapshot']);

/** @internal */
export function errorIn(family: Family, details: ErrorDetails): AiguillageError {
  return new CLASSES[family](details);
}

/**
 * An error that the core wrote, as users see it.
 *
 * @internal
 */
export function errorOf(json: unknown): AiguillageError {
  const { family, code, message, field, hint, place, related, messageFr, hintFr } = read(json, 'BoundaryError', FROZEN) as BoundaryError;
  // Sentences on fields alone; others name states too, which are written the same everywhere.
  const words = code === 'unknown_field' || code === 'missing_field' ? sentenceOfNames : sentence;
  const translate = OF_FILES.has(family) ? (text: string) => text : words;
  const text = translate(message);
  const meant = hint === undefined ? undefined : translate(hint);
  const error = errorIn(family, {
    code,
    message: meant === undefined ? text : `${text}: ${meant}`,
    field: field === undefined ? undefined : fieldName(field),
    hint: meant,
    diagnostics: related,
    french: hintFr === undefined ? translate(messageFr) : `${translate(messageFr)}\u00a0: ${translate(hintFr)}`,
  });
  if (place?.row !== undefined) Object.assign(error, { row: place.row });
  return error;
}

/**
 * What the native half threw, as users see it.
 *
 * @internal
 */
export function translated(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !thrown.message.startsWith('{')) return thrown;
  try {
    return errorOf(JSON.parse(thrown.message));
  } catch {
    return thrown;
  }
}

/** @internal */
export function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw translated(thrown);
  }
}

import type { DiagnosticCode, GeographyErrorCode, NeedErrorCode, ReferralErrorCode, SnapshotErrorCode } from './codes';
import { type Diagnostic, diagnostic } from './records';
import { camel, fieldName, sentence } from './wire';

/** What an error says. */
export interface ErrorDetails {
  code: string;
  message: string;
  field?: string | undefined;
  hint?: string | undefined;
  diagnostics?: readonly Diagnostic[] | undefined;
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

  constructor(details: ErrorDetails) {
    super(details.message);
    this.code = details.code;
    this.field = details.field;
    this.hint = details.hint;
    this.diagnostics = details.diagnostics ?? [];
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
  declare readonly code: DiagnosticCode | 'unwritable_file';

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

/** A referral, event or request that cannot be worked with. */
export class ReferralError extends AiguillageError {
  declare readonly code: ReferralErrorCode;

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'ReferralError', configurable: true, writable: true });
  }
}

/** An error as `src/errors.rs` writes it. */
interface Written {
  kind: keyof typeof CLASSES;
  code: string;
  text: string;
  field?: string | null;
  hint?: string | null;
  /** A hint that the text says already. */
  said?: string | null;
  diagnostics?: unknown[];
  row?: number;
}

const CLASSES = {
  need: NeedError,
  directory: DirectoryError,
  snapshot: SnapshotError,
  geography: GeographyError,
  referral: ReferralError,
};

const everyName = (text: string): string => text.replace(/`[^`]*`/g, (quoted) => camel(quoted));

/** @internal */
export function errorOf(written: Written): AiguillageError {
  // Sentences on fields alone; others name states too, which are written the same everywhere.
  const words = written.code === 'unknown_field' || written.code === 'missing_field' ? everyName : sentence;
  const hint = written.hint == null ? undefined : words(written.hint);
  const text = words(written.text);
  const error = new CLASSES[written.kind]({
    code: written.code,
    message: hint === undefined ? text : `${text}: ${hint}`,
    field: written.field == null ? undefined : fieldName(written.field),
    hint: hint ?? written.said ?? undefined,
    diagnostics: written.diagnostics?.map(diagnostic),
  });
  if (written.row !== undefined) Object.assign(error, { row: written.row });
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
    return errorOf(JSON.parse(thrown.message) as Written);
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

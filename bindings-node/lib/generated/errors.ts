// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Diagnostic } from './directory';

/** What an error is about. Languages with classes of errors have one for each family. */
export type Family =
  | 'need'
  | 'directory'
  | 'geography'
  | 'company'
  | 'referral'
  | 'snapshot'
  | 'request';

/** What every error is once it crosses a boundary: what, where, and what was probably meant. */
export interface BoundaryError {
  /** What it is about. */
  readonly family: Family;
  /** The stable code, such as `unknown_commune`: what programs look at. */
  readonly code: string;
  /** What is wrong, without the hint. */
  readonly message: string;
  /** The field at fault, with its place where it is nested: `referrals[3].state`. */
  readonly field?: string;
  /** What was probably meant, or how to write it. */
  readonly hint?: string;
  /** Where it stands, if it stands in a file or among several. */
  readonly place?: ErrorPlace;
  /** Everything that is wrong with a directory; empty for other errors. */
  readonly related: readonly Diagnostic[];
  /** What is wrong, in French. */
  readonly messageFr: string;
  /** What was probably meant, or how to write it, in French. */
  readonly hintFr?: string;
}

/** Where an error stands in what was given. */
export interface ErrorPlace {
  /** The file, relative to the folder that was read. */
  readonly file?: string;
  /** The line, the first being 1. */
  readonly line?: number;
  /** In a sheet the number of the cell; in JSON the number of the character. */
  readonly column?: number;
  /** The position of the item among those that were given, from 0. */
  readonly row?: number;
}

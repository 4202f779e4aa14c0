/** A part of the text; `text.slice(start, end)` is its `text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A word that speaks for a subject. */
export interface DecidingWord {
  readonly span: Span;
  /** Its part of the evidence for the subject, from 0 to 1. */
  readonly weight: number;
  /** The word as which it was read, where it seems to hold a typing fault. */
  readonly meant?: string;
}

/** One subject that a message may be about. */
export interface Suggestion {
  /** The id of the subject. */
  readonly subject: string;
  /** What users read. */
  readonly label: string;
  /** From 0 to 1: about the share of suggestions with this score that are right. */
  readonly score: number;
  /** Whether the score is enough to go on. Several are sure in a message with several needs. */
  readonly sure: boolean;
  /** The words that decided, in the order of the text. */
  readonly words: readonly DecidingWord[];
}

/** What a message may be about. */
export interface Suggestions {
  /** The best first; none where no word of the message belongs to any subject. */
  readonly subjects: readonly Suggestion[];
  /** Whether the first may be taken. Where not, let the writer or an adviser choose. */
  readonly sure: boolean;
  /** Whether only the beginning of the text was looked at. */
  readonly truncated: boolean;
}

/** Why a message may want a look by a person. */
export type FlagReason =
  | 'too_short'
  | 'no_need'
  | 'employee'
  | 'private_person'
  | 'creation'
  | 'intermediary'
  | 'insult'
  | 'other_language';

/** An observation for a person to judge, never a refusal. */
export interface Flag {
  readonly reason: FlagReason;
  /** In French, for the adviser who decides. */
  readonly message: string;
  /** What decided. */
  readonly words: readonly Span[];
}

/** What an adviser should know before a message goes on. */
export interface Screening {
  /** Empty where there is nothing to remark. */
  readonly flags: readonly Flag[];
  readonly truncated: boolean;
}

/** A place that a message names. */
export interface FoundPlace {
  readonly span: Span;
  readonly kind: 'postal_code' | 'name';
  /** The communes that it may be, the likeliest first. Their codes are what `Need.commune` takes. */
  readonly communes: readonly { readonly code: string; readonly name: string }[];
}

/** The facts that a message gives away, for a person to confirm; each list in the order of the text. */
export interface Extract {
  readonly places: readonly FoundPlace[];
  readonly sirets: readonly { readonly span: Span; readonly siret: string }[];
  readonly headcounts: readonly { readonly span: Span; readonly headcount: number }[];
  readonly amounts: readonly { readonly span: Span; readonly euros: number }[];
  readonly truncated: boolean;
}

// Generated from the declarations of the core by `make generate`: not to be edited.

/** A way to reach somebody. */
export type ContactKind = 'phone' | 'email';

/** Why an adviser should look at a message first. */
export type FlagReason =
  | 'distress'
  | 'too_short'
  | 'no_need'
  | 'employee'
  | 'private_person'
  | 'creation'
  | 'intermediary'
  | 'insult'
  | 'other_language';

/** What a language counts when it slices its strings. */
export type Offsets = 'bytes' | 'characters' | 'utf16';

/** What a message is that is about no need of a company. */
export type OutOfScopeKind =
  | 'too_vague'
  | 'off_topic'
  | 'employee'
  | 'job_seeker'
  | 'private_person'
  | 'consumer'
  | 'creation'
  | 'local_authority'
  | 'canvassing'
  | 'student'
  | 'insult'
  | 'other_language'
  | 'intermediary';

/** How a place is named. */
export type PlaceKind = 'postal_code' | 'name';

/** A word that speaks for a subject. */
export interface DecidingWord {
  /** Where it stands. */
  readonly span: Span;
  /** Its part of the evidence for the subject, from 0 to 1. */
  readonly weight: number;
  /** The word as which it was read, where it seems to hold a typing fault. */
  readonly meant?: string;
}

/** The facts found in a message; each list is in the order of the text. */
export interface Extract {
  /** Postal codes and names of communes. */
  readonly places: readonly Place[];
  /** SIRETs with a right key. */
  readonly sirets: readonly FoundSiret[];
  /** How many people the company says it has; those of a range, or of a change, are both its ends. */
  readonly headcounts: readonly FoundHeadcount[];
  /** Amounts in euros; those of a range are both its ends. */
  readonly amounts: readonly FoundAmount[];
  /** Phone numbers and e-mail addresses, for a host that masks them. */
  readonly contacts: readonly FoundContact[];
  /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
  readonly truncated: boolean;
}

/** A remark on a message, for a person to judge. */
export interface Flag {
  /** What it is about. */
  readonly reason: FlagReason;
  /** A sentence for the adviser, in French. */
  readonly message: string;
  /** The words that decided, where words did. */
  readonly words: readonly Span[];
}

/** An amount. */
export interface FoundAmount {
  /** Where it stands. */
  readonly span: Span;
  /** The amount in euros. */
  readonly euros: number;
}

/** A phone number or an e-mail address. */
export interface FoundContact {
  /** Where it stands. */
  readonly span: Span;
  /** What it is. */
  readonly kind: ContactKind;
}

/** A headcount. */
export interface FoundHeadcount {
  /** Where it stands. */
  readonly span: Span;
  /**
   * The number of people. A fraction is rounded down (`4,5 ETP` are 4), as thresholds are reached by whole
   * posts.
   */
  readonly headcount: number;
  /** Whether who writes is counted too (`on est trois`): criteria count employees. */
  readonly includesWriter: boolean;
}

/** A SIRET. */
export interface FoundSiret {
  /** Where it stands. */
  readonly span: Span;
  /** Its 14 digits. */
  readonly siret: string;
}

/**
 * That a message is probably about none of the subjects: for a person to judge, never a refusal.
 *
 * It is told by weights that were learned from messages, so that no phrase of the message need say so; `Flag`s
 * are told by phrases, which they quote. Only directories whose subjects are all of the default taxonomy have
 * it: what is out of its scope may be within another one's.
 */
export interface OutOfScope {
  /** What it is most likely instead. */
  readonly kind: OutOfScopeKind;
  /** What users read, in French. */
  readonly label: string;
  /** How likely the message is out of scope, of whichever kind: from 0.5 to 1. */
  readonly probability: number;
}

/** A postal code, or the name of a commune, and which communes may be meant. */
export interface Place {
  /** Where it stands. */
  readonly span: Span;
  /** What it is. */
  readonly kind: PlaceKind;
  /** The communes that it may mean, the most populous first; at least one, at most ten. */
  readonly communes: readonly PlaceCommune[];
}

/** A commune that a place may mean. */
export interface PlaceCommune {
  /** The INSEE code, as a need takes it. */
  readonly code: string;
  /** The name. */
  readonly name: string;
}

/** What there is to remark on a message. */
export interface Screening {
  /** In the order of `FlagReason`; none where there is nothing to remark. */
  readonly flags: readonly Flag[];
  /**
   * What the message is instead, where it is probably about none of the subjects: the same as
   * `Suggestions::out_of_scope`.
   */
  readonly outOfScope?: OutOfScope;
  /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
  readonly truncated: boolean;
}

/** A part of the text that was read. */
export interface Span {
  /** Where it begins: in bytes, unless the answer was put into another unit. */
  readonly start: number;
  /** Where it ends; the unit at this place is no longer part of it. */
  readonly end: number;
  /** The part as it was written. */
  readonly text: string;
}

/** One subject that a message may be about. */
export interface Suggestion {
  /** The id of the subject. */
  readonly subject: string;
  /** What users read. */
  readonly label: string;
  /** From 0 to 1: about the share of suggestions with this score that are right. */
  readonly score: number;
  /**
   * Whether the message may be taken to ask for it: the first if its score reaches `SURE`, then the others if
   * theirs reach `ALSO_SURE`. Several are sure in a message with several needs.
   */
  readonly sure: boolean;
  /** The words that decided, in the order of the text. */
  readonly words: readonly DecidingWord[];
}

/** What a message may be about. */
export interface Suggestions {
  /** The best first; none where no word of the message belongs to any subject. */
  readonly subjects: readonly Suggestion[];
  /**
   * Whether the first may be taken. Where not, let the writer or an adviser choose. Never beside a `Flag` of
   * `Router::screen`, nor where the message is out of scope.
   */
  readonly sure: boolean;
  /** What the message is instead, where it is probably about none of the subjects. */
  readonly outOfScope?: OutOfScope;
  /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
  readonly truncated: boolean;
}

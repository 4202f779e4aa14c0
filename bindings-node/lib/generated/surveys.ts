// Generated from the declarations of the core by `make generate`: not to be edited.

import type { UnknownEvent } from './follow-up';
import type { Day, DayInput } from './days';

/** What kind of thing happened to a survey. */
export type SurveyEventKind = 'asked' | 'answered';

/** What an exchange with an expert allowed the company to do. */
export type SurveyOutcome = 'offer_discovered' | 'actions_started' | 'choice_made' | 'other';

/** What events make. */
export interface FoldedSurveys {
  /** The surveys as they stand, in the order of their needs. */
  surveys: Survey[];
  /** The events that could not happen where their date puts them; a repeated event is not one of them. */
  ignored: IgnoredSurveyEvent[];
  /** The events of kinds that this version does not know, each once. */
  unknown?: UnknownEvent[];
}

/** An event of a survey that changed nothing, and why. */
export interface IgnoredSurveyEvent {
  /** The event. */
  event: SurveyEvent;
  /**
   * A code of `ReferralError`: `already_asked`, `already_answered`, `unknown_need` for an answer that nobody
   * asked for, `missing_field`, `invalid_value`.
   */
  code: string;
  /** The field at fault. */
  field?: string;
  /** What is wrong. */
  message: string;
}

/** What a company was asked about a need, and what it answered. */
export interface Survey {
  /** The id of the need. A need has one survey. */
  need: string;
  /** The day the company was asked. */
  askedOn: Day;
  /** The day it answered. */
  answeredOn?: Day;
  /** Whether somebody called it back. */
  calledBack?: boolean;
  /** Whether the exchange was useful; not known where nobody asked that. */
  useful?: boolean;
  /** What the exchange allowed it to do, each once. */
  outcomes?: SurveyOutcome[];
}

/** What a company was asked about a need, and what it answered. */
export interface SurveyInput {
  /** The id of the need. A need has one survey. */
  need: string;
  /** The day the company was asked. */
  askedOn: DayInput;
  /** The day it answered. */
  answeredOn?: DayInput | null | undefined;
  /** Whether somebody called it back. */
  calledBack?: boolean | null | undefined;
  /** Whether the exchange was useful; not known where nobody asked that. */
  useful?: boolean | null | undefined;
  /** What the exchange allowed it to do, each once. */
  outcomes?: readonly SurveyOutcome[] | null | undefined;
}

/** What a company answers. */
export interface SurveyAnswer {
  /** The id of the need. */
  need: string;
  /** The day. */
  on: DayInput;
  /** Whether somebody called it back. */
  calledBack: boolean;
  /** Whether the exchange was useful. */
  useful?: boolean | null | undefined;
  /** What the exchange allowed it to do. */
  outcomes?: readonly SurveyOutcome[] | null | undefined;
}

/** What changed: the events to keep, and the surveys that changed, as they stand now. */
export interface SurveyChanges {
  /** In the order in which they happened. */
  events: SurveyEvent[];
  /** Only those that changed. */
  surveys: Survey[];
}

/** A need whose company is to be asked. */
export interface SurveyDue {
  /** Its id. */
  need: string;
  /** The day the first expert helped. */
  helpedOn: Day;
  /** Since when the company is to be asked. */
  since: Day;
  /** The last day on which it is. */
  until: Day;
  /** The experts who helped, in the order in which they did: those to whom the answer is shown. */
  experts: string[];
}

/**
 * One thing that happened to the survey of a need. Events are only ever added; what a survey is follows from
 * them (`fold_surveys`).
 */
export interface SurveyEvent {
  /** The id of the need. */
  need: string;
  /** The day it happened. */
  on: Day;
  /** What happened. */
  kind: SurveyEventKind;
  /** Whether somebody called the company back; an answer says so. */
  calledBack?: boolean;
  /** Whether the exchange was useful. */
  useful?: boolean;
  /** What the exchange allowed the company to do. */
  outcomes?: SurveyOutcome[];
}

/**
 * One thing that happened to the survey of a need. Events are only ever added; what a survey is follows from
 * them (`fold_surveys`).
 */
export interface SurveyEventInput {
  /** The id of the need. */
  need: string;
  /** The day it happened. */
  on: DayInput;
  /** What happened. */
  kind: SurveyEventKind;
  /** Whether somebody called the company back; an answer says so. */
  calledBack?: boolean | null | undefined;
  /** Whether the exchange was useful. */
  useful?: boolean | null | undefined;
  /** What the exchange allowed the company to do. */
  outcomes?: readonly SurveyOutcome[] | null | undefined;
}

/** When to ask a company. */
export interface SurveyPolicy {
  /** How many days after the first help: 10. */
  afterDays: number;
  /** For how many months after the need was first sent: 3. */
  withinMonths: number;
}

/** When to ask a company. */
export interface SurveyPolicyInput {
  /** How many days after the first help: 10. */
  afterDays?: number | null | undefined;
  /** For how many months after the need was first sent: 3. */
  withinMonths?: number | null | undefined;
}

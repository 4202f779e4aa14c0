// What the library gives to look at: frozen objects, one type for each of the core. They arrive as
// JSON without what has its default; here they are whole.

import type { Activity, Day, DiagnosticCode, Level, Zone } from './codes';

/** A finding about a directory: what, where, and what was probably meant. */
export interface Diagnostic {
  /** An error keeps a router from being built; a warning wants a look. */
  readonly severity: 'error' | 'warning';
  /** Its kind. */
  readonly code: DiagnosticCode;
  /** What is wrong, in one sentence without its place. */
  readonly message: string;
  /** The file, relative to the directory's folder. */
  readonly file?: string;
  /** The line, the first being 1. */
  readonly line?: number;
  /** In a CSV file the number of the cell; in JSON the number of the character. */
  readonly column?: number;
  /** The offending text. */
  readonly text: string;
  /** The known value that was probably meant. */
  readonly nearest?: string;
}

/** A group of subjects. */
export interface Theme {
  readonly id: string;
  /** What users read. */
  readonly label: string;
  /** Where the theme is offered; everywhere if empty. */
  readonly zones: readonly Zone[];
}

/** A yes/no question that refines a subject. */
export interface Question {
  readonly id: string;
  /** What users read. */
  readonly label: string;
}

/** What a need can be about. */
export interface Subject {
  readonly id: string;
  /** The id of its theme. */
  readonly theme: string;
  /** What users read. */
  readonly label: string;
  /** What the subject includes, in a sentence or two. */
  readonly description?: string;
  /** Words and phrases by which companies name it. */
  readonly keywords: readonly string[];
  /** An archived subject is known, and matches nobody. */
  readonly archived: boolean;
  readonly questions: readonly Question[];
}

/** A message of a company, and the subject that it is about: what sharpens suggestions. */
export interface Example {
  readonly subject: string;
  readonly text: string;
}

/** Conditions on the company; all that are given must hold. */
export interface Criterion {
  /** The subjects to which it applies; all if empty. */
  readonly subjects: readonly string[];
  readonly minYears?: number;
  readonly belowYears?: number;
  readonly minHeadcount?: number;
  readonly belowHeadcount?: number;
  readonly acceptedNaf: readonly string[];
  readonly excludedNaf: readonly string[];
  readonly acceptedLegalForms: readonly string[];
  readonly excludedLegalForms: readonly string[];
  readonly excludedZones: readonly Zone[];
  /** The campaigns or sites that the need comes from. */
  readonly origins: readonly string[];
  /** What becomes of a condition whose fact the need does not carry. */
  readonly whenUnknown: 'reject' | 'accept';
}

/** Answers with which an institution takes a subject. */
export interface AnswerGroup {
  readonly subject: string;
  readonly answers: Readonly<Record<string, boolean>>;
}

/** An organisation: a chamber, an agency, a region. */
export interface Institution {
  readonly id: string;
  readonly name: string;
  /** Former names and ids, by which it may be named too. */
  readonly aliases: readonly string[];
  readonly categories: readonly string[];
  /** The natures of activity that it serves; all if empty. */
  readonly activities: readonly Activity[];
  readonly active: boolean;
  /** Where one of its experts takes a need in charge, its others need not. */
  readonly singleTaker: boolean;
  readonly criteria: readonly Criterion[];
  readonly answerGroups: readonly AnswerGroup[];
}

/** An office of an institution. */
export interface Antenne {
  readonly id: string;
  /** The id of its institution. */
  readonly institution: string;
  readonly name: string;
  readonly level: Level;
  readonly zones: readonly Zone[];
  readonly active: boolean;
  readonly criteria: readonly Criterion[];
}

/** A time away, first and last day included. */
export interface Absence {
  readonly from: Day;
  readonly until: Day;
}

/** An expert handles a subject. */
export interface Competence {
  /** The id of the subject. */
  readonly subject: string;
  /** What the expert offers on it, or on which condition. */
  readonly note?: string;
  /** Where: replaces the expert's own zones for this subject, if there is any. */
  readonly zones: readonly Zone[];
}

/** A person or a team of an antenne who receives needs. */
export interface Expert {
  readonly id: string;
  /** The id of the antenne. */
  readonly antenne: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly job?: string;
  /** The expert's own territory: where there is any, it replaces the antenne's. */
  readonly zones: readonly Zone[];
  readonly active: boolean;
  /** The expert's weight where equals share needs. */
  readonly capacity: number;
  /** The number of open referrals from which the expert counts as full. */
  readonly maxOpen?: number;
  readonly absences: readonly Absence[];
  readonly competences: readonly Competence[];
  readonly criteria: readonly Criterion[];
}

/** A current commune, or a municipal arrondissement of Paris, Lyon or Marseille. */
export interface Commune {
  /** Its INSEE code; not a postal code. */
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly postalCodes: readonly string[];
  /** The zones that contain it, from narrow to wide. */
  readonly zones: readonly Zone[];
}

type Json = Record<string, any>;

const NONE: readonly never[] = Object.freeze([]);

const list = (value: unknown[] | undefined): readonly any[] =>
  value === undefined || value.length === 0 ? NONE : Object.freeze(value);

const each = <T>(value: unknown[] | undefined, make: (json: any) => T): readonly T[] =>
  list(value?.map(make));

/** What has a value, under the names of JavaScript. */
function given(json: Json, names: Record<string, string>): Json {
  const found: Json = {};
  for (const name in names) {
    const value = json[name];
    if (value !== undefined && value !== null) found[names[name] as string] = value;
  }
  return found;
}

/** @internal */
export const diagnostic = (json: any): Diagnostic =>
  Object.freeze({
    severity: json.severity,
    code: json.code,
    message: json.message,
    text: json.text,
    ...given(json, { file: 'file', line: 'line', column: 'column', nearest: 'nearest' }),
  });

/** @internal */
export const theme = (json: Json): Theme =>
  Object.freeze({ id: json.id, label: json.label, zones: list(json.zones) });

/** @internal */
export const subject = (json: Json): Subject =>
  Object.freeze({
    id: json.id,
    theme: json.theme,
    label: json.label,
    ...given(json, { description: 'description' }),
    keywords: list(json.keywords),
    archived: json.archived ?? false,
    questions: each(json.questions, (one) => Object.freeze({ id: one.id, label: one.label })),
  });

/** @internal */
export const example = (json: Json): Example => Object.freeze({ subject: json.subject, text: json.text });

/** @internal */
export const criterion = (json: Json): Criterion =>
  Object.freeze({
    subjects: list(json.subjects),
    ...given(json, {
      min_years: 'minYears',
      below_years: 'belowYears',
      min_headcount: 'minHeadcount',
      below_headcount: 'belowHeadcount',
    }),
    acceptedNaf: list(json.accepted_naf),
    excludedNaf: list(json.excluded_naf),
    acceptedLegalForms: list(json.accepted_legal_forms),
    excludedLegalForms: list(json.excluded_legal_forms),
    excludedZones: list(json.excluded_zones),
    origins: list(json.origins),
    whenUnknown: json.when_unknown ?? 'reject',
  });

/** @internal */
export const institution = (json: Json): Institution =>
  Object.freeze({
    id: json.id,
    name: json.name,
    aliases: list(json.aliases),
    categories: list(json.categories),
    activities: list(json.activities),
    active: json.active ?? true,
    singleTaker: json.single_taker ?? false,
    criteria: each(json.criteria, criterion),
    answerGroups: each(json.answer_groups, (one) =>
      Object.freeze({ subject: one.subject, answers: Object.freeze(one.answers) }),
    ),
  });

/** @internal */
export const antenne = (json: Json): Antenne =>
  Object.freeze({
    id: json.id,
    institution: json.institution,
    name: json.name,
    level: json.level ?? 'local',
    zones: list(json.zones),
    active: json.active ?? true,
    criteria: each(json.criteria, criterion),
  });

const competence = (json: Json): Competence =>
  Object.freeze({ subject: json.subject, ...given(json, { note: 'note' }), zones: list(json.zones) });

/** @internal */
export const expert = (json: Json): Expert =>
  Object.freeze({
    id: json.id,
    antenne: json.antenne,
    name: json.name,
    ...given(json, { email: 'email', phone: 'phone', job: 'job' }),
    zones: list(json.zones),
    active: json.active ?? true,
    capacity: json.capacity ?? 1,
    ...given(json, { max_open: 'maxOpen' }),
    absences: each(json.absences, (one) => Object.freeze({ from: one.from, until: one.until })),
    competences: each(json.competences, competence),
    criteria: each(json.criteria, criterion),
  });

/** @internal */
export const commune = (json: Json): Commune =>
  Object.freeze({
    code: json.code,
    name: json.name,
    population: json.population,
    postalCodes: list(json.postal_codes),
    zones: list(json.zones),
  });

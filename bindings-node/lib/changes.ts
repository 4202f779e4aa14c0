import { plain } from './core';
import { AiguillageError } from './errors';
import type { DayInput } from './need';
import type { AnswerGroup, Antenne, Competence, Criterion, Expert, Institution } from './records';
import { snake } from './wire';

/** Only what has no default must be given. */
type Input<T, Required extends keyof T> = Pick<T, Required> & { readonly [K in Exclude<keyof T, Required>]?: T[K] | undefined };
type CriterionInput = Input<Criterion, never>;

/** An expert as a directory takes one. */
export interface ExpertInput extends Omit<Input<Expert, 'id' | 'antenne' | 'name'>, 'absences' | 'competences' | 'criteria'> {
  readonly absences?: readonly { readonly from: DayInput; readonly until: DayInput }[] | undefined;
  readonly competences: readonly Input<Competence, 'subject'>[];
  readonly criteria?: readonly CriterionInput[] | undefined;
}

/** An antenne as a directory takes one. */
export interface AntenneInput extends Omit<Input<Antenne, 'id' | 'institution' | 'name'>, 'criteria'> {
  readonly criteria?: readonly CriterionInput[] | undefined;
}

/** An institution as a directory takes one. */
export interface InstitutionInput extends Omit<Input<Institution, 'id' | 'name'>, 'criteria' | 'answerGroups'> {
  readonly criteria?: readonly CriterionInput[] | undefined;
  readonly answerGroups?: readonly AnswerGroup[] | undefined;
}

/**
 * What changes in a directory: whole experts, antennes and institutions, which take the place of those
 * of the same id or come last, and the ids of those that are removed.
 */
export interface DirectoryChanges {
  readonly experts?: readonly ExpertInput[] | undefined;
  readonly antennes?: readonly AntenneInput[] | undefined;
  readonly institutions?: readonly InstitutionInput[] | undefined;
  readonly removed?:
    | {
        readonly experts?: readonly string[] | undefined;
        readonly antennes?: readonly string[] | undefined;
        readonly institutions?: readonly string[] | undefined;
      }
    | undefined;
}

/**
 * A part of a directory in the format of its JSON document.
 *
 * @internal
 */
export function directoryJson(value: object): string {
  try {
    return JSON.stringify(named(plain(value)));
  } catch {
    throw new AiguillageError({ code: 'invalid_value', field: 'changes', message: '`changes` is no JSON' });
  }
}

function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (typeof value !== 'object' || value === null) return value;
  // The members of answers are questions, by their ids.
  const member = ([name, own]: [string, unknown]) => [snake(name), name === 'answers' ? own : named(own)];
  return Object.fromEntries(Object.entries(value).map(member));
}

/**
 * What a database says of a statement that failed, without the values that it was given. These are people's names and
 * words; errors are logged, and both drivers hang the values or the whole row on theirs.
 */

/** A statement that the database refused. */
export class StatementFailed extends Error {
  constructor(
    message: string,
    /** The SQLSTATE, such as `23505`. */
    readonly code: string,
    /** As it is in the source: values are parameters of it. */
    readonly statement: string,
    readonly table: string | undefined,
    readonly constraint: string | undefined,
  ) {
    super(message);
    this.name = 'StatementFailed';
  }
}

/** The same error, or what may be logged of it where the database threw it. A lost connection is told as it is. */
export function withoutValues(error: unknown, statement: string): unknown {
  const { code, message, table, constraint, severity } = error as Partial<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof message !== 'string' || typeof severity !== 'string') return error;
  return new StatementFailed(unquoted(code, message), code, statement, textOf(table), textOf(constraint));
}

/** Messages about values (class 22) quote them; others may, behind a colon. Names of tables stay. */
const unquoted = (code: string, message: string): string =>
  code.startsWith('22') ? `the database does not take a value (SQLSTATE ${code})` : message.replace(/: ".*$/s, '');

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

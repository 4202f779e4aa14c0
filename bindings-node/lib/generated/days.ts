// Generated from the declarations of the core by `make generate`: not to be edited.

/** A day, as `YYYY-MM-DD`. */
export type Day = string;

/**
 * A day: `YYYY-MM-DD`, or a `Date`. A `Date` at midnight UTC is that day in UTC, any other its day in
 * the local time zone: so dates read from ISO text, dates of a database and `new Date()` all are the
 * day that was meant.
 */
export type DayInput = string | Date;

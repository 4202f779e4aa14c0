/**
 * Figures that anybody may read, of which nothing tells of a single company. Months that are over are put together until
 * enough companies are in them; such a period stays as it is for good, so that two publications differ by whole periods.
 * The library measures, and withholds small groups.
 */

import { foldEvents, measure, type Directory, type ImpactQueryInput, type ImpactReport, type ReferralEvent, type TrackedNeed } from '../../library.js';

/** Fewer companies than this make no period, and fewer needs no group. */
export const LEAST = 10;

/** So many months are told of, as far as whole periods fit. */
const MONTHS = 12;

/** Whole months, the first and the last day included. */
export interface FigurePeriod {
  from: string;
  until: string;
}

export interface PublicFigures extends FigurePeriod {
  total: ImpactReport['total'];
  themes: ImpactReport;
  territories: ImpactReport;
  /** In order. */
  periods: (FigurePeriod & { figures: ImpactReport['total'] })[];
}

/** What they are made from: everything that happened, and the day on which each need was sent. */
export interface PublicFacts {
  needs: readonly TrackedNeed[];
  events: readonly ReferralEvent[];
  sent: readonly (readonly [need: string, day: string])[];
}

/** Nothing while there are too few companies. */
export async function publicFiguresOf(directory: Directory, { needs: tracked, events, sent }: PublicFacts, today: string): Promise<PublicFigures | undefined> {
  const days = new Map(sent);
  // By the day of sending, which nothing moves: a draft of an earlier month that leaves later changes no period.
  const needs = tracked.map((need) => ({ ...need, depositedOn: days.get(need.id) ?? need.depositedOn }));
  const all = closedPeriods(needs, today);
  const last = all.at(-1);
  if (!last) return undefined;
  const periods = all.filter((one) => one === last || monthsBetween(one.from, last.until) < MONTHS);
  const [{ from } = last] = periods;
  const { until } = last;
  const facts = {
    needs: needs.filter((need) => need.depositedOn <= until),
    referrals: foldEvents(events, { on: until }).referrals,
    requests: [],
    surveys: [],
  };
  const report = (query: Partial<ImpactQueryInput>): Promise<ImpactReport> =>
    measure(directory, facts, { on: until, from, until, least: LEAST, ...query });
  const figures: PublicFigures['periods'] = [];
  for (const period of periods) figures.push({ ...period, figures: (await report(period)).total });
  return {
    from,
    until,
    total: (await report({})).total,
    themes: await report({ by: 'theme' }),
    territories: await report({ by: 'departement' }),
    periods: figures,
  };
}

/** The months that are over, in order, each with as many of those after it as it takes for enough companies. */
export function closedPeriods(needs: readonly Pick<TrackedNeed, 'depositedOn' | 'company'>[], today: string): FigurePeriod[] {
  const companies = new Map<string, Set<string>>();
  for (const { depositedOn, company = '' } of needs) {
    const month = depositedOn.slice(0, 7);
    companies.set(month, (companies.get(month) ?? new Set()).add(company));
  }
  const [first] = [...companies.keys()].sort();
  const periods: FigurePeriod[] = [];
  let start = first;
  let together = new Set<string>();
  for (let month = first; month !== undefined && month < today.slice(0, 7); month = monthAfter(month)) {
    start ??= month;
    together = new Set([...together, ...(companies.get(month) ?? [])]);
    if (together.size < LEAST) continue;
    periods.push({ from: `${start}-01`, until: lastDay(month) });
    start = undefined;
    together = new Set();
  }
  return periods;
}

const partsOf = (day: string): [year: number, month: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))];

function monthAfter(month: string): string {
  const [year, number] = partsOf(month);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

function lastDay(month: string): string {
  const [year, number] = partsOf(month);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function monthsBetween(from: string, until: string): number {
  const [[year, month], [endYear, endMonth]] = [partsOf(from), partsOf(until)];
  return (endYear - year) * 12 + endMonth - month;
}

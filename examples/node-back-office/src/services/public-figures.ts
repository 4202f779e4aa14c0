/**
 * Figures that anybody may read: of whole periods that are over, each with enough needs, so that two publications never
 * differ by a few companies, and of groups large enough that nothing is told of a single company. The library measures and withholds.
 */

import { dayOf } from '../clock.js';
import { foldEvents, foldRequests, type ImpactQueryInput, type ImpactReport } from '../library.js';
import { allEvents } from '../store/referrals.js';
import { allRequestEvents } from '../store/requests.js';
import { trackedNeeds } from '../store/statistics.js';
import type { Services } from './index.js';

/** Fewer needs than this are told together with others, or not at all. */
export const LEAST = 10;

export interface PublicFigures {
  from: string;
  until: string;
  /** How often they change. */
  step: Period;
  /** Whether there are enough needs to publish anything. */
  enough: boolean;
  total: ImpactReport;
  themes: ImpactReport;
  territories: ImpactReport;
  /** By month or quarter, in order; nothing where a whole year is told at once. */
  periods: ImpactReport | undefined;
}

export interface PublicFiguresReader {
  read(): Promise<PublicFigures>;
}

/** Measures once a month, and again where the directory gives other names. */
export function publicFigures(services: Services): PublicFiguresReader {
  let kept: { key: string; figures: Promise<PublicFigures> } | undefined;
  return {
    read() {
      const key = `${lastPeriods(services.clock(), 'month').until} ${services.directory.version}`;
      if (kept?.key !== key) {
        const figures = measured(services);
        kept = { key, figures };
        // What failed is measured again when somebody asks.
        figures.catch(() => kept?.figures === figures && (kept = undefined));
      }
      return kept.figures;
    },
  };
}

export type Period = 'month' | 'quarter' | 'year';

/** From the finest: the first whose periods are all large enough is published. */
const STEPS: readonly Period[] = ['month', 'quarter', 'year'];

async function measured(services: Services): Promise<PublicFigures> {
  const { database, directory, clock } = services;
  const [needs, events, requestEvents] = [await trackedNeeds(database), await allEvents(database), await allRequestEvents(database)];
  /** As it stood when the periods ended. */
  const reporter = (step: Period) => {
    const { from, until } = lastPeriods(clock(), step);
    const facts = {
      needs: needs.filter((need) => need.depositedOn <= until),
      referrals: foldEvents(events, { on: until }).referrals,
      requests: foldRequests(requestEvents, { on: until }).requests,
    };
    const report = (more: Partial<ImpactQueryInput>): Promise<ImpactReport> =>
      directory.library.impact(facts, { on: until, from, until, least: LEAST, ...more });
    return { step, from, until, report };
  };
  let chosen = reporter('month');
  let periods: ImpactReport | undefined;
  for (const step of STEPS) {
    chosen = reporter(step);
    periods = await chosen.report({ period: step });
    if (periods.rows.every(({ figures }) => isEnough(figures.funnel.deposited))) break;
  }
  const { step, from, until, report } = chosen;
  const total = await report({});
  return {
    from,
    until,
    step,
    enough: total.total.funnel.deposited >= LEAST && total.total.companies >= LEAST,
    total,
    themes: await report({ by: 'theme' }),
    territories: await report({ by: 'departement' }),
    periods: step === 'year' ? undefined : periods,
  };
}

/** A period is no group to the library, which withholds groups: this service withholds periods. */
const isEnough = (count: number): boolean => count === 0 || count >= LEAST;

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/** Twelve months of whole periods, the last of which is over on this day. */
export function lastPeriods(at: Date, step: Period): { from: string; until: string } {
  const [year = 0, month = 1] = dayOf(at).split('-').map(Number);
  const begun = month - 1 - ((month - 1) % MONTHS[step]);
  const day = (date: number): string => new Date(date).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, begun - 12, 1)), until: day(Date.UTC(year, begun, 0)) };
}

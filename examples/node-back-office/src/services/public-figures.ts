/**
 * Figures that anybody may read: of whole months that are over, so that what is published moves once a month, and of
 * groups large enough that nothing is told of a single company. The library measures and withholds.
 */

import { dayOf } from '../clock.js';
import { foldEvents, foldRequests, type ImpactQueryInput, type ImpactReport } from '../library.js';
import { allEvents } from '../store/referrals.js';
import { allRequestEvents } from '../store/requests.js';
import { trackedNeeds } from '../store/statistics.js';
import type { Services } from './index.js';

/** Fewer needs than this are told together with others, or not at all. */
export const LEAST = 10;

const MONTHS = 12;

export interface PublicFigures {
  from: string;
  until: string;
  /** Whether there are enough needs to publish anything. */
  enough: boolean;
  total: ImpactReport;
  themes: ImpactReport;
  territories: ImpactReport;
  /** By month, or by quarter where some month has too few; nothing where quarters have too. */
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
      const { from, until } = lastMonths(services.clock());
      const key = `${until} ${services.directory.version}`;
      if (kept?.key !== key) {
        const figures = measured(services, from, until);
        kept = { key, figures };
        // What failed is measured again when somebody asks.
        figures.catch(() => kept?.figures === figures && (kept = undefined));
      }
      return kept.figures;
    },
  };
}

async function measured(services: Services, from: string, until: string): Promise<PublicFigures> {
  const { database, directory } = services;
  const facts = {
    needs: (await trackedNeeds(database)).filter((need) => need.depositedOn <= until),
    referrals: foldEvents(await allEvents(database), { on: until }).referrals,
    requests: foldRequests(await allRequestEvents(database), { on: until }).requests,
  };
  const query = { on: until, from, until, least: LEAST } as const;
  const report = (more: Partial<ImpactQueryInput>): Promise<ImpactReport> => directory.library.impact(facts, { ...query, ...more });
  const total = await report({});
  const { deposited } = total.total.funnel;
  return {
    from,
    until,
    enough: deposited >= LEAST && total.total.companies >= LEAST,
    total,
    themes: await report({ by: 'theme' }),
    territories: await report({ by: 'departement' }),
    periods: [await report({ period: 'month' }), await report({ period: 'quarter' })].find(tellsOfMany),
  };
}

/** Whether each period has no need or enough of them. A period is no group to the library: this service withholds those. */
const tellsOfMany = ({ rows }: ImpactReport): boolean =>
  rows.every(({ figures }) => figures.funnel.deposited === 0 || figures.funnel.deposited >= LEAST);

/** The twelve months that ended before the one of this day. */
export function lastMonths(at: Date): { from: string; until: string } {
  const [year = 0, month = 1] = dayOf(at).split('-').map(Number);
  const day = (date: number): string => new Date(date).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month - 1 - MONTHS, 1)), until: day(Date.UTC(year, month - 1, 0)) };
}

/** The figures of the page of impact: the report, and the months beside it. */

import { dayOf } from '../../clock.js';
import { labels, type ImpactReport } from '../../library.js';
import type { Services } from '../index.js';
import type { FigureQuery, Made } from './keeper.js';

/** How steering groups a report. */
export const DIMENSIONS = ['theme', 'subject', 'institution', 'departement', 'origin'] as const;
export type Dimension = keyof typeof labels.dimension;

export interface ImpactLook extends FigureQuery {
  from?: string;
  until?: string;
  by: Dimension;
}

export interface ImpactFigures {
  report: ImpactReport;
  months: ImpactReport;
}

/** The figures of a page; nothing where they are being made for the first time. */
export async function impactFigures(services: Services, look: ImpactLook): Promise<Made<ImpactFigures> | undefined> {
  const { figures } = services;
  const [report, months] = await Promise.all([figures.impact(look), figures.impact(monthly(services, look))]);
  if (!report || !months) return undefined;
  return {
    value: { report: report.value, months: months.value },
    at: report.at < months.at ? report.at : months.at,
    current: report.current && months.current,
  };
}

const SHOWN_MONTHS = 12;

/** The last twelve months of what is looked at. */
function monthly({ clock }: Services, { by: _by, ...look }: ImpactLook): FigureQuery {
  const today = dayOf(clock());
  const last = look.until && look.until < today ? look.until : today;
  const first = new Date(`${last.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - SHOWN_MONTHS + 1);
  const from = first.toISOString().slice(0, 10);
  return { ...look, from: look.from && look.from > from ? look.from : from, period: 'month' };
}

/** Makes what the page shows first, before anybody looks. */
export async function warmImpact(services: Services): Promise<void> {
  await services.figures.remindersNow();
  for (const by of DIMENSIONS) {
    await services.figures.impactNow({ by });
    await services.figures.impactNow(monthly(services, { by }));
  }
}

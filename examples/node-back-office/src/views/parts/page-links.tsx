/** The pages of a list, before and after this one. */

import { many } from '../labels.js';

interface PageLinksProps {
  /** The address without the page. */
  path: string;
  filters: Readonly<Record<string, string>>;
  page: number;
  size: number;
  total: number;
}

export function PageLinks({ path, filters, page, size, total }: PageLinksProps) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  if (last === 0) return null;
  const to = (number: number): string =>
    `${path}?${new URLSearchParams(Object.entries({ ...filters, page: String(number + 1) }).filter(([, value]) => value))}`;
  return (
    <nav class="row between" aria-label="Pages">
      {page > 0 ? <a href={to(page - 1)}>Page précédente</a> : <span />}
      <span class="muted">
        Page {page + 1} sur {last + 1}, {many(total, 'ligne')} en tout
      </span>
      {page < last ? <a href={to(page + 1)}>Page suivante</a> : <span />}
    </nav>
  );
}

/** Around lists that grow: the form that searches and filters, how many there are, and the pages. */

import type { ComponentChildren } from 'preact';
import { MOST_COUNTED, type PageOf } from '../../store/paging.js';
import { listAddress, type Listing, type NumberedPage } from '../../web/listing.js';
import { many, number } from '../labels.js';
import { french } from '../typography.js';

interface ListingProps {
  path: string;
  listing: Listing;
}

/** The form of a list's filters: fields, then what shows the list. It leads to the first page. */
export function Filters({ path, listing, children }: ListingProps & { children: ComponentChildren }) {
  const filtered = isFiltered(listing);
  return (
    <article class="filters">
      <form method="get" action={path} role="search" aria-label="Filtrer la liste">
        <div class="grid">{children}</div>
        <div class="row">
          <button type="submit" class="quiet">
            Filtrer
          </button>
          {filtered && <a href={path}>Tout afficher</a>}
        </div>
      </form>
      {listing.odd && (
        <p class="notice wait" role="status">
          {french('Un filtre ne peut pas être lu : il n’est pas appliqué.')}
        </p>
      )}
    </article>
  );
}

export const isFiltered = ({ filters }: Listing): boolean => Object.values(filters).some((value) => value !== '');

interface FilterFieldProps {
  name: string;
  label: string;
  listing: Listing;
  hint?: string;
}

/** Words to search for. */
export function SearchField({ name, label, listing, hint }: FilterFieldProps) {
  return (
    <label for={name}>
      {label}
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      <input type="search" id={name} name={name} value={listing.filters[name] ?? ''} maxlength={120} aria-describedby={hint ? `${name}-hint` : undefined} />
    </label>
  );
}

export function DayField({ name, label, listing }: FilterFieldProps) {
  return (
    <label for={name}>
      {label}
      <input type="date" id={name} name={name} value={listing.filters[name] ?? ''} />
    </label>
  );
}

export function ChoiceField({ name, label, listing, options }: FilterFieldProps & { options: readonly (readonly [string, string])[] }) {
  return (
    <label for={name}>
      {label}
      <select id={name} name={name}>
        {options.map(([id, text]) => (
          <option value={id} selected={id === (listing.filters[name] ?? '')}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

type Shown = Pick<PageOf<unknown>, 'skipped' | 'total' | 'next' | 'previous'> & { rows: readonly unknown[] };

/** How many there are, in words. */
export function Count({ page, one, several }: { page: Shown; one: string; several: string }) {
  return <p class="muted">{counted(page.total, one, several)}</p>;
}

const counted = (total: number, one: string, several: string): string =>
  total > MOST_COUNTED ? `Plus de ${number(MOST_COUNTED)} ${several}` : many(total, one, several);

/** The same in figures. */
export const countOf = ({ total }: Shown): string => (total > MOST_COUNTED ? `plus de ${number(MOST_COUNTED)}` : number(total));

interface PagesProps extends ListingProps {
  page: Shown;
  /** What the pages are of. */
  label: string;
}

/** The pages beside this one; nothing where there is one only. */
export function Pages({ path, listing, page, label }: PagesProps) {
  const { next, previous } = page;
  if (next === undefined && previous === undefined) return null;
  return (
    <nav class="pages" aria-label={french(`Pages : ${label}`)}>
      <ul>
        <li>{previous !== undefined && <a rel="prev" href={listAddress(path, listing.filters, { avant: previous })}>Page précédente</a>}</li>
        <li>
          <span aria-current="page">{position(page)}</span>
        </li>
        <li>{next !== undefined && <a rel="next" href={listAddress(path, listing.filters, { apres: next })}>Page suivante</a>}</li>
      </ul>
    </nav>
  );
}

function position(page: Shown): string {
  const { skipped, rows } = page;
  if (skipped + rows.length > MOST_COUNTED) return `Au-delà de ${number(MOST_COUNTED)}`;
  return `${number(skipped + 1)} à ${number(skipped + rows.length)} sur ${countOf(page)}`;
}

interface NumberedPagesProps {
  path: string;
  /** What the address says beside the page. */
  filters: Listing['filters'];
  page: Pick<NumberedPage<unknown>, 'number' | 'of'>;
  label: string;
  /** How the address calls the number of the page. */
  name?: string;
}

/** The same for pages that have numbers. */
export function NumberedPages({ path, filters, page, label, name = 'page' }: NumberedPagesProps) {
  if (page.of === 1) return null;
  const href = (at: number): string => listAddress(path, filters, at === 1 ? {} : { [name]: `${at}` });
  return (
    <nav class="pages" aria-label={french(`Pages : ${label}`)}>
      <ul>
        <li>{page.number > 1 && <a rel="prev" href={href(page.number - 1)}>Page précédente</a>}</li>
        <li>
          <span aria-current="page">{`Page ${number(page.number)} sur ${number(page.of)}`}</span>
        </li>
        <li>{page.number < page.of && <a rel="next" href={href(page.number + 1)}>Page suivante</a>}</li>
      </ul>
    </nav>
  );
}

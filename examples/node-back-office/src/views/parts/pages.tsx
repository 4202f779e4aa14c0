/** Going through a long list, a page at a time. */

export const PER_PAGE = 50;

export interface Paging {
  /** From 1. */
  page: number;
  pages: number;
}

/** The part of a list that a page shows; a page that there is not is the last. */
export function paged<T>(list: readonly T[], wanted: number): Paging & { shown: readonly T[] } {
  const pages = Math.max(1, Math.ceil(list.length / PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, shown: list.slice((page - 1) * PER_PAGE, page * PER_PAGE) };
}

interface PagesProps extends Paging {
  /** The address of a page. */
  href: (page: number) => string;
  label: string;
}

export function Pages({ page, pages, href, label }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav class="row" aria-label={label}>
      {page > 1 && <a href={href(page - 1)}>Page précédente</a>}
      <span>{`Page ${page} sur ${pages}`}</span>
      {page < pages && <a href={href(page + 1)}>Page suivante</a>}
    </nav>
  );
}

/** What the library page can show; the address within the page names it: `#/trash`. */
export const VIEWS = [
  'papers',
  'digest',
  'tags',
  'reading',
  'import',
  'trash',
  'settings',
] as const;
export type View = (typeof VIEWS)[number];

/**
 * The view that an address names; an open paper belongs to the papers (`#/paper/…`) or to the digest
 * (`#/digest/…`).
 */
export function viewOfHash(hash: string): View {
  if (hash.startsWith(`${viewHash('digest')}/`)) return 'digest';
  return VIEWS.find((view) => hash === viewHash(view)) ?? 'papers';
}

/** The address of a view within the page. */
export function viewHash(view: View): string {
  return view === 'papers' ? '#/' : `#/${view}`;
}

/** The query's part of the page's address: `?q=tag%3Abrain`; empty for an empty query. */
export function querySearch(text: string): string {
  return text.trim() === '' ? '' : `?${new URLSearchParams({ q: text })}`;
}

/** The query's text in such a part; empty without one. */
export function queryOfSearch(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

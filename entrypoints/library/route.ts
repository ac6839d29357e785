/** Views of the library page, named by the URL hash: `#/trash`. */
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
 * Returns the view for a hash; open papers belong to the papers (`#/paper/…`) or the digest
 * (`#/digest/…`).
 */
export function viewOfHash(hash: string): View {
  if (hash.startsWith(`${viewHash('digest')}/`)) return 'digest';
  return VIEWS.find((view) => hash === viewHash(view)) ?? 'papers';
}

/** Returns a view's URL hash. */
export function viewHash(view: View): string {
  return view === 'papers' ? '#/' : `#/${view}`;
}

/**
 * Returns the URL search part: `?q=tag%3Abrain`; empty for an empty query.
 * @param imported the import whose papers alone are listed
 */
export function querySearch(text: string, imported?: string): string {
  const parts = new URLSearchParams({
    ...(text.trim() !== '' && { q: text }),
    ...(imported !== undefined && { imported }),
  });
  return parts.size === 0 ? '' : `?${parts}`;
}

/** Returns the import in a URL search part whose papers alone are listed. */
export function importOfSearch(search: string): string | undefined {
  return new URLSearchParams(search).get('imported') ?? undefined;
}

/** Returns the query text from a URL search part; empty without one. */
export function queryOfSearch(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

/** Views, named by the URL hash: `#/trash`. */
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

/** The view of a hash; open papers are in papers (`#/paper/…`) or digest (`#/digest/…`). */
export function viewOfHash(hash: string): View {
  if (hash.startsWith(`${viewHash('digest')}/`)) return 'digest';
  return VIEWS.find((view) => hash === viewHash(view)) ?? 'papers';
}

/** With the `#`: `#/trash`; `#/` for papers. */
export function viewHash(view: View): string {
  return view === 'papers' ? '#/' : `#/${view}`;
}

/**
 * The URL search part: `?q=tag%3Abrain`; empty for an empty query.
 * @param imported an import whose papers alone are listed
 */
export function querySearch(text: string, imported?: string): string {
  const parts = new URLSearchParams({
    ...(text.trim() !== '' && { q: text }),
    ...(imported !== undefined && { imported }),
  });
  return parts.size === 0 ? '' : `?${parts}`;
}

/** The import named in a URL search part. */
export function importOfSearch(search: string): string | undefined {
  return new URLSearchParams(search).get('imported') ?? undefined;
}

/** The query text in a URL search part; empty without one. */
export function queryOfSearch(search: string): string {
  return new URLSearchParams(search).get('q') ?? '';
}

import type { SiteReader } from './site-reader';

/**
 * Each site's reader. Not in `sites`: the content script needs only readers, and nothing else needs
 * them.
 */
export const readers: readonly SiteReader[] = Object.values(
  import.meta.glob<SiteReader>('./*/reader.ts', { eager: true, import: 'reader' }),
);

import type { SiteReader } from './site-reader';

/**
 * The reader in each site's folder. Not part of `sites`: only the content script needs the readers,
 * and they are all it needs.
 */
export const readers: readonly SiteReader[] = Object.values(
  import.meta.glob<SiteReader>('./*/reader.ts', { eager: true, import: 'reader' }),
);

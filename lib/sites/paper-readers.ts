import type { PaperReader } from './site-reader';

/** The readers of paper pages, in the module of each site's reader. */
export const paperReaders: readonly PaperReader[] = Object.values(
  import.meta.glob<PaperReader>('./*/reader.ts', { eager: true, import: 'paperReader' }),
);

import type { PaperReader } from './site-reader';

/** The paper page readers, from each site's reader module. */
export const paperReaders: readonly PaperReader[] = Object.values(
  import.meta.glob<PaperReader>('./*/reader.ts', { eager: true, import: 'paperReader' }),
);

import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { Dismissal, SeenPaper } from '@/lib/papers/seen-and-dismissed';
import type { Day } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Sighting } from '@/lib/papers/sighting';
import type { Visit } from '@/lib/papers/visit';
import type { OutboxLine, SearchSegment, SearchState } from './search-tables';
import { version1 } from './versions/0001-papers-entries-sightings';
import { version2 } from './versions/0002-search-index';
import { version3 } from './versions/0003-what-was-seen';

/** The name of the database in the browser; another one would be another, empty library. */
export const DATABASE_NAME = 'papershelf';

/**
 * The extension's own database, one for all its parts (background, popup, library page). A content
 * script must not open it: there it would be the page's. Opened at its first use.
 */
export class PapershelfDatabase extends Dexie {
  declare papers: EntityTable<KnownPaper, 'id'>;
  declare entries: EntityTable<Entry, 'paperId'>;
  /** Key: `[paperId+listing+day]`. */
  declare sightings: Table<Sighting, [PaperId, string, Day]>;
  /** Key: `[listing+startedAt]`. */
  declare visits: Table<Visit, [string, number]>;
  declare seen: EntityTable<SeenPaper, 'paperId'>;
  declare dismissals: EntityTable<Dismissal, 'paperId'>;
  /** Papers that changed since the search index last took them in, oldest first. */
  declare searchOutbox: EntityTable<OutboxLine, 'seq'>;
  declare searchSegments: Table<SearchSegment, number>;
  /** Pieces of the segments' streams; key: `blockKey` (`lib/search/format/streams.ts`). */
  declare searchBlocks: Table<Uint8Array, number>;
  declare searchState: Table<SearchState, SearchState['name']>;

  /** @param options for tests: an IndexedDB of their own */
  constructor(options?: DexieOptions) {
    super(DATABASE_NAME, options);
    // Every step from the first release on, oldest first. A released step never changes.
    version1(this);
    version2(this);
    version3(this);
  }
}

import {
  Dexie,
  type DexieOptions,
  type EntityTable,
  type PromiseExtended,
  type Table,
} from 'dexie';
import type { Dismissal, SeenPaper } from '@/lib/papers/seen-and-dismissed';
import type { Day } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Sighting } from '@/lib/papers/sighting';
import type { Visit } from '@/lib/papers/visit';
import { rejectWaiting } from './blocked';
import type { OutboxLine, SearchSegment, SearchState } from './search-tables';
import { version1 } from './versions/0001-papers-entries-sightings';
import { version2 } from './versions/0002-search-index';
import { version3 } from './versions/0003-what-was-seen';
import { version4 } from './versions/0004-identity';

/** Identifies this database, which another may replace. */
export interface Identity {
  name: 'library';
  /** A UUID. */
  id: string;
}

/** Renaming it would start an empty library. */
export const DATABASE_NAME = 'papershelf';

/** Wait while another page blocks an upgrade, ms. */
const BLOCKED_FOR = 3000;

/**
 * The extension's database, opened on first use. Not for content scripts, where it would be the
 * page's.
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
  /** Changed papers to index, oldest first. */
  declare searchOutbox: EntityTable<OutboxLine, 'seq'>;
  declare searchSegments: Table<SearchSegment, number>;
  /** Key: `blockKey` (`lib/search/format/streams.ts`). */
  declare searchBlocks: Table<Uint8Array, number>;
  declare searchState: Table<SearchState, SearchState['name']>;
  /** One row at most. */
  declare identity: Table<Identity, Identity['name']>;

  /** @param options for tests */
  constructor(options?: DexieOptions) {
    super(DATABASE_NAME, options);
    // All versions, oldest first; released ones never change.
    version1(this);
    version2(this);
    version3(this);
    version4(this);
    this.on('blocked', () => {
      const timer = setInterval(() => {
        if (this.isOpen()) clearInterval(timer);
        else rejectWaiting();
      }, BLOCKED_FOR);
    });
  }

  /** Reopens on the next use after a failure; Dexie would reject everything. */
  override open(): PromiseExtended<Dexie> {
    const opening = super.open();
    // Later: calls waiting for this attempt must not start another.
    opening.catch(() =>
      setTimeout(() => {
        if (this.hasFailed() && !this.hasBeenClosed()) this.close({ disableAutoOpen: false });
      }),
    );
    return opening;
  }
}

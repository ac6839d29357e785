import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';

/** A paper for tests; what `facts` says goes before the rest. */
export function paperWith(facts: Partial<KnownPaper> = {}): KnownPaper {
  return {
    id: 'arxiv:2509.26507',
    title: 'The Dragon Hatchling',
    firstSeenAt: 1,
    lastSeenAt: 1,
    ...facts,
  };
}

/** An entry of that paper. */
export function entryWith(words: Partial<Entry> = {}): Entry {
  return {
    paperId: 'arxiv:2509.26507',
    status: 'to-read',
    tags: [],
    note: '',
    citationKey: 'kosowski2025dragon',
    savedAt: 1,
    updatedAt: 1,
    removedAt: 0,
    editedAt: {},
    ...words,
  };
}

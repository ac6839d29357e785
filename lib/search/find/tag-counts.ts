import type { PapershelfDatabase } from '@/lib/db/database';
import { isSaved } from '@/lib/papers/entry';
import { soundEntry } from '@/lib/papers/sound-rows';
import { tagKey } from '@/lib/papers/tags/tag';
import { commonestSpellings, organizationNames, tagsOf, spellingCounts } from './names';
import { memoizeBySnapshot } from './memoize-by-snapshot';
import { readIndex } from './read-index';

const ROWS = 2000;

/**
 * Saved papers per tag, in its most frequent spelling. From columns, or from entries while many
 * changes are unindexed (after an import).
 */
export async function tagCounts(db: PapershelfDatabase): Promise<Map<string, number>> {
  const { snapshot, counts } = await readIndex(db, async (snapshot) => ({
    snapshot,
    counts:
      snapshot.left > 0
        ? undefined
        : spellingCounts(snapshot.live, await Promise.all(snapshot.parts.map(tagsOf))),
  }));
  return commonestSpellings(counts ?? (await countInEntries(snapshot, db)), tagKey);
}

/** Every entry change makes a new snapshot, by its outbox line. */
const countInEntries = memoizeBySnapshot(async (_, db: PapershelfDatabase) => {
  const counts = new Map<string, number>();
  let last = '';
  for (;;) {
    const entries = await db.entries.where('paperId').above(last).limit(ROWS).toArray();
    for (const entry of entries) {
      last = entry.paperId;
      if (!isSaved(entry)) continue;
      for (const tag of soundEntry(entry.paperId, entry).tags)
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    if (entries.length < ROWS) return counts;
  }
});

/** Saved papers per organization, likewise. */
export async function organizations(db: PapershelfDatabase): Promise<Map<string, number>> {
  return readIndex(db, async (snapshot) => {
    const { labels, count } = await organizationNames(snapshot);
    const counts = count(snapshot.live);
    return new Map(
      labels.flatMap((label, index) => {
        const papers = counts[index] ?? 0;
        return papers > 0 ? [[label, papers] as const] : [];
      }),
    );
  });
}

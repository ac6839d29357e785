import { tagKey } from '@/lib/papers/tags/tag';
import { type Names, tagNames } from './names';
import { memoizeBySnapshot } from './memoize-by-snapshot';

/**
 * All tags and the levels above; see `Facets`.
 * @throws IndexDamaged
 */
export const tagLevels = memoizeBySnapshot(
  async (snapshot): Promise<Pick<Names, 'labels' | 'count'>> => {
    const names = await tagNames(snapshot);
    const labels = [...names.labels];
    const indexes = new Map(labels.map((label, index) => [tagKey(label), index]));
    const levels = names.labels.map((label) =>
      levelsOf(label).map((level) => {
        const known = indexes.get(tagKey(level));
        if (known !== undefined) return known;
        indexes.set(tagKey(level), labels.length);
        return labels.push(level) - 1;
      }),
    );
    return {
      labels,
      count(set) {
        const counts = new Uint32Array(labels.length);
        // One document's tags under a level count once.
        const counted = new Int32Array(labels.length).fill(-1);
        names.each(set, (document, name) => {
          for (const level of levels[name] ?? []) {
            if (counted[level] === document) continue;
            counted[level] = document;
            counts[level] = (counts[level] ?? 0) + 1;
          }
        });
        return counts;
      },
    };
  },
);

/** `a/b/c`, `a/b` and `a`; none for an empty tag. */
function levelsOf(tag: string): string[] {
  const parts = tag === '' ? [] : tag.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

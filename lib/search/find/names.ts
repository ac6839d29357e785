import { fold } from '@/lib/shared/fold';
import { tagKey } from '@/lib/papers/tags/tag';
import { memoizeBySnapshot } from './memoize-by-snapshot';
import type { Part, Snapshot } from './snapshot';

/** Documents' tags or organizations; spelling variants share a name. */
export interface Names {
  /** The most frequent spelling; empty without live documents. */
  labels: readonly string[];
  /** Documents in `set` per name. */
  count(set: Uint8Array): Uint32Array;
  /** Visits documents in `set` with each of their names. */
  each(set: Uint8Array, visit: (document: number, name: number) => void): void;
}

interface PartNames {
  base: number;
  documents: number;
  spellings: readonly string[];
  eachOf(document: number, visit: (name: number) => void): void;
}

/** @throws IndexDamaged */
export const tagNames = memoizeBySnapshot(async (snapshot) =>
  namesOf(snapshot, await Promise.all(snapshot.parts.map(tagsOf)), tagKey),
);

/** @throws IndexDamaged */
export const organizationNames = memoizeBySnapshot(async (snapshot) =>
  namesOf(snapshot, await Promise.all(snapshot.parts.map(organizationsOf)), fold),
);

/** @throws IndexDamaged */
export async function tagsOf({ segment, base }: Part): Promise<PartNames> {
  const [{ starts, tags }, spellings] = await Promise.all([
    segment.column('tags'),
    segment.column('tagNames'),
  ]);
  const { documents } = segment;
  return {
    base,
    documents,
    spellings,
    eachOf(document, visit) {
      const end = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < end; at += 1) visit(tags[at] ?? 0);
    },
  };
}

async function organizationsOf({ segment, base }: Part): Promise<PartNames> {
  const [organizations, names] = await Promise.all([
    segment.column('organizations'),
    segment.column('organizationNames'),
  ]);
  const { documents } = segment;
  return {
    base,
    documents,
    spellings: names.map(({ name }) => name),
    eachOf(document, visit) {
      const organization = organizations[document] ?? 0;
      if (organization > 0) visit(organization - 1);
    },
  };
}

function namesOf(
  { live }: Snapshot,
  parts: readonly PartNames[],
  keyOf: (spelling: string) => string,
): Names {
  const indexes = new Map<string, number>();
  const labels: string[] = [];
  const numbered = parts.map((part) => ({
    part,
    names: part.spellings.map((spelling) => {
      const key = keyOf(spelling);
      const index = indexes.get(key) ?? labels.push('') - 1;
      indexes.set(key, index);
      return index;
    }),
  }));
  for (const label of commonestSpellings(spellingCounts(live, parts), keyOf).keys()) {
    labels[indexes.get(keyOf(label)) ?? 0] = label;
  }
  const each: Names['each'] = (set, visit) => {
    for (const { part, names } of numbered) {
      forEachName(part, set, (name, document) => visit(document, names[name] ?? 0));
    }
  };
  return {
    labels,
    each,
    count(set) {
      const counts = new Uint32Array(indexes.size);
      each(set, (_, name) => (counts[name] = (counts[name] ?? 0) + 1));
      return counts;
    },
  };
}

/** Documents in `live` per spelling, also 0. */
export function spellingCounts(live: Uint8Array, parts: readonly PartNames[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const here = new Uint32Array(part.spellings.length);
    forEachName(part, live, (name) => (here[name] = (here[name] ?? 0) + 1));
    for (const [name, spelling] of part.spellings.entries()) {
      counts.set(spelling, (counts.get(spelling) ?? 0) + (here[name] ?? 0));
    }
  }
  return counts;
}

/**
 * Groups spellings by `keyOf`: the most frequent (ties: alphabetical) with the total count, without
 * unused ones.
 */
export function commonestSpellings(
  counts: ReadonlyMap<string, number>,
  keyOf: (spelling: string) => string,
): Map<string, number> {
  const names = new Map<string, { label: string; most: number; count: number }>();
  for (const [spelling, count] of counts) {
    if (count === 0) continue;
    const key = keyOf(spelling);
    const known = names.get(key);
    const isBetter =
      known === undefined || count > known.most || (count === known.most && spelling < known.label);
    names.set(key, {
      label: isBetter ? spelling : known.label,
      most: isBetter ? count : known.most,
      count: count + (known?.count ?? 0),
    });
  }
  return new Map([...names.values()].map(({ label, count }) => [label, count]));
}

function forEachName(
  { base, documents, eachOf }: PartNames,
  set: Uint8Array,
  visit: (name: number, document: number) => void,
): void {
  for (let document = 0; document < documents; document += 1) {
    if (set[base + document] === 1) eachOf(document, (name) => visit(name, base + document));
  }
}

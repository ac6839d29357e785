import { STATUSES, type Status } from '@/lib/papers/entry';
import { countSet } from './arrays';
import type { FacetCount, Facets } from '../found';
import { yearOf } from './match-filter';
import { type Names, organizationNames } from './names';
import type { Snapshot } from './snapshot';
import { tagLevels } from './tag-levels';

const ORGANIZATIONS = 50;

/** See `Facets`. */
export interface FacetSets {
  found: Uint8Array;
  anyStatus: Uint8Array;
  anyYear: Uint8Array;
  anyOrganization: Uint8Array;
}

/** @throws IndexDamaged */
export async function facetsOf(snapshot: Snapshot, sets: FacetSets): Promise<Facets> {
  return {
    total: countSet(sets.anyStatus),
    status: await statusCounts(snapshot, sets.anyStatus),
    tags: mostFrequent(await tagLevels(snapshot), sets.found),
    years: await yearCounts(snapshot, sets.anyYear),
    organizations: mostFrequent(await organizationNames(snapshot), sets.anyOrganization).slice(
      0,
      ORGANIZATIONS,
    ),
  };
}

/** Sorted by count, then alphabetically. */
function mostFrequent(
  { labels, count }: Pick<Names, 'labels' | 'count'>,
  set: Uint8Array,
): FacetCount<string>[] {
  return [...count(set)]
    .map((count, index) => ({ value: labels[index] ?? '', count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

async function statusCounts(snapshot: Snapshot, set: Uint8Array): Promise<Record<Status, number>> {
  const counts = STATUSES.map(() => 0);
  for (const { segment, base } of snapshot.parts) {
    const status = await segment.column('status');
    for (const [document, value] of status.entries()) {
      if (set[base + document] === 1) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const [toRead = 0, reading = 0, read = 0] = counts;
  return { 'to-read': toRead, reading, read };
}

async function yearCounts(snapshot: Snapshot, set: Uint8Array): Promise<FacetCount<number>[]> {
  const counts = new Map<number, number>();
  for (const { segment, base } of snapshot.parts) {
    const days = await segment.column('publishedOn');
    for (const [document, day] of days.entries()) {
      if (set[base + document] !== 1 || day === 0) continue;
      counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value);
}

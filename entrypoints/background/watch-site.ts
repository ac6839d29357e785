import type { ListingReading } from '@/lib/papers/listing';
import {
  givenFields,
  isComparable,
  siteChange,
  type SiteChange,
} from '@/lib/papers/reading-health';
import { givenBySite } from '@/lib/settings/given-fields';

/**
 * Compares a reading with the last healthy one of its site and kind of listing, which it replaces
 * if healthy.
 * @returns what the site no longer gives
 */
export async function watchSite(
  reading: ListingReading,
  now: number,
): Promise<SiteChange | undefined> {
  if (!isComparable(reading, now)) return undefined;
  const key = reading.listing.key.split('/').slice(0, 2).join('/');
  const former = (await givenBySite.read())[key] ?? [];
  const change = siteChange(reading, former);
  if (change !== undefined) return change;
  const given = givenFields(reading);
  const isKept = given.length === former.length && given.every((field) => former.includes(field));
  if (!isKept) await givenBySite.change((all) => ({ ...all, [key]: given }));
  return undefined;
}

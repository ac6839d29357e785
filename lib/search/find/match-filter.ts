import { STATUSES } from '@/lib/papers/entry';
import { fold } from '@/lib/shared/fold';
import { tagKey } from '@/lib/papers/tags/tag';
import { FLAGS } from '../format/document';
import type { ColumnFilter } from './plan';
import type { Snapshot } from './snapshot';
import type { Segment } from '../format/segment';

/** 1 for each match. @throws IndexDamaged */
export async function matchFilter(snapshot: Snapshot, filter: ColumnFilter): Promise<Uint8Array> {
  const found = new Uint8Array(snapshot.documents);
  await Promise.all(
    snapshot.parts.map(async ({ segment, base }) => {
      const fits = await testOf(segment, filter);
      for (let document = 0; document < segment.documents; document += 1) {
        if (fits(document)) found[base + document] = 1;
      }
    }),
  );
  return found;
}

async function testOf(
  segment: Segment,
  filter: ColumnFilter,
): Promise<(document: number) => boolean> {
  switch (filter.kind) {
    case 'tag':
      return tagTest(segment, filter.tag);
    case 'org':
      return organizationTest(segment, filter.name);
    case 'year': {
      const { from = 0, to = Infinity } = filter;
      const publishedOn = await segment.column('publishedOn');
      return (document) => {
        const year = yearOf(publishedOn[document] ?? 0);
        return year > 0 && year >= from && year <= to;
      };
    }
    case 'saved': {
      const { from = -Infinity, before = Infinity } = filter;
      const savedAt = await segment.column('savedAt');
      return (document) => {
        const time = savedAt[document] ?? 0;
        return time >= from && time < before;
      };
    }
    case 'status': {
      const status = await segment.column('status');
      const wanted = STATUSES.indexOf(filter.status);
      return (document) => status[document] === wanted;
    }
    case 'has': {
      const flags = await segment.column('flags');
      const flag = FLAGS[filter.what];
      return (document) => ((flags[document] ?? 0) & flag) !== 0;
    }
    case 'upvotes': {
      const { from = 0, to = Infinity } = filter;
      const upvotes = await segment.column('upvotes');
      return (document) => {
        const count = upvotes[document] ?? -1;
        return count >= 0 && count >= from && count <= to;
      };
    }
  }
}

/** Of a `publishedOn` value; 0: unknown. */
export function yearOf(publishedOn: number): number {
  return Math.floor(publishedOn / 10_000);
}

async function tagTest(segment: Segment, tag: string): Promise<(document: number) => boolean> {
  const [{ starts, tags }, names] = await Promise.all([
    segment.column('tags'),
    segment.column('tagNames'),
  ]);
  const key = tagKey(tag);
  const fits = names.map((name) => tagKey(name) === key || tagKey(name).startsWith(`${key}/`));
  return (document) => {
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at += 1) if (fits[tags[at] ?? 0]) return true;
    return false;
  };
}

async function organizationTest(
  segment: Segment,
  asked: string,
): Promise<(document: number) => boolean> {
  const [organizations, names] = await Promise.all([
    segment.column('organizations'),
    segment.column('organizationNames'),
  ]);
  const beginning = fold(asked);
  const fits = names.map(
    ({ name, slug }) => fold(name).startsWith(beginning) || fold(slug).startsWith(beginning),
  );
  return (document) => fits[(organizations[document] ?? 0) - 1] ?? false;
}

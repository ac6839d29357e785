import { daysBetween } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';
import type { Entry, Status } from '@/lib/papers/entry';
import { tagKey } from '@/lib/papers/tags/tag';

/** Papers by local day, without empty days. */
export type CountsByDay = ReadonlyMap<Day, number>;

/** Counts by day, which suffice for any period. */
export interface ReadingStats {
  /** Last counted day. */
  today: Day;
  totals: Readonly<Record<Status, number>>;
  saved: CountsByDay;
  /** Read papers, by the day of that mark. */
  read: CountsByDay;
  /** Papers to read, by day of saving. */
  toRead: CountsByDay;
  tags: readonly TagCounts[];
}

/** Papers with a tag or a descendant, by day of saving. */
export interface TagCounts {
  /** Its top level: `a` of `a/b`. */
  name: string;
  saved: CountsByDay;
}

/** Counts entries one by one, to limit memory. */
export class ReadingCounter {
  readonly #now: number;
  readonly #totals: Record<Status, number> = { 'to-read': 0, reading: 0, read: 0 };
  readonly #saved = new Map<Day, number>();
  readonly #read = new Map<Day, number>();
  readonly #toRead = new Map<Day, number>();
  readonly #tags = new Map<string, { name: string; saved: Map<Day, number> }>();

  /** @param now ms since epoch; later times (a wrong clock) count as now */
  constructor(now: number) {
    this.#now = now;
  }

  /** @param entry must not be removed */
  add(entry: Entry): void {
    const savedOn = this.#dayOf(entry.savedAt);
    this.#totals[entry.status] += 1;
    count(this.#saved, savedOn);
    if (entry.status === 'to-read') count(this.#toRead, savedOn);
    // Imported entries may lack this time; `updatedAt` moves with each edit of the note.
    if (entry.status === 'read')
      count(this.#read, this.#dayOf(entry.editedAt.status ?? entry.savedAt));
    for (const [key, name] of topLevels(entry.tags)) {
      const tag = this.#tags.get(key) ?? { name, saved: new Map<Day, number>() };
      this.#tags.set(key, tag);
      count(tag.saved, savedOn);
    }
  }

  /** No copy: a later `add` changes it. */
  stats(): ReadingStats {
    return {
      today: localDayOf(this.#now),
      totals: this.#totals,
      saved: this.#saved,
      read: this.#read,
      toRead: this.#toRead,
      tags: [...this.#tags.values()],
    };
  }

  #dayOf(time: number): Day {
    return localDayOf(Math.min(Math.max(time, 0), this.#now));
  }
}

/** Median wait of papers to read, in days; undefined without any. */
export function medianWait({ toRead, totals, today }: ReadingStats): number | undefined {
  let left = totals['to-read'] / 2;
  for (const [day, papers] of [...toRead].sort(([a], [b]) => (a < b ? -1 : 1))) {
    left -= papers;
    if (left <= 0) return daysBetween(day, today);
  }
  return undefined;
}

function count(counts: Map<Day, number>, day: Day): void {
  counts.set(day, (counts.get(day) ?? 0) + 1);
}

/** Distinct top levels, by `tagKey`. */
function topLevels(tags: readonly string[]): Map<string, string> {
  const names = tags.map((tag) => tag.split('/', 1)[0] ?? tag);
  return new Map(names.map((name) => [tagKey(name), name]));
}

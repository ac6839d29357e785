import { daysBetween } from '@/lib/shared/calendar';
import { dayOf, type Day } from '@/lib/shared/day';
import type { Entry, Status } from '@/lib/papers/entry';
import { tagKey } from '@/lib/papers/tags/tag';

/** How many papers on each day, in UTC; days without any are left out. */
export type CountsByDay = ReadonlyMap<Day, number>;

/** The library in numbers, by day: any period is told from them without reading it again. */
export interface ReadingStats {
  /** The day up to which it was counted. */
  today: Day;
  totals: Readonly<Record<Status, number>>;
  saved: CountsByDay;
  /** The papers that are read, on the day that they were marked so. */
  read: CountsByDay;
  /** The papers that are to be read, on the day that they were saved. */
  toRead: CountsByDay;
  tags: readonly TagCounts[];
}

/** The papers with a tag or one below it, on the day that they were saved. */
export interface TagCounts {
  /** The top level of the tag: `a` of `a/b`. */
  name: string;
  saved: CountsByDay;
}

/** Counts entries one by one, so that a big library need not be held at once. */
export class ReadingCounter {
  readonly #now: number;
  readonly #totals: Record<Status, number> = { 'to-read': 0, reading: 0, read: 0 };
  readonly #saved = new Map<Day, number>();
  readonly #read = new Map<Day, number>();
  readonly #toRead = new Map<Day, number>();
  readonly #tags = new Map<string, { name: string; saved: Map<Day, number> }>();

  /** @param now ms since epoch; a later time, of a clock that was ahead, counts as now */
  constructor(now: number) {
    this.#now = now;
  }

  /** Counts an entry of the library; one that was removed must not be given. */
  add(entry: Entry): void {
    const savedOn = this.#dayOf(entry.savedAt);
    this.#totals[entry.status] += 1;
    count(this.#saved, savedOn);
    if (entry.status === 'to-read') count(this.#toRead, savedOn);
    // An entry that came in as read has no time of its own for that. `updatedAt` would move it to
    // another week with each word of its note.
    if (entry.status === 'read')
      count(this.#read, this.#dayOf(entry.editedAt.status ?? entry.savedAt));
    for (const [key, name] of topLevels(entry.tags)) {
      const tag = this.#tags.get(key) ?? { name, saved: new Map<Day, number>() };
      this.#tags.set(key, tag);
      count(tag.saved, savedOn);
    }
  }

  stats(): ReadingStats {
    return {
      today: dayOf(this.#now),
      totals: this.#totals,
      saved: this.#saved,
      read: this.#read,
      toRead: this.#toRead,
      tags: [...this.#tags.values()],
    };
  }

  #dayOf(time: number): Day {
    return dayOf(Math.min(Math.max(time, 0), this.#now));
  }
}

/** For how many days half of the papers to read have waited, or longer; undefined without any. */
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

/** The top levels of these tags, each once, by what makes them the same: their folded case. */
function topLevels(tags: readonly string[]): Map<string, string> {
  const names = tags.map((tag) => tag.split('/', 1)[0] ?? tag);
  return new Map(names.map((name) => [tagKey(name), name]));
}

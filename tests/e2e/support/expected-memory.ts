import type { ApiRecord } from '../../unit/sites/markup';

interface Counts {
  upvotes: number;
  comments: number;
  /** Undefined without code. */
  stars: number | undefined;
}

interface Reading extends Counts {
  id: string;
  /** ms since epoch. */
  at: number;
}

/** What the reader is to be told of a card. */
export interface ExpectedMarks {
  id: string;
  isNew: boolean;
  rise: { by: number; since: number } | undefined;
}

/**
 * What Papershelf should know of a reader and of the papers, worked out from what was shown and done
 * by the rules as they are stated. Ids are the site's; times ms since epoch.
 */
export class ExpectedMemory {
  /** Seen, saved or dismissed. */
  readonly #dealtWith = new Set<string>();
  readonly saved = new Set<string>();
  readonly read = new Set<string>();
  readonly #papers = new Map<string, { day: string; title: string; upvotes: number }>();
  /** The last of each listing, day and sitting. */
  readonly #readings = new Map<string, Reading>();
  /** What was dealt with when each listing was first opened in this sitting. */
  #dealtWithAt = new Map<string, Set<string>>();
  #now = 0;
  #sittings = 0;
  /** When the reader was last here in the sitting before; undefined for never. */
  lastVisit: number | undefined;
  #lastHere: number | undefined;

  /** The reader comes at `now`; `goesOn`: so soon that the last sitting goes on. */
  sitDown(now: number, repeatable: boolean): void {
    this.#now = now;
    if (repeatable) return;
    this.#sittings += 1;
    this.#dealtWithAt = new Map();
    this.lastVisit = this.#lastHere;
  }

  /** The daily list was fetched. */
  fetched(day: string, records: readonly ApiRecord[]): void {
    this.#take(`hf/daily/${day}`, records, this.#now);
  }

  /** A listing was opened, and read at `at`. */
  opened(listing: string, records: readonly ApiRecord[], at: number): ExpectedMarks[] {
    const marks = records.map(({ paper: { id, upvotes } }) => ({
      id,
      isNew: !(this.#dealtWithAt.get(listing) ?? this.#dealtWith).has(id),
      rise: this.#riseOf(id, upvotes),
    }));
    if (!this.#dealtWithAt.has(listing)) this.#dealtWithAt.set(listing, new Set(this.#dealtWith));
    this.#take(listing, records, at);
    this.#lastHere = at;
    return marks;
  }

  saw(ids: readonly string[]): void {
    for (const id of ids) this.#dealtWith.add(id);
  }

  save(id: string): void {
    this.saved.add(id);
    this.#dealtWith.add(id);
  }

  dismiss(id: string): void {
    this.#dealtWith.add(id);
  }

  /** The titles of papers listed on `since` or later and not dealt with, by day, the newest first. */
  missed(since = dayOf(this.lastVisit ?? this.#now)): [day: string, titles: string[]][] {
    const missed = [...this.#papers].filter(
      ([id, { day }]) => day >= since && !this.#dealtWith.has(id),
    );
    const days = [...new Set(missed.map(([, { day }]) => day))].sort().reverse();
    return days.map((day) => [
      day,
      missed
        .filter(([, paper]) => paper.day === day)
        .sort(([a, one], [b, other]) => other.upvotes - one.upvotes || (a < b ? -1 : 1))
        .map(([, { title }]) => title),
    ]);
  }

  /** What was shown of a paper, the oldest first. */
  history(of: string): Reading[] {
    return [...this.#readings.values()].filter(({ id }) => id === of).sort((a, b) => a.at - b.at);
  }

  #take(listing: string, records: readonly ApiRecord[], at: number): void {
    for (const { paper, numComments: comments } of records) {
      const { id, title, upvotes, githubStars: stars, submittedOnDailyAt = '' } = paper;
      this.#papers.set(id, { day: submittedOnDailyAt.slice(0, 10), title, upvotes });
      const key = [id, listing, dayOf(at), this.#sittings].join(' ');
      this.#readings.set(key, { id, at, upvotes, comments, stars });
    }
  }

  /** From the last reading at the last visit or before; five and a tenth are worth saying. */
  #riseOf(id: string, upvotes: number): ExpectedMarks['rise'] {
    const { lastVisit = 0 } = this;
    const from = this.history(id).findLast(({ at }) => at <= lastVisit);
    if (from === undefined) return undefined;
    const by = upvotes - from.upvotes;
    return by >= 5 && by >= from.upvotes / 10 ? { by, since: from.at } : undefined;
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

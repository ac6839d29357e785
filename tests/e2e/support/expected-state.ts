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

/** The expected marks of a card. */
export interface ExpectedMarks {
  id: string;
  isNew: boolean;
  rise: { by: number; since: number } | undefined;
}

/**
 * A reference model of the library, computed from what was shown and done. Ids are the site's;
 * times are ms since epoch.
 */
export class ExpectedState {
  /** Seen, saved or dismissed. */
  readonly #handled = new Set<string>();
  readonly saved = new Set<string>();
  readonly read = new Set<string>();
  readonly #papers = new Map<string, { day: string; title: string; upvotes: number }>();
  /** The last reading of each listing, day and sitting. */
  readonly #readings = new Map<string, Reading>();
  /** Papers handled when each listing was first opened in this sitting. */
  #handledAt = new Map<string, Set<string>>();
  #now = 0;
  #sittings = 0;
  /** The last visit of the previous sitting; undefined for none. */
  lastVisit: number | undefined;
  #lastHere: number | undefined;

  /** Starts a sitting at `now`, unless the last one continues. */
  startSitting(now: number, continues: boolean): void {
    this.#now = now;
    if (continues) return;
    this.#sittings += 1;
    this.#handledAt = new Map();
    this.lastVisit = this.#lastHere;
  }

  fetched(day: string, records: readonly ApiRecord[]): void {
    this.#record(`hf/daily/${day}`, records, this.#now);
  }

  opened(listing: string, records: readonly ApiRecord[], at: number): ExpectedMarks[] {
    const marks = records.map(({ paper: { id, upvotes } }) => ({
      id,
      isNew: !(this.#handledAt.get(listing) ?? this.#handled).has(id),
      rise: this.#riseOf(id, upvotes),
    }));
    if (!this.#handledAt.has(listing)) this.#handledAt.set(listing, new Set(this.#handled));
    this.#record(listing, records, at);
    this.#lastHere = at;
    return marks;
  }

  saw(ids: readonly string[]): void {
    for (const id of ids) this.#handled.add(id);
  }

  save(id: string): void {
    this.saved.add(id);
    this.#handled.add(id);
  }

  dismiss(id: string): void {
    this.#handled.add(id);
  }

  /** The titles of unhandled papers listed since `since`, by day, the newest first. */
  missed(since = dayOf(this.lastVisit ?? this.#now)): [day: string, titles: string[]][] {
    const missed = [...this.#papers].filter(
      ([id, { day }]) => day >= since && !this.#handled.has(id),
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

  /** The readings of a paper, the oldest first. */
  history(of: string): Reading[] {
    return [...this.#readings.values()].filter(({ id }) => id === of).sort((a, b) => a.at - b.at);
  }

  #record(listing: string, records: readonly ApiRecord[], at: number): void {
    for (const { paper, numComments: comments } of records) {
      const { id, title, upvotes, githubStars: stars, submittedOnDailyAt = '' } = paper;
      this.#papers.set(id, { day: submittedOnDailyAt.slice(0, 10), title, upvotes });
      const key = [id, listing, dayOf(at), this.#sittings].join(' ');
      this.#readings.set(key, { id, at, upvotes, comments, stars });
    }
  }

  /** The rise since the last visit, if at least five and a tenth. */
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

import type { PaperId } from '@/lib/papers/paper-id';

/** The papers that the reader picked on a listing, to do one thing with all of them. */
export class Selection {
  #ids: Set<PaperId> | undefined;
  /** Where a range begins. */
  #last: PaperId | undefined;

  /** @param onChange called after each change */
  constructor(private readonly onChange: () => void) {}

  /** How many are picked; undefined while nothing is being picked. */
  get count(): number | undefined {
    return this.#ids?.size;
  }

  /** Whether the paper is picked; undefined while nothing is being picked. */
  has(id: PaperId): boolean | undefined {
    return this.#ids?.has(id);
  }

  start(): void {
    this.#ids ??= new Set();
    this.onChange();
  }

  stop(): void {
    if (this.#ids === undefined) return;
    this.#ids = undefined;
    this.#last = undefined;
    this.onChange();
  }

  /** Picks just these. */
  set(ids: Iterable<PaperId>): void {
    this.#ids = new Set(ids);
    if (this.#last !== undefined && !this.#ids.has(this.#last)) this.#last = undefined;
    this.onChange();
  }

  /** Picks one or lets it go; the next range begins there. */
  toggle(id: PaperId): void {
    const ids = (this.#ids ??= new Set());
    if (!ids.delete(id)) ids.add(id);
    this.#last = id;
    this.onChange();
  }

  /** Makes all from the last one toggled to this one, in `order`, as that one is. */
  extendTo(id: PaperId, order: readonly PaperId[]): void {
    const [from, to] = [order.indexOf(this.#last ?? id), order.indexOf(id)];
    if (this.#ids === undefined || from < 0 || from === to) return this.toggle(id);
    const isPicked = this.#ids.has(order[from] ?? id);
    for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (isPicked) this.#ids.add(between);
      else this.#ids.delete(between);
    }
    this.#last = id;
    this.onChange();
  }

  /** Lets go what is not among `ids`: the page shows it no more. */
  keep(ids: readonly PaperId[]): void {
    if (this.#ids === undefined) return;
    const kept = ids.filter((id) => this.#ids?.has(id));
    if (kept.length < this.#ids.size) this.set(kept);
  }
}

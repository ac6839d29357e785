import type { PaperId } from '@/lib/papers/paper-id';

/** The papers selected on a listing for a bulk action. */
export class Selection {
  #ids: Set<PaperId> | undefined;
  /** Start of the next range. */
  #last: PaperId | undefined;

  /** @param onChange called after each change */
  constructor(private readonly onChange: () => void) {}

  /** Undefined outside selection mode. */
  get count(): number | undefined {
    return this.#ids?.size;
  }

  /** Undefined outside selection mode. */
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

  set(ids: Iterable<PaperId>): void {
    this.#ids = new Set(ids);
    if (this.#last !== undefined && !this.#ids.has(this.#last)) this.#last = undefined;
    this.onChange();
  }

  /** The next range starts here. */
  toggle(id: PaperId): void {
    const ids = (this.#ids ??= new Set());
    if (!ids.delete(id)) ids.add(id);
    this.#last = id;
    this.onChange();
  }

  /** Sets the range from the last toggled paper, in `order`, to that paper's state. */
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

  /** Deselects papers that are no longer shown. */
  keep(ids: readonly PaperId[]): void {
    if (this.#ids === undefined) return;
    const kept = ids.filter((id) => this.#ids?.has(id));
    if (kept.length < this.#ids.size) this.set(kept);
  }
}

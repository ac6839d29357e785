import type { PaperId } from '@/lib/papers/paper-id';

/** The papers selected on a listing for a bulk action. */
export class Selection {
  /** Start of the next range. */
  #last: PaperId | undefined;
  /** As this selection left it: papers may be deselected elsewhere. */
  #written: ReadonlySet<PaperId> | undefined;

  constructor(private readonly state: { selected: ReadonlySet<PaperId> | undefined }) {}

  /** Undefined outside selection mode. */
  get count(): number | undefined {
    return this.state.selected?.size;
  }

  /** Undefined outside selection mode. */
  has(id: PaperId): boolean | undefined {
    return this.state.selected?.has(id);
  }

  start(): void {
    this.#write(new Set(this.state.selected));
  }

  stop(): void {
    this.#write(undefined);
  }

  set(ids: Iterable<PaperId>): void {
    this.state.selected = new Set(ids);
  }

  /** The next range starts here. */
  toggle(id: PaperId): void {
    const ids = new Set(this.state.selected);
    if (!ids.delete(id)) ids.add(id);
    this.#last = id;
    this.#write(ids);
  }

  /** Sets the range from the last toggled paper, in `order`, to that paper's state. */
  extendTo(id: PaperId, order: readonly PaperId[]): void {
    const { selected } = this.state;
    const start = selected === this.#written || selected?.has(this.#last ?? id) ? this.#last : id;
    const [from, to] = [order.indexOf(start ?? id), order.indexOf(id)];
    if (selected === undefined || from < 0 || from === to) return this.toggle(id);
    const ids = new Set(selected);
    const isSelected = ids.has(order[from] ?? id);
    for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (isSelected) ids.add(between);
      else ids.delete(between);
    }
    this.#last = id;
    this.#write(ids);
  }

  #write(ids: ReadonlySet<PaperId> | undefined): void {
    this.#written = ids;
    this.state.selected = ids;
  }
}

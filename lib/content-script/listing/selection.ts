import type { PaperId } from '@/lib/papers/paper-id';
import type { ListingState } from './listing-state';

/** The papers selected for a bulk action. */
export class Selection {
  constructor(private readonly state: Pick<ListingState, 'selected' | 'rangeStart'>) {}

  /** Undefined outside selection mode. */
  has(id: PaperId): boolean | undefined {
    return this.state.selected?.has(id);
  }

  /** Leaves selection mode. */
  stop(): void {
    this.state.selected = undefined;
  }

  /** Replaces the selection; starts selection mode. */
  set(ids: Iterable<PaperId>): void {
    this.state.selected = new Set(ids);
  }

  /** The next range starts here. */
  toggle(id: PaperId): void {
    const ids = new Set(this.state.selected);
    if (!ids.delete(id)) ids.add(id);
    this.#change(ids, id);
  }

  /** Sets the range from the last toggled paper, in `order`, to that paper's state. */
  extendTo(id: PaperId, order: readonly PaperId[]): void {
    const { selected, rangeStart = id } = this.state;
    const [from, to] = [order.indexOf(rangeStart), order.indexOf(id)];
    if (selected === undefined || from < 0 || from === to) return this.toggle(id);
    const ids = new Set(selected);
    const isSelected = ids.has(rangeStart);
    for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (isSelected) ids.add(between);
      else ids.delete(between);
    }
    this.#change(ids, id);
  }

  #change(ids: ReadonlySet<PaperId>, rangeStart: PaperId): void {
    this.state.selected = ids;
    // After the selection, which may clear it.
    this.state.rangeStart = rangeStart;
  }
}

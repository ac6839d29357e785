import type { SendMessage } from '@/lib/messaging/client';
import { asFailure } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { ShownPapers } from '../shown-papers';
import type { Notice, PageChange } from './listing-state';

/** Actions that can fail or be undone. */
export class ListingChanges {
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly papers: ShownPapers,
    private readonly state: { notice: Notice | undefined },
  ) {}

  /** False when there is nothing to undo. */
  undo(): boolean {
    const { notice } = this.state;
    if (notice === undefined || !('undo' in notice) || !notice.undo) return false;
    notice.undo();
    return true;
  }

  dismissNotice(): void {
    this.state.notice = undefined;
  }

  /** @param started the dismissal, if under way */
  dismiss(id: PaperId, dismissed: boolean, started?: Promise<void>): void {
    let underWay = started;
    this.#attempt(async () => {
      const dismissal = underWay ?? this.papers.dismiss(id, dismissed);
      underWay = undefined;
      await dismissal;
      if (!dismissed) return undefined;
      const undo = () => this.dismiss(id, false);
      return { kind: 'changed', change: { kind: 'dismiss' }, count: 1, undo };
    });
  }

  /** Stores a change; shows the result or failure as a notice. */
  change(papers: readonly Paper[], change: PageChange): void {
    // Constant across retries, to identify them.
    const payload = { papers: [...papers], change, at: Date.now() };
    this.#attempt(async () => {
      const { states, count, undo } = await this.sendMessage('listing.change', payload);
      this.papers.take(states);
      return {
        kind: 'changed',
        change,
        count,
        undo: undo ? () => this.#attempt(() => this.#undoChange(undo)) : undefined,
      };
    });
  }

  async #undoChange(undo: Parameters<typeof this.sendMessage<'listing.undo-change'>>[1]['undo']) {
    this.papers.take(await this.sendMessage('listing.undo-change', { undo }));
    return undefined;
  }

  /** Shows the result, or the failure with a retry. */
  #attempt(work: () => Promise<Notice | undefined>): void {
    this.state.notice = undefined;
    work().then(
      (notice) => void (this.state.notice = notice),
      (error: unknown) => {
        const retry = () => this.#attempt(work);
        this.state.notice = { kind: 'failed', failure: asFailure(error), retry };
      },
    );
  }
}

import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import type { SendMessage } from '@/lib/messaging/client';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { downloadFile } from '../dom/download-file';
import type { ShownPapers } from '../shown-papers';

/** The result message of the last action, at the bottom of the window. */
export type Notice =
  | { kind: 'changed'; change: BulkCardChange; count: number; undo: (() => void) | undefined }
  | { kind: 'exported'; count: number; format: string }
  | { kind: 'failed'; failure: Failure; retry: () => void };

/** Actions on a listing that can fail or be undone. */
export class ListingChanges {
  #notice: Notice | undefined;

  /** @param onNotice called when the notice changes */
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly papers: ShownPapers,
    private readonly onNotice: () => void,
  ) {}

  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** False when there is nothing to undo. */
  undo(): boolean {
    if (this.#notice?.kind !== 'changed' || !this.#notice.undo) return false;
    this.#notice.undo();
    return true;
  }

  dismissNotice(): void {
    this.#setNotice(undefined);
  }

  dismiss(id: PaperId, dismissed: boolean): void {
    this.#attempt(async () => {
      await this.papers.dismiss(id, dismissed);
      if (!dismissed) return undefined;
      const undo = () => this.dismiss(id, false);
      return { kind: 'changed', change: { kind: 'dismiss' }, count: 1, undo };
    });
  }

  change(papers: readonly Paper[], change: BulkCardChange): void {
    // The same for every retry, so that the background can deduplicate.
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

  /** @param format the id of the format */
  exportAs(paperIds: readonly PaperId[], format: string): void {
    this.#attempt(async () => {
      const payload = { paperIds: [...paperIds], format };
      downloadFile(await this.sendMessage('papers.export', payload));
      return { kind: 'exported', count: paperIds.length, format };
    });
  }

  async #undoChange(undo: Parameters<typeof this.sendMessage<'listing.undo-change'>>[1]['undo']) {
    this.papers.take(await this.sendMessage('listing.undo-change', { undo }));
    return undefined;
  }

  /** Shows the result, or the failure with a retry. */
  #attempt(work: () => Promise<Notice | undefined>): void {
    this.#setNotice(undefined);
    work().then(
      (notice) => this.#setNotice(notice),
      (error: unknown) => {
        const retry = () => this.#attempt(work);
        this.#setNotice({ kind: 'failed', failure: asFailure(error), retry });
      },
    );
  }

  #setNotice(notice: Notice | undefined): void {
    this.#notice = notice;
    this.onNotice();
  }
}

import type { BulkCardChange } from '@/lib/library/entries/bulk-card-changes';
import type { SendMessage } from '@/lib/messaging/client';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { downloadFile } from '../dom/download-file';
import type { ShownPapers } from '../shown-papers';

/** What the reader is told of what was done, at the foot of the window. */
export type Notice =
  | { kind: 'changed'; change: BulkCardChange; count: number; undo: (() => void) | undefined }
  | { kind: 'exported'; count: number; format: string }
  | { kind: 'failed'; failure: Failure; retry: () => void };

/** What the reader does on a listing that can be taken back, or fail, and is told at its foot. */
export class ListingChanges {
  #notice: Notice | undefined;

  /** @param onNotice called when there is another notice, or none any more */
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly papers: ShownPapers,
    private readonly onNotice: () => void,
  ) {}

  /** Of what was done last. */
  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** Undoes what the notice tells of; whether there was something to undo. */
  undo(): boolean {
    if (this.#notice?.kind !== 'changed' || !this.#notice.undo) return false;
    this.#notice.undo();
    return true;
  }

  /** Takes the notice away. */
  dismissNotice(): void {
    this.#setNotice(undefined);
  }

  /** Dismisses one paper, or takes that back. */
  dismiss(id: PaperId, dismissed: boolean): void {
    this.#attempt(async () => {
      await this.papers.dismiss(id, dismissed);
      if (!dismissed) return undefined;
      const undo = () => this.dismiss(id, false);
      return { kind: 'changed', change: { kind: 'dismiss' }, count: 1, undo };
    });
  }

  /** Does one thing to many papers. */
  change(papers: readonly Paper[], change: BulkCardChange): void {
    // The same when it is tried again: by it the background knows what it did already.
    const payload = { papers: [...papers], change, at: Date.now() };
    this.#attempt(async () => {
      const { states, count, undo } = await this.sendMessage('listing.change', payload);
      this.papers.take(states);
      return {
        kind: 'changed',
        change,
        count,
        undo: undo ? () => this.#attempt(() => this.#takeBack(undo)) : undefined,
      };
    });
  }

  /**
   * Downloads many papers, saved or not.
   * @param format the id of the format
   */
  exportAs(paperIds: readonly PaperId[], format: string): void {
    this.#attempt(async () => {
      const payload = { paperIds: [...paperIds], format };
      downloadFile(await this.sendMessage('papers.export', payload));
      return { kind: 'exported', count: paperIds.length, format };
    });
  }

  async #takeBack(undo: Parameters<typeof this.sendMessage<'listing.undo-change'>>[1]['undo']) {
    this.papers.take(await this.sendMessage('listing.undo-change', { undo }));
    return undefined;
  }

  /** Does it and tells what came of it, or why not, with a way to try again. */
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

import { isSaved } from '@/lib/papers/entry';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { PaperState } from '@/lib/library/paper-state';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SendMessage } from '@/lib/messaging/client';

export interface ShownPaper {
  /** The same object until something changes. */
  state: PaperState;
  /** Optimistic: before confirmation. */
  saved: boolean;
  /** Optimistic. */
  dismissed: boolean;
  /** Of the last save, until a retry. */
  failure: Failure | undefined;
}

/**
 * Caches states of papers on screen, with unconfirmed clicks. The background is the source of
 * truth.
 */
export class ShownPapers {
  readonly #states = new Map<PaperId, PaperState>();
  readonly #known = new Set<PaperId>();
  readonly #saving = new Set<PaperId>();
  readonly #dismissing = new Map<PaperId, boolean>();
  readonly #failures = new Map<PaperId, Failure>();

  /** @param onChange called with each paper to redraw */
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly onChange: (id: PaperId) => void,
  ) {}

  /** Unknown papers count as unsaved. */
  get(id: PaperId): ShownPaper {
    const state = this.#stateOf(id);
    return {
      state,
      saved: this.#saving.has(id) || isSaved(state.entry),
      dismissed: this.#dismissing.get(id) ?? state.dismissedAt > 0,
      failure: this.#failures.get(id),
    };
  }

  /** Those never fetched. */
  unknown(ids: readonly PaperId[]): PaperId[] {
    return ids.filter((id) => !this.#known.has(id));
  }

  /** Fetches states from the background. @throws Failure */
  async refresh(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    this.take(await this.sendMessage('library.states', { paperIds: [...ids] }));
  }

  /** Applies states from the background; redraws changed papers. */
  take(states: readonly PaperState[]): void {
    for (const state of states) {
      const id = state.paperId;
      const before = this.#stateOf(id);
      this.#known.add(id);
      // No retry is needed.
      if (isSaved(state.entry)) this.#failures.delete(id);
      // Most papers were never saved, and look so already.
      const stayed = state.dismissedAt === before.dismissedAt && !state.wantsAuthors;
      if (stayed && state.entry === null && before.entry === null) continue;
      this.#states.set(id, state);
      this.onChange(id);
    }
  }

  /** Optimistic, until answered. */
  async save(paper: Paper): Promise<void> {
    this.#saving.add(paper.id);
    this.#failures.delete(paper.id);
    this.onChange(paper.id);
    try {
      const at = Date.now();
      this.take([await this.sendMessage('library.save', { paper, at })]);
    } catch (error) {
      this.#failures.set(paper.id, asFailure(error));
    } finally {
      this.#saving.delete(paper.id);
      this.onChange(paper.id);
    }
  }

  /**
   * Optimistic, like `save`.
   * @throws Failure when it could not be stored
   */
  async dismiss(paperId: PaperId, dismissed: boolean): Promise<void> {
    this.#dismissing.set(paperId, dismissed);
    this.onChange(paperId);
    try {
      this.take([await this.sendMessage('papers.dismiss', { paperId, dismissed })]);
    } finally {
      // A newer click wins.
      if (this.#dismissing.get(paperId) === dismissed) this.#dismissing.delete(paperId);
      this.onChange(paperId);
    }
  }

  #stateOf(paperId: PaperId): PaperState {
    let state = this.#states.get(paperId);
    if (state === undefined) {
      state = { paperId, entry: null, dismissedAt: 0, wantsAuthors: false };
      this.#states.set(paperId, state);
    }
    return state;
  }
}

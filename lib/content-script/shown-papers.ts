import { isSaved } from '@/lib/papers/entry';
import { asFailure, type Failure } from '@/lib/shared/failure';
import type { PaperState } from '@/lib/library/paper-state';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SendMessage } from '@/lib/messaging/client';

/** How a paper stands on the page. */
export interface ShownPaper {
  /** The same object as long as nothing changes. */
  state: PaperState;
  /** Saved, or about to be: shown at once, before the background confirms it. */
  saved: boolean;
  /** Dismissed, or about to be. */
  dismissed: boolean;
  /** Why the last save failed, until it is tried again. */
  failure: Failure | undefined;
}

/**
 * What the page knows of the library, a paper at a time. The background holds the truth; this is
 * its copy for the papers on screen, and what was clicked but not yet confirmed.
 */
export class ShownPapers {
  readonly #states = new Map<PaperId, PaperState>();
  readonly #known = new Set<PaperId>();
  readonly #saving = new Set<PaperId>();
  readonly #dismissing = new Map<PaperId, boolean>();
  readonly #failures = new Map<PaperId, Failure>();

  /** @param onChange called with each paper that has to be drawn again */
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly onChange: (id: PaperId) => void,
  ) {}

  get(id: PaperId): ShownPaper {
    const state = this.#stateOf(id);
    return {
      state,
      saved: this.#saving.has(id) || isSaved(state.entry),
      dismissed: this.#dismissing.get(id) ?? state.dismissedAt > 0,
      failure: this.#failures.get(id),
    };
  }

  /** Of `ids`, those whose state the background was never asked for. */
  unknown(ids: readonly PaperId[]): PaperId[] {
    return ids.filter((id) => !this.#known.has(id));
  }

  /** Asks for the states of `ids` and takes them. */
  async refresh(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    this.take(await this.sendMessage('library.states', { paperIds: [...ids] }));
  }

  /** Takes states that the background told. */
  take(states: readonly PaperState[]): void {
    for (const state of states) {
      const id = state.paperId;
      const before = this.#stateOf(id);
      this.#known.add(id);
      // Whoever saved it: it is saved, and nothing is left to try again.
      if (isSaved(state.entry)) this.#failures.delete(id);
      // Most papers on a page were never saved, and are drawn so already.
      const stayed = state.dismissedAt === before.dismissedAt && !state.wantsAuthors;
      if (stayed && state.entry === null && before.entry === null) continue;
      this.#states.set(id, state);
      this.onChange(id);
    }
  }

  /** Saves a paper: shown at once, confirmed or taken back when the background has answered. */
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
   * Dismisses a paper, or takes that back: shown at once, as with `save`.
   * @throws Failure when it could not be kept
   */
  async dismiss(paperId: PaperId, dismissed: boolean): Promise<void> {
    this.#dismissing.set(paperId, dismissed);
    this.onChange(paperId);
    try {
      this.take([await this.sendMessage('papers.dismiss', { paperId, dismissed })]);
    } finally {
      // Pressed again meanwhile, that one counts.
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

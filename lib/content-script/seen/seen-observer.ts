import type { PaperId } from '@/lib/papers/paper-id';
import { listen } from '@/lib/shared/trusted-events';

/** Time on screen to be seen, ms. */
const GLANCE = 1000;
/** Visible share of the card, or of a smaller viewport. */
const PART = 0.5;
/** Fine-grained: half of a tall card may never be visible. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Reports cards seen: at least half on screen for a second, in a visible page. Each once; hidden
 * ones never.
 */
export class SeenObserver {
  readonly #cards = new Map<Element, PaperId>();
  readonly #inView = new Map<Element, ReturnType<typeof setTimeout> | undefined>();
  readonly #observer: IntersectionObserver;

  constructor(
    private readonly document: Document,
    private readonly onSeen: (id: PaperId) => void,
    signal: AbortSignal,
  ) {
    this.#observer = new IntersectionObserver((entries) => entries.forEach((e) => this.#look(e)), {
      threshold: STEPS,
    });
    listen(
      document,
      'visibilitychange',
      () => {
        for (const card of this.#inView.keys()) this.#start(card);
      },
      { signal },
    );
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      for (const timer of this.#inView.values()) clearTimeout(timer);
    });
  }

  /** Idempotent. Replaces an element's former paper. */
  watch(card: Element, id: PaperId): void {
    if (this.#cards.get(card) === id) return;
    this.unwatch(card);
    this.#cards.set(card, id);
    this.#observer.observe(card);
  }

  unwatch(card: Element): void {
    this.#cards.delete(card);
    this.#observer.unobserve(card);
    this.#leave(card);
  }

  #look({ target, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) {
    const height = rootBounds?.height ?? this.document.documentElement.clientHeight;
    const shows = intersectionRatio >= PART || intersectionRect.height >= height * PART;
    if (!shows || intersectionRect.height === 0) this.#leave(target);
    else if (!this.#inView.has(target)) this.#start(target);
  }

  /** Restarts the timer, unless the page is hidden. */
  #start(card: Element): void {
    clearTimeout(this.#inView.get(card));
    const isLookedAt = this.document.visibilityState === 'visible';
    this.#inView.set(card, isLookedAt ? setTimeout(() => this.#see(card), GLANCE) : undefined);
  }

  #leave(card: Element): void {
    clearTimeout(this.#inView.get(card));
    this.#inView.delete(card);
  }

  #see(card: Element): void {
    const id = this.#cards.get(card);
    const isDrawn = card.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    if (id === undefined || !isDrawn) return;
    this.#observer.unobserve(card);
    this.#leave(card);
    this.onSeen(id);
  }
}

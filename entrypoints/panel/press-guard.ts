/**
 * A press this soon after the frame appeared, moved or was uncovered was meant for the page, ms.
 */
const SETTLES_WITHIN = 300;

/**
 * Ignores presses that a page may have won by a trick: until the frame was on screen, unmoved, for
 * `SETTLES_WITHIN`, and (if reported, as in Chromium) while it is covered, transparent or
 * distorted. Keys go to the focus, which pages cannot give to the frame.
 */
export class PressGuard {
  #isShown = false;
  #isVisible: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly content: HTMLElement) {
    const reportsVisibility = 'isVisible' in IntersectionObserverEntry.prototype;
    this.#isVisible = !reportsVisibility;
    this.#settle();
    if (!reportsVisibility) return;
    // Missing in TypeScript 7.0.
    const options: object = { trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((changes) => {
      const last: { isVisible?: boolean } | undefined = changes.at(-1) as object | undefined;
      this.#isVisible = last?.isVisible === true;
      this.#settle();
    }, options);
    observer.observe(content);
  }

  /** Call when the frame is on screen or moved. */
  shown(): void {
    this.#isShown = true;
    this.#settle();
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.content.style.pointerEvents = 'none';
    if (!this.#isShown || !this.#isVisible) return;
    this.#timer = setTimeout(() => {
      this.content.style.pointerEvents = '';
    }, SETTLES_WITHIN);
  }
}

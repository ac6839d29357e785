// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenObserver } from '@/lib/content-script/seen/seen-observer';
import type { PaperId } from '@/lib/papers/paper-id';
import { idOf } from './listing-for-tests';

let tell: (entries: Partial<IntersectionObserverEntry>[]) => void;
const observed = new Set<Element>();
const onSeen = vi.fn<(id: PaperId) => void>();
let visibility: DocumentVisibilityState;
let ending: AbortController;
let watch: SeenObserver;

beforeEach(() => {
  vi.useFakeTimers();
  observed.clear();
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: unknown[]) => void) {
        tell = callback;
      }
      observe = (card: Element) => void observed.add(card);
      unobserve = (card: Element) => void observed.delete(card);
      disconnect = () => observed.clear();
    },
  );
  ending = new AbortController();
  watch = new SeenObserver(document, onSeen, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function cardOf(number: number, isDrawn = true): Element {
  const card = document.createElement('article');
  card.checkVisibility = () => isDrawn;
  watch.watch(card, idOf(number));
  return card;
}

/** The browser tells how much of a card of this height is in a window 800 px high. */
function show(target: Element, visible: number, height = 400): void {
  tell([
    {
      target,
      intersectionRatio: visible / height,
      intersectionRect: new DOMRect(0, 0, 300, visible),
      rootBounds: new DOMRect(0, 0, 1000, 800),
    },
  ]);
}

test('half of a card for a second is a glance, and counts once', () => {
  const card = cardOf(1);
  show(card, 200);
  vi.advanceTimersByTime(999);
  expect(onSeen).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(onSeen).toHaveBeenCalledExactlyOnceWith(idOf(1));
  expect(observed.has(card)).toBe(false);
});

test('less than half, or for less than a second, does not count', () => {
  const [part, passing] = [cardOf(1), cardOf(2)];
  show(part, 199);
  show(passing, 400);
  vi.advanceTimersByTime(900);
  show(passing, 100);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('more of a card coming in does not begin the second anew', () => {
  const card = cardOf(1);
  show(card, 200);
  vi.advanceTimersByTime(600);
  show(card, 300);
  vi.advanceTimersByTime(400);

  expect(onSeen).toHaveBeenCalledOnce();
});

test('of a card higher than the window, half of the window is enough', () => {
  const card = cardOf(1);
  show(card, 390, 4000);
  vi.advanceTimersByTime(2000);
  expect(onSeen).not.toHaveBeenCalled();
  show(card, 400, 4000);
  vi.advanceTimersByTime(1000);

  expect(onSeen).toHaveBeenCalledOnce();
});

test('a page that is not looked at shows nothing; coming back to it begins the second', () => {
  const card = cardOf(1);
  show(card, 400);
  vi.advanceTimersByTime(500);
  visibility = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(5000);
  expect(onSeen).not.toHaveBeenCalled();
  visibility = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(999);
  expect(onSeen).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(onSeen).toHaveBeenCalledOnce();
});

test('what is hidden or not drawn is not seen', () => {
  const [hidden, notDrawn] = [cardOf(1), cardOf(2, false)];
  show(hidden, 0, 0);
  show(notDrawn, 400);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('a card that shows another paper, or leaves, in that second is not seen', () => {
  const [other, gone] = [cardOf(1), cardOf(2)];
  show(other, 400);
  show(gone, 400);
  vi.advanceTimersByTime(500);
  watch.watch(other, idOf(3));
  watch.unwatch(gone);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('the end of it leaves no timer behind', () => {
  show(cardOf(1), 400);
  ending.abort();
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

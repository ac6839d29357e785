// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenObserver } from '@/lib/content-script/seen/seen-observer';
import type { PaperId } from '@/lib/papers/paper-id';
import { idOf } from './listing-for-tests';

let reportEntries: (entries: Partial<IntersectionObserverEntry>[]) => void;
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
        reportEntries = callback;
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

/** Reports `visible` px of a card in an 800 px high window. */
function show(target: Element, visible: number, height = 400): void {
  reportEntries([
    {
      target,
      intersectionRatio: visible / height,
      intersectionRect: new DOMRect(0, 0, 300, visible),
      rootBounds: new DOMRect(0, 0, 1000, 800),
    },
  ]);
}

test('reports a card once when half of it is visible for a second', () => {
  const card = cardOf(1);
  show(card, 200);
  vi.advanceTimersByTime(999);
  expect(onSeen).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(onSeen).toHaveBeenCalledExactlyOnceWith(idOf(1));
  expect(observed.has(card)).toBe(false);
});

test('ignores less than half, and less than a second', () => {
  const [part, passing] = [cardOf(1), cardOf(2)];
  show(part, 199);
  show(passing, 400);
  vi.advanceTimersByTime(900);
  show(passing, 100);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('does not restart the second when more of the card appears', () => {
  const card = cardOf(1);
  show(card, 200);
  vi.advanceTimersByTime(600);
  show(card, 300);
  vi.advanceTimersByTime(400);

  expect(onSeen).toHaveBeenCalledOnce();
});

test('needs only half of the window for a taller card', () => {
  const card = cardOf(1);
  show(card, 390, 4000);
  vi.advanceTimersByTime(2000);
  expect(onSeen).not.toHaveBeenCalled();
  show(card, 400, 4000);
  vi.advanceTimersByTime(1000);

  expect(onSeen).toHaveBeenCalledOnce();
});

test('ignores a hidden tab and restarts the second when it is visible', () => {
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

test('ignores hidden and unrendered cards', () => {
  const [hidden, notDrawn] = [cardOf(1), cardOf(2, false)];
  show(hidden, 0, 0);
  show(notDrawn, 400);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('ignores a card that changes its paper or is removed during the second', () => {
  const [other, removed] = [cardOf(1), cardOf(2)];
  show(other, 400);
  show(removed, 400);
  vi.advanceTimersByTime(500);
  watch.watch(other, idOf(3));
  watch.unwatch(removed);
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

test('leaves no timer after an abort', () => {
  show(cardOf(1), 400);
  ending.abort();
  vi.advanceTimersByTime(5000);

  expect(onSeen).not.toHaveBeenCalled();
});

// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { preserveScroll } from '@/lib/content-script/dom/preserve-scroll';

const scrollBy = vi.fn();
beforeEach(() => void vi.spyOn(window, 'scrollBy').mockImplementation(scrollBy));

/** Cards 100 px high, one below the other; those hidden take no room. */
function column(firstTop: number, count = 6) {
  const cards = Array.from({ length: count }, () => document.createElement('article'));
  const hidden = new Set<Element>();
  for (const card of cards) {
    card.getBoundingClientRect = () => {
      if (hidden.has(card)) return new DOMRect();
      const before = cards.slice(0, cards.indexOf(card)).filter((other) => !hidden.has(other));
      return new DOMRect(0, firstTop + before.length * 100, 300, 100);
    };
  }
  const hide = (...numbers: number[]) => {
    for (const number of numbers) hidden.add(cards[number] as Element);
  };
  return { cards, hide, show: () => hidden.clear() };
}

const scrolled = () => scrollBy.mock.calls.map(([options]) => options.top);

test('the card at the top stays where it is when others above it go', () => {
  const { cards, hide } = column(-250);
  preserveScroll(cards, () => hide(0, 1));

  expect(scrolled()).toEqual([-200]);
});

test('when it goes itself, the next one that stays keeps its place', () => {
  const { cards, hide } = column(-250);
  preserveScroll(cards, () => hide(1, 2, 3));

  // The fourth stood at 150 and now would at -150.
  expect(scrolled()).toEqual([-300]);
});

test('when cards come back above it, it stays too', () => {
  const { cards, hide, show } = column(-50);
  hide(0, 1);
  preserveScroll(cards, show);

  expect(scrolled()).toEqual([200]);
});

test('with the first card in view, nothing above it can move, and nothing is moved', () => {
  const { cards, hide } = column(120);
  preserveScroll(cards, () => hide(0, 1));

  expect(scrolled()).toEqual([]);
});

test('when all go, there is nothing to keep', () => {
  const { cards, hide } = column(-250, 2);
  preserveScroll(cards, () => hide(0, 1));
  preserveScroll([], () => {});

  expect(scrolled()).toEqual([]);
});

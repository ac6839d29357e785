// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { preserveScroll } from '@/lib/content-script/dom/preserve-scroll';

const scrollBy = vi.fn();
beforeEach(() => void vi.spyOn(window, 'scrollBy').mockImplementation(scrollBy));

/** Cards are 100 px high; hidden ones take no space. */
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

test('keeps the top card in place when cards above it are hidden', () => {
  const { cards, hide } = column(-250);
  preserveScroll(cards, () => hide(0, 1));

  expect(scrolled()).toEqual([-200]);
});

test('keeps the next visible card in place when the top card is hidden', () => {
  const { cards, hide } = column(-250);
  preserveScroll(cards, () => hide(1, 2, 3));

  // From 150 to -150.
  expect(scrolled()).toEqual([-300]);
});

test('keeps the top card in place when cards above it are shown', () => {
  const { cards, hide, show } = column(-50);
  hide(0, 1);
  preserveScroll(cards, show);

  expect(scrolled()).toEqual([200]);
});

test('does not scroll with the first card in view', () => {
  const { cards, hide } = column(120);
  preserveScroll(cards, () => hide(0, 1));

  expect(scrolled()).toEqual([]);
});

test('does not scroll when all cards are hidden', () => {
  const { cards, hide } = column(-250, 2);
  preserveScroll(cards, () => hide(0, 1));
  preserveScroll([], () => {});

  expect(scrolled()).toEqual([]);
});

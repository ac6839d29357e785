// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CardWalk } from '@/lib/content-script/listing/card-walk';
import { leadsTo, titleLink, watchOpened } from '@/lib/content-script/seen/paper-links';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteReader, SiteCard } from '@/lib/sites/site-reader';
import { idOf, openListing } from './listing-for-tests';

const site: SiteReader = {
  ...openListing().site,
  paperAt: ({ pathname }) => {
    const number = /^\/papers\/(\d+)$/.exec(pathname)?.[1];
    return number === undefined ? undefined : idOf(Number(number));
  },
};

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
  vi.spyOn(window, 'scrollBy').mockImplementation(() => {});
  Object.defineProperty(document.documentElement, 'clientHeight', {
    value: 800,
    configurable: true,
  });
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

/** A card with titles for two layouts, one of them hidden. */
function addCard(number: number, top: number): SiteCard {
  const element = document.createElement('article');
  const link = (href: string, isDrawn: boolean) => {
    const made = document.createElement('a');
    made.href = href;
    made.getClientRects = () => (isDrawn ? [new DOMRect()] : []) as never;
    return made;
  };
  const titles = [false, true].map((isDrawn) => {
    const heading = document.createElement('h3');
    heading.append(link(`https://fake.example/papers/${number}`, isDrawn));
    return heading;
  });
  element.append(
    link(`https://fake.example/papers/${number}`, true),
    ...titles,
    link(`https://fake.example/papers/${number}#community`, true),
    link('https://fake.example/some-org', true),
  );
  element.getBoundingClientRect = () => new DOMRect(0, top, 300, 400);
  document.body.append(element);
  return { element, paperId: idOf(number), title: `Paper ${number}`, corner: 'top-right' };
}

const cardOf = (cards: SiteCard[]) => (node: Element) =>
  cards.find(({ element }) => element.contains(node))?.paperId;

describe('CardWalk', () => {
  function open(tops: number[]) {
    const cards = tops.map((top, index) => addCard(index + 1, top));
    const walk = new CardWalk(document, site, { current: undefined }, cardOf(cards), ending.signal);
    return { cards, walk };
  }

  test('begins at the first card in view, in both directions', () => {
    const { cards, walk } = open([-600, -100, 320, 740]);
    walk.step(cards, -1);

    expect(walk.current).toBe(idOf(3));
    walk.leave();
    walk.step(cards.slice(0, 2), 1);
    expect(walk.current).toBe(idOf(2));
  });

  test('focuses the visible title of each card and stops at the ends', () => {
    const { cards, walk } = open([0, 420]);
    walk.step(cards, 1);
    expect(document.activeElement).toBe(titleLink(site, cards[0]!.element, idOf(1)));
    expect(document.activeElement).toBe(cards[0]?.element.querySelectorAll('h3 a')[1]);
    walk.step(cards, 1);
    walk.step(cards, 1);
    expect(walk.current).toBe(idOf(2));
    walk.step(cards, -1);

    expect(walk.current).toBe(idOf(1));
    expect(walk.step([], 1)).toBe(false);
  });

  test('scrolls only as far as needed', () => {
    const { cards, walk } = open([100, 700]);
    const scrollBy = vi.mocked(window.scrollBy);
    walk.step(cards, 1);
    expect(scrollBy).not.toHaveBeenCalled();
    walk.step(cards, 1);

    // 1100 px to its bottom + 72 px margin − 800 px of window.
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 372, behavior: 'smooth' });
  });

  test('follows the focus to another card, and ends when it leaves the cards', () => {
    const { cards, walk } = open([0, 420]);
    const elsewhere = document.createElement('button');
    const { element: ownElement } = createShadowHost(document, '', {});
    ownElement.tabIndex = 0;
    document.body.append(elsewhere, ownElement);
    elsewhere.focus();
    expect(walk.current).toBeUndefined();
    walk.step(cards, 1);
    cards[1]?.element.querySelector('a')?.focus();
    expect(walk.current).toBe(idOf(2));
    ownElement.focus();
    expect(walk.current).toBe(idOf(2));
    elsewhere.focus();

    expect(walk.current).toBeUndefined();
  });
});

describe('watchOpened', () => {
  function watch() {
    const cards = [addCard(1, 0)];
    const opened: PaperId[] = [];
    watchOpened(document, site, cardOf(cards), (id) => opened.push(id), ending.signal);
    const links = [...cards[0]!.element.querySelectorAll('a')];
    for (const link of links) link.addEventListener('click', (event) => event.preventDefault());
    return { opened, links };
  }

  test('reports links of a card to its paper, clicked or opened in a new tab', () => {
    const { opened, links } = watch();
    links[0]?.click();
    links[3]?.click();
    links[2]?.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));

    expect(opened).toEqual([idOf(1), idOf(1), idOf(1)]);
  });

  test('reports clicks whose propagation the page stops', () => {
    const { opened, links } = watch();
    links[0]?.addEventListener('click', (event) => event.stopPropagation());
    links[0]?.click();

    expect(opened).toEqual([idOf(1)]);
  });

  test('ignores other links and context menus', () => {
    const { opened, links } = watch();
    links[4]?.click();
    links[0]?.dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }));

    expect(opened).toEqual([]);
  });

  test('leadsTo returns false for an invalid URL', () => {
    const link = document.createElement('a');
    Object.defineProperty(link, 'href', { value: 'http://[' });

    expect(leadsTo(site, link, idOf(1))).toBe(false);
  });
});

/** Links and texts of the page, as the site writes them. */
import type { PaperId } from '@/lib/papers/paper-id';
import { paperIdOfArxiv } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { ORIGIN } from './addresses';
import { hrefs } from './markup';

/** Where a link leads, without the origin of the site, which some captures spell out. */
export function hrefOf(link: Element): string {
  const href = link.getAttribute('href')?.trim() ?? '';
  return href.startsWith(`${ORIGIN}/`) ? href.slice(ORIGIN.length) : href;
}

/** The paper that a link leads to. */
export function idIn(link: Element): PaperId | undefined {
  return idOfHref(hrefOf(link));
}

/** The same of an address without the origin, as `hrefOf` gives it. */
export function idOfHref(href: string): PaperId | undefined {
  const arxiv = hrefs.paper.exec(href)?.[1];
  return arxiv === undefined ? undefined : paperIdOfArxiv(arxiv);
}

/** All its text, as hits of a search are wrapped in elements of their own (told of, 2026-06). */
export function textIn(element: Element): string {
  return foldSpaces(element.textContent ?? '');
}

export interface Word {
  text: string;
  /** Whether it stands in a link. */
  linked: boolean;
}

/** The texts in `element` in order, folded, none empty, without those in elements named in `skip`. */
export function textsIn(
  element: Element,
  skip: readonly string[],
  linked = false,
  texts: Word[] = [],
): Word[] {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const text = foldSpaces(node.nodeValue ?? '');
      if (text !== '') texts.push({ text, linked });
    } else if (node.nodeType === 1) {
      const child = node as Element;
      if (skip.includes(child.localName)) continue;
      textsIn(child, skip, linked || child.localName === 'a', texts);
    }
  }
  return texts;
}

import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { idOfHref, ORIGIN } from './addresses';

/** The `href` without the origin (in some captures). */
export function hrefOf(link: Element): string {
  const href = link.getAttribute('href')?.trim() ?? '';
  return href.startsWith(`${ORIGIN}/`) ? href.slice(ORIGIN.length) : href;
}

/** The paper that a link leads to. */
export function idIn(link: Element): PaperId | undefined {
  return idOfHref(hrefOf(link));
}

/** All text: elements wrap search hits (reported 2026-06). */
export function textIn(element: Element): string {
  return foldSpaces(element.textContent ?? '');
}

/**
 * Folded text, or a beginning longer than `length` UTF-16 units: whole texts of nested elements
 * would take quadratic time.
 */
export function beginningOf(element: Element, length: number): string {
  const SHOW_TEXT = 4;
  const texts = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  let text = '';
  while (text.length <= length && texts.nextNode() !== null) {
    text = `${text}${texts.currentNode.nodeValue ?? ''}`.replace(/\s+/g, ' ');
  }
  return foldSpaces(text);
}

export interface Word {
  text: string;
  linked: boolean;
}

/** Texts in order, folded, not empty, without forms and elements in `skip`. */
export function textsIn(
  element: Element,
  skip: readonly string[],
  linked = false,
  texts: Word[] = [],
): Word[] {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) {
      const text = foldSpaces(node.nodeValue ?? '');
      if (text !== '') texts.push({ text, linked });
    } else if (node.nodeType === 1) {
      const child = node as Element;
      // Forms may answer with their fields (`<input name=childNodes>`), and hold no facts.
      const name: unknown = child.localName;
      if (typeof name !== 'string' || name === 'form' || skip.includes(name)) continue;
      textsIn(child, skip, linked || name === 'a', texts);
    }
  }
  return texts;
}

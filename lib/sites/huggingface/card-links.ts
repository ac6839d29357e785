import type { Organization } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { shownCount } from '../lenient';
import type { ShownCount } from '../lenient';
import { idOfHref } from './addresses';
import { hrefOf, textIn } from './dom';
import { hrefs, selectors } from './markup';

/** Longer texts are abstracts, not authors or stars. */
const LEAST_ABSTRACT = 100;

/** What a card's links say. */
export interface CardLinks {
  comments?: ShownCount | undefined;
  githubStars?: ShownCount | undefined;
  githubRepo?: string | undefined;
  organization?: Organization | undefined;
  /** From a link to the paper. */
  abstract?: string | undefined;
}

/** Reads the links on paper `id`'s card; the first value wins. */
export function linksIn(card: Element, id: PaperId): CardLinks {
  const links: CardLinks = {};
  for (const link of card.querySelectorAll('a')) {
    const href = hrefOf(link);
    if (hrefs.comments.test(href)) {
      links.comments ??= shownCount(link.textContent ?? '');
    } else if (idOfHref(href) === id) {
      readPaperLink(link, links);
    } else if (hrefs.code.test(href)) {
      links.githubRepo ??= href;
      links.githubStars ??= shownCount(textIn(link).replace(/^GitHub /, ''));
    } else {
      links.organization ??= organizationIn(link, href);
    }
  }
  return links;
}

/** Thumbnail, title, authors, abstract and GitHub stars link to the paper. */
function readPaperLink(link: Element, links: CardLinks): void {
  if (link.closest('h3') !== null) return;
  const text = textIn(link);
  if (text.length > LEAST_ABSTRACT) links.abstract ??= text;
  else links.githubStars ??= shownCount(text);
}

function organizationIn(link: Element, href: string): Organization | undefined {
  const slug = hrefs.organization.exec(href)?.[1];
  if (slug === undefined || link.closest(selectors.dialog) !== null) return undefined;
  const picture = link.querySelector('img');
  const name = link.querySelector(selectors.organizationName);
  // User links differ only in the picture's `alt`; some have no picture.
  if (picture ? picture.getAttribute('alt') !== slug : name === null) return undefined;
  return { slug, name: (name && textIn(name)) || slug };
}

import type { Organization } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { shownCount } from '../lenient';
import type { ShownCount } from '../lenient';
import { hrefOf, idOfHref, textIn } from './dom';
import { hrefs, selectors } from './markup';

/** A link to a paper with more text than this holds its abstract: authors and stars are shorter. */
const LEAST_ABSTRACT = 100;

/** What the links of a card tell. */
export interface CardLinks {
  comments?: ShownCount | undefined;
  githubStars?: ShownCount | undefined;
  githubRepo?: string | undefined;
  organization?: Organization | undefined;
  /** The text of a link to the paper that is too long for anything but the abstract. */
  abstract?: string | undefined;
}

/** What the links of the card of paper `id` tell; of each the first link that does. */
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

/** Thumbnail, title, authors, abstract and GitHub stars are all links to the paper. */
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
  // A link to a user looks alike, but for the name of the picture; some have no picture.
  if (picture ? picture.getAttribute('alt') !== slug : name === null) return undefined;
  return { slug, name: (name && textIn(name)) || slug };
}

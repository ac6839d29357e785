import { dayFrom } from '@/lib/shared/day';
import { cutFacts } from '@/lib/papers/limits';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';
import { paperSaidIn } from '@/lib/sites/mentions';
import { uprightName } from './names';

/** From `<meta name="citation_…">`. */
export type CitationTag = readonly [name: string, content: string];

/**
 * The facts in a page's citation tags
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), cut to their limits; only
 * the id if they are missing or another paper's.
 */
export function paperOfCitationTags(id: PaperId, tags: readonly CitationTag[]): Paper {
  const all = (name: string) =>
    tags.flatMap(([tag, content]) => {
      const text = foldSpaces(content);
      return tag.toLowerCase() === `citation_${name}` && text !== '' ? [text] : [];
    });
  const [said] = all('arxiv_id');
  if (said !== undefined && paperSaidIn(said) !== id) return { id, title: '' };
  const authors = all('author').map(uprightName);
  const [abstract] = all('abstract');
  // `citation_online_date` belongs to the displayed version.
  const publishedOn = dayIn(all('date')[0] ?? '');
  return cutFacts({
    id,
    title: all('title')[0] ?? '',
    ...(abstract !== undefined && { abstract }),
    ...(authors.length > 0 && { authors, authorCount: authors.length }),
    ...(publishedOn !== undefined && { publishedOn }),
  });
}

function dayIn(text: string) {
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text) ?? [];
  return day === undefined ? undefined : dayFrom(Number(year), Number(month), Number(day));
}

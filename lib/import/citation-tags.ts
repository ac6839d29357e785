import { dayFrom } from '@/lib/shared/day';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { arxivSaidIn } from '@/lib/papers/arxiv-mentions';
import { foldSpaces } from '@/lib/shared/text';
import { uprightName } from './names';

/** A `<meta name="citation_…">` of a page: its name and its content. */
export type CitationTag = readonly [name: string, content: string];

/**
 * The facts in the citation tags of a page about the paper `id`, as arXiv's abstract pages have them
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing); its id alone when there are
 * none, or when they are of another paper.
 */
export function paperOfCitationTags(id: PaperId, tags: readonly CitationTag[]): Paper {
  const all = (name: string) =>
    tags.flatMap(([tag, content]) => {
      const text = foldSpaces(content);
      return tag.toLowerCase() === `citation_${name}` && text !== '' ? [text] : [];
    });
  const [said] = all('arxiv_id');
  if (said !== undefined && arxivSaidIn(said) !== id) return { id, title: '' };
  const authors = all('author').map(uprightName);
  const [abstract] = all('abstract');
  // `citation_online_date` is that of the version shown.
  const publishedOn = dayIn(all('date')[0] ?? '');
  return {
    id,
    title: all('title')[0] ?? '',
    ...(abstract !== undefined && { abstract }),
    ...(authors.length > 0 && { authors, authorCount: authors.length }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
}

function dayIn(text: string) {
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text) ?? [];
  return day === undefined ? undefined : dayFrom(Number(year), Number(month), Number(day));
}

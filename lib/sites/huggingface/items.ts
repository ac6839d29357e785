/** Papers in JSON of props or the API. */
import type { Organization, Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { addressOf, countOf, dayOfTime, fieldsOf, listOf, present, textOf } from '../lenient';
import type { Fields } from '../lenient';
import { idOfHref } from './addresses';
import { hrefs } from './markup';

/** The paper's fields, in a list's item or a flat response. */
function paperIn(item: Fields): Fields {
  return 'paper' in item ? (fieldsOf(item.paper) ?? {}) : item;
}

/** Undefined if missing or no paper's id. */
export function idOfItem(item: Fields): PaperId | undefined {
  const id = textOf(paperIn(item).id);
  return id === undefined ? undefined : idOfHref(`/papers/${id}`);
}

/**
 * An item's facts; any can be missing (archived API responses, 2024-05 to 2026-08). Ignores the
 * item's `publishedAt`: until 2025-03 the time of listing, later `paper.publishedAt` minus an
 * offset, often the day before.
 */
export function readItem(item: Fields, id: PaperId): Paper {
  const paper = paperIn(item);
  const authors = namesIn(listOf(paper.authors));
  const keywords = listOf(paper.ai_keywords)
    .map(textOf)
    .filter((word) => word !== undefined);
  return present<Paper>({
    id,
    title: wordsIn(paper, item, 'title', 'highlightedTitle') ?? '',
    abstract: wordsIn(paper, item, 'summary', 'highlightedSummary'),
    // `hidden` ones are authors too.
    authors: authors.length > 0 ? authors : undefined,
    authorCount: authors.length || undefined,
    organization:
      readOrganization(paper.organization) ??
      readOrganization(item.organization) ??
      readOrganization(item.submitterOrganization),
    publishedOn: dayOfTime(paper.publishedAt),
    listedOn: dayOfTime(paper.submittedOnDailyAt),
    submitter: userName(item.submittedBy) ?? userName(paper.submittedOnDailyBy),
    upvotes: countOf(paper.upvotes),
    comments: countOf(item.numComments),
    githubRepo: addressOf(paper.githubRepo, 'https:'),
    githubStars: countOf(paper.githubStars),
    projectPage: addressOf(paper.projectPage, 'https:', 'http:'),
    thumbnail: addressOf(item.thumbnail, 'https:') ?? addressOf(paper.thumbnail, 'https:'),
    aiSummary: textOf(paper.ai_summary),
    aiKeywords: keywords.length > 0 ? keywords : undefined,
  });
}

/** The paper in a `paperUrl` response, if it has this id. */
export function readPaper(answer: unknown, id: PaperId): Paper | undefined {
  const fields = fieldsOf(answer);
  return fields !== undefined && idOfItem(fields) === id ? readItem(fields, id) : undefined;
}

/** Searches since 2026-09 add a highlighted copy, with tags. */
function wordsIn(
  paper: Fields,
  item: Fields,
  name: string,
  highlighted: string,
): string | undefined {
  const copy = textOf(paper[highlighted]) ?? textOf(item[highlighted]);
  return (
    textOf(paper[name]) ??
    textOf(item[name]) ??
    textOf(copy?.replace(/<\/?(?:mark|em|strong|b|span)\b[^>]*>/g, ''))
  );
}

function namesIn(authors: readonly unknown[]): string[] {
  return authors
    .map((author) => textOf(fieldsOf(author)?.name))
    .filter((name) => name !== undefined);
}

/** `name` is the slug, `fullname` the display name. */
function readOrganization(value: unknown): Organization | undefined {
  const fields = fieldsOf(value);
  const slug = textOf(fields?.name);
  if (slug === undefined || !hrefs.organization.test(`/${slug}`)) return undefined;
  return { slug, name: textOf(fields?.fullname) ?? slug };
}

/** `submittedBy` has the user name as `name`, `submittedOnDailyBy` as `user`, later both. */
function userName(value: unknown): string | undefined {
  const fields = fieldsOf(value);
  return textOf(fields?.name) ?? textOf(fields?.user);
}

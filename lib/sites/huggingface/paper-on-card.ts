import type { Day } from '@/lib/shared/day';
import type { Listing, ListingKind } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { resolveDay } from '../dates';
import { addressOf, dayOfTime, present } from '../lenient';
import type { ShownCount } from '../lenient';
import { wordsOf } from './card-words';
import { isRow } from './cards';
import type { Card } from './cards';
import type { Props } from './props';

/**
 * Trending shows an AI summary (134 to 361 characters), else the whole abstract (797 and more;
 * captures of 2025-12 to 2026-10).
 */
const AI_SUMMARY_LIMIT = 500;

interface CardContext {
  props: Props;
  day: Day | undefined;
  now: number;
  /** The card's texts are then no facts. */
  translated: boolean;
}

/** The facts on card and props. */
export function readPaperOn(
  card: Card,
  listing: Listing,
  { props, day, now, translated }: CardContext,
): Paper {
  const facts = props.factsOf(card.id);
  const { links, picture } = card;
  const words =
    translated || (facts.authors && facts.publishedOn && facts.submitter)
      ? undefined
      : wordsOf(card.element);
  const shownOn = words?.publishedOn;
  // Trending rows show no comments; others omit 0.
  const noComments = translated || isRow(card, listing.kind) ? undefined : 0;
  const own: Day | undefined = listing.kind === 'daily' ? periodDay(listing) : undefined;
  return present<Paper>({
    ...(facts as Paper),
    ...(!translated && summariesOf(card, facts, listing.kind)),
    id: card.id,
    title: facts.title || (translated ? '' : card.title),
    authorCount: facts.authorCount ?? words?.authorCount,
    organization: facts.organization ?? (translated ? undefined : links.organization),
    publishedOn:
      facts.publishedOn ??
      (shownOn && resolveDay(shownOn, { ...idMonthOf(card.id), listingDay: day, now })),
    listedOn: facts.listedOn ?? own,
    submitter: facts.submitter ?? words?.submitter,
    upvotes: bestCount(card.upvotes, facts.upvotes),
    comments: bestCount(links.comments, facts.comments) ?? noComments,
    githubRepo: facts.githubRepo ?? addressOf(links.githubRepo, 'https:'),
    githubStars: bestCount(links.githubStars, facts.githubStars),
    thumbnail: facts.thumbnail ?? thumbnailOf(picture),
  });
}

/** Cards are newer than props, unless rounded. */
function bestCount(shown: ShownCount | undefined, known: number | undefined): number | undefined {
  return shown?.exact === true ? shown.value : (known ?? shown?.value);
}

function summariesOf(
  card: Card,
  facts: Partial<Paper>,
  kind: ListingKind,
): { abstract: string | undefined; aiSummary: string | undefined } {
  const { abstract, aiSummary } = facts;
  const shown = card.summary ?? card.links.abstract;
  if (shown === undefined || shown === aiSummary) return { abstract, aiSummary };
  const isAiSummary = isRow(card, kind) && shown.length <= AI_SUMMARY_LIMIT;
  return isAiSummary && shown !== abstract
    ? { abstract, aiSummary: aiSummary ?? shown }
    : { abstract: abstract ?? shown, aiSummary };
}

/** Undefined for a video. */
function thumbnailOf(picture: Element | undefined): string | undefined {
  return picture?.localName === 'img'
    ? addressOf(picture.getAttribute('src'), 'https:')
    : undefined;
}

/** An arXiv id's month, from 1; empty for old-style and other ids. */
export function idMonthOf(id: PaperId): { idMonth?: { year: number; month: number } } {
  const match = /^arxiv:(\d\d)(\d\d)\./.exec(id);
  return match === null
    ? {}
    : { idMonth: { year: 2000 + Number(match[1]), month: Number(match[2]) } };
}

function periodDay({ period }: Listing): Day | undefined {
  return dayOfTime(period);
}

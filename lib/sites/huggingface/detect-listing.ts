import type { Day } from '@/lib/shared/day';
import type { Listing, ListingKind } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { monthOf, weekOf } from '../dates';
import { dayOfTime, fieldsOf, textOf } from '../lenient';
import type { Card } from './cards';
import { textIn } from './dom';
import { selectors } from './markup';
import type { Props } from './props';

export interface Page {
  root: Element;
  url: URL;
  now: number;
  cards: Card[];
  props: Props;
  /** Cards are the props' ordinary list. */
  isOrdinary: boolean;
  /** Cards are the props' search results. */
  isResults: boolean;
}

/**
 * Whether the cards are of a list in the props, which after in-page navigation may be the previous
 * page's. Most cards must be in the list, which must not be much longer: a week's list includes
 * each day's.
 */
export function areOf(cards: readonly Card[], list: ReadonlySet<PaperId>): boolean {
  if (cards.length === 0) return list.size === 0;
  const shown = cards.filter((card) => list.has(card.id)).length;
  return shown * 2 > cards.length && shown * 3 > list.size;
}

/** Detects the page's listing. */
export function listingOf(page: Page, day: Day | undefined): Listing {
  const query = queryOf(page);
  if (query !== undefined) {
    const key = encodeURIComponent(query.toLowerCase());
    return { kind: 'search', key: `hf/search/${key}`, query };
  }
  const kind = kindOf(page);
  const period = kind === 'trending' ? undefined : periodOf(page, kind, day);
  return period === undefined
    ? { kind, key: `hf/${kind}` }
    : { kind, key: `hf/${kind}/${period}`, period };
}

/**
 * Undefined unless the cards are search results. `?q=` was also served with the ordinary list
 * (captures of 2026-06).
 */
function queryOf({ root, url, cards, props, isOrdinary, isResults }: Page): string | undefined {
  const inUrl = textOf(url.searchParams.get('q'));
  const alike = cards.filter((card) => card.picture === undefined && hasAbstract(card)).length;
  const isSearch =
    alike * 2 > cards.length || (isResults && !isOrdinary) || (cards.length === 0 && inUrl);
  if (!isSearch) return undefined;
  const inProps = isResults || isOrdinary ? fieldsOf(props.fields.query)?.q : undefined;
  const box = root.querySelector<HTMLInputElement>(selectors.searchBox);
  const query = inUrl ?? textOf(inProps) ?? textOf(box?.value ?? box?.getAttribute('value'));
  // Lone surrogates cannot be URL-encoded.
  return query?.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function hasAbstract(card: Card): boolean {
  return card.summary !== undefined || card.links.abstract !== undefined;
}

function kindOf({ root, url, props, isOrdinary }: Page): Exclude<ListingKind, 'search'> {
  const segment = url.pathname.split('/')[2];
  if (segment === 'trending') return 'trending';
  if (segment === 'week') return 'weekly';
  if (segment === 'month') return 'monthly';
  if (segment === 'date' || url.searchParams.has('date')) return 'daily';
  // `/papers` shows the last viewed period (reported 2026-08).
  if (isOrdinary) {
    const { isTrending, periodType } = props.fields;
    if (isTrending === true) return 'trending';
    if (periodType === 'week') return 'weekly';
    if (periodType === 'month') return 'monthly';
    if (periodType === 'day') return 'daily';
  }
  const heading = root.querySelector(selectors.heading);
  if (heading && /^Trending\b/.test(textIn(heading))) return 'trending';
  const points = (to: string) =>
    [...root.querySelectorAll(to)].some((link) => link.closest(selectors.card) === null);
  if (points(selectors.otherDay)) return 'daily';
  if (points(selectors.otherWeek)) return 'weekly';
  return points(selectors.otherMonth) ? 'monthly' : 'daily';
}

function periodOf({ url, props, isOrdinary }: Page, kind: ListingKind, day: Day | undefined) {
  const named = url.pathname.split('/')[3] ?? url.searchParams.get('date') ?? undefined;
  if (kind === 'daily') return (named && dayOfTime(named)) || day;
  const inUrl = named === undefined ? undefined : namedPeriod(kind, named);
  if (inUrl !== undefined) return inUrl;
  const known = isOrdinary ? dayOfTime(props.fields.dateString) : undefined;
  if (known === undefined) return undefined;
  return kind === 'weekly' ? weekOf(known) : monthOf(known);
}

function namedPeriod(kind: ListingKind, text: string): string | undefined {
  if (kind === 'weekly') return /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) ? text : undefined;
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/**
 * Hugging Face's Daily Papers. What its pages look like was seen in captures, named here by their
 * day: daily 2024-08-01, search 2025-12-30 to 2026-07-28, daily 2026-09-28, trending 2026-10-07.
 * Which papers a listing shows is read from its cards alone; the JSON in `data-props` is only asked
 * for what it knows of each, as it can be absent, broken, or still that of the page before.
 */
import { dayFrom, type Day } from '../papers/day';
import type { Listing, ListingKind } from '../papers/listing';
import { mergePapers } from '../papers/merge-papers';
import { titleOf, type Organization, type Paper } from '../papers/paper';
import { arxivIdentifier, paperIdOfArxiv } from '../papers/paper-id';
import type { PaperId } from '../papers/paper-id';
import { foldSpaces } from '../papers/text';
import { latestDay, monthOf, mostRecent, nearest, resolveDay, shownDay, weekOf } from './dates';
import type { ShownDay } from './dates';
import {
  addressOf,
  countOf,
  dayOfTime,
  fieldsOf,
  fieldsOfJson,
  listOf,
  present,
  shownCount,
  textOf,
} from './lenient';
import type { Fields, ShownCount } from './lenient';
import type { Corner, Site, SiteListing } from './site';

const ORIGIN = 'https://huggingface.co';

const selectors = {
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  root: '[data-target="DailyPapers"]',
  /** The whole of what the root draws, also of a day without papers. Daily 2026-09-28. */
  section: 'section',
  /** Daily 2024-08-01 and 2026-09-28, trending 2026-10-07. */
  card: 'article',
  /** Twice in a card of trending 2026-10-07, which is drawn for wide and for narrow windows. */
  title: 'h3 a',
  /** The upvotes stand behind it. Daily 2026-09-28, trending 2026-10-07. */
  tickBox: 'input[type="checkbox"]',
  /**
   * Where there is no tick box: in a `label` when logged in (told of, 2026-08). "Submitted by" has
   * this class too, and no number. Daily 2024-08-01 and 2026-09-28.
   */
  upvotes: 'div.leading-none',
  /** The first of a card, in a link to the paper; a video in daily 2026-09-28. */
  picture: 'img, video',
  /** The faces of the authors are links to the paper as well. Daily 2026-09-28. */
  faces: 'ul',
  /** Trending 2026-10-07. Search 2026-06-29, where the name of the element is inferred. */
  summary: 'p',
  /** Daily 2026-09-28: empty until the reader opens it, then about people, not the paper. */
  dialog: 'dialog',
  /** In the link to an organization, behind a picture with its slug as `alt`. Daily 2026-09-28. */
  organizationName: 'span.font-medium',
  /** The days before and after. Daily 2026-09-28; the second form 2024-08-01. */
  otherDay: 'a[href*="/papers/date/"], a[href*="/papers?date="]',
  /** Told of, 2026-08: not in any capture. */
  otherWeek: 'a[href*="/papers/week/"]',
  otherMonth: 'a[href*="/papers/month/"]',
  /** "Trending Papers" in trending 2026-10-07. */
  heading: 'h1',
  /** Daily 2026-09-28. */
  searchBox: 'input[name="daily-papers-search"]',
};

/** Addresses, less the origin that some captures spell out. All daily 2026-09-28 unless said. */
const hrefs = {
  paper: /^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?(?:[?#].*)?$/,
  comments: /^\/papers\/[^?#]*(?:\?[^#]*)?#community$/,
  organization: /^\/(?!(?:papers|login)$)([\w.-]+)$/,
  /** Trending 2026-10-07. */
  code: /^https:\/\/github\.com\//,
};

/**
 * What trending shows under a title is a model's summary or, for want of one, the whole abstract.
 * Summaries had 134 to 361 characters, abstracts 797 and more (captures of 2025-12 to 2026-10).
 */
const AI_SUMMARY_LIMIT = 500;

/** A link to a paper with more text than this holds its abstract: authors and stars are shorter. */
const LEAST_ABSTRACT = 100;

/** Reads the listings of https://huggingface.co/papers. */
export const huggingface: Site = {
  id: 'hf',
  // Wider than the listings: from the page of one paper the reader gets to them without a new load.
  pattern: `${ORIGIN}/papers*`,
  matches,
  readListing,
  isSettled,
  isDark,
  paperUrl,
  readPaper,
};

const LISTING_PATH = /^\/papers(?:\/?|\/(?:date|week|month)\/[^/]+\/?|\/trending\/?)$/;

function matches(url: URL): boolean {
  return url.origin === ORIGIN && LISTING_PATH.test(url.pathname);
}

/**
 * A page is a listing when it has the root with cards in it, or the root with its section and no
 * title of a paper: a day without papers. A root that shows papers in other markup is none.
 */
function readListing(document: Document, url: URL, now: number): SiteListing | undefined {
  const root = document.querySelector(selectors.root);
  if (root === null) return undefined;
  const { cards, found } = readCards(root);
  const container = found > 0 ? holderOfCards(root) : root.querySelector(selectors.section);
  if (!container || (found === 0 && showsPapers(root))) return undefined;

  const props = propsOf(root);
  const page: Page = {
    root,
    url,
    now,
    cards,
    props,
    isOrdinary: areOf(cards, props.ordinary),
    isResults: cards.length > 0 && areOf(cards, props.results),
  };
  const day = dayShown(page);
  const listing = listingOf(page, day);
  const reading = { listing, cardsFound: found, cards: [] as SiteListing['reading']['cards'] };
  const places: SiteListing['cards'] = [];
  for (const card of cards) {
    const paper = attempt(() => readPaperOn(card, listing, { props, day, now }));
    if (paper === undefined) continue;
    reading.cards.push({ paper, rank: card.rank });
    const corner = cornerOf(card, listing.kind);
    places.push({ element: card.element, paperId: card.id, title: titleOf(paper), corner });
  }
  return { reading, cards: places, container };
}

/** Svelte 5 leaves `<!--[` before each block that it has yet to take over (trending 2026-10-07). */
function isSettled(document: Document): boolean {
  const root = document.querySelector(selectors.root);
  const scope = root?.querySelector(selectors.card) ?? root?.querySelector(selectors.section);
  if (!scope) return false;
  const SHOW_COMMENT = 128;
  const comments = document.createTreeWalker(scope, SHOW_COMMENT);
  while (comments.nextNode() !== null) {
    if (comments.currentNode.nodeValue?.startsWith('[')) return false;
  }
  return true;
}

/** Daily 2026-09-28: set by a script in the head, and by the switch in the footer. */
function isDark(document: Document): boolean {
  return document.documentElement.classList.contains('dark');
}

/** Answers with the flat `paper` of the listing's JSON and more (notes on the live API, 2026-07). */
function paperUrl(id: PaperId): string | undefined {
  const arxiv = arxivIdentifier(id);
  return arxiv !== undefined && /^\d{4}\.\d{4,5}$/.test(arxiv) ? `/api/papers/${arxiv}` : undefined;
}

function readPaper(answer: unknown, id: PaperId): Paper | undefined {
  const fields = fieldsOf(answer);
  return fields !== undefined && idOfItem(fields) === id ? readItem(fields, id) : undefined;
}

// --- Cards -------------------------------------------------------------------------------------

/** What a card shows at a glance; the rest is read when the props lack it. */
interface Card {
  element: Element;
  id: PaperId;
  rank: number;
  title: string;
  picture: Element | undefined;
  /** The abstract or, on trending, perhaps a model's summary. */
  summary: string | undefined;
  upvotes: ShownCount | undefined;
  links: CardLinks;
}

interface CardLinks {
  comments: ShownCount | undefined;
  githubStars: ShownCount | undefined;
  githubRepo: string | undefined;
  organization: Organization | undefined;
  /** The text of a link to the paper that is too long for anything but the abstract. */
  abstract: string | undefined;
}

function readCards(root: Element): { cards: Card[]; found: number } {
  const cards: Card[] = [];
  const seen = new Set<PaperId>();
  let found = 0;
  for (const element of root.querySelectorAll(selectors.card)) {
    const titles = [...element.querySelectorAll(selectors.title)];
    const id = titles.map(idIn).find((known) => known !== undefined);
    if (id !== undefined && seen.has(id)) continue;
    found += 1;
    if (id === undefined) continue;
    seen.add(id);
    const rank = found;
    const card = attempt(() => readCard(element, id, titles, rank));
    if (card !== undefined) cards.push(card);
  }
  return { cards, found };
}

function readCard(element: Element, id: PaperId, titles: Element[], rank: number): Card {
  const own = titles.filter((link) => idIn(link) === id);
  return {
    element,
    id,
    rank,
    title: own.map(textIn).find((text) => text !== '') ?? '',
    picture: pictureIn(element, id),
    summary: summaryIn(element),
    upvotes: upvotesIn(element),
    links: linksIn(element, id),
  };
}

/** What `read` gives; undefined for a card that breaks it in a way not foreseen: the others stand. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The nearest element that holds all cards. */
function holderOfCards(root: Element): Element | undefined {
  const cards = [...root.querySelectorAll(selectors.card)];
  const last = cards.at(-1) ?? null;
  for (let holder = cards[0]?.parentElement; holder; holder = holder.parentElement) {
    if (holder.contains(last)) return holder;
  }
  return undefined;
}

function showsPapers(root: Element): boolean {
  return [...root.querySelectorAll(selectors.title)].some((link) => idIn(link) !== undefined);
}

function hrefOf(link: Element): string {
  const href = link.getAttribute('href')?.trim() ?? '';
  return href.startsWith(`${ORIGIN}/`) ? href.slice(ORIGIN.length) : href;
}

function idIn(link: Element): PaperId | undefined {
  return idOfHref(hrefOf(link));
}

function idOfHref(href: string): PaperId | undefined {
  const arxiv = hrefs.paper.exec(href)?.[1];
  return arxiv === undefined ? undefined : paperIdOfArxiv(arxiv);
}

/** All its text, as hits of a search are wrapped in elements of their own (told of, 2026-06). */
function textIn(element: Element): string {
  return foldSpaces(element.textContent ?? '');
}

function summaryIn(card: Element): string | undefined {
  for (const paragraph of card.querySelectorAll(selectors.summary)) {
    const text = textIn(paragraph);
    if (text !== '' && paragraph.closest(selectors.dialog) === null) return text;
  }
  return undefined;
}

function pictureIn(card: Element, id: PaperId): Element | undefined {
  const picture = card.querySelector(selectors.picture);
  const link = picture?.closest('a');
  if (!picture || !link || idIn(link) !== id) return undefined;
  return picture.closest(selectors.faces) === null ? picture : undefined;
}

function upvotesIn(card: Element): ShownCount | undefined {
  let behind = card.querySelector(selectors.tickBox)?.nextElementSibling;
  for (; behind; behind = behind.nextElementSibling) {
    const count = shownCount(behind.textContent ?? '');
    if (count !== undefined) return count;
  }
  for (const element of card.querySelectorAll(selectors.upvotes)) {
    const count = shownCount(element.textContent ?? '');
    if (count !== undefined) return count;
  }
  return undefined;
}

function linksIn(card: Element, id: PaperId): CardLinks {
  const links: CardLinks = {
    comments: undefined,
    githubStars: undefined,
    githubRepo: undefined,
    organization: undefined,
    abstract: undefined,
  };
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

/**
 * Whether a card is laid out as a row, as trending's are: a picture, the text, and a column with the
 * upvotes at the right; these alone have both a picture and a paragraph.
 */
function isRow(card: Card, kind: ListingKind): boolean {
  return kind === 'trending' || (card.picture !== undefined && card.summary !== undefined);
}

/** Where a button covers nothing, by how the card is laid out. */
function cornerOf(card: Card, kind: ListingKind): Corner {
  // The title of a search card runs to its right edge.
  if (card.picture === undefined) return 'bottom-right';
  return isRow(card, kind) ? 'top-left' : 'top-right';
}

/** The texts of a card that stand in no title, paragraph or dialog, in order. */
interface CardWords {
  authorCount: number | undefined;
  publishedOn: ShownDay | undefined;
  submitter: string | undefined;
}

const AUTHOR_COUNT = /^(?:· ?)?(\d+|\d{1,3}(?:,\d{3})+) authors?$/;
const PUBLISHED_ON = /^(?:· ?)?(?:Published on )?/;
/** User names on Hugging Face: letters, digits, `-`, `_` and `.` (those in records of 2024 to 2026). */
const USER_NAME = /^[\w.-]+$/;

function wordsOf(card: Element): CardWords {
  const words: CardWords = {
    authorCount: undefined,
    publishedOn: undefined,
    submitter: undefined,
  };
  let submitterIsNext = false;
  for (const { text, linked } of textsIn(card, ['h3', 'p', 'dialog'])) {
    if (submitterIsNext) {
      words.submitter ??= USER_NAME.test(text) ? text : undefined;
      submitterIsNext = false;
    } else if (text.startsWith('Submitted by')) {
      const name = text.slice('Submitted by'.length).trim();
      submitterIsNext = name === '';
      words.submitter ??= USER_NAME.test(name) ? name : undefined;
    } else {
      const authors = AUTHOR_COUNT.exec(text)?.[1];
      if (authors !== undefined) words.authorCount ??= countOf(Number(authors.replaceAll(',', '')));
      if (!linked) words.publishedOn ??= shownDay(text.replace(PUBLISHED_ON, ''));
    }
  }
  return words;
}

interface Word {
  text: string;
  /** Whether it stands in a link. */
  linked: boolean;
}

/** The texts in `element` in order, folded, none empty, without those in elements named in `skip`. */
function textsIn(
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

// --- Props -------------------------------------------------------------------------------------

/** The root's JSON, by paper. */
interface Props {
  fields: Fields;
  /** What is known of each paper, its search result first. */
  byId: Map<PaperId, Fields[]>;
  results: Set<PaperId>;
  ordinary: Set<PaperId>;
}

/** The JSON is some hundred kB and the page is read many times: parsed once for each value. */
const parsed = new WeakMap<Element, { text: string; props: Props }>();

function propsOf(root: Element): Props {
  const text = root.getAttribute('data-props') ?? '';
  const known = parsed.get(root);
  if (known?.text === text) return known.props;
  const fields = fieldsOfJson(text) ?? {};
  const byId: Props['byId'] = new Map();
  // `searchResults` is there on searches only, beside the ordinary list (told of, 2026-08).
  const results = indexItems(fields.searchResults, byId);
  const ordinary = indexItems(fields.dailyPapers, byId);
  const props = { fields, byId, results, ordinary };
  parsed.set(root, { text, props });
  return props;
}

function indexItems(items: unknown, byId: Props['byId']): Set<PaperId> {
  const ids = new Set<PaperId>();
  for (const value of listOf(items)) {
    const item = fieldsOf(value);
    const id = item && idOfItem(item);
    if (item === undefined || id === undefined) continue;
    ids.add(id);
    const others = byId.get(id);
    if (others === undefined) byId.set(id, [item]);
    else others.push(item);
  }
  return ids;
}

/** The paper's own fields, in an item of a list or in a flat answer of the API. */
function paperIn(item: Fields): Fields {
  return 'paper' in item ? (fieldsOf(item.paper) ?? {}) : item;
}

function idOfItem(item: Fields): PaperId | undefined {
  const id = textOf(paperIn(item).id);
  const arxiv = id === undefined ? undefined : hrefs.paper.exec(`/papers/${id}`)?.[1];
  return arxiv === undefined ? undefined : paperIdOfArxiv(arxiv);
}

/**
 * The facts in an item. When each field came to be is known from archived answers of the API, 2024-05
 * to 2026-08; any can be missing. An item's own `publishedAt` is not read: before 2025-03 it is the
 * time of listing, since then `paper.publishedAt` less an offset that often makes it the day before.
 */
function readItem(item: Fields, id: PaperId): Paper {
  const paper = paperIn(item);
  const authors = namesIn(listOf(paper.authors));
  const keywords = listOf(paper.ai_keywords)
    .map(textOf)
    .filter((word) => word !== undefined);
  return present<Paper>({
    id,
    title: textOf(paper.title) ?? textOf(item.title) ?? '',
    abstract: textOf(paper.summary) ?? textOf(item.summary),
    // Those marked `hidden` too: they are authors of the paper.
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

function namesIn(authors: readonly unknown[]): string[] {
  return authors
    .map((author) => textOf(fieldsOf(author)?.name))
    .filter((name) => name !== undefined);
}

/** `name` is what stands in addresses, `fullname` what people read. */
function readOrganization(value: unknown): Organization | undefined {
  const fields = fieldsOf(value);
  const slug = textOf(fields?.name);
  if (slug === undefined || !hrefs.organization.test(`/${slug}`)) return undefined;
  return { slug, name: textOf(fields?.fullname) ?? slug };
}

/** `submittedBy` has its user name as `name`, `submittedOnDailyBy` as `user`, later as both. */
function userName(value: unknown): string | undefined {
  const fields = fieldsOf(value);
  return textOf(fields?.name) ?? textOf(fields?.user);
}

// --- One paper ---------------------------------------------------------------------------------

interface CardContext {
  props: Props;
  /** The day that the listing shows. */
  day: Day | undefined;
  now: number;
}

function readPaperOn(card: Card, listing: Listing, { props, day, now }: CardContext): Paper {
  const facts: Partial<Paper> =
    (props.byId.get(card.id) ?? [])
      .map((item) => readItem(item, card.id))
      // The first is the richest in say: what comes later in a merge replaces.
      .reduceRight<Paper | undefined>(
        (known, item) => (known ? mergePapers(known, item) : item),
        undefined,
      ) ?? {};
  const { links, picture } = card;
  const words =
    facts.authors && facts.publishedOn && facts.submitter ? undefined : wordsOf(card.element);
  const shownOn = words?.publishedOn;
  // A row of trending shows no comments; other cards leave their number out when it is 0.
  const noComments = isRow(card, listing.kind) ? undefined : 0;
  const own: Day | undefined = listing.kind === 'daily' ? periodDay(listing) : undefined;
  return present<Paper>({
    ...(facts as Paper),
    ...summariesOf(card, facts, listing.kind),
    id: card.id,
    title: facts.title || card.title,
    authorCount: facts.authorCount ?? words?.authorCount,
    organization: facts.organization ?? links.organization,
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

/** What is shown is later than the props, unless it was rounded. */
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

/** A video is no picture. */
function thumbnailOf(picture: Element | undefined): string | undefined {
  return picture?.localName === 'img'
    ? addressOf(picture.getAttribute('src'), 'https:')
    : undefined;
}

function idMonthOf(id: PaperId): { idMonth?: { year: number; month: number } } {
  const match = /^(\d\d)(\d\d)\./.exec(arxivIdentifier(id) ?? '');
  return match === null
    ? {}
    : { idMonth: { year: 2000 + Number(match[1]), month: Number(match[2]) } };
}

// --- The listing -------------------------------------------------------------------------------

interface Page {
  root: Element;
  url: URL;
  now: number;
  cards: Card[];
  props: Props;
  /** Whether the cards shown are the props' ordinary list. */
  isOrdinary: boolean;
  /** Whether the cards shown are the props' search results. */
  isResults: boolean;
}

/**
 * Whether the cards shown are those of a list in the props: after navigation in the page the props
 * are still those of the page before. Most cards must be in it, and it must not be much longer, as a
 * week's list holds all papers of each of its days.
 */
function areOf(cards: readonly Card[], list: ReadonlySet<PaperId>): boolean {
  if (cards.length === 0) return list.size === 0;
  const shown = cards.filter((card) => list.has(card.id)).length;
  return shown * 2 > cards.length && shown * 3 > list.size;
}

function listingOf(page: Page, day: Day | undefined): Listing {
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
 * What was searched for, undefined when the cards are no results. `?q=` alone does not tell: such
 * pages were also served with the ordinary list (captures of 2026-06).
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
  // Half of a surrogate pair has no form in an address.
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
  // `/papers` itself shows the period that was looked at last (told of, 2026-08).
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

/** `text` when it names a week or a month. */
function namedPeriod(kind: ListingKind, text: string): string | undefined {
  if (kind === 'weekly') return /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text) ? text : undefined;
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/** The day of a daily listing, undefined when it is not known. */
function periodDay({ period }: Listing): Day | undefined {
  return dayOfTime(period);
}

/**
 * The day that the page shows, be it a listing's own or, over search results, the last one that had
 * a list: of the props when they are of this page, else of the navigator above the cards.
 */
function dayShown({ root, now, props, isOrdinary, isResults }: Page): Day | undefined {
  if (isOrdinary || isResults) {
    // `date` in 2024-08, `dateString` in 2026-09.
    const known = dayOfTime(props.fields.dateString) ?? dayOfTime(props.fields.date);
    if (known !== undefined) return known;
  }
  for (const { text } of textsIn(root, ['article'])) {
    const shown = shownDay(text);
    if (shown?.year !== undefined) return dayFrom(shown.year, shown.month, shown.day);
    // "Sep 28", between links to the days before and after.
    if (shown !== undefined) {
      const near = nearbyDay(root);
      return near === undefined ? mostRecent(shown, latestDay(now)) : nearest(shown, near);
    }
  }
  return undefined;
}

function nearbyDay(root: Element): Day | undefined {
  for (const link of root.querySelectorAll(selectors.otherDay)) {
    const day = dayOfTime(/\/papers(?:\/date\/|\?date=)([\d-]{10})$/.exec(hrefOf(link))?.[1]);
    if (day !== undefined) return day;
  }
  return undefined;
}

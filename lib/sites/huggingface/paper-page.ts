import type { Paper } from '../../papers/paper';
import { arxivIdentifier } from '../../papers/paper-id';
import type { PaperId } from '../../papers/paper-id';
import { resolveDay } from '../dates';
import { fieldsOfJson, present } from '../lenient';
import { wordsIn } from './card-words';
import { attempt, upvotesIn } from './cards';
import { textIn, textsIn } from './dom';
import { idOfItem, readItem } from './items';
import { selectors } from './markup';
import { idMonthOf } from './paper-on-card';

/**
 * What its own page says of the paper: its props when they are of this paper, else what it shows.
 * No capture of its markup was at hand, only its words (2025-12-20; see decision 21), so little is
 * asked of it but the order of its texts.
 */
export function readPaperPage(document: Document, id: PaperId, now: number): Paper {
  const root = document.querySelector(selectors.paperPage) ?? document.querySelector('main');
  const read = root === null ? undefined : attempt(() => readIn(root, id, now));
  return read ?? { id, title: '' };
}

function readIn(root: Element, id: PaperId, now: number): Paper | undefined {
  const item = fieldsOfJson(root.getAttribute('data-props') ?? '');
  if (item !== undefined && idOfItem(item) === id) return readItem(item, id);
  return names(root, id) ? readShown(root, id, now) : undefined;
}

/** Whether the page is of this paper: after navigation in the page it may be that of another still. */
function names(root: Element, id: PaperId): boolean {
  const arxiv = arxivIdentifier(id);
  return textsIn(root, []).some(({ text }) => text === `arxiv:${arxiv}`);
}

function readShown(root: Element, id: PaperId, now: number): Paper {
  const texts = textsIn(root, ['dialog']);
  const end = texts.findIndex(({ text }) => text === 'Abstract');
  const head = end < 0 ? texts : texts.slice(0, end);
  const { publishedOn, submitter } = wordsIn(head);
  const authors = authorsIn(head.map(({ text }) => text));
  const title = root.querySelector('h1');
  return present<Paper>({
    id,
    title: title ? textIn(title) : '',
    authors,
    authorCount: authors?.length,
    publishedOn: publishedOn && resolveDay(publishedOn, { ...idMonthOf(id), now }),
    submitter,
    upvotes: upvotesIn(root)?.value,
    ...summariesIn(root),
  });
}

/** The names behind "Authors:"; commas and marks that stand by themselves are none. */
function authorsIn(texts: readonly string[]): string[] | undefined {
  const start = texts.findIndex((text) => /^Authors?:?$/.test(text));
  const names = texts
    .slice(start + 1)
    .map((text) => text.replace(/^[\s,·]+|[\s,·]+$/g, ''))
    .filter((name) => /\p{L}/u.test(name));
  return start < 0 || names.length === 0 ? undefined : names;
}

/** The paragraphs under "Abstract": above the words "AI-generated summary" stands a model's. */
function summariesIn(root: Element): { abstract?: string; aiSummary?: string } {
  let inAbstract = false;
  let paragraphs: string[] = [];
  let aiSummary: string | undefined;
  for (const element of root.querySelectorAll('h2, h3, p, div, span')) {
    const text = textIn(element);
    const { localName } = element;
    if (/^h\d$/.test(localName)) {
      if (inAbstract) break;
      inAbstract = text === 'Abstract';
    } else if (inAbstract && text === 'AI-generated summary') {
      aiSummary ??= paragraphs.at(-1);
      paragraphs = [];
    } else if (inAbstract && localName === 'p' && text !== '') {
      paragraphs.push(text);
    }
  }
  const [abstract] = paragraphs.toSorted((a, b) => b.length - a.length);
  return { ...(abstract && { abstract }), ...(aiSummary && { aiSummary }) };
}

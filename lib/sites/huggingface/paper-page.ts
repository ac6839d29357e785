import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { resolveDay } from '../dates';
import { fieldsOfJson, present } from '../lenient';
import { wordsIn } from './card-words';
import { attempt, upvotesIn } from './cards';
import { textIn, textsIn } from './dom';
import type { Word } from './dom';
import { idOfItem, readItem } from './items';
import { selectors } from './markup';
import { idMonthOf } from './paper-on-card';

/**
 * Reads a paper's own page: its props if they are of this paper, else its texts, using little but
 * their order: no capture of the markup exists, only its words (2025-12-20; see decision 21).
 */
export function readPaperPage(document: Document, id: PaperId, now: number): Paper {
  const root = document.querySelector(selectors.paperPage) ?? document.querySelector('main');
  return (root && attempt(() => readIn(root, id, now))) ?? { id, title: '' };
}

function readIn(root: Element, id: PaperId, now: number): Paper | undefined {
  const item = fieldsOfJson(root.getAttribute('data-props') ?? '');
  if (item !== undefined && idOfItem(item) === id) return readItem(item, id);
  const texts = textsIn(root, ['dialog']);
  // From `arxiv:2601.40001`; after navigation possibly still another paper's.
  return texts.some(({ text }) => text === id) ? readShown(root, texts, id, now) : undefined;
}

function readShown(root: Element, texts: readonly Word[], id: PaperId, now: number): Paper {
  const end = texts.findIndex(({ text }) => text === 'Abstract');
  const head = end < 0 ? texts : texts.slice(0, end);
  const { publishedOn, submitter } = wordsIn(head);
  const title = root.querySelector('h1');
  return present<Paper>({
    id,
    title: title ? textIn(title) : '',
    // No `authorCount`: the list may be incomplete, and must not replace a known one.
    authors: end < 0 ? undefined : authorsIn(head),
    publishedOn: publishedOn && resolveDay(publishedOn, { ...idMonthOf(id), now }),
    submitter,
    upvotes: upvotesIn(root)?.value,
    ...summariesIn(root),
  });
}

/** Not names: numbers, buttons, sentences. */
const NO_NAME = /\d|.{61}|^(?:authors?|follow(?:ing)?|share|show|upvote|view)\b/i;

/**
 * The names after "Authors:", without separators. Undefined if anything else is there: then the
 * list is cut, or something else.
 */
function authorsIn(head: readonly Word[]): string[] | undefined {
  const [, behind] = head
    .map(({ text }) => text)
    .join('\n')
    .split(/^Authors?:?$/m);
  const names = behind?.match(/[\p{L}\d](?:.*[^\s,·])?/gu) ?? [];
  return names.length === 0 || names.some((name) => NO_NAME.test(name)) ? undefined : names;
}

/** The paragraphs under "Abstract"; the one before "AI-generated summary" is that summary. */
function summariesIn(root: Element): Record<'abstract' | 'aiSummary', string | undefined> {
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
  return { abstract, aiSummary };
}

import { countOf } from '../lenient';
import { shownDay } from '../dates';
import type { ShownDay } from '../dates';
import { textsIn } from './dom';
import type { Word } from './dom';

/** Facts in a card's texts outside titles, paragraphs and dialogs. */
export interface CardWords {
  authorCount?: number | undefined;
  publishedOn?: ShownDay | undefined;
  submitter?: string | undefined;
}

const AUTHOR_COUNT = /^(?:· ?)?(\d+|\d{1,3}(?:,\d{3})+) authors?$/;

const PUBLISHED_ON = /^(?:· ?)?(?:Published on )?/;

/** Hugging Face user names (in records of 2024 to 2026). */
const USER_NAME = /^[\w.-]+$/;

export function wordsOf(card: Element): CardWords {
  return wordsIn(textsIn(card, ['h3', 'p', 'dialog']));
}

/** Reads facts from texts in order. */
export function wordsIn(texts: readonly Word[]): CardWords {
  const words: CardWords = {};
  let submitterIsNext = false;
  for (const { text, linked } of texts) {
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

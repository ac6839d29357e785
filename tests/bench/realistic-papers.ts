import type { Entry, Status } from '@/lib/papers/entry';
import type { Day } from '@/lib/shared/day';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

/** A stored paper and its entry. */
export interface StoredPaper {
  paper: KnownPaper;
  entry: Entry;
}

/** The number of words in 10,000 real abstracts. */
const VOCABULARY = 60_000;
/** From 9,577 papers of the daily list: 1,396 characters, 10.3 authors. */
const WORDS_AN_ABSTRACT = 195;
const AUTHORS = 10;
/** Gives about as many different words per paper as real ones have (166). */
const STEEPNESS = 1.25;
const DAY = 86_400_000;
const STATUSES: Status[] = ['to-read', 'to-read', 'to-read', 'reading', 'read'];
const FIRST_DAY = Date.UTC(2023, 4, 4);
const LAST_DAY = Date.UTC(2026, 10, 1);

const COMMON =
  'the of and to a in we for that on with is model this as by models are our language large from ' +
  'training which data be learning an it can tasks performance while methods it reasoning through ' +
  'generation across these both existing each framework image propose into but not video more ' +
  'diffusion or show state benchmark has method using visual their such multi have approach high ' +
  'attention quality without between task results agents human these policy transformer text than ' +
  'reinforcement over however demonstrate information knowledge inference efficient introduce art ' +
  'evaluation its new however based alignment context design reward scaling datasets achieves sparse';
const STARTS =
  'b br c ch cl d dr f fl g gr h k l m n p pl pr qu r s sc sh sp st str t tr v w'.split(' ');
const MIDDLES = 'a e i o u ai ea ee io oo ou'.split(' ');
const ENDS = ['', ...'n r s t l m ck nd ng nt rd rm st ss x'.split(' ')];
const SUFFIXES = ['', '', '', ...'s ing ed er ion al ity ive ly ness ation ment able'.split(' ')];
const GIVEN =
  'Wei Yi Jun Anna José Mirela Tobias Lindiwe Haruto Minh Aïcha Petros Sanne Rhys Nadia Ling'.split(
    ' ',
  );
const TAG_ROOTS = 'agents vision theory data robots speech safety evaluation systems biology'.split(
  ' ',
);

/**
 * Invented saved papers with numbers from `start` to before `end`, always the same: words as
 * frequent as in real abstracts (Zipf's law), ten authors of some tens of thousands, one to three
 * tags on three of five, a note on every fourth.
 */
export function* realisticPapers(start: number, end: number): Generator<StoredPaper> {
  const words = vocabulary();
  for (let number = start; number < end; number += 1) yield paperNumber(number, words);
}

function paperNumber(number: number, words: readonly string[]): StoredPaper {
  const random = randomFrom(number * 2_654_435_761 + 17);
  const below = (limit: number): number => Math.floor(random() * limit);
  const word = (): string => words[rankOf(random(), words.length)] ?? '';
  const some = (count: number): string => Array.from({ length: count }, word).join(' ');
  const sentence = (): string => `${capital(some(14 + below(14)))}.`;
  const paragraph = (length: number): string => {
    const sentences: string[] = [];
    for (let left = length; left > 0; left -= 20) sentences.push(sentence());
    return sentences.join(' ');
  };
  const name = (): string => {
    const given = GIVEN[below(GIVEN.length)] ?? '';
    return `${given} ${capital(words[300 + below(24_000)] ?? '')}`;
  };
  const id: PaperId = `arxiv:${2301 + Math.floor(number / 4000)}.${String(number % 4000).padStart(5, '0')}`;
  const publishedAt = FIRST_DAY + below((LAST_DAY - FIRST_DAY) / DAY) * DAY;
  const savedAt = FIRST_DAY + Math.floor((number * (LAST_DAY - FIRST_DAY)) / 100_000) + below(1000);
  const slug = capital(words[200 + rankOf(random(), 4000)] ?? '');
  return {
    paper: {
      id,
      title: capital(some(5 + below(8))),
      abstract: paragraph(WORDS_AN_ABSTRACT - 60 + below(120)),
      authors: Array.from({ length: Math.max(1, AUTHORS - 7 + below(14)) }, name),
      authorCount: AUTHORS,
      publishedOn: dayOf(publishedAt),
      listedOn: dayOf(publishedAt + DAY),
      upvotes: Math.floor(3 / (random() + 0.005)),
      comments: below(20),
      submitter: `reader${below(500)}`,
      firstSeenAt: savedAt,
      lastSeenAt: savedAt,
      ...(number % 2 === 0 ? { organization: { slug, name: `${slug} Institute` } } : {}),
      ...(number % 3 === 0 ? { githubRepo: `https://github.com/example/${number}` } : {}),
    },
    entry: {
      paperId: id,
      status: STATUSES[below(STATUSES.length)] ?? 'to-read',
      tags: number % 5 < 3 ? tags(1 + below(3), below, words) : [],
      note: number % 4 === 0 ? paragraph(20 + below(60)) : '',
      citationKey: `paper${number}`,
      savedAt,
      updatedAt: savedAt,
      removedAt: 0,
      editedAt: {},
    },
  };
}

function tags(count: number, below: (limit: number) => number, words: readonly string[]): string[] {
  const tag = (): string =>
    `${TAG_ROOTS[below(TAG_ROOTS.length)] ?? ''}/${words[150 + below(below(1000) + 1)] ?? ''}`;
  return [...new Set(Array.from({ length: count }, tag))];
}

/** Invented words after those of real abstracts, the most frequent first. */
function vocabulary(): string[] {
  const random = randomFrom(42);
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  const words = new Set(COMMON.split(' '));
  while (words.size < VOCABULARY) {
    // Frequent words are shorter.
    const syllables = 1 + Math.floor(random() * Math.min(3, 1.6 + words.size / 10_000));
    const stem = Array.from({ length: syllables }, () => one(STARTS) + one(MIDDLES)).join('');
    words.add(stem + one(ENDS) + one(SUFFIXES));
  }
  return [...words];
}

/** A rank from 0 to before `count`; the r-th is slightly less likely than 1 / r times the first. */
function rankOf(random: number, count: number): number {
  return Math.min(count - 1, Math.floor(2 * (count / 2 + 1) ** (random ** STEEPNESS) - 2));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}

/** A seeded generator of numbers from 0 to before 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

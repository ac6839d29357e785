import * as v from 'valibot';
import { isDay, type Day } from '@/lib/shared/day';
import type { Paper } from './paper';
import { isPaperId, isStoredId, type PaperId } from './paper-id';

export const text = v.string();

/**
 * Text of at most `most` UTF-16 units.
 * @param otherwise issue message for longer text
 */
/* @__NO_SIDE_EFFECTS__ */
export function textUpTo(most: number, otherwise?: string): v.GenericSchema<unknown, string> {
  return v.pipe(text, v.maxLength(most, otherwise));
}

/**
 * A list of at most `most` items, counted before they are checked.
 * @param otherwise issue message for a longer list
 */
/* @__NO_SIDE_EFFECTS__ */
export function listUpTo<T>(
  most: number,
  item: v.GenericSchema<unknown, T>,
  otherwise?: string,
): v.GenericSchema<unknown, T[]> {
  return v.pipe(v.array(v.unknown()), v.maxLength(most, otherwise), v.array(item));
}

/** Non-negative integer. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** ms since epoch, up to the maximum (https://tc39.es/ecma262/#sec-time-values-and-time-range). */
export const time = v.pipe(count, v.maxValue(8.64e15));
export const day = v.custom<Day>(isDay);
export const paperId = v.custom<PaperId>(isPaperId);
/** The id of a possibly stored row. */
export const storedId = v.custom<PaperId>(isStoredId);
const webAddress = v.pipe(text, v.regex(/^https?:\/\//));

/**
 * A paper's facts in messages and files. `satisfies`: a missing fact (it would be lost) does not
 * compile.
 */
export const PAPER_FACTS = {
  id: paperId,
  title: text,
  abstract: v.exactOptional(text),
  authors: v.exactOptional(v.array(text)),
  authorCount: v.exactOptional(count),
  organization: v.exactOptional(v.object({ slug: text, name: text })),
  publishedOn: v.exactOptional(day),
  listedOn: v.exactOptional(day),
  submitter: v.exactOptional(text),
  upvotes: v.exactOptional(count),
  comments: v.exactOptional(count),
  githubRepo: v.exactOptional(webAddress),
  githubStars: v.exactOptional(count),
  projectPage: v.exactOptional(webAddress),
  thumbnail: v.exactOptional(webAddress),
  aiSummary: v.exactOptional(text),
  aiKeywords: v.exactOptional(v.array(text)),
} satisfies Record<keyof Paper, v.GenericSchema>;

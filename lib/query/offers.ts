import { completionAt, withCompletion } from './complete-query';
import type { Completion } from './complete-query';
import { isSuggested, QUERY_KEYS, queryKey } from './keys';
import type { QueryKey, SuggestedKind } from './keys';

/** A value of the library, in `count` papers. */
export interface SuggestedValue {
  value: string;
  count?: number;
}

/** The library's matches of `typed`, best first. */
export type SuggestValues = (
  kind: SuggestedKind,
  typed: string,
) => Promise<readonly SuggestedValue[]>;

/** A completion and the resulting query. */
export interface Offer extends SuggestedValue {
  /** A key's message key. */
  description?: QueryKey['description'];
  text: string;
  caret: number;
}

/**
 * The offers at the caret: keys, or values of its key.
 * @param asked by the reader; otherwise keys need a first letter
 */
export type OffersAt = (text: string, caret: number, asked: boolean) => Promise<readonly Offer[]>;

/** Offers from the language and `suggest`. */
export function offersFrom(suggest: SuggestValues): OffersAt {
  return async (text, caret, asked) => {
    const completion = completionAt(text, caret);
    if (completion === undefined) return [];
    if (completion.kind === 'key') {
      return completion.typed === '' && !asked ? [] : keyOffers(text, completion);
    }
    const values = await valuesOf(completion, suggest);
    return values
      .map((value) => ({ ...value, ...withCompletion(text, completion, value.value) }))
      .filter((offer) => offer.text.trimEnd() !== text.trimEnd());
  };
}

function keyOffers(text: string, completion: Completion): Offer[] {
  const typed = completion.typed.toLowerCase();
  return QUERY_KEYS.filter(({ key }) => key.startsWith(typed)).map(({ key, description }) => ({
    value: `${key}:`,
    description,
    ...withCompletion(text, completion, key),
  }));
}

async function valuesOf(
  { key, typed }: Completion & { kind: 'value' },
  suggest: SuggestValues,
): Promise<readonly SuggestedValue[]> {
  if (isSuggested(key)) return suggest(key, typed);
  const values = queryKey(key)?.values ?? [];
  const folded = typed.toLowerCase();
  return values.filter((value) => value.startsWith(folded)).map((value) => ({ value }));
}

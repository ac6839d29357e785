import { completionAt, withCompletion } from './complete-query';
import type { Completion } from './complete-query';
import { QUERY_KEYS, queryKey } from './keys';
import type { QueryKey, SuggestedKind } from './keys';

/** A value that the library knows, perhaps with how many of its papers have it. */
export interface SuggestedValue {
  value: string;
  count?: number;
}

/** The library's values of a kind for what was typed of one, the best first. */
export type SuggestValues = (
  kind: SuggestedKind,
  typed: string,
) => Promise<readonly SuggestedValue[]>;

/** One way to go on with a query: what is offered, and what the query becomes with it. */
export interface Offer extends SuggestedValue {
  /** Of a key: the key of the words that say what it asks. */
  description?: QueryKey['description'];
  text: string;
  caret: number;
}

/**
 * What to offer at the caret: keys, or values of the key it stands behind.
 * @param asked whether the reader asked for it; else nothing is offered before a first letter
 */
export type OffersAt = (text: string, caret: number, asked: boolean) => Promise<readonly Offer[]>;

/** Offers from the language itself and from what `suggest` knows of the library. */
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
  switch (key) {
    case 'tag':
    case 'author':
    case 'org':
    case 'year':
      return suggest(key, typed);
    default: {
      const values: readonly string[] = queryKey(key)?.values ?? [];
      const folded = typed.toLowerCase();
      return values.filter((value) => value.startsWith(folded)).map((value) => ({ value }));
    }
  }
}

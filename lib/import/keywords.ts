import { STATUSES } from '../papers/entry';
import type { Entry, Status } from '../papers/entry';
import { cleanTag, tagKey } from '../papers/tag';

/**
 * What keywords are to an entry. Our exports write its status as the last keyword (see
 * `keywordsOf` in `lib/export`): that one is no tag. Empty ones and repetitions are left out.
 */
export function fromKeywords(keywords: readonly string[]): Pick<Partial<Entry>, 'tags' | 'status'> {
  const at = keywords.findLastIndex((keyword) => statusOf(keyword) !== undefined);
  const status = statusOf(keywords[at] ?? '');
  const tags = tagsFrom(keywords.filter((_, index) => index !== at));
  return { ...(tags.length > 0 && { tags }), ...(status && { status }) };
}

/** `texts` as tags, empty ones and repetitions left out. */
export function tagsFrom(texts: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const text of texts) {
    const tag = cleanTag(text);
    const key = tagKey(tag);
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

function statusOf(keyword: string): Status | undefined {
  const text = keyword.trim();
  return STATUSES.find((status) => status === text);
}

/** Keywords in one text, between commas or semicolons. */
export function splitKeywords(text: string): string[] {
  return text.split(/[,;]/);
}

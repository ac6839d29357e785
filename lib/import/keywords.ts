import { STATUSES } from '@/lib/papers/entry';
import type { Entry, Status } from '@/lib/papers/entry';
import { cleanTag, tagKey } from '@/lib/papers/tags/tag';

/**
 * Keywords as tags and status. Only Papershelf writes the status as the last keyword (`keywordsOf`
 * in `lib/export`); elsewhere all are tags. Drops empty ones and duplicates.
 */
export function fromKeywords(
  keywords: readonly string[],
  isOwnExport: boolean,
): Pick<Partial<Entry>, 'tags' | 'status'> {
  const status = isOwnExport ? statusOf(keywords.at(-1) ?? '') : undefined;
  const tags = tagsFrom(status === undefined ? keywords : keywords.slice(0, -1));
  return { ...(tags.length > 0 && { tags }), ...(status && { status }) };
}

/** `texts` as tags, without empty ones and duplicates. */
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

/** Splits keywords at commas and semicolons. */
export function splitKeywords(text: string): string[] {
  return text.split(/[,;]/);
}

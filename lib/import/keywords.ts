import { STATUSES } from '@/lib/papers/entry';
import type { Entry, Status } from '@/lib/papers/entry';
import { cleanTag, tagKey } from '@/lib/papers/tags/tag';

/**
 * Keywords as tags, without empty ones and duplicates. Only in Papershelf's exports, the last is
 * the status (`keywordsOf` in `lib/export`).
 */
export function fromKeywords(
  keywords: readonly string[],
  isOwnExport: boolean,
): Pick<Partial<Entry>, 'tags' | 'status'> {
  const status = isOwnExport ? statusOf(keywords.at(-1) ?? '') : undefined;
  const tags = tagsFrom(status === undefined ? keywords : keywords.slice(0, -1));
  return { ...(tags.length > 0 && { tags }), ...(status && { status }) };
}

/** Tags, without empty ones and duplicates. */
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

/** At commas and semicolons; untrimmed, maybe empty. */
export function splitKeywords(text: string): string[] {
  return text.split(/[,;]/);
}

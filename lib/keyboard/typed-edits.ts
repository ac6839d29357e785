import type { EntryEdit } from '@/lib/papers/edit-entry';
import { cleanTag } from '@/lib/papers/tags/tag';

export type PanelField = 'status' | 'tags' | 'note';

/** Splits text typed ahead into tags and text for the field. */
export function tagsAndText(part: PanelField, typed: string): { tags: string[]; text: string } {
  if (part !== 'tags') return { tags: [], text: typed };
  const lines = typed.split('\n');
  const text = lines.pop() ?? '';
  // Each Enter completed a tag.
  return { tags: lines.map(cleanTag).filter((tag) => tag !== ''), text };
}

/**
 * Stores text typed ahead for a field that did not appear.
 * @param note the paper's known note
 */
export function typedEdits(part: PanelField, typed: string, note: string): EntryEdit[] {
  if (part === 'note') return [{ kind: 'note', base: note, text: note + typed }];
  const { tags } = tagsAndText(part, `${typed}\n`);
  return tags.map((tag) => ({ kind: 'add-tag', tag }));
}

/** Appends `text` as if typed. */
export function typeInto(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.setRangeText(text, field.value.length, field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

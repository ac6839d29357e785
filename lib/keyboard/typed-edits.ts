import type { EntryEdit } from '@/lib/papers/edit-entry';
import { cleanTag } from '@/lib/papers/tags/tag';

/** A field of a paper that a key or a button leads to. */
export type PanelField = 'status' | 'tags' | 'note';

/**
 * What was typed ahead as the part takes it that it was meant for: the tags to be added at once, and
 * the text of its field.
 */
export function tagsAndText(part: PanelField, typed: string): { tags: string[]; text: string } {
  if (part !== 'tags') return { tags: [], text: typed };
  const lines = typed.split('\n');
  const text = lines.pop() ?? '';
  // Each Enter was for the tag before it.
  return { tags: lines.map(cleanTag).filter((tag) => tag !== ''), text };
}

/**
 * The edits that store what was typed ahead for a part that did not come to take it.
 * @param note the paper's note as it is known
 */
export function typedEdits(part: PanelField, typed: string, note: string): EntryEdit[] {
  if (part === 'note') return [{ kind: 'note', base: note, text: note + typed }];
  const { tags } = tagsAndText(part, `${typed}\n`);
  return tags.map((tag) => ({ kind: 'add-tag', tag }));
}

/** Puts `text` at the end of a field, as if it were typed there. */
export function typeInto(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.setRangeText(text, field.value.length, field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

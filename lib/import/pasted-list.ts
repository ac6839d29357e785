import type { PaperId } from '@/lib/papers/paper-id';
import { paperOfWord } from '@/lib/sites/mentions';
import type { ImportFormat, ImportItem } from './format';

/**
 * arXiv identifiers and paper links in any text, without versions and duplicates. Titles come
 * later, from pages.
 */
export const pastedList: ImportFormat = {
  id: 'pasted-list',
  label: 'arXiv links',
  recognises: (beginning) => !papersIn(beginning).next().done,
  *read(text) {
    const seen = new Set<PaperId>();
    for (const { id, line } of papersIn(text)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const item: ImportItem = {
        kind: 'record',
        record: { paper: { id, title: '' }, entry: {}, line },
      };
      yield item;
    }
  },
};

function* papersIn(text: string): Generator<{ id: PaperId; line: number }> {
  let line = 1;
  for (const [word] of text.matchAll(WORDS)) {
    if (word === '\n') line += 1;
    const id = word.length < 6 ? undefined : paperOfWord(word);
    if (id !== undefined) yield { id, line };
  }
}

// Words between white space and punctuation, or a line's end.
const WORDS = /\n|[^\s,;|<>()"'`[\]{}]+/g;

import { arxivIdentifier, type PaperId } from '../papers/paper-id';
import type { ImportFormat, ImportItem } from './format';
import { arxivMentionedIn, paperIdFrom } from './identity';

/**
 * arXiv identifiers and links in any text, each paper once and without its version. All else is
 * passed over; a page that shows the paper later gives its title.
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
    const id = word.length < 6 ? undefined : paperOf(word);
    if (id !== undefined) yield { id, line };
  }
}

// What stands between white space and the signs that set links and numbers off; or a line's end.
const WORDS = /\n|[^\s,;|<>()"'`[\]{}]+/g;

/** The paper that a word names: a link or `arXiv:…` wherever it points, else a bare identifier. */
function paperOf(word: string): PaperId | undefined {
  const mentioned = arxivMentionedIn(word);
  if (mentioned !== undefined) return mentioned;
  const bare = paperIdFrom({ arxiv: word.replace(/[.:!?]+$/, '') });
  return bare !== undefined && HAS_MONTH.test(arxivIdentifier(bare) ?? '') ? bare : undefined;
}

// Other numbers look alike, so its month must be one.
const HAS_MONTH = /^(?:\d{2}|[a-z-]+\/\d{2})(?:0[1-9]|1[0-2])/;

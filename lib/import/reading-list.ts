import type { ImportFormat } from './format';
import { recordFrom } from './reference';

/**
 * Our own Markdown, which is made to be read: of each section the link and the title alone, and a
 * word that the rest is not brought back. A note is quoted in it, so none of its lines is a section.
 */
export const readingList: ImportFormat = {
  id: 'reading-list',
  label: 'Markdown',
  recognises: (beginning) => HEAD.test(beginning),
  *read(text) {
    yield { kind: 'problem', problem: { code: 'only-for-reading' } };
    let line = 0;
    for (const [, row = ''] of text.matchAll(LINES)) {
      line += 1;
      const section = SECTION.exec(row);
      if (section === null) continue;
      const [, linked, url, bare = ''] = section;
      const title = (linked ?? bare).replace(ESCAPED, '$1');
      yield recordFrom({ line, title, urls: url === undefined ? [] : [url] });
    }
  },
};

// What `lib/export/markdown.ts` writes.
const HEAD = /^# Reading list\s{2,4}\d+ papers?, exported on \d{4}-\d\d-\d\d\s/;
const SECTION = /^## (?:\[((?:\\.|[^\\\]])*)\]\((\S+)\)$|(.+))/;
const ESCAPED = /\\([\\`*_[\]<>|~#&+=.)-])/g;
const LINES = /([^\r\n]*)(?:\r\n?|\n|$)/g;

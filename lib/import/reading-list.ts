import type { ImportFormat } from './format';
import { recordFrom } from './reference';

/**
 * Papershelf's Markdown, meant for reading: imports only links and titles, with a notice. Headings
 * of quoted notes are no sections.
 */
export const readingList: ImportFormat = {
  id: 'reading-list',
  label: 'Markdown',
  recognises: (beginning) => HEAD.test(beginning),
  *read(text) {
    yield { kind: 'problem', problem: { code: 'only-for-reading' } };
    let line = 0;
    for (const row of text.split(/\r\n?|\n/)) {
      line += 1;
      const section = SECTION.exec(row);
      if (section === null) continue;
      const [, linked, url, bare = ''] = section;
      const title = (linked ?? bare).replace(ESCAPED, '$1');
      yield recordFrom({ line, title, urls: url === undefined ? [] : [url] });
    }
  },
};

// As in `lib/export/markdown.ts`.
const HEAD = /^# Reading list\s{2,4}\d+ papers?, exported on \d{4}-\d\d-\d\d\s/;
const SECTION = /^## (?:\[((?:\\.|[^\\\]])*)\]\((\S+)\)$|(.+))/;
const ESCAPED = /\\([\\`*_[\]<>|~#&+=.)-])/g;

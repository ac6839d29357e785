import { describe, expect, it } from 'vitest';
import { paperInTab } from '@/lib/library/quotations/paper-in-tab';
import { recordPaper } from '@/lib/library/record/record-paper';
import { aPaper, openTestLibrary } from './library-for-tests';

const { id, title } = aPaper(1);

describe('paperInTab', () => {
  it('reads the citation tags', async () => {
    const tags = [['citation_title', 'Shelves'] as const];
    expect(await paperInTab(openTestLibrary(), id, tags, 'Of the tab')).toEqual({
      id,
      title: 'Shelves',
    });
  });

  it('takes the title of the tab without citation tags', async () => {
    const library = openTestLibrary();
    expect(await paperInTab(library, id, [], 'On  Shelves')).toEqual({ id, title: 'On Shelves' });
    expect(await paperInTab(library, id, [], 'main.pdf')).toEqual({ id, title: '' });
    await recordPaper(library, { id, title: '' });
    expect((await paperInTab(library, id, [], 'On Shelves')).title).toBe('On Shelves');
  });

  it('keeps a known title', async () => {
    const library = openTestLibrary();
    await recordPaper(library, aPaper(1));
    const tabTitle = 'Microsoft Word - final draft v3.docx';
    await recordPaper(library, await paperInTab(library, id, [], tabTitle));
    expect((await library.db.papers.get(id))?.title).toBe(title);
  });
});

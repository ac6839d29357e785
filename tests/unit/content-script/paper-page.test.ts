// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PageSettings } from '@/lib/content-script/page-settings';
import { PaperPage, type PaperOnPage } from '@/lib/content-script/paper-page';
import { Failure } from '@/lib/shared/failure';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Rise } from '@/lib/papers/rise';
import { readers } from '@/lib/sites/readers';
import { FakeBackground, idOf, promised, saved, unsaved } from './listing-for-tests';
import { eventually } from '../../fixtures/eventually';

const at = (number: number) => new URL(`https://paper.example/${idOf(number)}`);

/** `titles` are those that the page shows now. */
function openPage() {
  const background = new FakeBackground();
  let rise: Rise | null = null;
  Object.assign(background.answers, {
    'paper.record': ({ paper }: { paper: Paper }) => ({ state: unsaved(paper.id), rise }),
    'library.undo-quotation': ({ paperId }: { paperId: PaperId }) => ({
      state: unsaved(paperId),
      left: false,
    }),
  });
  const titles = new Map<PaperId, string>();
  const drawn: PaperOnPage[] = [];
  const mounted: PaperId[] = [];
  const page = new PaperPage({
    site: {
      ...readers[0]!,
      paperAt: ({ pathname }) =>
        pathname.startsWith('/arxiv:') ? (pathname.slice(1) as PaperId) : undefined,
      readPaperPage: (_, id) => ({ id, title: titles.get(id) ?? '' }),
    },
    document,
    sendMessage: background.sendMessage,
    settings: new PageSettings(background.sendMessage),
    view: (_, id) => {
      mounted.push(id);
      return {
        place: () => {},
        draw: (shown) => drawn.push(shown),
        remove: () => mounted.splice(mounted.indexOf(id), 1),
      };
    },
    isAlive: () => true,
  });
  return {
    page,
    background,
    titles,
    mounted,
    drawn,
    riseBy: (by: number) => (rise = { by, since: 1 }),
    last: () => drawn.at(-1)!,
    settle: () => eventually(() => expect(background.of('library.states').length).toBe(1)),
  };
}

describe('PaperPage', () => {
  it('records each visit once and shows a rise', async () => {
    const { page, background, titles, riseBy, last } = openPage();
    titles.set(idOf(1), 'One');
    riseBy(42);
    page.visit(at(1));
    page.read();
    page.visit(new URL('#community', at(1)));
    await eventually(() => expect(last().rise).toEqual({ by: 42, since: 1 }));
    page.read();
    expect(background.of('paper.record')).toEqual([{ paper: { id: idOf(1), title: 'One' } }]);
    page.visit(new URL('https://paper.example/papers'));
    page.visit(at(1));
    expect(background.of('paper.record')).toHaveLength(2);
  });

  it('waits after a navigation until the page shows the paper', () => {
    const { page, background, titles, last } = openPage();
    page.visit(at(1));
    expect(last().title).toBe(idOf(1));
    expect(background.of('paper.record')).toEqual([]);
    titles.set(idOf(1), 'One');
    page.read();
    expect(last().title).toBe('One');
    expect(background.of('paper.record')).toHaveLength(1);
  });

  it('records the visit again after a failure', async () => {
    const { page, background, titles } = openPage();
    titles.set(idOf(1), 'One');
    const answer = background.answers['paper.record'];
    background.answers['paper.record'] = () => {
      throw new Failure('no-answer');
    };
    page.visit(at(1));
    await Promise.resolve();
    background.answers['paper.record'] = answer!;
    await eventually(() => {
      page.read();
      expect(background.of('paper.record')).toHaveLength(2);
    });
  });

  it('shows one paper at a time, and none on other pages', async () => {
    const { page, mounted } = openPage();
    page.visit(at(1));
    page.visit(at(2));
    expect(mounted).toEqual([idOf(2)]);
    expect(page.cards()).toEqual({ paper: { id: idOf(2), title: '' } });
    expect(page.keys.on).toBe(false);
    await eventually(() => expect(page.keys.on).toBe(true));
    page.visit(new URL('https://paper.example/papers'));
    expect(mounted).toEqual([]);
    expect(page.cards()).toBeUndefined();
    expect(page.keys).toEqual({ ...DEFAULT_PAGE_KEYS, on: false });
  });

  it('ignores a late answer for the previous paper', async () => {
    const { page, background, titles, drawn } = openPage();
    titles.set(idOf(1), 'One').set(idOf(2), 'Two');
    const late = promised<unknown>();
    background.answers['paper.record'] = ({ paper }: { paper: Paper }) =>
      paper.id === idOf(1) ? late.promise : { state: unsaved(paper.id), rise: null };
    page.visit(at(1));
    page.visit(at(2));
    late.resolve({ state: unsaved(idOf(1)), rise: { by: 9, since: 1 } });
    await new Promise((resolve) => setTimeout(resolve));
    expect(drawn.filter(({ rise }) => rise !== undefined)).toEqual([]);
  });

  it('follows changes of its own paper', async () => {
    const { page, background, settle } = openPage();
    page.visit(at(1));
    await settle();
    await page.onChanged([idOf(2)]);
    expect(background.of('library.states')).toHaveLength(1);
    await page.onChanged([idOf(1)]);
    await page.onChanged(undefined);
    expect(background.of('library.states')).toHaveLength(3);
  });

  describe('a quotation', () => {
    const quotation = { paperId: idOf(1), before: 'Mine.', after: 'Mine.\n\n> One.', saved: true };

    it('is shown on the page of its paper and undone once', async () => {
      const { page, background, last } = openPage();
      page.visit(at(1));
      page.showQuotation({ ...quotation, paperId: idOf(2) });
      expect(last().quotation).toBeUndefined();
      page.showQuotation(quotation);
      expect(last().quotation).toEqual(quotation);
      await page.undoQuotation();
      expect(last().quotation).toBeUndefined();
      await page.undoQuotation();
      expect(background.of('library.undo-quotation')).toEqual([quotation]);
      expect(page.papers.get(idOf(1)).saved).toBe(false);
    });

    it('that was left in the note is shown as such and cannot be undone', async () => {
      const { page, background, last } = openPage();
      background.answers['library.undo-quotation'] = () => ({ state: saved(idOf(1)), left: true });
      page.visit(at(1));
      page.showQuotation(quotation);
      await page.undoQuotation();
      expect(last().quotation).toEqual({ ...quotation, left: true });
      expect(page.papers.get(idOf(1)).saved).toBe(true);
      await page.undoQuotation();
      expect(background.of('library.undo-quotation')).toEqual([quotation]);
      page.showQuotation(undefined);
      expect(last().quotation).toBeUndefined();
    });

    it.each([
      ['left in the note', () => ({ state: saved(idOf(1)), left: true })],
      ['not undone', () => Promise.reject(new Failure('no-answer'))],
    ])('that was %s does not replace a later one', async (_, answer) => {
      const { page, background, last } = openPage();
      vi.spyOn(console, 'error').mockImplementation(() => {});
      background.answers['library.undo-quotation'] = answer;
      page.visit(at(1));
      page.showQuotation(quotation);
      const undone = page.undoQuotation();
      const later = {
        ...quotation,
        before: quotation.after,
        after: `${quotation.after}\n\n> Two.`,
      };
      page.showQuotation(later);
      await undone;
      expect(last().quotation).toEqual(later);
    });

    it('can be undone again after a failure', async () => {
      const { page, background, last } = openPage();
      vi.spyOn(console, 'error').mockImplementation(() => {});
      background.answers['library.undo-quotation'] = () => {
        throw new Failure('no-answer');
      };
      page.visit(at(1));
      page.showQuotation(quotation);
      await page.undoQuotation();
      expect(last().quotation).toEqual(quotation);
    });
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Browser } from 'wxt/browser';
import { offerQuotations } from '@/entrypoints/background/quotation-menu';
import { answerPageCards } from '@/lib/messaging/page-cards';
import { onQuotation, type QuotationAdded } from '@/lib/messaging/quotations';
import { openTestLibrary, type TestLibrary } from '../library/library-for-tests';
import { eventually } from '../../fixtures/eventually';

type Click = (
  info: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
) => Promise<void> | void;

const { contextMenus, scripting, tabs, action, i18n } = fakeBrowser;
const tab = { id: 7 } as Browser.tabs.Tab;
const abs = 'https://arxiv.org/abs/2603.12345v2?context=cs#x';

let library: TestLibrary;
let click: Click;

function info(pageUrl: string, selectionText = 'From the browser.') {
  return { menuItemId: 'add-quotation', editable: false, frameId: 0, pageUrl, selectionText };
}

/** What a script in the page finds; without it, none may run there. */
function inPage(result?: unknown): void {
  const run = vi.spyOn(scripting, 'executeScript');
  if (result === undefined) run.mockRejectedValue(new Error('Cannot access contents of the page'));
  else run.mockResolvedValue([{ documentId: '', frameId: 0, result }] as never);
}

/** Has a script of ours in the page, which is told what tabs are. */
function putScriptInPage(): void {
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (_tabId, message) => {
    let answer: unknown;
    const sender = { id: fakeBrowser.runtime.id };
    await fakeBrowser.runtime.onMessage.trigger(message, sender, (value: unknown) => {
      answer = value;
    });
    return answer as never;
  });
}

async function note(id = 'arxiv:2603.12345'): Promise<string | undefined> {
  return (await library.db.entries.get(id as `${string}:${string}`))?.note;
}

const badge = () => vi.mocked(action.setBadgeText).mock.calls.map(([{ text }]) => text);

beforeEach(() => {
  fakeBrowser.reset();
  library = openTestLibrary();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(i18n, 'getMessage').mockReturnValue('Add quotation to note');
  vi.spyOn(contextMenus, 'create').mockReturnValue('');
  vi.spyOn(tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
  vi.spyOn(action, 'setBadgeText').mockResolvedValue();
  vi.spyOn(contextMenus.onClicked, 'addListener').mockImplementation((listener) => {
    click = listener as Click;
  });
  offerQuotations(library);
});

describe('the item in the context menu', () => {
  it('is made at every start, for what is selected on the page of one paper', () => {
    expect(contextMenus.create).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'add-quotation',
        title: 'Add quotation to note',
        contexts: ['selection'],
      }),
      expect.any(Function),
    );
    // That it is there already is no failure.
    const [, answered] = vi.mocked(contextMenus.create).mock.calls[0]!;
    expect(() => answered!()).not.toThrow();
  });

  it('adds what is selected with its line breaks, and the facts that the page tells', async () => {
    inPage({
      selection: ' One.\n\nTwo. ',
      citationTags: [
        ['citation_title', 'Shelves'],
        ['citation_author', 'Quill, Ada'],
      ],
    });
    await click(info(abs), tab);
    await eventually(async () =>
      expect(await note()).toBe(
        '> One.\n>\n> Two.\n>\n> — [Shelves](https://arxiv.org/abs/2603.12345v2), 2026-09-28',
      ),
    );
    expect(await library.db.papers.get('arxiv:2603.12345')).toMatchObject({
      title: 'Shelves',
      authors: ['Ada Quill'],
    });
    // No script of ours is there to say so.
    await eventually(() => expect(badge()).toEqual(['✓']));
  });

  it('takes the selection from the browser where no script may look', async () => {
    inPage();
    await click(info('https://arxiv.org/pdf/2603.12345'), tab);
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
  });

  it('takes the title of the tab where the page tells none, unless one is known', async () => {
    inPage({ selection: 'One.', citationTags: [] });
    const named = { ...tab, title: 'On Shelves and Papers' };
    await click(info('https://arxiv.org/html/2603.12345v1'), named);
    await eventually(async () =>
      expect(await library.db.papers.get('arxiv:2603.12345')).toMatchObject({
        title: 'On Shelves and Papers',
      }),
    );
    expect((await library.db.entries.get('arxiv:2603.12345'))?.citationKey).toBe('shelvespapers');
    inPage();
    await click(info('https://arxiv.org/pdf/2603.12345'), { ...tab, title: 'Word - draft.docx' });
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
    expect((await library.db.papers.get('arxiv:2603.12345'))?.title).toBe('On Shelves and Papers');
  });

  it('does the same when the page answers with anything else', async () => {
    inPage({ selection: 5, citationTags: 'all' });
    await click(info(abs), tab);
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
  });

  it('tells the page, if one of ours is there', async () => {
    inPage();
    const told: QuotationAdded[] = [];
    onQuotation((news) => told.push(news), new AbortController().signal);
    putScriptInPage();
    await click(info('https://huggingface.co/papers/2603.12345'), tab);
    await eventually(() => expect(told).toHaveLength(1));
    expect(told).toMatchObject([{ paperId: 'arxiv:2603.12345', before: '', saved: true }]);
    expect(told[0]!.after).toBe(await note());
    expect(badge()).toEqual([]);
  });

  it('names the paper as its own page does, though that is not on record yet', async () => {
    inPage();
    const paper = { id: 'arxiv:2603.12345' as const, title: 'Shelves' };
    answerPageCards(() => ({ paper }), new AbortController().signal);
    putScriptInPage();
    await click(info('https://huggingface.co/papers/2603.12345'), tab);
    await eventually(async () => expect(await note()).toContain('[Shelves]('));
  });

  it('asks the tab for the title where its own page cannot tell it', async () => {
    inPage();
    const paper = { id: 'arxiv:2603.12345' as const, title: '' };
    answerPageCards(() => ({ paper }), new AbortController().signal);
    putScriptInPage();
    const named = { ...tab, title: 'On Shelves and Papers' };
    await click(info('https://huggingface.co/papers/2603.12345'), named);
    await eventually(async () => expect(await note()).toContain('[On Shelves and Papers]('));
  });

  it('does nothing on a page of no paper, for another item, or without a tab', async () => {
    inPage();
    await click(info('https://huggingface.co/papers/date/2026-02-02'), tab);
    await click({ ...info(abs), menuItemId: 'other' }, tab);
    await click(info(abs), undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await library.db.entries.count()).toBe(0);
    expect(badge()).toEqual([]);
  });

  it('says on the button when it could not', async () => {
    inPage();
    await click(info(abs, ' '), tab);
    await eventually(() => expect(badge()).toEqual(['!']));
    expect(await library.db.entries.count()).toBe(0);
  });
});

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

/** The result of a script in the page; without one, scripts may not run there. */
function stubPageScript(result?: unknown): void {
  const run = vi.spyOn(scripting, 'executeScript');
  if (result === undefined) run.mockRejectedValue(new Error('Cannot access contents of the page'));
  else run.mockResolvedValue([{ documentId: '', frameId: 0, result }] as never);
}

/** Delivers tab messages to the listeners, as if our content script ran in the page. */
function stubContentScript(): void {
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

describe('offerQuotations', () => {
  it('creates the context menu item for selections at every start', () => {
    expect(contextMenus.create).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'add-quotation',
        title: 'Add quotation to note',
        contexts: ['selection'],
      }),
      expect.any(Function),
    );
    // The error for an existing item is ignored.
    const [, answered] = vi.mocked(contextMenus.create).mock.calls[0]!;
    expect(() => answered!()).not.toThrow();
  });

  it('adds the selection with its line breaks, and the facts from the page', async () => {
    stubPageScript({
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
    // No content script is there to confirm it.
    await eventually(() => expect(badge()).toEqual(['✓']));
  });

  it('takes the selection from the browser where scripts may not run', async () => {
    stubPageScript();
    await click(info('https://arxiv.org/pdf/2603.12345'), tab);
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
  });

  it('takes the title of the tab when the page gives none, unless one is known', async () => {
    stubPageScript({ selection: 'One.', citationTags: [] });
    const named = { ...tab, title: 'On Shelves and Papers' };
    await click(info('https://arxiv.org/html/2603.12345v1'), named);
    await eventually(async () =>
      expect(await library.db.papers.get('arxiv:2603.12345')).toMatchObject({
        title: 'On Shelves and Papers',
      }),
    );
    expect((await library.db.entries.get('arxiv:2603.12345'))?.citationKey).toBe('shelvespapers');
    stubPageScript();
    await click(info('https://arxiv.org/pdf/2603.12345'), { ...tab, title: 'Word - draft.docx' });
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
    expect((await library.db.papers.get('arxiv:2603.12345'))?.title).toBe('On Shelves and Papers');
  });

  it('takes no title from the tab of a translated page', async () => {
    stubPageScript({ selection: 'One.', citationTags: [], translated: true });
    const named = { ...tab, title: 'Über Regale und Papiere' };
    await click(info('https://arxiv.org/html/2603.12345v1'), named);
    await eventually(async () => expect(await note()).toContain('> One.'));
    expect((await library.db.papers.get('arxiv:2603.12345'))?.title).toBe('');
  });

  it('takes the selection from the browser when the answer is malformed', async () => {
    stubPageScript({ selection: 5, citationTags: 'all' });
    await click(info(abs), tab);
    await eventually(async () => expect(await note()).toContain('> From the browser.'));
  });

  it('notifies the content script if there is one', async () => {
    stubPageScript();
    const received: QuotationAdded[] = [];
    onQuotation((quotation) => received.push(quotation), new AbortController().signal);
    stubContentScript();
    await click(info('https://huggingface.co/papers/2603.12345'), tab);
    await eventually(() => expect(received).toHaveLength(1));
    expect(received).toMatchObject([{ paperId: 'arxiv:2603.12345', before: '', saved: true }]);
    expect(received[0]!.after).toBe(await note());
    expect(badge()).toEqual([]);
  });

  it('takes the title of an unrecorded paper from the content script', async () => {
    stubPageScript();
    const paper = { id: 'arxiv:2603.12345' as const, title: 'Shelves' };
    answerPageCards(() => ({ paper }), new AbortController().signal);
    stubContentScript();
    await click(info('https://huggingface.co/papers/2603.12345'), tab);
    await eventually(async () => expect(await note()).toContain('[Shelves]('));
  });

  it('takes the title of the tab when the content script knows none', async () => {
    stubPageScript();
    const paper = { id: 'arxiv:2603.12345' as const, title: '' };
    answerPageCards(() => ({ paper }), new AbortController().signal);
    stubContentScript();
    const named = { ...tab, title: 'On Shelves and Papers' };
    await click(info('https://huggingface.co/papers/2603.12345'), named);
    await eventually(async () => expect(await note()).toContain('[On Shelves and Papers]('));
  });

  it('does nothing without a paper, for another menu item, or without a tab', async () => {
    stubPageScript();
    await click(info('https://huggingface.co/papers/date/2026-02-02'), tab);
    await click({ ...info(abs), menuItemId: 'other' }, tab);
    await click(info(abs), undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await library.db.entries.count()).toBe(0);
    expect(badge()).toEqual([]);
  });

  it('shows a failure on the badge', async () => {
    stubPageScript();
    await click(info(abs, ' '), tab);
    await eventually(() => expect(badge()).toEqual(['!']));
    expect(await library.db.entries.count()).toBe(0);
  });
});

import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background';
import { LISTING_CHOICES } from '@/lib/export/registry';
import { sendMessage } from '@/lib/messaging/client';
import { announceChange, onAnnouncedChange } from '@/lib/messaging/announcements';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { dayOf } from '@/lib/shared/day';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { stubLocks } from '../../fixtures/fake-locks';
import { aPaper, aReading } from '../library/library-for-tests';

const id = fakeBrowser.runtime.id;
const own = fakeBrowser.runtime.getURL('/').replace(/\/$/, '');
const PAGE = { id, url: `${own}/popup.html`, origin: own };
const SITE = 'https://huggingface.co';
const CONTENT_SCRIPT = { id, url: `${SITE}/papers`, origin: SITE, frameId: 0 };

/** Adds the sender to messages, which the fake browser omits. */
function sendAs(sender: Partial<Browser.runtime.MessageSender>) {
  const send = async (message: unknown) => {
    let kept: Promise<unknown[]> = Promise.resolve([]);
    const answer = new Promise<unknown>((resolve) => {
      kept = fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });
    if (!(await kept).includes(true)) throw new Error('No listener answered');
    return answer;
  };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(send);
}

beforeEach(() => {
  fakeBrowser.reset();
  sendAs(CONTENT_SCRIPT);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  // Missing in the fake browser.
  stubLocks();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('word');
  vi.spyOn(fakeBrowser.contextMenus, 'create').mockReturnValue('');
  vi.spyOn(fakeBrowser.contextMenus.onClicked, 'addListener').mockReturnValue();
  background.main();
});

describe('the background', () => {
  it('records, saves, edits, removes and restores papers', async () => {
    const paper = aPaper(101);
    const visitStartedAt = Date.now();
    const record = { reading: aReading([paper]), readAt: visitStartedAt, visitStartedAt };
    expect((await sendMessage('listing.record', record)).newIds).toEqual([paper.id]);
    expect(await sendMessage('library.states', { paperIds: [paper.id] })).toEqual([
      { paperId: paper.id, entry: null, dismissedAt: 0, wantsAuthors: false },
    ]);
    expect((await sendMessage('library.save', { paper, at: Date.now() })).entry).toMatchObject({
      status: 'to-read',
    });
    const edit = { kind: 'add-tag', tag: 'brain' } as const;
    expect((await sendMessage('library.edit', { paperId: paper.id, edit })).entry?.tags).toEqual([
      'brain',
    ]);
    // In the panel's frame.
    sendAs(PAGE);
    expect(await sendMessage('library.suggest-tags', { typed: 'br', taken: [] })).toEqual([
      'brain',
    ]);
    const removed = await sendMessage('library.remove', { paperId: paper.id });
    expect(removed.entry?.removedAt).toBeGreaterThan(0);
    const restored = await sendMessage('library.restore', { paperId: paper.id });
    expect(restored.entry).toMatchObject({ tags: ['brain'], removedAt: 0 });
  });

  it('undoes a quotation', async () => {
    const paper = aPaper(120);
    await sendMessage('library.save', { paper, at: Date.now() });
    const edit = { kind: 'note', base: '', text: 'Mine.\n\n> One.' } as const;
    await sendMessage('library.edit', { paperId: paper.id, edit });
    const undo = { paperId: paper.id, before: 'Mine.', after: edit.text, saved: false };
    expect(await sendMessage('library.undo-quotation', undo)).toMatchObject({
      state: { entry: { note: 'Mine.', removedAt: 0 } },
      left: false,
    });
  });

  it('records seen and dismissed papers, and changes many cards at once', async () => {
    const papers = [aPaper(110), aPaper(111)];
    const paperIds = papers.map(({ id }) => id);
    const [first, second] = paperIds as [PaperId, PaperId];
    const reading = aReading(papers, 'hf/daily/2026-09-29');
    const now = Date.now();
    await sendMessage('listing.record', { reading, readAt: now, visitStartedAt: now });
    const seen = { paperIds, listingKey: reading.listing.key };
    expect(await sendMessage('papers.seen', seen)).toBeNull();
    const opened = await sendMessage('paper.record', { paper: { ...aPaper(110), comments: 4 } });
    expect(opened.state).toMatchObject({ paperId: first, entry: null });
    const dismissed = await sendMessage('papers.dismiss', { paperId: second, dismissed: true });
    expect(dismissed.dismissedAt).toBeGreaterThan(0);
    sendAs(PAGE);
    expect(await sendMessage('papers.history', { paperId: first })).toMatchObject([
      { upvotes: 3 },
      { upvotes: 3, comments: 4 },
    ]);
    const file = await sendMessage('papers.export', { paperIds, format: 'ris' });
    expect(file.name).toMatch(/^papershelf-.*\.ris$/);
    expect(file.label).toBe('RIS');
    const change = { kind: 'add-tag', tag: 'later' } as const;
    const at = Date.now();
    const { states, undo } = await sendMessage('listing.change', { papers, change, at });
    expect(states.map(({ entry }) => entry?.tags)).toEqual([['later'], ['later']]);
    const undone = await sendMessage('listing.undo-change', { undo: undo! });
    expect(undone.map(({ entry }) => entry)).toEqual([null, null]);
  });

  it('undoes a tag on a paper that was edited since', async () => {
    const papers = [aPaper(116)];
    const change = { kind: 'add-tag', tag: 'later' } as const;
    const { undo } = await sendMessage('listing.change', { papers, change, at: Date.now() });
    const edit = { kind: 'note', base: '', text: 'Mine.' } as const;
    await sendMessage('library.edit', { paperId: aPaper(116).id, edit });

    const [undone] = await sendMessage('listing.undo-change', { undo: undo! });

    expect(undone?.entry).toMatchObject({ tags: [], note: 'Mine.', removedAt: 0 });
    const { change: _, ...half } = undo!;
    await expect(sendMessage('listing.undo-change', { undo: half } as never)).rejects.toMatchObject(
      {
        code: 'malformed',
      },
    );
  });

  it('returns the same undo for a change that is sent again', async () => {
    const papers = [aPaper(112), aPaper(113)];
    const payload = { papers, change: { kind: 'save' }, at: Date.now() } as const;
    const lost = await sendMessage('listing.change', payload);
    fakeBrowser.runtime.onMessage.removeAllListeners();
    background.main();

    const { undo } = await sendMessage('listing.change', payload);

    expect(undo).toEqual(lost.undo);
    expect(undo?.saved).toHaveLength(2);
    for (const at of [-1, 1.5, '5', undefined]) {
      await expect(
        sendMessage('listing.change', { ...payload, at } as never),
      ).rejects.toMatchObject({
        code: 'malformed',
      });
    }
  });

  it('updates the badge before it answers daily-list.show-missed', async () => {
    const { action, i18n } = fakeBrowser;
    // The locale is read from a message too.
    vi.spyOn(i18n, 'getMessage').mockReturnValue('en');
    vi.spyOn(action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(action, 'setBadgeTextColor').mockResolvedValue();
    vi.spyOn(action, 'setTitle').mockResolvedValue();
    const badge = vi.spyOn(action, 'setBadgeText').mockResolvedValue();
    const now = Date.now();
    const papers = [114, 115].map((number) => aPaper(number, { listedOn: dayOf(now) }));
    const reading = aReading(papers, 'hf/daily/2026-09-30');
    await sendMessage('listing.record', { reading, readAt: now, visitStartedAt: now });
    await dailyFetch.write({ timesADay: 1, notify: false });

    sendAs(PAGE);
    expect(await sendMessage('daily-list.show-missed', {})).toBeNull();

    expect(badge.mock.calls).toEqual([[{ text: '2' }]]);
  });

  it('stores the settings of listings', async () => {
    const { filter, keys, exportChoices } = await sendMessage('listing.settings', {});
    expect(exportChoices).toEqual(LISTING_CHOICES);
    expect(filter).toEqual(DEFAULT_CARD_FILTER);
    expect(keys).toEqual(DEFAULT_PAGE_KEYS);
    // From two tabs at once.
    await Promise.all([
      sendMessage('listing.save-filter', { changed: { how: 'hide' } }),
      sendMessage('listing.save-filter', { changed: { read: true } }),
    ]);
    expect((await sendMessage('listing.settings', {})).filter).toEqual({
      ...filter,
      how: 'hide',
      read: true,
    });
    const wrong = { changed: { how: 'burn' } } as never;
    await expect(sendMessage('listing.save-filter', wrong)).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  it('keeps the library after the worker was killed', async () => {
    await sendMessage('library.save', { paper: aPaper(102), at: Date.now() });
    fakeBrowser.runtime.onMessage.removeAllListeners();
    background.main();
    const [state] = await sendMessage('library.states', { paperIds: [aPaper(102).id] });
    expect(state?.entry?.savedAt).toBeGreaterThan(0);
  });

  it.each([
    ['a paper without an id', { paper: { title: 'x' }, at: 1 }],
    ['a javascript: URL', { paper: aPaper(1, { projectPage: 'javascript:alert(1)' }), at: 1 }],
    ['a negative count', { paper: aPaper(1, { upvotes: -1 }), at: 1 }],
    ['an invalid time', { paper: aPaper(1), at: 'noon' }],
    ['nothing', null],
  ])('rejects %s and keeps running', async (_, payload) => {
    await expect(sendMessage('library.save', payload as never)).rejects.toMatchObject({
      code: 'malformed',
    });
    await expect(
      sendMessage('library.save', { paper: aPaper(103), at: Date.now() }),
    ).resolves.toBeDefined();
  });

  it('drops unknown fields of a message', async () => {
    const paper = { ...aPaper(104), firstSeenAt: 1, evil: true };
    await sendMessage('library.save', { paper, at: Date.now() });
    const [state] = await sendMessage('library.states', { paperIds: [paper.id] });
    expect(JSON.stringify(state)).not.toContain('evil');
  });

  it('rejects unknown message types and names of the object prototype', async () => {
    for (const type of ['library.burn', 'constructor', '__proto__']) {
      await expect(sendMessage(type as never, {} as never)).rejects.toMatchObject({
        code: 'malformed',
      });
    }
  });

  it('passes on the failure not-found', async () => {
    const edit = { kind: 'status', status: 'read' } as const;
    await expect(
      sendMessage('library.edit', { paperId: aPaper(999).id, edit }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('does not answer another extension', async () => {
    sendAs({ ...PAGE, id: 'another-extension' });
    await expect(sendMessage('library.states', { paperIds: [] })).rejects.toMatchObject({
      code: 'no-answer',
    });
  });

  it.each([
    'papers.history',
    'papers.export',
    'library.remove',
    'library.restore',
    'library.suggest-tags',
    'library.save-known',
    'backups.make-if-due',
    'backups.keep',
    'backups.failed',
    'daily-list.fetch',
    'daily-list.show-missed',
  ])('refuses %s from a content script', async (type) => {
    const url = `blob:${own}/1`;
    const backup = { at: 1, bytes: 2, papers: 3, fingerprint: { entries: 4, updatedAt: 5 } };
    const { id: paperId } = aPaper(1);
    const forPages = { paperIds: [paperId], format: 'ris', typed: '', taken: [] };
    const payload = { paperId, wanted: true, code: 'database', url, backup, ...forPages };
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline'));
    const stored = await fakeBrowser.storage.local.get();
    const answer = await fakeBrowser.runtime.sendMessage({ papershelf: type, payload, id: 'x' });
    expect(answer).toEqual({ ok: false, code: 'malformed' });
    expect(await fakeBrowser.storage.local.get()).toEqual(stored);
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<Browser.runtime.MessageSender>]>([
    ['a frame of a site', { ...CONTENT_SCRIPT, frameId: 7 }],
    ['a prerendered frame of another site', { ...CONTENT_SCRIPT, url: 'https://evil.example/' }],
    ['another site', { ...CONTENT_SCRIPT, url: 'https://evil.example/', origin: undefined! }],
    [
      'a site with a longer name',
      { id, url: 'https://huggingface.co.evil.example/', frameId: 0, documentLifecycle: 'active' },
    ],
    ['a site by its user name', { id, url: 'https://huggingface.co@evil.example/', frameId: 0 }],
    ['a site without encryption', { id, url: 'http://huggingface.co/papers', frameId: 0 }],
    ['an opaque origin', { ...CONTENT_SCRIPT, origin: 'null' }],
    ['a sandboxed page', { ...PAGE, origin: 'null' }],
    ['a page whose host begins as the own', { id, url: `${own}x/popup.html` }],
    ['no URL', { id }],
  ])('refuses %s', async (_, sender) => {
    sendAs(sender);
    for (const message of ['library.states', 'listing.settings'] as const) {
      await expect(sendMessage(message, { paperIds: [] })).rejects.toMatchObject({
        code: 'malformed',
      });
    }
  });

  it.each([
    ['a page', PAGE],
    ['a page in a frame of a site', { ...PAGE, frameId: 7, documentLifecycle: 'active' as const }],
    ['a page in Firefox, which may give no origin', { id, url: PAGE.url }],
    [
      'a prerendered page of a site',
      { ...CONTENT_SCRIPT, frameId: 9, documentLifecycle: 'prerender' as const },
    ],
    ['a content script after in-page navigation', { ...CONTENT_SCRIPT, url: `${SITE}/models?x#y` }],
  ])('answers %s', async (_, sender) => {
    sendAs(sender);
    expect(await sendMessage('library.states', { paperIds: [] })).toEqual([]);
  });

  it('gives a refused sender no answer to a pending message with the same id', async () => {
    const message = { papershelf: 'daily-list.show-missed', payload: {}, id: 'same' };
    sendAs(PAGE);
    const pending = fakeBrowser.runtime.sendMessage(message);
    sendAs(CONTENT_SCRIPT);
    expect(await fakeBrowser.runtime.sendMessage(message)).toMatchObject({ ok: false });
    await pending;
  });

  it('records no listing of more than 5,000 cards, and says so', async () => {
    const now = Date.now();
    const record = (count: number) => {
      const papers = Array.from({ length: count }, (_, number) => aPaper(10_000 + number));
      const reading = aReading(papers, 'hf/daily/2026-10-02');
      return sendMessage('listing.record', { reading, readAt: now, visitStartedAt: now });
    };
    await expect(record(5001)).rejects.toMatchObject({ code: 'too-many-cards' });
    const [state] = await sendMessage('library.states', { paperIds: [aPaper(10_000).id] });
    expect(state?.entry).toBeNull();
    expect((await record(5000)).newIds).toHaveLength(5000);
  });

  it('stores a title of 40 MB cut', async () => {
    const paper = aPaper(130, { title: 'x'.repeat(40_000_000) });
    await sendMessage('library.save', { paper, at: Date.now() });
    sendAs(PAGE);
    const file = await sendMessage('papers.export', { paperIds: [paper.id], format: 'ris' });
    expect(file.text.length).toBeLessThan(10_000);
  });

  it('stores no note over the limit, and leaves the stored one', async () => {
    await sendMessage('library.save', { paper: aPaper(131), at: Date.now() });
    const paperId = aPaper(131).id;
    const edit = (base: string, text: string) =>
      sendMessage('library.edit', { paperId, edit: { kind: 'note', base, text } });
    await edit('', 'Mine.');
    await expect(edit('Mine.', 'x'.repeat(5_000_001))).rejects.toMatchObject({ code: 'too-long' });
    const [state] = await sendMessage('library.states', { paperIds: [paperId] });
    expect(state?.entry?.note).toBe('Mine.');
  });

  it.each(['arxiv:../../evil', 'arxiv:trending', 'doi:10.1/../x', 'hf:a?b'] as const)(
    'saves no paper with the id %s',
    async (paperId) => {
      const paper = { ...aPaper(1), id: paperId };
      await expect(sendMessage('library.save', { paper, at: 1 })).rejects.toMatchObject({
        code: 'malformed',
      });
    },
  );

  it('announces each change to every open listing', async () => {
    const announced: (PaperId[] | undefined)[] = [];
    onAnnouncedChange((ids) => announced.push(ids), new AbortController().signal);
    await sendMessage('library.save', { paper: aPaper(105), at: Date.now() });
    await expect.poll(() => announced).toEqual([[aPaper(105).id]]);
  });

  it('announces a change of very many papers as a change of any', async () => {
    const announced: (PaperId[] | undefined)[] = [];
    onAnnouncedChange((ids) => announced.push(ids), new AbortController().signal);
    const ids = Array.from({ length: 501 }, (_, number) => aPaper(number).id);
    announceChange(ids.slice(1));
    announceChange(ids);
    await expect.poll(() => announced).toEqual([ids.slice(1), undefined]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get()).length).toBeLessThan(1000);
  });
});

describe('sendMessage', () => {
  it('retries once, and then fails with no-answer', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await expect(sendMessage('library.states', { paperIds: [] })).rejects.toMatchObject({
      code: 'no-answer',
    });
    let asked = 0;
    fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
      asked += 1;
      // The first worker is killed.
      sendResponse(asked === 1 ? undefined : { ok: true, value: [] });
      return true;
    });
    expect(await sendMessage('library.states', { paperIds: [] })).toEqual([]);
    expect(asked).toBe(2);
  });
});

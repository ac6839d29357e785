// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_CARD_FILTER, type CardFilter } from '@/lib/papers/card-filter';
import { HOUR_MS } from '@/lib/shared/day';
import { Failure } from '@/lib/shared/failure';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import { MINUTE_MS } from '../../fixtures/times';
import { idOf, openListing, promised, recorded, saved, unsaved } from './listing-for-tests';
import { eventually } from '../../fixtures/eventually';
import { nextTask } from '../../fixtures/next-task';

const MANY = Array.from({ length: 20 }, (_, index) => index + 1);
const LATER = Array.from({ length: 20 }, (_, index) => index + 101);

// performance.now is mocked by openListing.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

async function openWith(numbers: readonly number[], path = '/papers') {
  const listing = openListing();
  listing.visit(path);
  listing.show(numbers);
  await listing.read();
  return listing;
}

describe('cards', () => {
  test('get one view each', async () => {
    const { views, elementOf } = await openWith([1, 2, 3]);

    expect(views.map(({ what, places }) => [what, places])).toEqual(
      [1, 2, 3].map((number) => [idOf(number), [elementOf(number)]]),
    );
  });

  test('keep their view when the page is read again', async () => {
    const { read, views, elementOf } = await openWith([1, 2]);

    await read();

    expect(views).toHaveLength(2);
    expect(views[0]?.places).toEqual([elementOf(1), elementOf(1)]);
    expect(views[0]?.removals).toBe(0);
  });

  test('have their styles read before any view is placed', async () => {
    const { placedAtMeasures } = await openWith([1, 2, 3]);

    expect(placedAtMeasures).toEqual([0, 0, 0]);
  });

  test('lose their view once when they are removed', async () => {
    const { read, show, views, mounted } = await openWith([1, 2, 3]);

    show([2, 4]);
    await read();
    await read();

    expect(mounted()).toEqual([idOf(2), idOf(4)]);
    expect(views.map(({ removals }) => removals)).toEqual([1, 0, 1, 0]);
  });

  test('get a new view when they show another paper', async () => {
    const { read, show, views, mounted, elementOf } = await openWith([1, 2]);

    show([7, 2], (number) => elementOf(number === 7 ? 1 : number));
    await read();

    expect(mounted()).toEqual([idOf(2), idOf(7)]);
    expect(views.find(({ what }) => what === idOf(7))?.places).toEqual([elementOf(1)]);
  });

  test('show the states from the background', async () => {
    const listing = openListing();
    listing.background.answers['library.states'] = () => [saved(idOf(1)), unsaved(idOf(2))];
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();

    expect(listing.views[0]?.drawn.at(-1)).toMatchObject({ saved: true });
    expect(listing.views[1]?.drawn).toHaveLength(1);
    expect(await listing.summary()).toMatchObject({ cardsFound: 2, cardsRead: 2, saved: 1 });
  });

  test('stay unchanged once the extension is gone', async () => {
    let alive = true;
    const listing = openListing({ isAlive: () => alive });
    listing.visit('/papers');
    listing.show([1]);
    await listing.read();
    alive = false;
    listing.show([2]);
    await listing.read();

    expect(listing.mounted()).toEqual([idOf(1)]);
  });
});

describe('a reading over many slices', () => {
  /** With one slice per card; stops after some. */
  async function startReading() {
    const listing = openListing();
    listing.drawing.costs = 100;
    listing.visit('/papers');
    listing.show(MANY);
    const reading = listing.page.read();
    for (let slice = 0; slice < 3; slice += 1) await nextTask();
    expect(listing.views.length).toBeGreaterThan(0);
    expect(listing.views.length).toBeLessThan(MANY.length);
    return { ...listing, reading };
  }

  test('is replaced by a newer one, which alone is mounted and recorded', async () => {
    const { read, show, reading, mounted, background } = await startReading();

    show(LATER);
    await Promise.all([reading, read()]);

    expect(mounted()).toEqual(LATER.map(idOf));
    expect(background.recorded()).toEqual([LATER.map(idOf)]);
  });

  test('mounts each card once when the same cards are read again', async () => {
    const { read, reading, mounted, background } = await startReading();

    await Promise.all([reading, read()]);

    expect(mounted()).toEqual(MANY.map(idOf));
    expect(background.recorded()).toEqual([MANY.map(idOf)]);
  });

  test.each([
    ['navigation', ({ visit }: ReturnType<typeof openListing>) => visit('/models')],
    ['clear', ({ page }: ReturnType<typeof openListing>) => page.clear()],
  ])('leaves and records nothing after %s', async (_, leave) => {
    const listing = await startReading();

    leave(listing);
    await vi.advanceTimersByTimeAsync(5000);
    await listing.reading;

    expect(listing.mounted()).toEqual([]);
    expect(listing.views.every(({ removals }) => removals === 1)).toBe(true);
    expect(listing.bars.map(({ removals }) => removals)).toEqual([1]);
    expect(listing.background.messages.map(({ type }) => type)).toEqual(['listing.settings']);
    expect(listing.page.cards()).toBeUndefined();
  });

  test('leaves nothing when the listing is gone in a newer one', async () => {
    const { page, read, showNoListing, reading, mounted } = await startReading();

    showNoListing();
    await Promise.all([reading, read()]);

    expect(mounted()).toEqual([]);
    expect(page.cards()).toBeUndefined();
  });
});

test('the page bar is drawn again only when its summary changes', async () => {
  const { read, show, bars } = await openWith([1, 2]);
  const drawn = bars[0]!.drawn.length;

  await read();
  expect(bars[0]!.drawn).toHaveLength(drawn);
  show([1, 2, 3]);
  await read();
  expect(bars[0]!.drawn.length).toBeGreaterThan(drawn);
});

describe('recording', () => {
  test('happens once for a listing that is read again', async () => {
    const { read, background } = await openWith([1, 2]);

    await read();
    await read();

    expect(background.recorded()).toEqual([[idOf(1), idOf(2)]]);
  });

  test('happens again when cards are added', async () => {
    const { read, show, background } = await openWith([1, 2]);

    show([1, 2, 3]);
    await read();

    expect(background.recorded()).toHaveLength(2);
  });

  test('starts another visit when the reader returns after a break', async () => {
    const { page, read, background } = await openWith([1, 2]);
    page.state.selected = new Set();
    page.commands.selection.toggle(idOf(2));

    await vi.advanceTimersByTimeAsync(HOUR_MS);
    const later = Date.now();
    page.visitAgain();
    await read();

    const [first, second] = background.of<{ visitStartedAt: number; readAt: number }>(
      'listing.record',
    );
    expect(second).toMatchObject({ visitStartedAt: later, readAt: first?.readAt });
    expect(first?.readAt).toBeLessThan(later - 50 * MINUTE_MS);
    expect(page.commands.selection.has(idOf(2))).toBe(true);
    // Activity of the earlier visit would make the background record another one.
    expect(background.of('papers.seen')).toEqual([]);
  });

  test('waits until the tab is visible, which starts the visit', async () => {
    const listing = openListing();
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    listing.visit('/papers');
    listing.show([1]);
    void listing.page.read();
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(listing.background.recorded()).toEqual([]);
    expect(listing.mounted()).toEqual([idOf(1)]);
    const later = Date.now();
    look.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(5000);

    const [visit] = listing.background.of<{ visitStartedAt: number; readAt: number }>(
      'listing.record',
    );
    expect(visit).toMatchObject({ visitStartedAt: later });
    expect(visit?.readAt).toBeLessThan(later - 50 * MINUTE_MS);
  });

  test('continues the visit when cards were added while the tab was hidden', async () => {
    vi.setSystemTime(1000);
    const { page, show, background } = await openWith([1]);
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    show([1, 2]);
    void page.read();
    await vi.advanceTimersByTimeAsync(5000);
    expect(background.recorded()).toHaveLength(1);
    look.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(5000);

    const visits = background.of<{ visitStartedAt: number }>('listing.record');
    expect(visits.map(({ visitStartedAt }) => visitStartedAt)).toEqual([1000, 1000]);
  });

  test('waits after a navigation until the cards change, and happens once', async () => {
    const { read, show, visit, background } = await openWith([1, 2], '/papers/date/2026-09-28');

    visit('/papers/date/2026-09-29');
    await read();
    await read();
    expect(background.recorded()).toHaveLength(1);
    show([3, 4]);
    await read();
    await read();

    expect(background.recorded().slice(1)).toEqual([[idOf(3), idOf(4)]]);
  });

  test('keeps waiting after a second navigation', async () => {
    const { read, visit, background } = await openWith([1, 2], '/papers/date/2026-09-28');

    visit('/papers/date/2026-09-29');
    await read();
    visit('/papers/date/2026-09-30');
    await read();

    expect(background.recorded()).toHaveLength(1);
  });

  test('happens when the reader goes back before the cards change', async () => {
    const listing = openListing();
    listing.background.answers['listing.record'] = () => recorded([idOf(2)]);
    listing.visit('/papers/date/2026-09-28');
    listing.show([1, 2]);
    await listing.read();
    listing.visit('/papers/date/2026-09-29');
    await listing.read();
    listing.visit('/papers/date/2026-09-28');
    await listing.read();

    expect(listing.background.recorded()).toHaveLength(2);
    expect(await listing.summary()).toMatchObject({ newCards: 1 });
  });

  test('starts another visit for another listing at the same URL', async () => {
    vi.setSystemTime(1000);
    const listing = openListing();
    const { site, background } = listing;
    background.answers['listing.record'] = () => recorded([idOf(1)]);
    listing.visit('/papers');
    listing.show([1]);
    await listing.read();
    const { readListing } = site;
    site.readListing = (...page) => {
      const found = readListing(...page);
      const named = { kind: 'trending' as const, key: 'fake/trending' };
      return found && { ...found, reading: { ...found.reading, listing: named } };
    };
    listing.show([1, 2]);
    background.answers['listing.record'] = () => recorded([idOf(2)]);
    await listing.read();

    const visits = background.of<{ visitStartedAt: number }>('listing.record');
    expect(visits[0]?.visitStartedAt).toBe(1000);
    expect(visits[1]?.visitStartedAt).toBeGreaterThan(1000);
    expect(listing.views[0]?.drawn.at(-1)).toMatchObject({ isNew: false });
    expect(listing.page.cards()?.newIds).toEqual([idOf(2)]);
  });

  test('uses the new URL when the page shows the cards before it changes the URL', async () => {
    const { page, read, show, visit, background } = await openWith([1], '/papers?date=2026-09-28');

    show([2]);
    void page.read();
    await vi.advanceTimersByTimeAsync(300);
    const later = Date.now();
    visit('/papers?date=2026-09-29');
    await read();

    const visits = background.of<{ visitStartedAt: number }>('listing.record');
    expect(visits.map(({ visitStartedAt }) => visitStartedAt).slice(1)).toEqual([later]);
    expect(background.recorded().slice(1)).toEqual([[idOf(2)]]);
  });

  test('happens for the cards of an earlier page when they are shown again', async () => {
    const { read, show, visit, background } = await openWith([1, 2], '/papers/date/2026-09-28');

    visit('/papers/date/2026-09-29');
    show([3]);
    await read();
    visit('/papers/date/2026-09-28');
    show([1, 2]);
    await read();

    expect(background.recorded().at(-1)).toEqual([idOf(1), idOf(2)]);
    expect(background.recorded()).toHaveLength(3);
  });

  test('happens for a listing with the same cards as the page before, after a while', async () => {
    const { page, read, visit, background } = await openWith([1, 2], '/papers/date/2026-09-28');

    visit('/papers/week/2026-W40');
    await read();
    expect(background.recorded()).toHaveLength(1);
    void page.read();
    await vi.advanceTimersByTimeAsync(11_000);

    expect(background.recorded()).toHaveLength(2);
  });

  test('starts another visit for a new URL, but not for a hash', async () => {
    vi.setSystemTime(1000);
    const { read, show, visit, background } = await openWith([1]);

    vi.setSystemTime(20_000);
    visit('/papers#top');
    show([2]);
    await read();
    const later = Date.now();
    visit('/papers?q=x');
    show([3]);
    await read();

    const visits = background.of<{ visitStartedAt: number }>('listing.record');
    expect(visits.map(({ visitStartedAt }) => visitStartedAt)).toEqual([1000, 1000, later]);
  });

  test('reports new papers to the bar and the popup until the next visit', async () => {
    const listing = openListing();
    listing.background.answers['listing.record'] = () => recorded([idOf(2)]);
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();

    expect(await listing.summary()).toMatchObject({ newCards: 1, failure: undefined });
    expect(listing.page.cards()?.newIds).toEqual([idOf(2)]);
    listing.visit('/papers?q=x');
    expect(listing.page.cards()?.newIds).toEqual([]);
  });

  test('counts only new papers that are still shown', async () => {
    const listing = openListing();
    listing.background.answers['listing.record'] = () => recorded([idOf(1), idOf(2)]);
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();
    listing.background.answers['listing.record'] = () => recorded([idOf(3)]);
    listing.show([3]);
    await listing.read();

    expect(await listing.summary()).toMatchObject({ newCards: 1, cardsRead: 1 });
    expect(listing.page.cards()?.newIds).toEqual([idOf(3)]);
  });

  test('shows a failure in the bar and can be retried', async () => {
    const listing = openListing();
    const record = vi.fn(() => recorded());
    record.mockImplementationOnce(() => {
      throw new Failure('storage-full');
    });
    listing.background.answers['listing.record'] = record;
    listing.visit('/papers');
    listing.show([1]);
    await listing.read();
    expect(await listing.summary()).toMatchObject({
      failure: { code: 'storage-full' },
      newCards: undefined,
    });
    const retrying = listing.page.read();
    await vi.advanceTimersByTimeAsync(5000);
    await retrying;

    expect(record).toHaveBeenCalledTimes(2);
    expect(await listing.summary()).toMatchObject({ failure: undefined, newCards: 0 });
  });
});

describe('a site that has changed', () => {
  test('is shown in the bar until the reader hides it, for this visit', async () => {
    const listing = openListing();
    const siteChange = { cardsFound: 2, cardsRead: 2, missing: ['upvotes' as const] };
    listing.background.answers['listing.record'] = () => ({ ...recorded(), siteChange });
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();
    expect(await listing.summary()).toMatchObject({ siteChange });

    listing.page.hideSiteChange();
    expect(await listing.summary()).toMatchObject({ siteChange: undefined });
    listing.show([1, 2, 3]);
    await listing.read();
    expect(await listing.summary()).toMatchObject({ cardsRead: 3, siteChange: undefined });

    listing.visit('/papers?next');
    listing.show([4, 5]);
    await listing.read();
    expect(await listing.summary()).toMatchObject({ siteChange });
  });
});

describe('returning from another page', () => {
  test('records the cards again', async () => {
    const { read, visit, background, mounted, summary } = await openWith([1, 2]);

    visit('/models');
    visit('/papers');
    await read();

    expect(mounted()).toEqual([idOf(1), idOf(2)]);
    expect(background.recorded()).toHaveLength(2);
    expect(await summary()).toMatchObject({ newCards: 0 });
  });
});

describe('a listing that is rendered again', () => {
  test('is recorded with its new time, even with the same cards', async () => {
    const { read, show, showNoListing, visit, background } = await openWith([1, 2]);

    // To a paper page and back, without a reload.
    visit('/models');
    showNoListing();
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    const later = Date.now();
    visit('/papers');
    show([1, 2]);
    await read();

    const [, again] = background.of<{ readAt: number }>('listing.record');
    expect(again?.readAt).toBeGreaterThanOrEqual(later);
  });
});

describe('a change elsewhere', () => {
  test('is looked up only for shown papers', async () => {
    const { page, read, show, background } = await openWith([1, 2, 3]);
    show([2, 3]);
    await read();
    background.messages.length = 0;

    await page.onChanged([idOf(1), idOf(3), idOf(9)]);
    await page.onChanged([idOf(9)]);

    expect(background.messages).toEqual([
      { type: 'library.states', payload: { paperIds: [idOf(3)] } },
    ]);
  });

  test('is looked up for all shown papers when its papers are unknown', async () => {
    const { page, background } = await openWith([1, 2]);
    background.messages.length = 0;

    await page.onChanged(undefined);

    expect(background.of('library.states')).toEqual([{ paperIds: [idOf(1), idOf(2)] }]);
  });

  test('updates its card and the bar', async () => {
    const { page, background, views, summary } = await openWith([1, 2]);
    background.answers['library.states'] = () => [saved(idOf(2))];

    await page.onChanged([idOf(2)]);

    expect(views[1]?.drawn.at(-1)).toMatchObject({ saved: true });
    expect(views[0]?.drawn).toHaveLength(1);
    expect(await summary()).toMatchObject({ saved: 1 });
  });

  test('is ignored when the lookup fails', async () => {
    const { page, background } = await openWith([1]);
    background.answers['library.states'] = () => {
      throw new Failure('no-answer');
    };

    await expect(page.onChanged(undefined)).resolves.toBeUndefined();
  });
});

describe('saving', () => {
  test('does not wait for the recording of the listing', async () => {
    const listing = openListing();
    listing.background.answers['listing.record'] = () => new Promise(() => {});
    listing.visit('/papers');
    listing.show([1]);
    void listing.page.read();
    await vi.advanceTimersByTimeAsync(50);

    void listing.page.save(idOf(1));
    await vi.advanceTimersByTimeAsync(50);

    expect(listing.background.of('library.save')).toHaveLength(1);
  });

  test('does not wait for new cards to settle', async () => {
    const { page, read, show, background } = await openWith([1]);
    show([2]);
    void page.read();
    await vi.advanceTimersByTimeAsync(50);

    void page.save(idOf(2));
    await vi.advanceTimersByTimeAsync(50);

    expect(background.of('library.save')).toHaveLength(1);
    await read();
  });

  test('sends the facts of the card, and counts at once', async () => {
    const { page, background, summary } = await openWith([1, 2]);
    const answer = promised<unknown>();
    background.answers['library.save'] = () => answer.promise;

    const saving = page.save(idOf(2));
    await vi.advanceTimersByTimeAsync(50);
    expect(background.of('library.save')).toMatchObject([
      { paper: { id: idOf(2), title: 'Paper 2' } },
    ]);
    expect(await summary()).toMatchObject({ saved: 1 });
    answer.reject(new Failure('storage-full'));
    await saving;

    expect(await summary()).toMatchObject({ saved: 0 });
  });

  test('fetches missing authors on a visible page', async () => {
    const fetched = vi.fn(async () => new Response('', { status: 404 }));
    vi.stubGlobal('fetch', fetched);
    const { page, background } = await openWith([1, 2]);
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    background.answers['library.save'] = ({ paper }: { paper: { id: PaperId } }) =>
      saved(paper.id, true);

    void page.save(idOf(1));
    await vi.advanceTimersByTimeAsync(50);
    seen.mockReturnValue('visible');
    void page.save(idOf(2));
    await vi.advanceTimersByTimeAsync(50);
    await eventually(() => expect(background.of('paper.complete')).toHaveLength(1));

    expect(background.of('paper.complete')).toEqual([{ paperId: idOf(2), answer: null }]);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(`/api/${idOf(2)}`, expect.anything());
    vi.unstubAllGlobals();
  });
});

describe('a card view', () => {
  test('shows whether the paper is new and its rise since the last visit', async () => {
    const listing = openListing();
    const rise = { by: 42, since: 5 };
    listing.background.answers['listing.record'] = () =>
      recorded([idOf(1)], { lastVisitAt: 5, rises: [{ paperId: idOf(2), ...rise }] });
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();

    expect(listing.views[0]?.drawn.at(-1)).toMatchObject({ isNew: true, rise: undefined });
    expect(listing.views[1]?.drawn.at(-1)).toMatchObject({ isNew: false, rise });
    expect(await listing.summary()).toMatchObject({ newCards: 1, lastVisitAt: 5 });
  });

  test('is updated only on changes', async () => {
    const { page, views } = await openWith([1, 2]);
    const before = views.map(({ drawn }) => drawn.length);

    page.state.selected = new Set();
    page.commands.selection.toggle(idOf(2));

    expect(views.map(({ drawn }, index) => drawn.length - (before[index] ?? 0))).toEqual([1, 2]);
  });
});

describe('filtering', () => {
  const hiding = { ...DEFAULT_CARD_FILTER, onlyNew: true, how: 'hide' as const };

  /** A listing whose first paper is new, opened with `filter`. */
  async function openFiltered(filter: CardFilter) {
    const listing = openListing();
    listing.background.answers['listing.settings'] = () => ({ filter, keys: DEFAULT_PAGE_KEYS });
    listing.background.answers['listing.record'] = () => recorded([idOf(1)]);
    listing.visit('/papers/date/2026-09-28');
    listing.show([1, 2, 3]);
    await listing.read();
    return listing;
  }
  const filterEffects = ({ views }: ReturnType<typeof openListing>) =>
    views.map(({ drawn }) => drawn.at(-1)?.filterEffect);

  test('uses the stored filter', async () => {
    const listing = await openFiltered(hiding);

    expect(filterEffects(listing)).toEqual([undefined, 'hide', 'hide']);
    expect(await listing.summary()).toMatchObject({ hidden: 2, dimmed: 0, asked: false });
    expect(listing.page.state.visibleCards().map(({ paperId }) => paperId)).toEqual([idOf(1)]);
  });

  test('is applied, announced and stored when the reader changes the filter', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    listing.page.filterBy({ onlyNew: true, how: 'hide' });

    expect(filterEffects(listing)).toEqual([undefined, 'hide', 'hide']);
    expect(await listing.summary()).toMatchObject({ filter: hiding, hidden: 2, asked: true });
    expect(listing.background.of('listing.save-filter')).toEqual([
      { changed: { onlyNew: true, how: 'hide' } },
    ]);
  });

  test('shows a filter at once, and reverts it with an error to retry when it was not kept', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    const { answers } = listing.background;
    const saving = promised<null>();
    answers['listing.save-filter'] = () => saving.promise;
    listing.page.filterBy({ onlyNew: true });
    expect(filterEffects(listing)).toEqual([undefined, 'dim', 'dim']);
    answers['listing.save-filter'] = () => null;
    listing.page.filterBy({ how: 'hide' });
    saving.reject(new Failure('storage-full'));
    await vi.advanceTimersByTimeAsync(0);

    const left = { ...DEFAULT_CARD_FILTER, how: 'hide' as const };
    expect(filterEffects(listing)).toEqual([undefined, undefined, undefined]);
    expect(await listing.summary()).toMatchObject({ filter: left, hidden: 0 });
    const { notice } = listing.page.state;
    expect(notice).toMatchObject({ kind: 'failed', failure: { code: 'storage-full' } });
    if (notice?.kind === 'failed') notice.retry();
    expect(filterEffects(listing)).toEqual([undefined, 'hide', 'hide']);
    expect(listing.background.of('listing.save-filter').at(-1)).toEqual({
      changed: { onlyNew: true },
    });
  });

  test('keeps a later choice when an earlier one could not be stored', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    const { answers } = listing.background;
    const saving = promised<null>();
    answers['listing.save-filter'] = () => saving.promise;
    listing.page.filterBy({ onlyNew: true, how: 'hide' });
    answers['listing.save-filter'] = () => null;
    listing.page.filterBy({ onlyNew: false });
    listing.page.filterBy({ dismissed: false });
    saving.reject(new Failure('storage-full'));
    await vi.advanceTimersByTimeAsync(0);

    const filter = { ...DEFAULT_CARD_FILTER, onlyNew: false, dismissed: false };
    expect(await listing.summary()).toMatchObject({ filter });
  });

  test('uses a filter chosen before the stored one was loaded', async () => {
    const listing = openListing();
    const kept = promised<unknown>();
    listing.background.answers['listing.settings'] = () => kept.promise;
    listing.visit('/papers');
    listing.show([1]);
    void listing.page.read();
    await vi.advanceTimersByTimeAsync(50);
    listing.page.filterBy(hiding);
    kept.resolve({ filter: DEFAULT_CARD_FILTER, keys: DEFAULT_PAGE_KEYS });
    await vi.advanceTimersByTimeAsync(5000);

    expect(filterEffects(listing)).toEqual(['hide']);
    expect(await listing.summary()).toMatchObject({ filter: hiding });
  });

  test('ignores a dismissed paper that was saved', async () => {
    const listing = openListing();
    listing.background.answers['library.states'] = () => [{ ...saved(idOf(1)), dismissedAt: 1 }];
    listing.visit('/papers');
    listing.show([1]);
    await listing.read();

    expect(filterEffects(listing)).toEqual([undefined]);
  });

  test('dims hidden cards on showAll', async () => {
    const listing = await openFiltered(hiding);
    listing.page.showAll();

    expect(filterEffects(listing)).toEqual([undefined, 'dim', 'dim']);
  });

  test('dims a card that is dismissed now', async () => {
    const listing = await openFiltered({ ...DEFAULT_CARD_FILTER, how: 'hide' });
    listing.page.commands.changes.dismiss(idOf(2), true);
    await vi.advanceTimersByTimeAsync(50);

    expect(filterEffects(listing)).toEqual([undefined, 'dim', undefined]);
  });

  test('is applied at once to cards that the page replaced', async () => {
    const listing = await openFiltered(hiding);
    listing.show([3, 2, 1], () => document.createElement('article'));
    listing.page.reapplyFilter();

    const replaced = listing.views.slice(3);
    expect(replaced.map(({ what, drawn }) => [what, drawn.at(-1)?.filterEffect])).toEqual([
      [idOf(3), 'hide'],
      [idOf(2), 'hide'],
    ]);
    await listing.read();
    expect(listing.mounted()).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  test('is applied at once to a card whose content the page replaced', async () => {
    const listing = await openFiltered(hiding);
    const [shown, hidden] = listing.views;
    hidden!.isLost = true;
    listing.page.reapplyFilter();

    expect(hidden?.places).toEqual([listing.elementOf(2), listing.elementOf(2)]);
    expect(shown?.places).toHaveLength(1);
    expect(hidden?.removals).toBe(0);
  });

  test('does not read the page again for an unfiltered card that lost its view', async () => {
    const listing = await openFiltered(hiding);
    const reading = vi.spyOn(listing.site, 'readListing');
    listing.views[0]!.isLost = true;
    listing.page.reapplyFilter();

    expect(reading).not.toHaveBeenCalled();
  });

  test('uses a filter changed elsewhere from the next listing on', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    listing.background.answers['listing.settings'] = () => ({
      filter: hiding,
      keys: DEFAULT_PAGE_KEYS,
    });
    await listing.read();
    expect(filterEffects(listing)).toEqual([undefined, undefined, undefined]);
    listing.visit('/papers/date/2026-09-29');
    listing.show([1, 5]);
    await listing.read();

    expect(listing.page.state.visibleCards().map(({ paperId }) => paperId)).toEqual([idOf(1)]);
    expect(await listing.summary()).toMatchObject({ filter: hiding, asked: false });
  });

  test('uses the chosen filter on the next listing once it is stored', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    const { background } = listing;
    let kept: CardFilter = DEFAULT_CARD_FILTER;
    const saving = promised<null>();
    background.answers['listing.save-filter'] = async ({
      changed,
    }: {
      changed: Partial<CardFilter>;
    }) => {
      await saving.promise;
      kept = { ...kept, ...changed };
    };
    background.answers['listing.settings'] = () => ({ filter: kept, keys: DEFAULT_PAGE_KEYS });
    listing.page.filterBy(hiding);
    listing.visit('/papers/date/2026-09-29');
    listing.show([1, 5]);
    const reading = listing.read();
    saving.resolve(null);
    await reading;

    expect(listing.page.state.visibleCards().map(({ paperId }) => paperId)).toEqual([idOf(1)]);
  });

  test('uses a filter chosen before the first cards of a visit were judged', async () => {
    const listing = await openFiltered(DEFAULT_CARD_FILTER);
    listing.visit('/papers/date/2026-09-29');
    listing.page.filterBy(hiding);
    listing.show([1, 5]);
    await listing.read();

    expect(await listing.summary()).toMatchObject({ filter: hiding, hidden: 1, asked: true });
  });

  describe('after a break, with the current card hidden', () => {
    /** The second card is current and now hidden; all cards are selected. */
    async function returnAfterBreak() {
      vi.spyOn(window, 'scrollBy').mockImplementation(() => {});
      const listing = openListing();
      const { background, page } = listing;
      background.answers['listing.settings'] = () => ({ filter: hiding, keys: DEFAULT_PAGE_KEYS });
      background.answers['listing.record'] = () => recorded([1, 2, 3].map(idOf));
      listing.visit('/papers');
      listing.show([1, 2, 3]);
      await listing.read();
      page.commands.act('next');
      page.commands.act('previous');
      expect(page.state.current).toBe(idOf(2));
      page.commands.selectAll(() => true);
      background.answers['listing.record'] = () => recorded([idOf(1), idOf(3)]);
      await vi.advanceTimersByTimeAsync(HOUR_MS);
      page.visitAgain();
      await listing.read();
      background.messages.length = 0;
      return listing;
    }

    test('keeps only visible cards selected', async () => {
      const { page } = await returnAfterBreak();

      expect(page.commands.selectedPapers().map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
    });

    test.each(['open', 'save', 'tag', 'note', 'dismiss', 'select', 'range'] as const)(
      'ignores the key to %s',
      async (action) => {
        const { page, background, openedPanels } = await returnAfterBreak();

        expect(page.commands.act(action)).toBe(false);
        await vi.advanceTimersByTimeAsync(5000);
        expect(background.messages).toEqual([]);
        expect(openedPanels).toEqual([]);
        expect(page.state.selected?.size).toBe(2);
      },
    );

    test.each([
      ['next', 3],
      ['previous', 1],
    ] as const)('moves to the %s card from there', async (action, number) => {
      const { page } = await returnAfterBreak();
      page.commands.act(action);

      expect(page.state.current).toBe(idOf(number));
    });
  });

  test('does not read the page again while no card was removed', async () => {
    const listing = await openFiltered(hiding);
    const reading = vi.spyOn(listing.site, 'readListing');
    listing.page.reapplyFilter();

    expect(reading).not.toHaveBeenCalled();
  });

  test('keeps the verdicts of the page before until its cards change', async () => {
    const listing = await openFiltered(hiding);
    listing.visit('/papers/date/2026-09-29');
    await listing.read();
    expect(filterEffects(listing)).toEqual([undefined, 'hide', 'hide']);
    listing.background.answers['listing.record'] = () => recorded([idOf(5)]);
    listing.show([2, 5]);
    await listing.read();

    const [kept, other] = [listing.views[1], listing.views.at(-1)];
    expect(kept?.drawn.at(-1)?.filterEffect).toBe('hide');
    expect(other?.drawn.at(-1)?.filterEffect).toBeUndefined();
  });

  test('waits while the new papers are unknown', async () => {
    const listing = openListing();
    listing.background.answers['listing.settings'] = () => ({
      filter: hiding,
      keys: DEFAULT_PAGE_KEYS,
    });
    listing.background.answers['listing.record'] = () => {
      throw new Failure('no-answer');
    };
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();

    expect(filterEffects(listing)).toEqual([undefined, undefined]);
  });
});

describe('keys', () => {
  test('are off until the settings are loaded', async () => {
    const listing = openListing();
    const settings = promised<unknown>();
    listing.background.answers['listing.settings'] = () => settings.promise;
    listing.visit('/papers');
    listing.show([1]);
    void listing.page.read();
    await vi.advanceTimersByTimeAsync(50);
    expect(listing.page.keys.on).toBe(false);
    settings.resolve({ filter: DEFAULT_CARD_FILTER, keys: DEFAULT_PAGE_KEYS });
    await vi.advanceTimersByTimeAsync(50);

    expect(listing.page.keys.on).toBe(true);
  });
});

describe('changes in elements', () => {
  const within = (card: Element): Element => card.appendChild(document.createElement('p'));

  test('show the same papers while each card has its paper and its view', async () => {
    const { page, elementOf } = await openWith([1, 2]);

    expect(page.isOutdatedBy(new Set([within(elementOf(1)), elementOf(2)]))).toBe(false);
  });

  test.each<[string, (listing: Awaited<ReturnType<typeof openWith>>) => Element]>([
    ['outside cards', ({ container }) => container],
    ['in a card that has no view yet', ({ container }) => within(within(container))],
    [
      'in a card that lost its view',
      ({ elementOf, views }) => {
        views[1]!.isLost = true;
        return elementOf(2);
      },
    ],
    [
      'in a card that shows another paper',
      ({ elementOf, show }) => {
        show([1, 3], (number) => elementOf(number === 3 ? 2 : number));
        return elementOf(2);
      },
    ],
  ])('may show others %s', async (_, change) => {
    const listing = await openWith([1, 2]);
    const changed = change(listing);

    expect(listing.page.isOutdatedBy(new Set([listing.elementOf(1), changed]))).toBe(true);
  });
});

describe('selecting', () => {
  test('takes the facts that cards show now', async () => {
    const { page, show } = await openWith([1, 2]);
    page.commands.select(idOf(1), false);
    // The page changed a text, which starts no reading.
    show([1, 2]);
    const [card] = page.site.readListing(document, new URL('https://fake.example'), 0)!.reading
      .cards;
    card!.paper.upvotes = 7;

    expect(page.commands.selectedPapers()).toMatchObject([{ upvotes: 7 }]);
  });

  test('uses the order of the shown cards, and ends with the visit', async () => {
    const { page, visit, foot } = await openWith([1, 2, 3, 4]);
    page.commands.select(idOf(1), false);
    page.commands.select(idOf(3), true);
    await Promise.resolve();
    expect(foot.drawn.at(-1)).toMatchObject({ selected: 3 });
    expect(page.commands.selectedPapers().map(({ title }) => title)).toEqual([
      'Paper 1',
      'Paper 2',
      'Paper 3',
    ]);
    visit('/papers?q=x');

    expect(page.state.selected?.size).toBeUndefined();
  });

  test('drops cards that the page no longer shows', async () => {
    const { page, show, read } = await openWith([1, 2, 3]);
    page.commands.selectAll(() => true);
    show([2]);
    await read();

    expect(page.state.selected?.size).toBe(1);
  });
});

describe('cards that the reader cannot see', () => {
  test('are not mounted, recorded, asked about or saved', async () => {
    const listing = openListing();
    const { page, background, elementOf, invisible } = listing;
    listing.visit('/papers');
    listing.show([1, 2]);
    invisible.add(elementOf(2));
    await listing.read();
    void page.save(idOf(2));
    await vi.advanceTimersByTimeAsync(50);

    expect(listing.mounted()).toEqual([idOf(1)]);
    expect(background.recorded()).toEqual([[idOf(1)]]);
    expect(background.of('library.states')).toEqual([{ paperIds: [idOf(1)] }]);
    expect(background.of('library.save')).toEqual([]);
    expect(await listing.summary()).toMatchObject({ cardsFound: 1, cardsRead: 1 });
  });

  test('are read once they appear, without a change of the page', async () => {
    const listing = openListing();
    listing.visit('/papers');
    listing.show([1, 2]);
    listing.invisible.add(listing.elementOf(2));
    await listing.read();
    listing.invisible.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    for (let slice = 0; slice < 100; slice += 1) await nextTask();
    await vi.advanceTimersByTimeAsync(5000);

    expect(listing.background.recorded().at(-1)).toEqual([idOf(1), idOf(2)]);
  });

  test('count when our own filter hides them', async () => {
    const listing = openListing();
    const { background, elementOf, invisible } = listing;
    background.answers['listing.settings'] = () => ({
      filter: { ...DEFAULT_CARD_FILTER, dismissed: true, how: 'hide' },
      keys: DEFAULT_PAGE_KEYS,
      exportChoices: [],
    });
    background.answers['library.states'] = ({ paperIds }: { paperIds: PaperId[] }) =>
      paperIds.map((id) => ({ ...unsaved(id), dismissedAt: id === idOf(2) ? 1 : 0 }));
    listing.visit('/papers');
    listing.show([1, 2]);
    await listing.read();
    expect(await listing.summary()).toMatchObject({ hidden: 1 });
    invisible.add(elementOf(2));
    await listing.read();

    expect(listing.mounted()).toEqual([idOf(1), idOf(2)]);
  });
});

test('reports a page with more than 5,000 cards, and records none of them', async () => {
  const numbers = Array.from({ length: 5001 }, (_, number) => number);
  const listing = await openWith(numbers);

  expect(listing.background.recorded()).toEqual([]);
  expect(listing.background.of('library.states')).toEqual([]);
  expect(listing.mounted()).toEqual([]);
  expect(await listing.summary()).toMatchObject({
    cardsFound: 5001,
    cardsRead: 0,
    failure: { code: 'too-many-cards' },
  });
  listing.show([1]);
  await listing.read();
  expect(listing.background.recorded()).toEqual([[idOf(1)]]);
  expect((await listing.summary())?.failure).toBeUndefined();
});

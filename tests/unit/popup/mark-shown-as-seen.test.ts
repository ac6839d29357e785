import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { markShownAsSeen } from '@/entrypoints/popup/mark-shown-as-seen';
import type { PageCards } from '@/lib/messaging/page-cards';

const paperIds = ['arxiv:2609.00001' as const];
const sent = vi.fn<(message: unknown) => Promise<unknown>>();

beforeEach(() => {
  sent.mockReset().mockResolvedValue({ ok: true, value: null });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(sent);
});

test('reports the paper in the tab to the background', async () => {
  await markShownAsSeen(Promise.resolve({ paperIds, listing: undefined }));

  expect(sent.mock.calls).toEqual([
    [
      {
        papershelf: 'papers.seen',
        payload: { paperIds, listingKey: null },
        id: expect.any(String),
      },
    ],
  ]);
});

test('reports nothing for a listing, which reports itself, and for other tabs', async () => {
  await markShownAsSeen(
    Promise.resolve({ paperIds, listing: { paperIds } as unknown as PageCards }),
  );
  await markShownAsSeen(Promise.resolve(undefined));
  await markShownAsSeen(Promise.reject(new Error('no tab')));

  expect(sent).not.toHaveBeenCalled();
});

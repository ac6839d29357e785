// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useDigestKeys } from '@/entrypoints/library/digest/use-digest-keys';
import { DEFAULT_PAGE_KEYS } from '@/lib/papers/page-keys';
import { pageKeys } from '@/lib/settings/page-keys';

afterEach(cleanup);
afterEach(() => fakeBrowser.reset());

const rows = { active: () => undefined, step: vi.fn(), focus: vi.fn() };
const onUndo = vi.fn();
const onHelp = vi.fn();

/** The digest's keys, as soon as those that the reader chose are known. */
async function follow() {
  const changes = {} as Parameters<typeof useDigestKeys>[0]['changes'];
  const means = { rows, changes, paperOf: () => undefined, isSaved: () => false };
  const { result } = renderHook(() =>
    useDigestKeys({ ...means, onUndo, onHelp, onClose: () => {} }),
  );
  await waitFor(() => expect(result.current.keys).toBeDefined());
}

function press(key: string, options: KeyboardEventInit = {}): void {
  const event = createEvent.keyDown(document.body, { key, ...options }) as KeyboardEvent;
  // The one of the tests' document knows no Caps Lock.
  event.getModifierState = () => false;
  fireEvent(document.body, event);
}

test('held down, the keys that step go on from row to row, and others are meant once', async () => {
  await follow();
  press('j');
  press('j', { repeat: true });
  press('k', { repeat: true });
  press('?', { repeat: true });

  expect(rows.step.mock.calls).toEqual([[1], [1], [-1]]);
  expect(onHelp).not.toHaveBeenCalled();
});

test('they are the same under another layout, unless the reader gave its letter to something else', async () => {
  const keys = { ...DEFAULT_PAGE_KEYS.keys, help: 'я' };
  await pageKeys.write({ ...DEFAULT_PAGE_KEYS, keys });
  await follow();
  press('о', { code: 'KeyJ' });
  expect(rows.step).toHaveBeenCalledExactlyOnceWith(1);
  press('я', { code: 'KeyZ' });
  expect(onHelp).toHaveBeenCalledOnce();
  expect(onUndo).not.toHaveBeenCalled();
  press('z', { code: 'KeyZ' });

  expect(onUndo).toHaveBeenCalledOnce();
});

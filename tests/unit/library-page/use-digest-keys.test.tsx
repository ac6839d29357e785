// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useDigestKeys } from '@/entrypoints/library/digest/use-digest-keys';
import { listedDigestKeys } from '@/entrypoints/library/digest/digest-keys';
import { DEFAULT_PAGE_KEYS, type PageKeys } from '@/lib/keyboard/page-keys';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);
afterEach(() => fakeBrowser.reset());

const rows = { active: () => undefined, step: vi.fn(), focus: vi.fn(), focusTags: vi.fn() };
const onUndo = vi.fn();
const onHelp = vi.fn();

/** The digest's keys, as soon as those that the reader chose are known. */
async function follow() {
  const changes = {} as Parameters<typeof useDigestKeys>[0]['changes'];
  const noteOf = () => '';
  const means = {
    rows,
    changes,
    noteOf,
    edit: vi.fn(),
    paperOf: () => undefined,
    isSaved: () => false,
  };
  const { result } = renderHook(() =>
    useDigestKeys({ ...means, open: undefined, onUndo, onHelp, onClose: () => {} }),
  );
  await waitFor(() => expect(result.current.keys).toBeDefined());
}

/** Has the reader choose these keys. */
async function choose(keys: Partial<PageKeys['keys']>, on = true): Promise<PageKeys> {
  const chosen = { on, keys: { ...DEFAULT_PAGE_KEYS.keys, ...keys } };
  await pageKeys.write(chosen);
  return chosen;
}

/** The keys that the sheet lists for an action, `-` between those that do the same. */
function listed(chosen: PageKeys, does: string): string[] {
  return listedDigestKeys(chosen)
    .filter((each) => each.does() === does)
    .map(({ keys }) => keys.join('-'));
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
  await choose({ help: 'я' });
  await follow();
  press('о', { code: 'KeyJ' });
  expect(rows.step).toHaveBeenCalledExactlyOnceWith(1);
  press('я', { code: 'KeyZ' });
  expect(onHelp).toHaveBeenCalledOnce();
  expect(onUndo).not.toHaveBeenCalled();
  press('z', { code: 'KeyZ' });

  expect(onUndo).toHaveBeenCalledOnce();
});

const UNDO = 'Undo what was done last';

test('Undo has the key that it has on listings, and that of the library page', async () => {
  const chosen = await choose({ undo: 'u' });
  await follow();
  press('u');
  press('z');

  expect(onUndo).toHaveBeenCalledTimes(2);
  expect(listed(chosen, UNDO)).toEqual(['u-z']);
  expect(listed(DEFAULT_PAGE_KEYS, UNDO)).toEqual(['z']);
});

test.each(['next', 'bar'] as const)('a key given to %s is not that of Undo too', async (action) => {
  const chosen = await choose({ [action]: 'z', undo: 'u' });
  await follow();
  press('z');
  expect(onUndo).not.toHaveBeenCalled();
  expect(rows.step).toHaveBeenCalledTimes(action === 'next' ? 1 : 0);
  press('u');

  expect(onUndo).toHaveBeenCalledOnce();
  expect(listed(chosen, UNDO)).toEqual(['u']);
});

test.each([
  ['has none on listings', true],
  ['of listings are switched off', false],
])('with keys that %s, Undo keeps that of the library page', async (_, on) => {
  const chosen = await choose({ undo: null, next: on ? 'j' : 'z' }, on);
  await follow();
  press('z');

  expect(onUndo).toHaveBeenCalledOnce();
  expect(rows.step).not.toHaveBeenCalled();
  expect(listed(chosen, UNDO)).toEqual(['z']);
});

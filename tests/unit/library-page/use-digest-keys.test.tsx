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

/** Waits for the keys setting. */
async function renderKeys() {
  const changes = {} as Parameters<typeof useDigestKeys>[0]['changes'];
  const noteOf = () => '';
  const options = {
    rows,
    changes,
    noteOf,
    edit: vi.fn(),
    paperOf: () => undefined,
    isSaved: () => false,
  };
  const { result } = renderHook(() =>
    useDigestKeys({ ...options, open: undefined, onUndo, onHelp, onClose: () => {} }),
  );
  await waitFor(() => expect(result.current.keys).toBeDefined());
}

async function choose(keys: Partial<PageKeys['keys']>, on = true): Promise<PageKeys> {
  const chosen = { on, keys: { ...DEFAULT_PAGE_KEYS.keys, ...keys } };
  await pageKeys.write(chosen);
  return chosen;
}

/** Equivalent keys are joined by `-`. */
function listed(chosen: PageKeys, action: string): string[] {
  return listedDigestKeys(chosen)
    .filter((each) => each.does() === action)
    .map(({ keys }) => keys.join('-'));
}

function press(key: string, options: KeyboardEventInit = {}): void {
  const event = createEvent.keyDown(document.body, { key, ...options }) as KeyboardEvent;
  // happy-dom has no Caps Lock.
  event.getModifierState = () => false;
  fireEvent(document.body, event);
}

test('only the keys that step repeat while held down', async () => {
  await renderKeys();
  press('j');
  press('j', { repeat: true });
  press('k', { repeat: true });
  press('?', { repeat: true });

  expect(rows.step.mock.calls).toEqual([[1], [1], [-1]]);
  expect(onHelp).not.toHaveBeenCalled();
});

test('keys work with another layout, unless its letter is another key', async () => {
  await choose({ help: 'я' });
  await renderKeys();
  press('о', { code: 'KeyJ' });
  expect(rows.step).toHaveBeenCalledExactlyOnceWith(1);
  press('я', { code: 'KeyZ' });
  expect(onHelp).toHaveBeenCalledOnce();
  expect(onUndo).not.toHaveBeenCalled();
  press('z', { code: 'KeyZ' });

  expect(onUndo).toHaveBeenCalledOnce();
});

const UNDO = 'Undo the last action';

test('Undo has its key of listings and that of the library page', async () => {
  const chosen = await choose({ undo: 'u' });
  await renderKeys();
  press('u');
  press('z');

  expect(onUndo).toHaveBeenCalledTimes(2);
  expect(listed(chosen, UNDO)).toEqual(['u-z']);
  expect(listed(DEFAULT_PAGE_KEYS, UNDO)).toEqual(['z']);
});

test.each(['next', 'bar'] as const)('the key of %s does not undo', async (action) => {
  const chosen = await choose({ [action]: 'z', undo: 'u' });
  await renderKeys();
  press('z');
  expect(onUndo).not.toHaveBeenCalled();
  expect(rows.step).toHaveBeenCalledTimes(action === 'next' ? 1 : 0);
  press('u');

  expect(onUndo).toHaveBeenCalledOnce();
  expect(listed(chosen, UNDO)).toEqual(['u']);
});

test.each([
  ['it has no key on listings', true],
  ['keys on listings are off', false],
])('Undo keeps the key of the library page when %s', async (_, on) => {
  const chosen = await choose({ undo: null, next: on ? 'j' : 'z' }, on);
  await renderKeys();
  press('z');

  expect(onUndo).toHaveBeenCalledOnce();
  expect(rows.step).not.toHaveBeenCalled();
  expect(listed(chosen, UNDO)).toEqual(['z']);
});

import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removePermission, permissionWatch } from '@/lib/settings/optional-permission';
import { eventually } from '../../fixtures/eventually';

it('permissionWatch reports the permission and each change until unsubscribed', async () => {
  const listeners = new Set<() => void>();
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
    vi.spyOn(event, 'addListener').mockImplementation((listener) =>
      listeners.add(listener as never),
    );
    vi.spyOn(event, 'removeListener').mockImplementation((listener) =>
      listeners.delete(listener as never),
    );
  }
  let given = false;
  const next = vi.fn();
  const failed = vi.fn();
  const { unsubscribe } = permissionWatch(async () => given).subscribe(next, failed);
  await eventually(() => expect(next).toHaveBeenLastCalledWith(false));

  given = true;
  for (const listener of listeners) listener();
  await eventually(() => expect(next).toHaveBeenLastCalledWith(true));

  unsubscribe();
  expect(failed).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});

it('removePermission ignores an error of the browser', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(fakeBrowser.permissions, 'remove').mockRejectedValue(new Error('of the policy'));
  await expect(removePermission({ permissions: ['downloads'] })).resolves.toBeUndefined();
});

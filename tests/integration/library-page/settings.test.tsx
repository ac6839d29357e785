// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AutomaticBackups } from '@/entrypoints/library/settings/AutomaticBackups';
import { DailyListSection } from '@/entrypoints/library/settings/DailyListSection';
import { ListingsSection } from '@/entrypoints/library/settings/ListingsSection';
import { useBackupSchedule } from '@/entrypoints/library/settings/use-backup-schedule';
import { sendMessage } from '@/lib/messaging/client';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { stubLocks } from '../../fixtures/fake-locks';
import { useEnglish } from '../../unit/components/english';
import { promised } from '../../unit/content-script/listing-for-tests';

vi.mock('@/lib/messaging/client');

useEnglish();
afterEach(cleanup);
afterEach(() => vi.unstubAllGlobals());

const { local } = fakeBrowser.storage;
/** The permissions that the browser grants. */
const granted = new Set<string>();

beforeEach(() => {
  fakeBrowser.reset();
  stubLocks();
  granted.clear();
  vi.mocked(sendMessage).mockResolvedValue(null);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    optional_permissions: ['downloads'],
    optional_host_permissions: ['https://huggingface.co/*'],
  } as never);
  const namesOf = ({ permissions = [], origins = [] }: Browser.permissions.Permissions) => [
    ...permissions,
    ...origins,
  ];
  const { permissions } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockImplementation((async (
    asked: Browser.permissions.Permissions,
  ) => namesOf(asked).every((name) => granted.has(name))) as never);
  vi.spyOn(permissions, 'remove').mockImplementation((async () => true) as never);
  for (const event of [permissions.onAdded, permissions.onRemoved]) {
    vi.spyOn(event, 'addListener').mockReturnValue(undefined);
    vi.spyOn(event, 'removeListener').mockReturnValue(undefined);
  }
});

/** Has the browser ask the reader. @returns answers */
function askReader(): (agreed: boolean) => Promise<void> {
  const answer = promised<boolean>();
  vi.spyOn(fakeBrowser.permissions, 'request').mockReturnValue(answer.promise as never);
  return (agreed) => act(async () => answer.resolve(agreed));
}

/** Has writes to the storage wait. @returns ends that */
function holdStorage(): () => Promise<void> {
  const go = promised<void>();
  const { set } = local;
  vi.spyOn(local, 'set').mockImplementation((async (values: object) => {
    await go.promise;
    await Reflect.apply(set, local, [values]);
  }) as never);
  return () => act(async () => go.resolve());
}

const fillStorage = () => vi.spyOn(local, 'set').mockRejectedValue(new Error('full'));

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const toggle = (name: string) => screen.getByRole<HTMLInputElement>('switch', { name });

describe('a setting of listings', () => {
  async function open() {
    const { rerender } = render(<ListingsSection />);
    await screen.findByRole('switch', { name: 'Keyboard shortcuts' });
    return { redraw: () => rerender(<ListingsSection />) };
  }
  const keyOf = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

  test('stays as chosen while it is being stored, whatever is changed elsewhere', async () => {
    const { redraw } = await open();
    const go = holdStorage();
    fireEvent.click(box('seen before and not saved'));
    fireEvent.click(radio('Hide'));
    fireEvent.input(keyOf('Save'), { target: { value: 'w' } });
    redraw();
    const isAsChosen = () => {
      expect(box('seen before and not saved').checked).toBe(true);
      expect(radio('Hide').checked).toBe(true);
      expect(keyOf('Save').value).toBe('w');
    };
    isAsChosen();
    fireEvent.click(toggle('Keyboard shortcuts'));
    expect(toggle('Keyboard shortcuts').checked).toBe(false);
    fireEvent.click(toggle('Keyboard shortcuts'));
    redraw();
    isAsChosen();
    await go();

    await waitFor(async () => {
      expect(await cardFilter.read()).toMatchObject({ seen: true, how: 'hide' });
      expect(await pageKeys.read()).toMatchObject({ on: true, keys: { save: 'w' } });
    });
    isAsChosen();
    vi.mocked(local.set).mockRestore();
    await act(() => cardFilter.change((former) => ({ ...former, seen: false, read: true })));
    await waitFor(() => expect(box('seen before and not saved').checked).toBe(false));
    expect(box('read').checked).toBe(true);
  });

  test('is reverted, with an error, when it could not be stored', async () => {
    await open();
    fillStorage();
    fireEvent.click(box('seen before and not saved'));
    fireEvent.input(keyOf('Save'), { target: { value: 'w' } });
    fireEvent.click(toggle('Keyboard shortcuts'));
    expect(toggle('Keyboard shortcuts').checked).toBe(false);

    await waitFor(() => expect(toggle('Keyboard shortcuts').checked).toBe(true));
    expect(box('seen before and not saved').checked).toBe(false);
    expect(keyOf('Save').value).toBe('s');
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('automatic backups', () => {
  function Backups() {
    const scheduling = useBackupSchedule();
    const { schedule, allowed } = scheduling;
    return schedule === undefined || allowed === undefined ? null : (
      <AutomaticBackups {...scheduling} schedule={schedule} />
    );
  }
  async function open() {
    render(<Backups />);
    return screen.findByRole<HTMLInputElement>('switch', { name: 'Automatic backups' });
  }

  test('are shown as switched on while the reader is asked, and off again when refused', async () => {
    const automatic = await open();
    const answer = askReader();
    fireEvent.click(automatic);
    expect(automatic.checked).toBe(true);
    expect(radio('Every week').checked).toBe(true);
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
    await answer(false);
    await waitFor(() => expect(automatic.checked).toBe(false));
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('keep the number and the interval that were chosen', async () => {
    granted.add('downloads');
    await backupSchedule.write({ every: 'week', keep: 5 });
    await open();
    const keep = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Backups to keep' });
    const go = holdStorage();
    fireEvent.input(keep, { target: { value: '12' } });
    fireEvent.change(keep);
    fireEvent.click(radio('Every month'));
    fireEvent.click(radio('Every day'));
    expect(radio('Every day').checked).toBe(true);
    expect(keep.value).toBe('12');
    await go();
    await waitFor(async () =>
      expect(await backupSchedule.read()).toEqual({ every: 'day', keep: 12 }),
    );
    expect(radio('Every day').checked).toBe(true);

    fillStorage();
    fireEvent.input(keep, { target: { value: '7' } });
    fireEvent.change(keep);
    expect(keep.value).toBe('7');
    await waitFor(() => expect(keep.value).toBe('12'));
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('the daily list', () => {
  async function open() {
    render(<DailyListSection />);
    await screen.findByRole('radio', { name: 'Off' });
  }

  test('is shown as chosen while the reader is asked, and off again when refused', async () => {
    await open();
    const answer = askReader();
    fireEvent.click(radio('Twice a day'));
    expect(radio('Twice a day').checked).toBe(true);
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
    await answer(false);
    await waitFor(() => expect(radio('Off').checked).toBe(true));
  });

  test('notifies at once, unless that is refused', async () => {
    granted.add('https://huggingface.co/*');
    await dailyFetch.write({ timesADay: 1, notify: true });
    await open();
    const notify = () => toggle('Notify me of new papers');
    expect(notify().checked).toBe(false);
    const answer = askReader();
    fireEvent.click(notify());
    expect(notify().checked).toBe(true);
    await answer(false);
    await waitFor(() => expect(notify().checked).toBe(false));
  });
});

import { describe, expect, it } from 'vitest';
import { PageSettings } from '@/lib/content-script/page-settings';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { Failure } from '@/lib/shared/failure';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import { FakeBackground } from './listing-for-tests';

function open() {
  const background = new FakeBackground();
  const answer = (save: string) =>
    (background.answers['listing.settings'] = () => ({
      filter: DEFAULT_CARD_FILTER,
      keys: { on: true, keys: { ...DEFAULT_PAGE_KEYS.keys, save } },
      exportChoices: [{ id: 'invented', label: 'Invented' }],
    }));
  const fail = () =>
    (background.answers['listing.settings'] = () => {
      throw new Failure('no-answer');
    });
  return { settings: new PageSettings(background.sendMessage), background, answer, fail };
}

describe('PageSettings', () => {
  it('loads the settings once for several callers', async () => {
    const { settings, background, answer } = open();
    answer('s');
    expect(settings.exportChoices).toEqual([]);
    expect(settings.keysIf(true).on).toBe(false);

    await Promise.all([settings.known(), settings.known()]);

    expect(background.of('listing.settings')).toHaveLength(1);
    expect(settings.keysIf(true).on).toBe(true);
    expect(settings.keysIf(false).on).toBe(false);
    expect(settings.filter).toEqual(DEFAULT_CARD_FILTER);
    expect(settings.exportChoices).toEqual([{ id: 'invented', label: 'Invented' }]);
  });

  it('refresh loads the settings again, and keeps them when that fails', async () => {
    const { settings, answer, fail } = open();
    answer('s');
    await settings.known();
    answer('b');
    await settings.refresh();
    expect(settings.keysIf(true).keys.save).toBe('b');
    fail();
    await settings.refresh();

    expect(settings.keysIf(true).keys.save).toBe('b');
  });

  it('loads the settings again after a failure', async () => {
    const { settings, background, answer, fail } = open();
    fail();
    await settings.known();
    answer('s');
    await settings.known();

    expect(background.of('listing.settings')).toHaveLength(2);
    expect(settings.keysIf(true).on).toBe(true);
  });
});

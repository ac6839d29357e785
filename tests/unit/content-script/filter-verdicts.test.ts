import { expect, test } from 'vitest';
import { SettingAside } from '@/lib/content-script/filter/filter-verdicts';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { idOf, saved } from './listing-for-tests';

const ID = idOf(1);
const fresh = { isNew: true, entry: null, dismissed: false };
const seen = { ...fresh, isNew: false };

function using(filter: Partial<typeof DEFAULT_CARD_FILTER>): SettingAside {
  const aside = new SettingAside();
  aside.use({ ...DEFAULT_CARD_FILTER, ...filter });
  return aside;
}

test('a card is not set aside before it is judged', () => {
  const aside = using({ onlyNew: true, how: 'hide' });

  expect(aside.of(ID, false)).toBeUndefined();
  aside.judge(ID, seen);
  expect(aside.of(ID, false)).toBe('hide');
});

test('what is dismissed later is dimmed at once, but not hidden under the pointer', () => {
  const aside = using({ how: 'hide' });
  aside.judge(ID, fresh);

  expect(aside.of(ID, true)).toBe('dim');
  aside.forget();
  aside.judge(ID, { ...fresh, dismissed: true });
  expect(aside.of(ID, true)).toBe('hide');
});

test('a dismissal that is taken back pales no more', () => {
  const aside = using({});
  aside.judge(ID, { ...fresh, dismissed: true });

  expect(aside.of(ID, true)).toBe('dim');
  expect(aside.of(ID, false)).toBeUndefined();
});

test('a card that is read or seen meanwhile stays as it was judged', () => {
  const aside = using({ seen: true, read: true });
  aside.judge(ID, fresh);
  aside.judge(ID, { ...seen, entry: saved(ID).entry });

  expect(aside.of(ID, false)).toBeUndefined();
});

test('a paper that was dismissed and then saved is not set aside for it', () => {
  const aside = using({ how: 'hide' });
  aside.judge(ID, { ...seen, entry: saved(ID).entry, dismissed: true });

  expect(aside.of(ID, false)).toBeUndefined();
});

test('dismissed cards stay as they are when the reader does not set them aside', () => {
  const aside = using({ dismissed: false });
  aside.judge(ID, { ...fresh, dismissed: true });

  expect(aside.of(ID, true)).toBeUndefined();
});

test('showing all pales what was hidden, until a filter is used again', () => {
  const aside = using({ onlyNew: true, how: 'hide' });
  aside.judge(ID, seen);

  aside.lift();
  expect(aside.of(ID, false)).toBe('dim');
  aside.use({ ...DEFAULT_CARD_FILTER, onlyNew: true, how: 'hide' });
  aside.judge(ID, seen);
  expect(aside.of(ID, false)).toBe('hide');
});

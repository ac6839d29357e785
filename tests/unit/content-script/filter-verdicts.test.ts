import { expect, test } from 'vitest';
import { FilterVerdicts } from '@/lib/content-script/filter/filter-verdicts';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { idOf, saved } from './listing-for-tests';

const ID = idOf(1);
const fresh = { isNew: true, entry: null, dismissed: false };
const seen = { ...fresh, isNew: false };

function using(filter: Partial<typeof DEFAULT_CARD_FILTER>): FilterVerdicts {
  const filterEffect = new FilterVerdicts();
  filterEffect.use({ ...DEFAULT_CARD_FILTER, ...filter });
  return filterEffect;
}

test('a card is not set aside before it is judged', () => {
  const filterEffect = using({ onlyNew: true, how: 'hide' });

  expect(filterEffect.of(ID, false)).toBeUndefined();
  filterEffect.judge(ID, seen);
  expect(filterEffect.of(ID, false)).toBe('hide');
});

test('what is dismissed later is dimmed at once, but not hidden under the pointer', () => {
  const filterEffect = using({ how: 'hide' });
  filterEffect.judge(ID, fresh);

  expect(filterEffect.of(ID, true)).toBe('dim');
  filterEffect.forget();
  filterEffect.judge(ID, { ...fresh, dismissed: true });
  expect(filterEffect.of(ID, true)).toBe('hide');
});

test('a dismissal that is taken back pales no more', () => {
  const filterEffect = using({});
  filterEffect.judge(ID, { ...fresh, dismissed: true });

  expect(filterEffect.of(ID, true)).toBe('dim');
  expect(filterEffect.of(ID, false)).toBeUndefined();
});

test('a card that is read or seen meanwhile stays as it was judged', () => {
  const filterEffect = using({ seen: true, read: true });
  filterEffect.judge(ID, fresh);
  filterEffect.judge(ID, { ...seen, entry: saved(ID).entry });

  expect(filterEffect.of(ID, false)).toBeUndefined();
});

test('a paper that was dismissed and then saved is not set aside for it', () => {
  const filterEffect = using({ how: 'hide' });
  filterEffect.judge(ID, { ...seen, entry: saved(ID).entry, dismissed: true });

  expect(filterEffect.of(ID, false)).toBeUndefined();
});

test('dismissed cards stay as they are when the reader does not set them aside', () => {
  const filterEffect = using({ dismissed: false });
  filterEffect.judge(ID, { ...fresh, dismissed: true });

  expect(filterEffect.of(ID, true)).toBeUndefined();
});

test('showing all pales what was hidden, until a filter is used again', () => {
  const filterEffect = using({ onlyNew: true, how: 'hide' });
  filterEffect.judge(ID, seen);

  filterEffect.lift();
  expect(filterEffect.of(ID, false)).toBe('dim');
  filterEffect.use({ ...DEFAULT_CARD_FILTER, onlyNew: true, how: 'hide' });
  filterEffect.judge(ID, seen);
  expect(filterEffect.of(ID, false)).toBe('hide');
});

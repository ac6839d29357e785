import { expect, test } from 'vitest';
import { FilterVerdicts } from '@/lib/content-script/filter/filter-verdicts';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { idOf, saved } from './listing-for-tests';

const ID = idOf(1);
const fresh = { isNew: true, entry: null, dismissed: false };
const seen = { ...fresh, isNew: false };

function verdictsWith(filter: Partial<typeof DEFAULT_CARD_FILTER>): FilterVerdicts {
  const verdicts = new FilterVerdicts();
  verdicts.use({ ...DEFAULT_CARD_FILTER, ...filter });
  return verdicts;
}

test('does not filter a card before it is judged', () => {
  const verdicts = verdictsWith({ onlyNew: true, how: 'hide' });

  expect(verdicts.of(ID, false)).toBeUndefined();
  verdicts.judge(ID, seen);
  expect(verdicts.of(ID, false)).toBe('hide');
});

test('dims a card dismissed later instead of hiding it', () => {
  const verdicts = verdictsWith({ how: 'hide' });
  verdicts.judge(ID, fresh);

  expect(verdicts.of(ID, true)).toBe('dim');
  verdicts.forget();
  verdicts.judge(ID, { ...fresh, dismissed: true });
  expect(verdicts.of(ID, true)).toBe('hide');
});

test('no longer dims a card whose dismissal was undone', () => {
  const verdicts = verdictsWith({});
  verdicts.judge(ID, { ...fresh, dismissed: true });

  expect(verdicts.of(ID, true)).toBe('dim');
  expect(verdicts.of(ID, false)).toBeUndefined();
});

test('keeps the verdict on a card that is read or seen later', () => {
  const verdicts = verdictsWith({ seen: true, read: true });
  verdicts.judge(ID, fresh);
  verdicts.judge(ID, { ...seen, entry: saved(ID).entry });

  expect(verdicts.of(ID, false)).toBeUndefined();
});

test('does not filter a dismissed paper that was saved', () => {
  const verdicts = verdictsWith({ how: 'hide' });
  verdicts.judge(ID, { ...seen, entry: saved(ID).entry, dismissed: true });

  expect(verdicts.of(ID, false)).toBeUndefined();
});

test('does not filter dismissed cards when the filter is off', () => {
  const verdicts = verdictsWith({ dismissed: false });
  verdicts.judge(ID, { ...fresh, dismissed: true });

  expect(verdicts.of(ID, true)).toBeUndefined();
});

test('lift dims hidden cards until a filter is used again', () => {
  const verdicts = verdictsWith({ onlyNew: true, how: 'hide' });
  verdicts.judge(ID, seen);

  verdicts.lift();
  expect(verdicts.of(ID, false)).toBe('dim');
  verdicts.use({ ...DEFAULT_CARD_FILTER, onlyNew: true, how: 'hide' });
  verdicts.judge(ID, seen);
  expect(verdicts.of(ID, false)).toBe('hide');
});

import { expect, test } from 'vitest';
import { ListingRecord } from '../../../lib/content-script/listing/listing-record';
import type { ListingReading } from '../../../lib/papers/listing';

const reading: ListingReading = {
  listing: { kind: 'trending', key: 'hf/trending' },
  cardsFound: 0,
  cards: [],
};

test('a listing that is read again while it is being recorded is recorded once, and awaited', async () => {
  let answer: (told: object) => void = () => {};
  const answered = new Promise<object>((resolve) => (answer = resolve));
  let asked = 0;
  const record = new ListingRecord((() => {
    asked += 1;
    return answered;
  }) as never);
  const [first, second] = [record.keep(reading, 1), record.keep(reading, 1)];
  let isDone = false;
  void second.then(() => (isDone = true));
  await Promise.resolve();
  expect(isDone).toBe(false);
  answer({ newIds: [], rises: [], lastVisitAt: null });
  await Promise.all([first, second]);
  expect(asked).toBe(1);
  expect(record.isComplete).toBe(true);
});

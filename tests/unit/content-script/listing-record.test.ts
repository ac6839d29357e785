import { expect, test } from 'vitest';
import { ListingRecord } from '../../../lib/content-script/listing/listing-record';
import type { ListingReading } from '../../../lib/papers/listing';

const reading: ListingReading = {
  listing: { kind: 'trending', key: 'hf/trending' },
  cardsFound: 0,
  cards: [],
};

test('records a listing once when it is read again during recording, and waits for it', async () => {
  let answer: (result: object) => void = () => {};
  const answered = new Promise<object>((resolve) => (answer = resolve));
  let requests = 0;
  const record = new ListingRecord((() => {
    requests += 1;
    return answered;
  }) as never);
  const [first, second] = [record.keep(reading, 1), record.keep(reading, 1)];
  let isDone = false;
  void second.then(() => (isDone = true));
  await Promise.resolve();
  expect(isDone).toBe(false);
  answer({ newIds: [], rises: [], lastVisitAt: null });
  await Promise.all([first, second]);
  expect(requests).toBe(1);
  expect(record.isComplete).toBe(true);
});

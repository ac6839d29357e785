// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { StatusControl } from '@/components/fields/StatusControl';
import type { Status } from '@/lib/papers/entry';
import { promised } from '../content-script/listing-for-tests';
import { useEnglish } from './english';

useEnglish();
afterEach(cleanup);

test('is a radio group with the current status checked', () => {
  render(<StatusControl value="reading" onChange={async () => true} />);

  expect(screen.getByRole('radiogroup', { name: 'Status' })).toBeTruthy();
  const radios = screen.getAllByRole('radio') as HTMLInputElement[];
  expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
});

test('calls onChange with the chosen status', () => {
  const onChange = vi.fn(async () => true);
  render(<StatusControl value="to-read" onChange={onChange} />);

  fireEvent.click(screen.getByRole('radio', { name: 'Read' }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith('read');
});

describe('while the choice is being stored', () => {
  /** The control with these writes, in turn. */
  function open(...writes: Promise<boolean>[]) {
    const control = (value: Status) => (
      <StatusControl value={value} onChange={() => writes.shift() ?? Promise.reject(writes)} />
    );
    const { rerender } = render(control('to-read'));
    return { deliver: (value: Status) => rerender(control(value)) };
  }
  const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
  const checked = () =>
    screen
      .getAllByRole<HTMLInputElement>('radio')
      .filter((radio) => radio.checked)
      .map(({ value }) => value);

  test('it stays checked when the control is drawn again', async () => {
    const write = promised<boolean>();
    const { deliver } = open(write.promise);
    choose('Read');
    deliver('to-read');
    expect(checked()).toEqual(['read']);
    await act(async () => write.resolve(true));
    deliver('to-read');
    expect(checked()).toEqual(['read']);
    deliver('read');
    deliver('reading');
    expect(checked()).toEqual(['reading']);
  });

  test('the stored status returns when it could not be stored', async () => {
    const write = promised<boolean>();
    const { deliver } = open(write.promise);
    choose('Read');
    deliver('to-read');
    await act(async () => write.resolve(false));
    expect(checked()).toEqual(['to-read']);
  });

  test('the last of two choices stays, also when the first arrives', async () => {
    const [first, second] = [promised<boolean>(), promised<boolean>()];
    const { deliver } = open(first.promise, second.promise);
    choose('Reading');
    choose('Read');
    await act(async () => first.resolve(true));
    deliver('reading');
    expect(checked()).toEqual(['read']);
    await act(async () => second.resolve(true));
    deliver('read');
    expect(checked()).toEqual(['read']);
  });
});

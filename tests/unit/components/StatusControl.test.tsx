// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { StatusControl } from '@/components/fields/StatusControl';
import { useEnglish } from './english';

useEnglish();
afterEach(cleanup);

test('is a radio group with the current status checked', () => {
  render(<StatusControl value="reading" onChange={() => {}} />);

  expect(screen.getByRole('radiogroup', { name: 'Status' })).toBeTruthy();
  const radios = screen.getAllByRole('radio') as HTMLInputElement[];
  expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
});

test('calls onChange with the chosen status', () => {
  const onChange = vi.fn();
  render(<StatusControl value="to-read" onChange={onChange} />);

  fireEvent.click(screen.getByRole('radio', { name: 'Read' }));

  expect(onChange).toHaveBeenCalledExactlyOnceWith('read');
});

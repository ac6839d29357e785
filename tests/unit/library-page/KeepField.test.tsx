// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { KeepField } from '@/entrypoints/library/settings/KeepField';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const onChange = vi.fn();
afterEach(() => onChange.mockClear());

function Setting({ initial = 5 }: { initial?: number }) {
  const [keep, setKeep] = useState(initial);
  return (
    <KeepField
      value={keep}
      onChange={(value) => {
        onChange(value);
        setKeep(value);
      }}
    />
  );
}

function field(): HTMLInputElement {
  return screen.getByRole('spinbutton', { name: 'Backups to keep' }) as HTMLInputElement;
}

function enter(text: string): void {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.change(field());
}

const LIMIT_MESSAGE = 'You can keep between 1 and 50 backups.';

test.each([
  ['0', 1],
  ['-3', 1],
  ['999', 50],
])('changes %s to %i, the nearest allowed number, with a message', (typed, becomes) => {
  render(<Setting />);
  enter(typed);

  expect(onChange).toHaveBeenCalledExactlyOnceWith(becomes);
  expect(field().value).toBe(String(becomes));
  expect(screen.getByRole('status').textContent).toBe(LIMIT_MESSAGE);
});

test('shows the message again at the limit', () => {
  render(<Setting initial={50} />);
  enter('51');

  expect(field().value).toBe('50');
  expect(screen.getByRole('status').textContent).toBe(LIMIT_MESSAGE);
});

test('shows no message for an allowed number', () => {
  render(<Setting />);
  enter('999');
  enter('12');

  expect(onChange).toHaveBeenLastCalledWith(12);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('resets an invalid number', () => {
  render(<Setting />);
  enter('');

  expect(onChange).not.toHaveBeenCalled();
  expect(field().value).toBe('5');
});

test('keeps the typed text when the settings are rendered again', () => {
  const { rerender } = render(<Setting />);
  fireEvent.input(field(), { target: { value: '2' } });
  rerender(<Setting />);
  expect(field().value).toBe('2');

  fireEvent.change(field());
  expect(onChange).toHaveBeenCalledExactlyOnceWith(2);
  expect(field().value).toBe('2');
});

test('shows a number that was changed elsewhere', () => {
  const { rerender } = render(<KeepField value={5} onChange={onChange} />);
  enter('7');
  rerender(<KeepField value={9} onChange={onChange} />);
  expect(field().value).toBe('9');
});

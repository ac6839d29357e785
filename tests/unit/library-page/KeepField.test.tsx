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
  return screen.getByRole('spinbutton', { name: 'Keep the newest' }) as HTMLInputElement;
}

function enter(text: string): void {
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.change(field());
}

const SAID = 'Between 1 and 50 copies can be kept.';

test.each([
  ['0', 1],
  ['-3', 1],
  ['999', 50],
])('%s becomes %i, the nearest number that there can be, and is said to', (typed, becomes) => {
  render(<Setting />);
  enter(typed);

  expect(onChange).toHaveBeenCalledExactlyOnceWith(becomes);
  expect(field().value).toBe(String(becomes));
  expect(screen.getByRole('status').textContent).toBe(SAID);
});

test('the limit is said again where it is set already', () => {
  render(<Setting initial={50} />);
  enter('51');

  expect(field().value).toBe('50');
  expect(screen.getByRole('status').textContent).toBe(SAID);
});

test('a number that there can be needs no word', () => {
  render(<Setting />);
  enter('999');
  enter('12');

  expect(onChange).toHaveBeenLastCalledWith(12);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('what is no number is set back', () => {
  render(<Setting />);
  enter('');

  expect(onChange).not.toHaveBeenCalled();
  expect(field().value).toBe('5');
});

test('what is being typed stays when the settings are drawn anew', () => {
  const { rerender } = render(<Setting />);
  fireEvent.input(field(), { target: { value: '2' } });
  rerender(<Setting />);
  expect(field().value).toBe('2');

  fireEvent.change(field());
  expect(onChange).toHaveBeenCalledExactlyOnceWith(2);
  expect(field().value).toBe('2');
});

test('a number that was changed elsewhere is shown', () => {
  const { rerender } = render(<KeepField value={5} onChange={onChange} />);
  enter('7');
  rerender(<KeepField value={9} onChange={onChange} />);
  expect(field().value).toBe('9');
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteField } from '@/components/fields/NoteField';
import { Failure } from '@/lib/shared/failure';
import { useEnglish } from './english';

useEnglish();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const echo = async (_base: string, text: string) => text;

function field(): HTMLTextAreaElement {
  return screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement;
}

function type(text: string): void {
  fireEvent.input(field(), { target: { value: text } });
}

const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test('saves during typing, and at once on blur', async () => {
  const onSave = vi.fn(echo);
  render(<NoteField note="a" onSave={onSave} onLeave={() => {}} />);

  type('ab');
  fireEvent.blur(field());
  expect(onSave).toHaveBeenLastCalledWith('a', 'ab');
  await wait(0);
  type('abc');
  await wait(200);
  expect(onSave).toHaveBeenLastCalledWith('ab', 'abc');
  expect(field().value).toBe('abc');
});

test('shows a change from another tab and keeps the caret in its text', () => {
  const { rerender } = render(<NoteField note="one three" onSave={echo} onLeave={() => {}} />);
  field().setSelectionRange(9, 9);

  rerender(<NoteField note="one two three" onSave={echo} onLeave={() => {}} />);

  expect(field().value).toBe('one two three');
  expect(field().selectionStart).toBe(13);
});

test('keeps unsaved text when another tab writes', () => {
  const { rerender } = render(<NoteField note="a" onSave={echo} onLeave={() => {}} />);

  type('a mine');
  rerender(<NoteField note="theirs" onSave={echo} onLeave={() => {}} />);

  expect(field().value).toBe('a mine');
});

test('sends unsaved text to the background when the page closes', () => {
  const onLeave = vi.fn();
  render(<NoteField note="a" onSave={echo} onLeave={onLeave} />);

  type('a wor');
  window.dispatchEvent(new Event('pagehide'));

  expect(onLeave).toHaveBeenCalledExactlyOnceWith('a', 'a wor');
});

test('shows a failed save, keeps the text and retries', async () => {
  const onSave = vi.fn(echo).mockRejectedValueOnce(new Failure('storage-full'));
  render(<NoteField note="" onSave={onSave} onLeave={() => {}} />);

  type('kept');
  await wait(200);
  expect(screen.getByRole('alert').textContent).toContain('Your text is still in the field.');
  expect(field().value).toBe('kept');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await wait(0);

  expect(onSave).toHaveBeenLastCalledWith('', 'kept');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('shows a preview of the note', () => {
  render(
    <NoteField
      note=""
      onSave={echo}
      onLeave={() => {}}
      renderPreview={(note) => <strong>{note}</strong>}
    />,
  );

  type('as it reads');
  fireEvent.click(screen.getByRole('button', { name: 'Preview' }));

  expect(screen.getByText('as it reads').tagName).toBe('STRONG');
  fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
  expect(field().value).toBe('as it reads');
});

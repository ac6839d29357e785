// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoticeBar } from '@/components/feedback/NoticeBar';
import { useEnglish } from './english';

useEnglish();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const done = {};
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test('stays long enough to think again, and not for ever', async () => {
  const onDone = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={() => {}} onDone={onDone} />);

  await wait(8000);
  expect(onDone).not.toHaveBeenCalled();
  await wait(8000);
  expect(onDone).toHaveBeenCalledOnce();
});

test('of something else it has its own time, though in the same words', async () => {
  const onDone = vi.fn();
  const { rerender } = render(<NoticeBar of={done} message="Removed" onDone={onDone} />);
  await wait(8000);
  rerender(<NoticeBar of={{}} message="Removed" onDone={onDone} />);
  await wait(8000);

  expect(onDone).not.toHaveBeenCalled();
});

test('does not go while it is pointed at or in focus', async () => {
  const onDone = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={() => {}} onDone={onDone} />);

  fireEvent.pointerEnter(screen.getByRole('status'));
  await wait(60_000);
  fireEvent.focusIn(screen.getByRole('button', { name: 'Undo' }));
  fireEvent.pointerLeave(screen.getByRole('status'));
  await wait(60_000);

  expect(onDone).not.toHaveBeenCalled();
});

test('undoes', () => {
  const onUndo = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={onUndo} onDone={() => {}} />);

  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(onUndo).toHaveBeenCalledOnce();
});

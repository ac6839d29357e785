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

test('closes after some time', async () => {
  const onDone = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={() => {}} onDone={onDone} />);

  await wait(8000);
  expect(onDone).not.toHaveBeenCalled();
  await wait(8000);
  expect(onDone).toHaveBeenCalledOnce();
});

test('restarts its timer for another notice with the same text', async () => {
  const onDone = vi.fn();
  const { rerender } = render(<NoticeBar of={done} message="Removed" onDone={onDone} />);
  await wait(8000);
  rerender(<NoticeBar of={{}} message="Removed" onDone={onDone} />);
  await wait(8000);

  expect(onDone).not.toHaveBeenCalled();
});

test('stays while it is hovered or focused', async () => {
  const onDone = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={() => {}} onDone={onDone} />);

  fireEvent.pointerEnter(screen.getByRole('status'));
  await wait(60_000);
  fireEvent.focusIn(screen.getByRole('button', { name: 'Undo' }));
  fireEvent.pointerLeave(screen.getByRole('status'));
  await wait(60_000);

  expect(onDone).not.toHaveBeenCalled();
});

test('calls onUndo', () => {
  const onUndo = vi.fn();
  render(<NoticeBar of={done} message="Removed" onUndo={onUndo} onDone={() => {}} />);

  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(onUndo).toHaveBeenCalledOnce();
});

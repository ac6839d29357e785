// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { BackupReminder } from '@/entrypoints/library/papers/BackupReminder';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const onBackUp = vi.fn();
const onLater = vi.fn();
const usual = { lastBackupAt: undefined, underWay: false, failure: undefined, onBackUp, onLater };

test('offers a copy now or a reminder later', () => {
  render(<BackupReminder {...usual} />);
  fireEvent.click(screen.getByRole('button', { name: 'Back up now' }));
  expect(onBackUp).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(onLater).toHaveBeenCalledOnce();
});

test('makes no second copy while one is made', () => {
  render(<BackupReminder {...usual} underWay />);
  fireEvent.click(screen.getByRole('button', { name: 'Making a copy…' }));
  expect(onBackUp).not.toHaveBeenCalled();
});

test('says in its place why there is no copy', () => {
  render(<BackupReminder {...usual} failure="copy-failed" />);
  expect(screen.getByRole('status').textContent).toContain('The browser did not write the copy.');
});

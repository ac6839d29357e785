// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { BackupReminder } from '@/entrypoints/library/papers/BackupReminder';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const onBackUp = vi.fn();
const onLater = vi.fn();
const props = { lastBackupAt: undefined, underWay: false, failure: undefined, onBackUp, onLater };

test('offers a backup now or a reminder later', () => {
  render(<BackupReminder {...props} />);
  fireEvent.click(screen.getByRole('button', { name: 'Back up now' }));
  expect(onBackUp).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(onLater).toHaveBeenCalledOnce();
});

test('starts no second backup during one', () => {
  render(<BackupReminder {...props} underWay />);
  fireEvent.click(screen.getByRole('button', { name: 'Backing up…' }));
  expect(onBackUp).not.toHaveBeenCalled();
});

test('shows why a backup failed', () => {
  render(<BackupReminder {...props} failure="copy-failed" />);
  expect(screen.getByRole('status').textContent).toContain(
    'The browser could not write the backup.',
  );
});

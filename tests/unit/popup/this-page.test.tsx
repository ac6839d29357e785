// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ThisPage } from '@/entrypoints/popup/ThisPage';
import { openTestLibrary } from '../../integration/library/library-for-tests';
import { pageWith } from '../../integration/library-page/page-with';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const actions = { save: vi.fn(), remove: vi.fn() } as never;

test('shows that the page is being read, then that it has no paper', () => {
  const library = openTestLibrary();
  const { rerender } = render(<ThisPage shown={undefined} actions={actions} />, {
    wrapper: pageWith(library),
  });
  expect(screen.getByText('Reading the page…')).toBeTruthy();
  rerender(<ThisPage shown={null} actions={actions} />);

  expect(screen.getByText('No papers in this tab.')).toBeTruthy();
  expect(screen.queryByText('Reading the page…')).toBeNull();
});

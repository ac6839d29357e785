// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SiteDetails } from '@/entrypoints/listing.content/bar/SiteDetails';
import type { SiteChange } from '@/lib/papers/reading-health';
import { useEnglish } from '../components/english';

useEnglish();

const writeText = vi.fn(async (_text: string) => {});
const onHide = vi.fn();
const CHANGE: SiteChange = { cardsFound: 28, cardsRead: 28, missing: ['githubStars', 'authors'] };

beforeEach(() => {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const show = (change = CHANGE) => render(<SiteDetails change={change} onHide={onHide} />);
const reported = () => document.querySelector('pre')?.textContent;

test('says what is missing, and copies exactly the report that it shows', async () => {
  show();
  const dialog = screen.getByRole('dialog', { name: 'This site has changed' });
  expect(dialog.textContent).toContain('(Authors, Stars)');
  expect(dialog.textContent).toContain('Saving, tags and notes still work');
  expect(reported()).toContain('Missing on most: githubStars, authors');
  const copy = screen.getByRole('button', { name: 'Copy report' });
  expect(document.activeElement).toBe(copy);
  expect(writeText).not.toHaveBeenCalled();

  fireEvent.click(copy);
  expect(writeText).toHaveBeenCalledWith(reported());
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
});

test('says where copying is not allowed', async () => {
  writeText.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('not allow'));
});

test('says that most papers are not recognized', () => {
  show({ cardsFound: 28, cardsRead: 3, missing: [] });
  expect(screen.getByRole('dialog').textContent).toContain('(most papers)');
  expect(reported()).toContain('Papers recognized: 3');
});

test('hides on request', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(onHide).toHaveBeenCalledOnce();
});

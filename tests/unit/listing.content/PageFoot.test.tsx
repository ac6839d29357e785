// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { PageFoot, type PageFootProps } from '@/entrypoints/listing.content/foot/PageFoot';
import { PageKeysSheet } from '@/entrypoints/listing.content/keys/PageKeysSheet';
import { EXPORT_FORMATS, LISTING_CHOICES } from '@/lib/export/registry';
import { Failure } from '@/lib/shared/failure';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import { useEnglish } from '../components/english';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPopover, stubPopovers } from '../../fixtures/popovers';

useEnglish();
beforeAll(stubPopovers);
afterEach(cleanup);

const on = {
  onNoticeDone: vi.fn(),
  suggestTags: vi.fn(async () => []),
  onSelectNew: vi.fn(),
  onSelectShown: vi.fn(),
  onChange: vi.fn(),
  onExport: vi.fn(),
  onClear: vi.fn(),
};

function show(props: Partial<PageFootProps>) {
  return render(
    <PageFoot
      notice={undefined}
      selected={undefined}
      exportChoices={LISTING_CHOICES}
      {...on}
      {...props}
    />,
  );
}

const open = (label: string): void => openPopover(screen.getByRole('button', { name: label }));

describe('the selection bar', () => {
  test('shows the count and disables its buttons for 0', () => {
    show({ selected: 0 });

    expect(screen.getByText('0 selected')).toBeDefined();
    for (const name of ['Save', 'Tag', 'Status', 'Dismiss', 'Export']) {
      expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true);
    }
    fireEvent.click(screen.getByRole('button', { name: 'All new' }));
    expect(on.onSelectNew).toHaveBeenCalledOnce();
  });

  test('saves, dismisses, tags and sets the status', async () => {
    show({ selected: 2 });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    open('Status');
    fireEvent.click(await screen.findByText('Reading'));
    open('Tag');
    const field = await screen.findByRole('combobox', { name: 'Add tag', hidden: true });
    fireEvent.input(field, { target: { value: 'memory' } });
    fireEvent.keyDown(field, { key: 'Enter' });

    expect(on.onChange.mock.calls.map(([change]) => change)).toEqual([
      { kind: 'save' },
      { kind: 'dismiss' },
      { kind: 'status', status: 'reading' },
      { kind: 'add-tag', tag: 'memory' },
    ]);
  });

  test('exports in every format but backup', async () => {
    show({ selected: 2 });
    open('Export');
    fireEvent.click(await screen.findByText('RIS'));

    expect(on.onExport.mock.calls).toEqual([['ris']]);
    open('Export');
    const offered = screen.getByText('RIS').parentElement!.querySelectorAll('button');
    expect([...offered].map(({ textContent }) => textContent)).toEqual(
      EXPORT_FORMATS.filter(({ id }) => id !== 'backup').map(({ label }) => label),
    );
  });
});

describe('the notice', () => {
  test.each([
    [{ kind: 'save' } as const, '2 papers saved'],
    [{ kind: 'dismiss' } as const, '2 papers dismissed'],
    [{ kind: 'status', status: 'read' } as const, '2 papers set to Read'],
    [{ kind: 'add-tag', tag: 'memory' } as const, '2 papers tagged memory'],
  ])('shows a change with an Undo button: %o', (change, words) => {
    const undo = vi.fn();
    show({ notice: { kind: 'changed', change, count: 2, undo } });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

    expect(screen.getByRole('status').textContent).toContain(words);
    expect(undo).toHaveBeenCalledOnce();
  });

  test('shows an export, or a failure with a Retry button', () => {
    show({ notice: { kind: 'exported', count: 1, label: 'CSL-JSON' } });
    expect(screen.getByRole('status').textContent).toBe('Exported 1 paper as CSL-JSON');
    cleanup();
    const retry = vi.fn();
    show({ notice: { kind: 'failed', failure: new Failure('storage-full'), retry } });
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(retry).toHaveBeenCalledOnce();
  });
});

test('the keys sheet lists the keys of the setting', () => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  const keys = { ...DEFAULT_PAGE_KEYS.keys, next: 'w', dismiss: null };
  render(<PageKeysSheet keys={{ on: true, keys }} onClosed={() => {}} />);

  expect(HTMLDialogElement.prototype.showModal).toHaveBeenCalledOnce();
  const rows = screen.getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent);
  expect(rows[0]).toBe('wNext paper');
  expect(rows.join()).not.toContain('Dismiss');
});

test('says that the site has changed, and shows the report before it is copied', () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const change = { cardsFound: 28, cardsRead: 28, missing: ['abstract', 'authors'] as const };
  show({ notice: { kind: 'site', change: { ...change, missing: [...change.missing] } } });

  expect(screen.getByRole('status').textContent).toContain('abstract, authors');
  expect(screen.queryByRole('button', { name: 'Copy report' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show report' }));
  const report = document.querySelector('pre')!.textContent;
  expect(report).toContain('Missing on most: abstract, authors');
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(writeText).toHaveBeenCalledWith(report);
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(on.onNoticeDone).toHaveBeenCalled();
  vi.unstubAllGlobals();
});

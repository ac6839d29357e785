// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageFoot, type PageFootProps } from '@/entrypoints/listing.content/foot/PageFoot';
import { PageKeysSheet } from '@/entrypoints/listing.content/keys/PageKeysSheet';
import { Failure } from '@/lib/shared/failure';
import { DEFAULT_PAGE_KEYS } from '@/lib/keyboard/page-keys';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const on = {
  onNoticeDone: vi.fn(),
  onSelectNew: vi.fn(),
  onSelectShown: vi.fn(),
  onChange: vi.fn(),
  onMenu: vi.fn(),
  onClear: vi.fn(),
};

function show(props: Partial<PageFootProps>) {
  return render(
    <PageFoot notice={undefined} selected={undefined} openMenu={undefined} {...on} {...props} />,
  );
}

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

  test('saves and dismisses', () => {
    show({ selected: 2 });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));

    expect(on.onChange.mock.calls).toEqual([[{ kind: 'save' }], [{ kind: 'dismiss' }]]);
  });

  test('opens the menus in a frame', () => {
    show({ selected: 2, openMenu: 'status' });
    const buttons = ['Tag', 'Status', 'Export'].map((name) => screen.getByRole('button', { name }));
    for (const [at, button] of buttons.entries()) fireEvent.click(button, { detail: at });

    // A click by a key has no detail.
    expect(on.onMenu.mock.calls).toEqual([
      ['tag', buttons[0], true],
      ['status', buttons[1], false],
      ['export', buttons[2], false],
    ]);
    expect(buttons.map((button) => button.getAttribute('aria-expanded'))).toEqual([
      'false',
      'true',
      'false',
    ]);
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('the notice', () => {
  test.each([
    [{ kind: 'save' } as const, '2 papers saved'],
    [{ kind: 'dismiss' } as const, '2 papers dismissed'],
  ])('shows a change with an Undo button: %o', (change, words) => {
    const undo = vi.fn();
    show({ notice: { kind: 'changed', change, count: 2, undo } });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));

    expect(screen.getByRole('status').textContent).toContain(words);
    expect(undo).toHaveBeenCalledOnce();
  });

  test('leaves a result to its frame', () => {
    show({ notice: { kind: 'in-frame', undo: vi.fn() } });

    expect(screen.queryByRole('status')).toBeNull();
  });

  test('shows a failure with a Retry button', () => {
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

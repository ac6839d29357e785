// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  CardControls,
  type CardControlsProps,
} from '@/entrypoints/listing.content/card/CardControls';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const on = { onClick: vi.fn(), onRetry: vi.fn(), onDismiss: vi.fn(), onSelect: vi.fn() };

function show(props: Partial<CardControlsProps> = {}) {
  return render(
    <CardControls
      title="Synthetic Visual Genome"
      saved={false}
      failure={undefined}
      open={false}
      isNew={false}
      rise={undefined}
      dismissed={false}
      filterEffect={undefined}
      selected={undefined}
      isCurrent={false}
      {...on}
      {...props}
    />,
  );
}

test('names the buttons with the title', () => {
  show();

  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Dismiss Synthetic Visual Genome',
    'Save Synthetic Visual Genome',
  ]);
});

test('takes titles as they are, and asks the browser for the messages of all cards once', () => {
  show({ title: 'First' });
  const asked = vi.mocked(fakeBrowser.i18n.getMessage).mock.calls.length;
  show({ title: 'Costs $& and $1' });

  expect(vi.mocked(fakeBrowser.i18n.getMessage).mock.calls).toHaveLength(asked);
  expect(screen.getByRole('button', { name: 'Save Costs $& and $1' })).toBeDefined();
});

test('shows a dismissed paper with a pressed button that undoes it', () => {
  show({ dismissed: true });
  const button = screen.getByRole('button', { name: /^Dismiss / });
  fireEvent.click(button);

  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(on.onDismiss).toHaveBeenCalledOnce();
});

test('shows a new paper and its rise', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 28, 12), toFake: ['Date'] });
  show({ isNew: true, rise: { by: 42, since: new Date(2026, 8, 25).getTime() } });
  vi.useRealTimers();

  expect(screen.getByText('New')).toBeDefined();
  expect(screen.getByText('+42 since Friday')).toBeDefined();
});

test('shows a checkbox while selecting, which reports Shift', () => {
  show();
  expect(screen.queryByRole('checkbox')).toBeNull();
  cleanup();
  show({ selected: false });
  const box = screen.getByRole('checkbox', { name: 'Select Synthetic Visual Genome' });
  fireEvent.click(box);
  fireEvent.click(box, { shiftKey: true });

  expect(on.onSelect.mock.calls).toEqual([[false], [true]]);
});

test('covers only dimmed cards', () => {
  const { container } = show({ filterEffect: 'dim' });
  expect(container.querySelector('.ps-dim')).not.toBeNull();
  cleanup();

  expect(show({ dismissed: true }).container.querySelector('.ps-dim')).toBeNull();
});

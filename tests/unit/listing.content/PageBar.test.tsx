// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PageBar, type PageBarProps } from '@/entrypoints/listing.content/bar/PageBar';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const on = {
  onOnlyNew: vi.fn(),
  onFilter: vi.fn(),
  onSite: vi.fn(),
  onShowAll: vi.fn(),
  onSelect: vi.fn(),
  onRetry: vi.fn(),
};

function show(props: Partial<PageBarProps> = {}) {
  return render(
    <PageBar
      cardsFound={28}
      cardsRead={28}
      newCards={9}
      lastVisitAt={new Date(2026, 8, 25, 9, 5).getTime()}
      saved={3}
      read={0}
      hidden={0}
      dimmed={0}
      filter={DEFAULT_CARD_FILTER}
      asked={false}
      selecting={false}
      failure={undefined}
      siteChange={undefined}
      filterIsOpen={false}
      siteIsOpen={false}
      {...on}
      {...props}
    />,
  );
}

const words = () => screen.getByRole('group', { name: 'Papershelf' }).textContent;

test('shows the number of papers, new ones and saved ones', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 28, 12), toFake: ['Date'] });
  show();
  vi.useRealTimers();

  expect(words()).toContain('28 papers9 new since Friday3 saved');
});

test('shows the first visit', () => {
  show({ lastVisitAt: null, newCards: 28 });

  expect(words()).toContain('28 new on your first visit');
});

test('shows only the number of papers until the background answers', () => {
  show({ newCards: undefined, lastVisitAt: undefined });

  expect(words()).not.toContain('saved');
});

test('shows unreadable cards and read papers', () => {
  show({ cardsRead: 26, read: 2 });

  expect(words()).toContain('26 of 28 papers recognized');
  expect(words()).toContain('3 saved · 2 read');
});

test('the Only new button is pressed while on', () => {
  show({ filter: { ...DEFAULT_CARD_FILTER, onlyNew: true } });
  const button = screen.getByRole('button', { name: 'Only new' });
  fireEvent.click(button);

  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(on.onOnlyNew).toHaveBeenCalledOnce();
});

test('shows a Show all button when all papers are hidden', () => {
  show({ hidden: 27 });
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  expect(words()).toContain('27 hidden');
  cleanup();
  show({ hidden: 28 });
  expect(words()).toContain('All hidden');
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));

  expect(on.onShowAll).toHaveBeenCalledOnce();
});

test('announces filtered papers after the reader changed the filter', () => {
  const { rerender } = show({ dimmed: 4 });
  const status = () => screen.getAllByRole('status').at(-1)?.textContent;
  expect(status()).toBe('');
  cleanup();
  show({ dimmed: 4, hidden: 1, asked: true });

  expect(status()).toBe('5 of 28 papers filtered');
  expect(rerender).toBeDefined();
});

test('says that the site has changed, with a button for details', () => {
  show();
  // Read out only if it is there before its text.
  const [status] = screen.getAllByRole('status');
  expect(status?.textContent).toBe('');
  expect(screen.queryByRole('button', { name: 'Details' })).toBeNull();
  cleanup();

  show({ siteChange: { cardsFound: 28, cardsRead: 28, missing: ['upvotes'] } });
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('This site has changed');
  fireEvent.click(screen.getByRole('button', { name: 'Details' }));
  expect(on.onSite).toHaveBeenCalledOnce();
});

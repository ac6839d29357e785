// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { drawBars, type Bars } from '@/entrypoints/library/reading/bar-plot';
import { PeriodControl } from '@/entrypoints/library/reading/PeriodControl';
import { ReadingTotals } from '@/entrypoints/library/reading/ReadingTotals';
import { SavedAndReadPart } from '@/entrypoints/library/reading/SavedAndReadPart';
import { TagsPart } from '@/entrypoints/library/reading/TagsPart';
import type { SavedAndRead, TagsOverTime } from '@/lib/library/reading/reading-over-time';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const weeks: SavedAndRead = {
  unit: 'week',
  starts: ['2025-12-22', '2025-12-29', '2026-01-05'],
  saved: [1200, 0, 3],
  read: [4, 5, 0],
};
const quarters: TagsOverTime = {
  unit: 'quarter',
  starts: ['2025-10-01', '2026-01-01'],
  tags: [
    { name: 'attention', total: 12, counts: [2, 10] },
    { name: 'diffusion', total: 5, counts: [5, 0] },
  ],
  others: { tags: 7, counts: [9, 1] },
};

function rows(): (string | null)[][] {
  return within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
}

test('shows saved and read papers in a table with totals, the newest week first', () => {
  render(<SavedAndReadPart reading={weeks} draw={undefined} />);
  const button = screen.getByRole('button', { name: 'Table: Saved and read per week' });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(screen.queryByRole('table')).toBeNull();

  fireEvent.click(button);

  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(rows()).toEqual([
    ['Week of', 'Saved', 'Read'],
    ['Jan 5, 2026', '3', '0'],
    ['Dec 29, 2025', '0', '5'],
    ['Dec 22, 2025', '1,200', '4'],
    ['Total', '1,203', '9'],
  ]);
});

test('the table has a caption and row and column headers', () => {
  render(<SavedAndReadPart reading={weeks} draw={undefined} />);
  fireEvent.click(screen.getByRole('button', { name: /^Table/ }));

  const table = screen.getByRole('table');
  expect(table.querySelector('caption')?.textContent).toMatch(/^Saved and read per week\. Newest/);
  expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  expect(within(table).getAllByRole('rowheader')).toHaveLength(4);
  // A scroll container must be focusable.
  expect(screen.getByRole('region', { name: 'Saved and read per week' }).tabIndex).toBe(0);
});

test('shows tags in a table, with one column for those not in the plot', () => {
  render(<TagsPart reading={quarters} draw={undefined} />);
  expect(screen.getByText('And 7 other tags in the table.')).toBeTruthy();

  fireEvent.click(
    screen.getByRole('button', { name: 'Table: Tags of the papers saved per quarter' }),
  );

  expect(rows()).toEqual([
    ['Quarter', 'attention', 'diffusion', '7 other tags'],
    ['Q1 2026', '10', '0', '1'],
    ['Q4 2025', '2', '5', '9'],
    ['Total', '12', '5', '10'],
  ]);
});

test('shows a message without tags or papers', () => {
  render(
    <TagsPart
      reading={{ ...quarters, tags: [], others: { tags: 0, counts: [0, 0] } }}
      draw={undefined}
    />,
  );
  expect(screen.getByText('No paper saved in this period has a tag.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();

  render(
    <SavedAndReadPart reading={{ ...weeks, saved: [0, 0, 0], read: [0, 0, 0] }} draw={undefined} />,
  );
  expect(screen.getByText('Nothing was saved or read in this period.')).toBeTruthy();
});

test('shows the total of each status and the median wait', () => {
  const { rerender } = render(
    <ReadingTotals totals={{ 'to-read': 902, reading: 34, read: 1312 }} wait={43} />,
  );
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'To read 902',
    'Reading 34',
    'Read 1,312',
  ]);
  expect(screen.getByText(/have been waiting 43 days or more/)).toBeTruthy();

  rerender(<ReadingTotals totals={{ 'to-read': 0, reading: 0, read: 1 }} wait={undefined} />);
  expect(screen.queryByText(/have waited/)).toBeNull();
});

test('radio buttons choose the period', () => {
  const onChange = vi.fn();
  render(<PeriodControl value="year" onChange={onChange} />);

  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Year' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: '3 months' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('three-months');
});

const bars: Bars = {
  unit: 'month',
  starts: ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'],
  series: [{ counts: [1, 0, 3, 2], colour: 'var(--plot-saved)', breadth: 0.8 }],
  most: 3,
  tips: ['a', 'b', 'c', 'd'],
  label: 'Saved per month',
  height: 200,
};

test('a plot is an image with a name and bars as high as their counts', () => {
  const plot = drawBars(bars, 400);

  expect(plot.getAttribute('role')).toBe('img');
  expect(plot.getAttribute('aria-label')).toBe('Saved per month');
  expect(plot.getAttribute('width')).toBe('400');
  const heights = [...plot.querySelectorAll('[aria-label=rect] rect')].map((bar) =>
    Number(bar.getAttribute('height')),
  );
  const one = (200 - 8 - 32) / 3;
  expect(heights.map((height) => Math.round(height / one))).toEqual([1, 0, 3, 2]);
  expect(plot.querySelector('[aria-label=rect]')?.getAttribute('fill')).toBe('var(--plot-saved)');
});

test('the x axis shows each year once and only as many months as fit', () => {
  const words = (width: number) =>
    [...drawBars(bars, width).querySelectorAll('[aria-label="x-axis tick label"] text')].map(
      (text) => [...text.childNodes].map(({ textContent }) => textContent).join(' '),
    );

  expect(words(400)).toEqual(['Nov 2025', 'Dec', 'Jan 2026', 'Feb']);
  expect(words(120)).toEqual(['Nov 2025', 'Jan 2026']);
});

test('the y axis shows only whole numbers', () => {
  const plot = drawBars({ ...bars, most: 1 }, 400);

  const words = [...plot.querySelectorAll('[aria-label="y-axis tick label"] text')].map(
    (text) => text.textContent,
  );
  expect(words).toEqual(['0', '1']);
});

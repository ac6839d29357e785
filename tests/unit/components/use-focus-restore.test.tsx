// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { useFocusRestore } from '@/components/hooks/use-focus-restore';

afterEach(cleanup);

function Bar() {
  const bar = useRef<HTMLDivElement>(null);
  useFocusRestore(bar);
  return (
    <div ref={bar}>
      <button>Undo</button>
      <button>Dismiss</button>
    </div>
  );
}

/** Row 2 is the current row of the list. */
function Page({ bar, field = true, rows = true, takes = false }: Record<string, boolean>) {
  return (
    <>
      <h2 class="view-title" tabIndex={-1}>
        Heading
      </h2>
      {field && <input aria-label="Field" />}
      {rows &&
        ['Row 1', 'Row 2', 'Row 3'].map((title) => (
          <h3 key={title} class="row-title">
            <a href="#row" tabIndex={title === 'Row 2' ? 0 : -1}>
              {title}
            </a>
          </h3>
        ))}
      {bar && <Bar />}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- an element that focuses itself */}
      {takes && <input aria-label="Other" ref={(input) => input?.focus()} />}
    </>
  );
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

async function removeBar(rerender: (page: ReturnType<typeof Page>) => void, rest = {}) {
  await act(async () => rerender(<Page bar={false} {...rest} />));
}

test('returns the focus to the element that had it before', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByRole('textbox').focus();
  screen.getByText('Undo').focus();
  screen.getByText('Dismiss').focus();

  await removeBar(rerender);

  expect(focused()).toBe('Field');
});

test('focuses the current row when that element is gone too', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByRole('textbox').focus();
  screen.getByText('Undo').focus();

  await removeBar(rerender, { field: false });

  expect(focused()).toBe('Row 2');
});

test('focuses the current row when no element had the focus before', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByText('Undo').focus();

  await removeBar(rerender);

  expect(focused()).toBe('Row 2');
});

test('focuses the heading without rows', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByText('Undo').focus();

  await removeBar(rerender, { rows: false });

  expect(focused()).toBe('Heading');
});

test('does nothing without the focus, or when something else takes it', async () => {
  const { rerender } = render(<Page bar />);
  await removeBar(rerender);
  expect(document.activeElement).toBe(document.body);

  rerender(<Page bar />);
  screen.getByText('Undo').focus();
  await removeBar(rerender, { takes: true });
  expect(focused()).toBe('Other');
});

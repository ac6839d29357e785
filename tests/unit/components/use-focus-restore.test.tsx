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

/** A page with a list whose second row is the current one, a field, and a bar that may go. */
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
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- stands for what takes the focus itself */}
      {takes && <input aria-label="Other" ref={(input) => input?.focus()} />}
    </>
  );
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

/** The page once its bar is gone, with this of the rest. */
async function without(rerender: (page: ReturnType<typeof Page>) => void, rest = {}) {
  await act(async () => rerender(<Page bar={false} {...rest} />));
}

test('what goes with the focus in it gives it back to where it was before', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByRole('textbox').focus();
  screen.getByText('Undo').focus();
  screen.getByText('Dismiss').focus();

  await without(rerender);

  expect(focused()).toBe('Field');
});

test('to the current row of the list, when what had it went at the same time', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByRole('textbox').focus();
  screen.getByText('Undo').focus();

  await without(rerender, { field: false });

  expect(focused()).toBe('Row 2');
});

test('to the current row, too, when nothing had it before', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByText('Undo').focus();

  await without(rerender);

  expect(focused()).toBe('Row 2');
});

test('to the heading, when there is no row', async () => {
  const { rerender } = render(<Page bar />);
  screen.getByText('Undo').focus();

  await without(rerender, { rows: false });

  expect(focused()).toBe('Heading');
});

test('to nothing, when it has not the focus or something takes it', async () => {
  const { rerender } = render(<Page bar />);
  await without(rerender);
  expect(document.activeElement).toBe(document.body);

  rerender(<Page bar />);
  screen.getByText('Undo').focus();
  await without(rerender, { takes: true });
  expect(focused()).toBe('Other');
});

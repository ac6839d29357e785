// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { NoteField } from '@/components/fields/NoteField';
import { Menu } from '@/components/overlay/Menu';
import { Sheet } from '@/components/overlay/Sheet';
import { FilterField } from '@/entrypoints/library/tags/FilterField';
import { RenameField } from '@/entrypoints/library/tags/RenameField';
import { stubPopovers } from '../../fixtures/popovers';
import { useEnglish } from './english';

useEnglish();
stubPopovers();
afterEach(cleanup);

// Chromium and Firefox while composing; Safari for the key that ends a composition.
const COMPOSING = [{ isComposing: true }, { keyCode: 229 }];

test.each(COMPOSING)('Escape with %o leaves a sheet open', (composing) => {
  const onClose = vi.fn();
  render(
    <Sheet title="Sheet" onClose={onClose}>
      <input />
    </Sheet>,
  );
  const field = document.querySelector('input')!;

  // Not prevented, the browser would close the dialog.
  expect(fireEvent.keyDown(field, { key: 'Escape', ...composing })).toBe(false);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test.each(COMPOSING)('Escape with %o leaves a menu open', (composing) => {
  const onToggle = vi.fn();
  render(
    <Menu label="Menu" onToggle={onToggle} open>
      {() => <input />}
    </Menu>,
  );
  const field = document.querySelector('input')!;
  onToggle.mockClear();

  expect(fireEvent.keyDown(field, { key: 'Escape', ...composing })).toBe(false);
  expect(onToggle).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onToggle).toHaveBeenCalledWith(false);
});

test.each(COMPOSING)('Escape with %o in a note does not reach the box around it', (composing) => {
  const onKeyDown = vi.fn();
  const { container } = render(
    <NoteField note="" onSave={async (_, text) => text} onLeave={() => {}} />,
  );
  container.addEventListener('keydown', onKeyDown);

  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape', ...composing });
  expect(onKeyDown).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
  expect(onKeyDown).toHaveBeenCalledOnce();
});

test.each(COMPOSING)('Escape with %o clears no filter and cancels no renaming', (composing) => {
  const onChange = vi.fn();
  const onLeave = vi.fn();
  render(
    <>
      <FilterField label="Filter" value="x" onChange={onChange} />
      <RenameField
        label="Name"
        initial="x"
        plan={() => undefined}
        onCommit={() => {}}
        onLeave={onLeave}
      />
    </>,
  );
  for (const field of document.querySelectorAll('input')) {
    fireEvent.keyDown(field, { key: 'Escape', ...composing });
  }

  expect(onChange).not.toHaveBeenCalled();
  expect(onLeave).not.toHaveBeenCalled();
});

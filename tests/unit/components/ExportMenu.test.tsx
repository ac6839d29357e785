// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ExportMenu } from '@/components/overlay/ExportMenu';
import { useEnglish } from './english';
import { openPopover, stubPopovers } from '../../fixtures/popovers';

useEnglish();
beforeAll(stubPopovers);
afterEach(cleanup);

const CHOICES = [
  { id: 'bibtex', label: 'BibTeX' },
  { id: 'ris', label: 'RIS' },
];

function open(onExport = vi.fn()) {
  render(<ExportMenu choices={CHOICES} scope="3 selected papers" onExport={onExport} />);
  openPopover(screen.getByRole('button', { name: 'Export' }));
  return onExport;
}

test('focuses the first format and describes what is exported', () => {
  open();

  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'BibTeX' }));
  const scope = screen.getByRole('menu').getAttribute('aria-describedby');
  expect(document.getElementById(scope ?? '')?.textContent).toBe('3 selected papers');
});

test('the arrow keys wrap around, and a click exports', () => {
  const onExport = open();

  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'RIS' }));
  fireEvent.click(document.activeElement!);

  expect(onExport).toHaveBeenCalledExactlyOnceWith('ris');
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Escape closes it and does not propagate', () => {
  const onKeyDown = vi.fn();
  document.addEventListener('keydown', onKeyDown);
  open();

  fireEvent.keyDown(document.activeElement!, { key: 'Escape' });

  expect(screen.queryByRole('menu')).toBeNull();
  expect(onKeyDown).not.toHaveBeenCalled();
  document.removeEventListener('keydown', onKeyDown);
});

test('Tab closes it and moves on', () => {
  open();
  const isDefault = fireEvent.keyDown(document.activeElement!, { key: 'Tab' });

  expect(isDefault).toBe(true);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('cannot be opened before the formats are loaded', () => {
  render(<ExportMenu choices={undefined} onExport={() => {}} />);

  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(true);
});

test('an arrow key on the button opens it', () => {
  render(<ExportMenu choices={CHOICES} onExport={() => {}} />);
  fireEvent.keyDown(screen.getByRole('button', { name: 'Export' }), { key: 'ArrowDown' });

  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'BibTeX' }));
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TagInput } from '@/components/fields/TagInput';
import { withoutTag, withTag } from '@/lib/papers/tags/tag';
import { promised } from '../content-script/listing-for-tests';
import { useEnglish } from './english';

useEnglish();
afterEach(cleanup);

const LIBRARY = ['brain', 'architecture/ssm', 'architecture/moe'];

function Tags({ start }: { start: readonly string[] }) {
  const [tags, setTags] = useState(start);
  return (
    <>
      <TagInput
        tags={tags}
        suggest={async (text) => LIBRARY.filter((tag) => tag.includes(text))}
        onAdd={async (tag) => {
          setTags(withTag(tags, tag));
          return true;
        }}
        onRemove={async (tag) => {
          setTags(withoutTag(tags, tag));
          return true;
        }}
      />
      <button type="button">Elsewhere</button>
    </>
  );
}

function field(): HTMLInputElement {
  return screen.getByRole('combobox', { name: 'Add tag' }) as HTMLInputElement;
}

function type(text: string): void {
  field().focus();
  fireEvent.input(field(), { target: { value: text } });
}

function shownTags(): string[] {
  return screen
    .queryAllByRole('button', { name: /^Remove tag / })
    .map((button) => button.getAttribute('aria-label')!.slice('Remove tag '.length));
}

test('Enter adds the typed text with spaces, commas and levels', () => {
  render(<Tags start={[]} />);

  type('scene graphs, old');
  fireEvent.keyDown(field(), { key: 'Enter' });
  type(' a / b ');
  fireEvent.keyDown(field(), { key: 'Enter' });

  expect(shownTags()).toEqual(['scene graphs, old', 'a/b']);
  expect(field().value).toBe('');
  expect(screen.getByRole('status').textContent).toBe('Tag a/b added');
});

test('Enter never adds a suggestion that was not chosen', async () => {
  render(<Tags start={[]} />);

  type('arch');
  await screen.findAllByRole('option');
  fireEvent.keyDown(field(), { key: 'Enter' });

  expect(shownTags()).toEqual(['arch']);
});

test('the arrow keys select a suggestion and Enter adds it', async () => {
  render(<Tags start={[]} />);

  type('arch');
  await waitFor(() => expect(field().getAttribute('aria-expanded')).toBe('true'));
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  const option = screen.getByRole('option', { selected: true });
  expect(field().getAttribute('aria-activedescendant')).toBe(option.id);
  fireEvent.keyDown(field(), { key: 'Enter' });

  expect(shownTags()).toEqual(['architecture/moe']);
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('a click adds a suggestion', async () => {
  render(<Tags start={[]} />);

  type('br');
  fireEvent.click(await screen.findByRole('option', { name: 'brain' }));

  expect(shownTags()).toEqual(['brain']);
});

test('Escape closes the list, then clears the text, then propagates', async () => {
  const onKeyDown = vi.fn();
  const { container } = render(<Tags start={[]} />);
  container.addEventListener('keydown', onKeyDown);

  type('arch');
  await screen.findAllByRole('option');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(field().value).toBe('arch');
  expect(screen.queryAllByRole('option')).toEqual([]);
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(field().value).toBe('');
  expect(onKeyDown).not.toHaveBeenCalled();
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(onKeyDown).toHaveBeenCalledOnce();
  expect(shownTags()).toEqual([]);
});

test('Backspace in the empty field marks the last tag, and a second one removes it', () => {
  render(<Tags start={['one', 'two']} />);
  field().focus();

  fireEvent.keyDown(field(), { key: 'Backspace' });
  expect(shownTags()).toEqual(['one', 'two']);
  fireEvent.keyDown(field(), { key: 'Backspace' });
  expect(shownTags()).toEqual(['one']);
  fireEvent.keyDown(field(), { key: 'Backspace' });
  type('x');
  fireEvent.input(field(), { target: { value: '' } });
  fireEvent.keyDown(field(), { key: 'Backspace' });
  expect(shownTags()).toEqual(['one']);
});

test('each tag has a button that removes it', () => {
  render(<Tags start={['one', 'two']} />);

  fireEvent.click(screen.getByRole('button', { name: 'Remove tag one' }));

  expect(shownTags()).toEqual(['two']);
  expect(document.activeElement).toBe(field());
});

test('adds no tag twice, ignoring case', () => {
  render(<Tags start={['Brain']} />);

  type('brain');
  fireEvent.keyDown(field(), { key: 'Enter' });

  expect(shownTags()).toEqual(['Brain']);
  expect(screen.getByRole('status').textContent).toBe('Tag brain is already added');
});

test('adds the typed text on blur or when the page closes', () => {
  render(<Tags start={[]} />);

  type('left behind');
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
  expect(shownTags()).toEqual(['left behind']);

  type('closing');
  act(() => void window.dispatchEvent(new Event('pagehide')));
  expect(shownTags()).toEqual(['left behind', 'closing']);
});

test('adds the typed text when the field is unmounted', () => {
  const onAdd = vi.fn(async () => true);
  const { unmount } = render(
    <TagInput tags={[]} suggest={async () => []} onAdd={onAdd} onRemove={async () => true} />,
  );

  type('half');
  unmount();

  expect(onAdd).toHaveBeenCalledExactlyOnceWith('half');
});

describe('while a change is being stored', () => {
  /** The field with tags as stored, and these writes in turn. */
  function open(tags: readonly string[], ...writes: Promise<boolean>[]) {
    const write = () => writes.shift() ?? Promise.reject(writes);
    const input = (stored: readonly string[]) => (
      <TagInput tags={stored} suggest={async () => []} onAdd={write} onRemove={write} />
    );
    const { rerender } = render(input(tags));
    return { deliver: (stored: readonly string[]) => rerender(input(stored)) };
  }
  function add(tag: string): void {
    type(tag);
    fireEvent.keyDown(field(), { key: 'Enter' });
  }
  const remove = (tag: string) =>
    fireEvent.click(screen.getByRole('button', { name: `Remove tag ${tag}` }));

  test('it is shown at once, with the tags that arrive from elsewhere meanwhile', async () => {
    const [adding, removing] = [promised<boolean>(), promised<boolean>()];
    const { deliver } = open(['one'], adding.promise, removing.promise);
    add('two');
    remove('one');
    expect(shownTags()).toEqual(['two']);
    deliver(['one', 'elsewhere']);
    expect(shownTags()).toEqual(['elsewhere', 'two']);
    await act(async () => adding.resolve(true));
    await act(async () => removing.resolve(true));
    expect(shownTags()).toEqual(['elsewhere', 'two']);
    deliver(['elsewhere', 'two']);
    deliver(['elsewhere']);
    expect(shownTags()).toEqual(['elsewhere']);
  });

  test('only what could not be stored is reverted', async () => {
    const [adding, removing] = [promised<boolean>(), promised<boolean>()];
    open(['one'], adding.promise, removing.promise);
    add('two');
    remove('one');
    await act(async () => removing.resolve(false));
    expect(shownTags()).toEqual(['one', 'two']);
    await act(async () => adding.resolve(false));
    expect(shownTags()).toEqual(['one']);
  });

  test('a tag that was added and removed again does not return', async () => {
    const [adding, removing] = [promised<boolean>(), promised<boolean>()];
    const { deliver } = open(['one'], adding.promise, removing.promise);
    add('two');
    remove('two');
    await act(async () => adding.resolve(true));
    deliver(['one', 'two']);
    expect(shownTags()).toEqual(['one']);
    await act(async () => removing.resolve(true));
    deliver(['one']);
    expect(shownTags()).toEqual(['one']);
  });
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  'Escape with %o cancels the composition alone: the box stays, nothing is added',
  (composing) => {
    const onKeyDown = vi.fn();
    const { container } = render(<Tags start={[]} />);
    container.addEventListener('keydown', onKeyDown);

    type('しん');
    fireEvent.keyDown(field(), { key: 'Escape', ...composing });

    expect(onKeyDown).not.toHaveBeenCalled();
    expect(field().value).toBe('しん');
    expect(shownTags()).toEqual([]);
  },
);

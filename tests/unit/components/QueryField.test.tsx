// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { useMemo, useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { QueryField } from '@/components/query/QueryField';
import { QUERY_HELP } from '@/lib/query/keys';
import { offersFrom } from '@/lib/query/offers';
import { parseQuery } from '@/lib/query/parse-query';
import { useEnglish } from './english';

useEnglish();
afterEach(cleanup);

const TAGS = [
  { value: 'brain', count: 12 },
  { value: 'brain/hebbian', count: 3 },
  { value: 'scene graphs', count: 1200 },
];

const suggest = offersFrom(async (_, typed) => TAGS.filter(({ value }) => value.startsWith(typed)));

function Field({ start = '' }: { start?: string }) {
  const [text, setText] = useState(start);
  const query = useMemo(() => parseQuery(text, 0), [text]);
  const props = { text, query, help: QUERY_HELP, suggest };
  return (
    <>
      <QueryField {...props} onInput={setText} onEnter={() => {}} onTry={setText} />
      <button type="button">Elsewhere</button>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search papers' });
const offered = () => screen.queryAllByRole('option').map((option) => option.textContent);
const underlined = () => [...document.querySelectorAll('u')].map((mark) => mark.textContent);
const press = (key: string, more = {}) => fireEvent.keyDown(field(), { key, ...more });

const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

/** Types `text`, with the caret at its `|` or its end. */
function type(text: string): void {
  const at = text.includes('|') ? text.indexOf('|') : text.length;
  field().focus();
  field().value = text.replace('|', '');
  field().setSelectionRange(at, at);
  fireEvent.input(field());
}

test('suggests keys after their first letter, then the values of the chosen key', async () => {
  render(<Field />);

  type('a -ta');
  await screen.findByRole('option', { name: /^tag:/ });
  press('ArrowDown');
  expect(field().getAttribute('aria-activedescendant')).toBe(
    screen.getByRole('option', { selected: true }).id,
  );
  expect(press('Enter')).toBe(false);
  expect(field().value).toBe('a -tag:');

  await waitFor(() =>
    expect(offered()).toEqual(['brain12', 'brain/hebbian3', 'scene graphs1,200']),
  );
  press('ArrowUp');
  expect(press('Tab')).toBe(false);
  expect(field().value).toBe('a -tag:"scene graphs" ');
  expect(field().selectionStart).toBe(22);
  await waitFor(() => expect(offered()).toEqual([]));
});

test('a clicked suggestion is inserted at the caret', async () => {
  render(<Field />);

  type('tag:bra| attention');
  fireEvent.click(await screen.findByRole('option', { name: 'brain/hebbian 3' }));

  expect(field().value).toBe('tag:brain/hebbian attention');
  expect(field().selectionStart).toBe('tag:brain/hebbian '.length);
  expect(document.activeElement).toBe(field());
});

test('ignores Enter and Tab while no suggestion is selected', async () => {
  render(<Field />);

  expect(press('Enter')).toBe(true);
  type('tag:br');
  await screen.findAllByRole('option');
  expect(press('Enter')).toBe(true);
  expect(field().value).toBe('tag:br');
  expect(offered()).toEqual([]);

  type('tag:b');
  await screen.findAllByRole('option');
  expect(press('Tab')).toBe(true);
  expect(field().value).toBe('tag:b');

  type('tag:br');
  await screen.findAllByRole('option');
  press('ArrowDown');
  expect(press('Enter', { isComposing: true })).toBe(true);
  expect(press('Tab', { shiftKey: true })).toBe(true);
  expect(field().value).toBe('tag:br');
});

test('the arrow keys open suggestions in an empty field', async () => {
  render(<Field />);

  field().focus();
  press('ArrowDown');

  await waitFor(() => expect(offered()).toHaveLength(QUERY_HELP.keys.length));
  expect(screen.getByRole('listbox', { name: 'Suggestions' }).hidden).toBe(false);
  act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus());
  expect(offered()).toEqual([]);
});

test('Escape closes the suggestions, then clears the field, then propagates', async () => {
  const onKeyDown = vi.fn();
  const { container } = render(<Field />);
  container.addEventListener('keydown', onKeyDown);

  type('tag:');
  await screen.findAllByRole('option');
  press('Escape');
  expect(field().value).toBe('tag:');
  expect(offered()).toEqual([]);
  press('Escape');
  expect(field().value).toBe('');
  expect(onKeyDown).not.toHaveBeenCalled();
  press('Escape');
  expect(onKeyDown).toHaveBeenCalledOnce();
});

test('a button clears it', () => {
  render(<Field start="brain" />);

  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));

  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
});

test('a slash focuses the field from outside of fields', () => {
  render(<Field start="brain" />);
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });

  elsewhere.focus();
  expect(fireEvent.keyDown(elsewhere, { key: '/', ctrlKey: true })).toBe(true);
  expect(document.activeElement).toBe(elsewhere);
  expect(fireEvent.keyDown(elsewhere, { key: '/' })).toBe(false);
  expect(document.activeElement).toBe(field());
  expect(press('/')).toBe(true);
});

test('ignores suggestions for an earlier text', async () => {
  const answers: (() => void)[] = [];
  const onInput = vi.fn();
  const text = 'tag:';
  render(
    <QueryField
      text={text}
      query={parseQuery(text, 0)}
      help={QUERY_HELP}
      suggest={(typed) =>
        new Promise((resolve) =>
          answers.push(() => resolve([{ value: `for ${typed}`, text: `${typed}!`, caret: 0 }])),
        )
      }
      onInput={onInput}
      onEnter={() => {}}
      onTry={() => {}}
    />,
  );
  const answer = (index: number) => act(async () => answers[index]?.());

  type('tag:b');
  type('tag:br');
  await answer(1);
  await answer(0);
  expect(offered()).toEqual(['for tag:br']);

  type('tag:bra');
  onInput.mockClear();
  fireEvent.click(screen.getByRole('option'));
  press('ArrowDown');
  expect(press('Enter')).toBe(true);
  expect(onInput).not.toHaveBeenCalled();

  type('tag:brai');
  await answer(answers.length - 1);
  type('tag:brain');
  press('ArrowDown');
  await answer(answers.length - 1);
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('for tag:brain');
  press('Enter');
  expect(onInput).toHaveBeenLastCalledWith('tag:brain!');
});

test('underlines and describes the problems of the initial query', () => {
  render(<Field start="year:abc foo:bar" />);

  expect(underlined()).toEqual(['abc', 'foo:']);
  expect(
    screen.getByText(
      '“abc” is not valid here. Try year:2024..2025. “foo:” is not a filter, so it is searched as words.',
    ),
  ).toBe(document.getElementById(field().getAttribute('aria-describedby') ?? ''));
  expect(field().getAttribute('aria-invalid')).toBe('true');
});

test.each([
  ['a "b', '“', /^Missing closing quote/],
  ['(a', '(', /^Missing closing parenthesis/],
  ['a)', ')', /^Unmatched \)/],
  ['a OR', 'OR', /^“OR” needs a word or filter/],
  ['tag: a', 'tag:', /^“tag:” needs a value\. Try tag:brain\.$/],
  ['foo:bar', 'foo:', /^“foo:” is not a filter/],
  [`${'('.repeat(101)}a${')'.repeat(101)}`, '(', /^Too many nested parentheses/],
])('describes the problem of %j', (text, piece, sentence) => {
  render(<Field start={text} />);

  expect(screen.getByText(sentence).getAttribute('role')).toBe('status');
  expect(underlined()[0]).toMatch(piece === '“' ? '"b' : piece);
});

test('limits the number of underlines', () => {
  render(<Field start={')'.repeat(1000)} />);

  expect(underlined()).toHaveLength(20);
  expect(document.querySelector('.query-marks')?.textContent).toHaveLength(1000);
});

test('the help has an example of each key that can be tried', () => {
  render(<Field start="a" />);

  fireEvent.click(screen.getByRole('button', { name: 'Search help' }));
  const sheet = screen.getByRole('dialog', { name: 'Search help' });
  for (const { examples } of QUERY_HELP.keys) {
    within(sheet).getByRole('button', { name: `Search for ${examples[0]}` });
  }
  fireEvent.click(within(sheet).getByRole('button', { name: 'Search for status:reading' }));

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(field().value).toBe('status:reading');
  expect(document.activeElement).toBe(field());
});

test('F1 opens the help, Escape and its button close it', () => {
  render(<Field start="a" />);

  expect(press('F1')).toBe(false);
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(field().value).toBe('a');

  press('F1');
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('ignores a slash that was already handled', () => {
  render(<Field />);
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
  elsewhere.addEventListener('keydown', (event) => event.preventDefault());

  elsewhere.focus();
  fireEvent.keyDown(elsewhere, { key: '/' });

  expect(document.activeElement).toBe(elsewhere);
});

test('shows new problems after a pause in typing, and keeps shown ones until fixed', async () => {
  vi.useFakeTimers();
  try {
    render(<Field start="year:abc" />);
    await wait(1000);

    type('year:abc "two wo');
    expect(underlined()).toEqual(['abc']);
    await wait(500);
    type('year:abc "two word');
    await wait(500);
    expect(underlined()).toEqual(['abc']);
    await wait(500);
    expect(underlined()).toEqual(['abc', '"two word']);

    type('year:2024 "two words"');
    expect(underlined()).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test('explains all problems of a query, not only the first', async () => {
  render(<Field start="has:stars year:abc" />);

  await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
  const explained = document.querySelector('.query-problem')?.textContent;
  expect(explained).toContain('“stars”');
  expect(explained).toContain('“abc”');
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Markdown } from '@/components/paper/Markdown';
import { useEnglish } from './english';

afterEach(cleanup);
useEnglish();

function renderMarkdown(text: string): Element {
  return render(<Markdown text={text} />).container;
}

test('renders Markdown', () => {
  const note = renderMarkdown('# Title\n\n- one\n- **two**\n\n`code`');

  expect(note.querySelector('h1')?.textContent).toBe('Title');
  expect(note.querySelectorAll('li')).toHaveLength(2);
  expect(note.querySelector('strong')?.textContent).toBe('two');
  expect(note.querySelector('code')?.textContent).toBe('code');
});

test('drops HTML', () => {
  const note = renderMarkdown(
    'before <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\nafter',
  );

  expect(note.querySelector('img, script')).toBeNull();
  expect(note.textContent).toContain('after');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative'])(
  'renders no link to %s',
  (address) => {
    const note = renderMarkdown(`[words](${address})`);

    expect(note.querySelector('a')).toBeNull();
    expect(note.textContent).toContain('words');
  },
);

test('web links open in a new tab without a referrer', () => {
  renderMarkdown('[words](https://example.org/a)');

  const link = screen.getByRole('link', { name: 'words' }) as HTMLAnchorElement;
  expect([link.href, link.target, link.rel]).toEqual([
    'https://example.org/a',
    '_blank',
    'noreferrer',
  ]);
});

test('renders an image as a link, so that nothing is fetched', () => {
  const note = renderMarkdown('![a plot](https://example.org/plot.png)');

  expect(note.querySelector('img')).toBeNull();
  expect(screen.getByRole('link', { name: 'a plot' })).toBeTruthy();
});

test.each([
  ['quotations', `before\n\n${'>'.repeat(2000)} deep`],
  ['lists', `before\n\n${'- '.repeat(10_000)}deep`],
])('shows too many %s as text, with a sentence', (_, text) => {
  const note = renderMarkdown(text);

  expect(note.querySelector('p')?.textContent).toBe('before');
  expect(screen.getByText(/is shown as text:$/)).toBeTruthy();
  expect(note.textContent).toContain(text.slice('before\n\n'.length));
  expect(note.querySelectorAll('blockquote, li')).toHaveLength(0);
});

test('shows emphasis that nests too deeply as text', () => {
  const text = `${'**a '.repeat(500)}b${' a**'.repeat(500)}`;
  const note = renderMarkdown(text);

  expect(note.textContent).toContain(text);
  expect(screen.getByText(/is shown as text:$/)).toBeTruthy();
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { watchPage } from '@/lib/content-script/dom/watch-page';

/** Longer than the debounce. */
const AFTER_DEBOUNCE = 200;

let watching: AbortController;
const matters = vi.fn<(elements: ReadonlySet<Element>) => boolean>();
const onDrawn = vi.fn<() => void>();
const onChange = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  document.body.replaceChildren();
  const card = document.createElement('article');
  card.append(document.createElement('a'), 'words');
  document.body.append(card);
  watching = new AbortController();
  matters.mockReturnValue(true);
  watchPage(document, { matters, onDrawn, onChange }, watching.signal);
});
afterEach(() => {
  watching.abort();
  vi.useRealTimers();
});

async function pass(time: number): Promise<void> {
  // Mutation observers do not run on fake timers.
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(time);
}

const card = () => document.querySelector('article')!;

function addOwn() {
  const host = createShadowHost(document, '', {});
  card().append(host.element);
  return host;
}

describe('watchPage', () => {
  test.each<[string, () => void]>([
    ['an added card', () => document.body.append(document.createElement('article'))],
    ['an element added to a card', () => card().append(document.createElement('p'))],
    ['a removed card', () => card().remove()],
    ['a changed link', () => card().querySelector('a')!.setAttribute('href', '/x')],
    ['a changed text', () => void (card().lastChild!.nodeValue = 'other words')],
    [
      'an element added next to our own',
      () => {
        addOwn();
        card().append(document.createElement('p'));
      },
    ],
  ])('calls onChange after %s', async (_, change) => {
    change();
    await pass(AFTER_DEBOUNCE);

    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('calls onChange after the page removed our element', async () => {
    const { element: own } = addOwn();
    await pass(AFTER_DEBOUNCE);
    onChange.mockClear();

    own.remove();
    await pass(AFTER_DEBOUNCE);

    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

test('ignores our own elements and changes in them', async () => {
  const { root } = addOwn();
  root.append(document.createElement('button'));
  await pass(2000);

  expect(onChange).not.toHaveBeenCalled();
});

test('ignores what does not matter, asked with the elements that changed', async () => {
  matters.mockReturnValue(false);
  const link = card().querySelector('a')!;
  addOwn();
  link.textContent = 'title';
  card().childNodes[1]!.nodeValue = 'other words';
  document.body.append('Sep 28');
  await pass(2000);

  expect([...matters.mock.calls[0]![0]]).toEqual([link, card(), document.body]);
  expect(onDrawn).not.toHaveBeenCalled();
  expect(onChange).not.toHaveBeenCalled();
});

test('calls onChange once after a pause in changes', async () => {
  for (let change = 0; change < 5; change += 1) {
    card().append(document.createElement('p'));
    await pass(100);
  }
  expect(onDrawn).toHaveBeenCalledTimes(5);
  expect(onChange).not.toHaveBeenCalled();
  await pass(AFTER_DEBOUNCE);

  expect(onChange).toHaveBeenCalledTimes(1);
});

test('calls onChange every second during continued changes', async () => {
  const reads: number[] = [];
  const start = Date.now();
  onChange.mockImplementation(() => void reads.push(Date.now() - start));
  for (let time = 0; time < 2500; time += 50) {
    card().append(document.createElement('p'));
    await pass(50);
  }

  expect(reads).toHaveLength(2);
  expect(reads[0]).toBeGreaterThanOrEqual(950);
  expect(reads[0]).toBeLessThanOrEqual(1050);
});

test('stops on an abort, also with a pending change', async () => {
  card().append(document.createElement('p'));
  await pass(50);
  watching.abort();
  await pass(AFTER_DEBOUNCE);
  card().append(document.createElement('p'));
  await pass(AFTER_DEBOUNCE);

  expect(onChange).not.toHaveBeenCalled();
});

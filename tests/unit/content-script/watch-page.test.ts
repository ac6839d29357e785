// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createShadowHost } from '@/lib/content-script/dom/shadow-host';
import { watchPage } from '@/lib/content-script/dom/watch-page';

/** Longer than a page must be still before it is read. */
const STILL = 200;

let watching: AbortController;
const onDrawn = vi.fn<() => void>();
const onChange = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  document.body.replaceChildren();
  const card = document.createElement('article');
  card.append(document.createElement('a'), 'words');
  document.body.append(card);
  watching = new AbortController();
  watchPage(document, onDrawn, onChange, watching.signal);
});
afterEach(() => {
  watching.abort();
  vi.useRealTimers();
});

/** Lets the observer be told, and `time` ms pass. */
async function pass(time: number): Promise<void> {
  // Observers are told in a task that is not the test's to move.
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(time);
}

const card = () => document.querySelector('article')!;

function addOwn(): HTMLElement {
  const { element } = createShadowHost(document, 'card', '', {});
  card().append(element);
  return element;
}

describe('reads the page again after', () => {
  test.each<[string, () => void]>([
    ['it added a card', () => document.body.append(document.createElement('article'))],
    ['it added one within another', () => card().append(document.createElement('p'))],
    ['it removed one', () => card().remove()],
    ['it put another link on one', () => card().querySelector('a')!.setAttribute('href', '/x')],
    ['it rewrote a text', () => void (card().lastChild!.nodeValue = 'other words')],
    [
      'it added one beside ours',
      () => {
        addOwn();
        card().append(document.createElement('p'));
      },
    ],
  ])('%s', async (_, change) => {
    change();
    await pass(STILL);

    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('it dropped what is ours', async () => {
    const own = addOwn();
    await pass(STILL);
    onChange.mockClear();

    own.remove();
    await pass(STILL);

    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

test('what is ours is no change of the page, nor what happens in it', async () => {
  const { shadowRoot } = addOwn();
  shadowRoot!.append(document.createElement('button'));
  await pass(2000);

  expect(onChange).not.toHaveBeenCalled();
});

test('waits until the page is still, and then reads it once', async () => {
  for (let change = 0; change < 5; change += 1) {
    card().append(document.createElement('p'));
    await pass(100);
  }
  expect(onDrawn).toHaveBeenCalledTimes(5);
  expect(onChange).not.toHaveBeenCalled();
  await pass(STILL);

  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a page that never is still is read after a second all the same, again and again', async () => {
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

test('stops when it is told to, also with a change pending', async () => {
  card().append(document.createElement('p'));
  await pass(50);
  watching.abort();
  await pass(STILL);
  card().append(document.createElement('p'));
  await pass(STILL);

  expect(onChange).not.toHaveBeenCalled();
});

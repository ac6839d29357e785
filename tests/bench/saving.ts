import type { Papershelf } from '../e2e/support/papershelf';
import { type Figure, median, milliseconds } from './table';

const ROUNDS = 60;

/** The extension API, as used here. */
interface Extension {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/**
 * The time of a save from the message to the durable answer, compared with a bare put in IndexedDB
 * and a bare message to the worker.
 */
export async function measureSaving(papershelf: Papershelf): Promise<Figure> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('popup.html'));
  const times = await page.evaluate(async (rounds) => {
    const { runtime } = (globalThis as never as { chrome: Extension }).chrome;
    const paper = (n: number) => ({
      id: `arxiv:2511.${String(n).padStart(5, '0')}`,
      title: `A paper to be saved, number ${n}`,
      abstract: 'One sentence of an abstract, repeated until it is as long as they are. '.repeat(
        20,
      ),
      authors: Array.from({ length: 10 }, (_, author) => `Given${author} Family${author}`),
      authorCount: 10,
    });
    const opened = indexedDB.open('bare', 1);
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('upgradeneeded', () =>
        opened.result.createObjectStore('papers', { keyPath: 'id' }),
      );
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const save: number[] = [];
    const put: number[] = [];
    const message: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      save.push(
        await timed(() =>
          runtime.sendMessage({
            papershelf: 'library.save',
            id: String(n),
            payload: { paper: paper(n), at: Date.now() },
          }),
        ),
      );
      put.push(
        await timed(
          () =>
            new Promise((resolve) => {
              const transaction = db.transaction('papers', 'readwrite');
              transaction.objectStore('papers').put(paper(n));
              transaction.addEventListener('complete', resolve);
            }),
        ),
      );
      // An unknown message is answered without the database.
      message.push(
        await timed(() => runtime.sendMessage({ papershelf: '', id: String(n), payload: null })),
      );
    }
    return { save, put, message };
  }, ROUNDS);
  await page.close();
  const baseline = median(times.put) + median(times.message);
  const save = median(times.save);
  return {
    what: 'save, from message to durable',
    value: milliseconds(save),
    baseline: `${milliseconds(median(times.put))} put + ${milliseconds(median(times.message))} message`,
    ratio: (save / baseline).toFixed(2),
    goal: '≤ 2 ×',
  };
}

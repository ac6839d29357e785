import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readImport, type ImportAnswer, type ImportQuestion } from '@/lib/pages/import-file';
import { readFile } from '@/lib/import/read-file';

/** The import worker in the same thread. */
class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined;
  terminated = false;
  questions: ImportQuestion[] = [];
  #reading: ReturnType<typeof readFile> | undefined;

  constructor(readonly address: string) {
    super();
    FakeWorker.last = this;
  }

  postMessage(question: ImportQuestion): void {
    this.questions.push(structuredClone(question));
    void this.#answer(question);
  }

  terminate(): void {
    this.terminated = true;
  }

  async #answer(question: ImportQuestion): Promise<void> {
    if (question !== 'go-on') {
      const { read } = question;
      if (read === 'die') {
        this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
        return;
      }
      this.#reading =
        typeof read === 'string'
          ? readFile(read, '')
          : readFile(new Uint8Array(await read.arrayBuffer()), read.name);
    }
    const step = await this.#reading?.next();
    if (step === undefined || this.terminated) return;
    const data: ImportAnswer = step.done ? { end: step.value } : { batch: step.value };
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  }
}

beforeEach(() => vi.stubGlobal('Worker', FakeWorker));
afterEach(() => vi.unstubAllGlobals());

const ids = (count: number) =>
  Array.from({ length: count }, (_, number) => `2512.${String(number).padStart(5, '0')}\n`).join(
    '',
  );

describe('readImport', () => {
  it('collects the batches of the worker and terminates it', async () => {
    const progress: number[][] = [];

    const read = await readImport(new File([ids(1100)], 'ids.txt'), {
      onProgress: (fraction, records) => progress.push([Math.round(fraction * 11), records]),
    });

    expect(read.records).toHaveLength(1100);
    expect(read).toMatchObject({ problems: [], problemCount: 0, encoding: 'utf-8' });
    expect(read.format?.id).toBe('pasted-list');
    expect(progress).toEqual([
      [5, 500],
      [10, 1000],
      [11, 1100],
    ]);
    expect(FakeWorker.last).toMatchObject({ address: '/import-worker.js', terminated: true });
    expect(FakeWorker.last?.questions.slice(1)).toEqual(['go-on', 'go-on', 'go-on']);
  });

  it('keeps the first thousand problems and counts all', async () => {
    const bad = Array.from({ length: 1700 }, () => '{"paperId":7}').join(',\n');
    const text = `{\n"format":"papershelf-backup",\n"version":1,\n"entries":[\n${bad}\n]\n}\n`;

    const { problems, problemCount } = await readImport(text);

    expect(problems).toHaveLength(1000);
    expect(problemCount).toBe(1700);
  });

  it('stops at once when aborted', async () => {
    const aborting = new AbortController();

    const reading = readImport(new File([ids(5000)], 'ids.txt'), {
      signal: aborting.signal,
      onProgress: () => aborting.abort(),
    });

    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(FakeWorker.last?.terminated).toBe(true);
    await expect(readImport('2512.01234', { signal: aborting.signal })).rejects.toThrow();
  });

  it('fails when the worker crashes', async () => {
    await expect(readImport('die')).rejects.toMatchObject({ code: 'unexpected' });
    expect(FakeWorker.last?.terminated).toBe(true);
  });

  it('does not read an oversized file', async () => {
    FakeWorker.last = undefined;
    const huge = Object.defineProperty(new File([''], 'huge.bib'), 'size', { value: 600_000_000 });

    const { problems, records } = await readImport(huge);

    expect(problems).toEqual([{ code: 'too-large' }]);
    expect(records).toEqual([]);
    expect(FakeWorker.last).toBeUndefined();
  });
});

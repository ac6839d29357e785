import type { ImportedRecord, ImportProblem } from '@/lib/import/format';
import type { ReadBatch, ReadFile } from '@/lib/import/read-file';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { Failure } from '@/lib/shared/failure';

/** What the worker is asked: to read, then, batch by batch, to go on, at the page's own pace. */
export type ImportQuestion = { read: File | string } | 'go-on';

/** What the worker answers: the next batch, in the end what the file was. */
export type ImportAnswer = { batch: ReadBatch } | { end: ReadFile };

/** What reading a file gave. */
export interface ReadImport extends ReadFile {
  records: ImportedRecord[];
  dismissals: Dismissal[];
  /** The first thousand. */
  problems: ImportProblem[];
  problemCount: number;
}

/** How to follow the reading of a file, or to leave it. */
export interface Reading {
  /** Called with how much of the file was read, 0 to 1, and how many records that gave. */
  onProgress?: (fraction: number, records: number) => void;
  /** When aborted, the reading ends at once and rejects with its reason. */
  signal?: AbortSignal;
}

/** In UTF-16 units, of which a byte makes at most one. Longer texts not every browser can hold. */
const LARGEST_FILE = 500_000_000;

const PROBLEMS_KEPT = 1000;

/**
 * Reads a file to import, or a text that was pasted, in a worker, so that the page goes on however
 * large it is. What cannot be read gives a problem that says why, not an error.
 * @throws Failure `unexpected` when the worker dies, or the file is gone
 */
export async function readImport(
  file: File | string,
  { onProgress, signal }: Reading = {},
): Promise<ReadImport> {
  signal?.throwIfAborted();
  const read: Omit<ReadImport, keyof ReadFile> = {
    records: [],
    dismissals: [],
    problems: [],
    problemCount: 0,
  };
  if (typeof file !== 'string' && file.size > LARGEST_FILE) {
    read.problems.push({ code: 'too-large' });
    return { ...read, problemCount: 1, format: undefined, encoding: undefined };
  }
  // An entrypoint of its own, not a chunk of the page's: while developing, the page's chunks are the
  // development server's, whose workers no page of an extension may start (wxt-dev/wxt#2599).
  const worker = new Worker('/import-worker.js');
  const sendMessage = (question: ImportQuestion): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(question);
  };
  try {
    return await new Promise<ReadImport>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('error', (event) => reject(new Failure('unexpected', event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
        if ('end' in data) {
          resolve({ ...read, ...data.end });
          return;
        }
        const { records, dismissals, problems, fraction } = data.batch;
        for (const record of records) read.records.push(record);
        for (const dismissal of dismissals) read.dismissals.push(dismissal);
        read.problems.push(...problems.slice(0, PROBLEMS_KEPT - read.problems.length));
        read.problemCount += problems.length;
        onProgress?.(fraction, read.records.length);
        sendMessage('go-on');
      });
      sendMessage({ read: file });
    });
  } finally {
    worker.terminate();
  }
}

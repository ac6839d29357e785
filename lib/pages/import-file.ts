import type { ImportedRecord, ImportProblem } from '@/lib/import/format';
import type { ReadBatch, ReadFile } from '@/lib/import/read-file';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { Failure } from '@/lib/shared/failure';

/** To the worker: read, then go on after each batch, at the page's pace. */
export type ImportQuestion = { read: File | string } | 'go-on';

/** From the worker: batches, finally the file's facts. */
export type ImportAnswer = { batch: ReadBatch } | { end: ReadFile };

export interface ReadImport extends ReadFile {
  records: ImportedRecord[];
  dismissals: Dismissal[];
  /** The first thousand. */
  problems: ImportProblem[];
  problemCount: number;
}

export interface Reading {
  /** `fraction` read: 0 to 1. */
  onProgress?: (fraction: number, records: number) => void;
  /** Aborting rejects at once, with its reason. */
  signal?: AbortSignal;
}

/** UTF-16 units, at most one per byte. Some browsers hold no longer texts. */
const LARGEST_FILE = 500_000_000;

const PROBLEMS_KEPT = 1000;

/**
 * Reads a file or pasted text in a worker. Unreadable content gives problems, not an error.
 * @throws Failure `unexpected` if the worker dies or the file is gone
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
  // Not a chunk: extension pages may not start workers from the dev server (wxt-dev/wxt#2599).
  const worker = new Worker('/import-worker.js');
  const post = (question: ImportQuestion): void => {
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
        post('go-on');
      });
      post({ read: file });
    });
  } finally {
    worker.terminate();
  }
}

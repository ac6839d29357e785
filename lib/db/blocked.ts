import { Failure } from '@/lib/shared/failure';

const waiting = new Set<(failure: Failure) => void>();

/**
 * The result of `work`, unless `rejectWaiting` is called first: while another page blocks an
 * upgrade, requests wait forever. The work continues.
 * @throws Failure `database-blocked`
 */
export function unlessBlocked<T>(work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    const leave = (): void => void waiting.delete(reject);
    work.then(resolve, reject).then(leave, leave);
  });
}

/** Rejects all pending `unlessBlocked`. */
export function rejectWaiting(): void {
  for (const reject of waiting) reject(new Failure('database-blocked'));
}

/**
 * Counts the steps in which work writes, and lets one of them fail or be the last. Patches
 * fake-indexeddb and the fake browser's storage and downloads; without a fault they do as before.
 */
import { IDBCursor, IDBDatabase, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** `kill` ends the worker at the step; the others are the error that the browser answers with. */
export type FaultKind = 'kill' | 'QuotaExceededError' | 'UnknownError';

/** A fault at the step with this number, from 1. */
export interface Fault {
  kind: FaultKind;
  at: number;
}

/** A step: before a request, before or after a commit, before or after a write elsewhere. */
export type Step = 'request' | 'commit' | 'committed' | 'outside' | 'written';

/** How the work ended. */
export interface Ending {
  how: 'done' | 'failed' | 'killed';
  error?: unknown;
  /** The steps that were begun. */
  steps: readonly Step[];
}

/** What fake-indexeddb keeps of a transaction. */
interface FakeTransaction extends IDBTransaction {
  _requests: { operation: () => unknown }[];
  _abort(name: string): void;
}

/** The work under way. */
let attempt: Attempt | undefined;

/** Runs `work`, with a fault or without. After a kill nothing that it still does has an effect. */
export async function runWith(work: () => Promise<unknown>, fault?: Fault): Promise<Ending> {
  const current = (attempt = new Attempt(fault));
  const ending = await work().then(
    (): Pick<Ending, 'how' | 'error'> => ({ how: 'done' }),
    (error: unknown) => ({ how: 'failed' as const, error }),
  );
  // What it began beside it must not go on with the next attempt.
  await tasks(12);
  attempt = undefined;
  const { steps, isKilled } = current;
  return { ...(isKilled ? { how: 'killed' } : ending), steps };
}

/** Waits for this number of tasks; fake-indexeddb does one request in each. */
export async function tasks(count: number): Promise<void> {
  for (let task = 0; task < count; task += 1) await new Promise(setImmediate);
}

class Attempt {
  readonly steps: Step[] = [];
  isKilled = false;
  readonly #transactions = new Set<IDBTransaction>();

  constructor(readonly fault: Fault | undefined) {}

  begin(transaction: IDBTransaction): IDBTransaction {
    this.#transactions.add(transaction);
    if (this.isKilled) transaction.abort();
    return transaction;
  }

  /** A request that writes. */
  request<T>(transaction: FakeTransaction, make: () => T): T {
    const kind = this.#faultAt('request');
    if (kind === 'kill') this.#kill();
    const request = make();
    const { _requests: made } = transaction;
    const last = made.at(-1);
    if (kind !== undefined && last !== undefined) {
      last.operation = () => {
        throw new DOMException('There is no space left.', kind);
      };
    }
    return request;
  }

  /** @param announce fires the event `complete` */
  commit(transaction: FakeTransaction, announce: () => boolean): boolean {
    const kind = this.#faultAt('commit');
    if (kind !== undefined) {
      if (kind === 'kill') this.#kill();
      const { _abort: rollBack } = transaction;
      rollBack.call(transaction, kind === 'kill' ? 'AbortError' : kind);
      return true;
    }
    if (this.#faultAt('committed') === 'kill') this.#kill();
    return announce();
  }

  /** A write outside the database. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    const kind = this.#faultAt('outside');
    if (kind === 'kill') this.#kill();
    if (this.isKilled) throw new Error('killed');
    if (kind !== undefined) throw new Error('IO error: .../000003.log: No space left on device');
    const result = await work();
    if (this.#faultAt('written') === 'kill') this.#kill();
    return result;
  }

  #faultAt(step: Step): FaultKind | undefined {
    if (this.isKilled) return undefined;
    this.steps.push(step);
    return this.steps.length === this.fault?.at ? this.fault.kind : undefined;
  }

  #kill(): void {
    this.isKilled = true;
    for (const transaction of this.#transactions) {
      try {
        transaction.abort();
      } catch {
        // It is finished.
      }
    }
  }
}

type Method = (this: never, ...args: never[]) => unknown;

function patch<T extends object>(
  owner: T,
  name: keyof T & string,
  replace: (original: Method) => Method,
): void {
  Object.assign(owner, { [name]: replace(Reflect.get(owner, name) as Method) });
}

function patchRequests<T extends object>(
  prototype: T,
  names: (keyof T & string)[],
  transactionOf: (target: T) => IDBTransaction,
): void {
  for (const name of names) {
    patch(prototype, name, (original) => {
      return function (this: T, ...args: never[]) {
        const make = (): unknown => original.apply(this as never, args);
        return attempt ? attempt.request(transactionOf(this) as FakeTransaction, make) : make();
      } as Method;
    });
  }
}

patchRequests(IDBObjectStore.prototype, ['add', 'put', 'delete', 'clear'], (store) => {
  return store.transaction;
});
patchRequests(IDBCursor.prototype, ['update', 'delete'], ({ source }) => {
  return 'objectStore' in source ? source.objectStore.transaction : source.transaction;
});
patch(IDBDatabase.prototype, 'transaction', (original) => {
  return function (this: IDBDatabase, ...args: never[]) {
    const transaction = original.apply(this as never, args) as IDBTransaction;
    return attempt ? attempt.begin(transaction) : transaction;
  } as Method;
});
patch(IDBTransaction.prototype, 'dispatchEvent', (original) => {
  return function (this: FakeTransaction, event: Event) {
    const announce = (): boolean => original.call(this as never, event as never) as boolean;
    const isCommit = event.type === 'complete' && this.mode !== 'readonly';
    return attempt && isCommit ? attempt.commit(this, announce) : announce();
  } as Method;
});
for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
  for (const name of ['set', 'remove'] as const) {
    patch(area, name, (original) => {
      return function (...args: never[]) {
        const work = () => original.apply(area as never, args) as Promise<unknown>;
        return attempt ? attempt.outside(work) : work();
      } as Method;
    });
  }
}

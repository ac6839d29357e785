import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { withLock } from '@/lib/shared/lock';

/** A value in extension storage. */
export interface StoredValue<T> {
  /** The fallback if missing or invalid. */
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Reads, changes and writes under a lock. */
  change(change: (former: T) => T): Promise<void>;
  /** Calls `next` now and after every change in any context. */
  subscribe(next: (value: T) => void, error: (reason: unknown) => void): { unsubscribe(): void };
}

/**
 * The value under `key`, validated at each read: an older release, another program or a person may
 * have written it.
 */
export function storedValue<T>(
  key: string,
  form: v.GenericSchema<unknown, T>,
  fallback: T,
): StoredValue<T> {
  const parse = (stored: unknown): T => {
    const parsed = v.safeParse(form, stored);
    return parsed.success ? parsed.output : fallback;
  };
  const read = async (): Promise<T> => parse((await browser.storage.local.get(key))[key]);
  const write = (value: T): Promise<void> => browser.storage.local.set({ [key]: value });
  return {
    read,
    write,
    change: (change) => withLock(`papershelf-${key}`, async () => write(change(await read()))),
    subscribe(next, error) {
      let changed = false;
      const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
        const change = changes[key];
        if (area !== 'local' || change === undefined) return;
        changed = true;
        next(parse(change.newValue));
      };
      browser.storage.onChanged.addListener(onChanged);
      const emitCurrent = async (): Promise<void> => {
        const value = await read();
        // A value read before a change must not follow it.
        if (!changed) next(value);
      };
      emitCurrent().catch(error);
      return {
        unsubscribe() {
          changed = true;
          browser.storage.onChanged.removeListener(onChanged);
        },
      };
    },
  };
}

/** Also accepts an earlier release's keys. */
export function withFormerKeys<T>(
  form: v.GenericSchema<unknown, T>,
  former: Readonly<Record<string, string>>,
): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.transform((stored) =>
      v.is(v.record(v.string(), v.unknown()), stored)
        ? Object.fromEntries(
            Object.entries(stored).map(([key, value]) => [former[key] ?? key, value]),
          )
        : stored,
    ),
    form,
  );
}

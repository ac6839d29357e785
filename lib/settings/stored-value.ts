import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** One value in the extension's own storage, the same in all its parts. */
export interface StoredValue<T> {
  /** What is stored; the fallback when that is nothing, or nothing of its form. */
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Writes what `change` makes of it, one part of the extension at a time. */
  change(change: (former: T) => T): Promise<void>;
  /** Calls `next` with the value as it is, and again after every change, whoever makes it. */
  subscribe(next: (value: T) => void, error: (reason: unknown) => void): { unsubscribe(): void };
}

/**
 * The value under `key`. An older release, another program or a person may have put anything there,
 * so it is checked each time it is read.
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
    change: (change) =>
      navigator.locks.request(`papershelf-${key}`, async () => write(change(await read()))),
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
        // A value that was read before a change must not follow it.
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

/** A form that also takes keys by the names that an earlier release stored them under. */
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

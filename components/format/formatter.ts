import { uiLocale } from './ui-locale';

/**
 * Makes a formatter when it is first needed: some cost more than a row. Calls of this are marked as
 * pure, so that a script of a page carries but the formatters that it uses.
 */
export function formatter<T>(make: (language: string | undefined) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(uiLocale()));
}

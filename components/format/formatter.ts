import { uiLocale } from './ui-locale';

/**
 * Creates a formatter lazily: some cost more than a row. Mark calls as pure, so that bundles drop
 * unused formatters.
 */
export function formatter<T>(make: (language: string | undefined) => T): () => T {
  let made: T | undefined;
  return () => (made ??= make(uiLocale()));
}

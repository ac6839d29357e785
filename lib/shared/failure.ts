/**
 * What can go wrong, by a code that stays the same from one release to the next. Each has a
 * sentence for people in `lib/locales`, under `failures`.
 */
export const FAILURE_CODES = [
  /** The disk or the browser's quota is full; nothing was written. */
  'storage-full',
  /** The database could not be opened or used. */
  'database',
  /** The database is locked by a page of another version of the extension. */
  'database-blocked',
  /** What was asked for is not in the library. */
  'not-found',
  /** A message or file had not the form it must have. */
  'malformed',
  /** The background did not answer. */
  'no-answer',
  /** The extension was updated or removed under an open page, which must be reloaded. */
  'outdated-page',
  /** The file of a copy could not be written to the downloads folder, or the reader broke it off. */
  'copy-failed',
  /** Anything unforeseen. */
  'unexpected',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** An error that people are told of: its code picks the sentence, `cause` keeps the details. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    cause?: unknown,
  ) {
    super(`${code}${cause === undefined ? '' : `: ${String(cause)}`}`, { cause });
  }
}

/** `error` as a Failure: itself when it is one, else one with the code `otherwise`. */
export function asFailure(error: unknown, otherwise: FailureCode = 'unexpected'): Failure {
  return error instanceof Failure ? error : new Failure(otherwise, error);
}

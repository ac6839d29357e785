/** Codes, stable across releases; messages are in `lib/locales`, under `failures`. */
export const FAILURE_CODES = [
  /** Disk or quota is full; nothing was written. */
  'storage-full',
  /** The database cannot be opened or used. */
  'database',
  /** Locked by a page with another version. */
  'database-blocked',
  /** Deleted by the browser or another program. */
  'database-deleted',
  /** Not in the library. */
  'not-found',
  /** Invalid form of a message or file. */
  'malformed',
  /** The reader's text exceeds what can be stored. */
  'too-long',
  /** More cards than are recorded. */
  'too-many-cards',
  /** The background did not answer. */
  'no-answer',
  /** The extension was updated or removed: reload the page. */
  'outdated-page',
  /** The backup file could not be written to downloads, or the reader cancelled it. */
  'copy-failed',
  /** A part of a page was not drawn; nothing was to be stored. */
  'not-shown',
  /** Anything else. */
  'unexpected',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** An error for the reader: `code` selects the message, `cause` has details. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    cause?: unknown,
  ) {
    super(`${code}${cause === undefined ? '' : `: ${String(cause)}`}`, { cause });
  }
}

/** `error` if it is a Failure, else wrapped with code `otherwise`. */
export function asFailure(error: unknown, otherwise: FailureCode = 'unexpected'): Failure {
  return error instanceof Failure ? error : new Failure(otherwise, error);
}

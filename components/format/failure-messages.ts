import { i18n } from '#i18n';
import type { FailureCode } from '@/lib/shared/failure';

const SENTENCES = {
  'storage-full': 'failures.storageFull',
  database: 'failures.database',
  'database-blocked': 'failures.databaseBlocked',
  'database-deleted': 'failures.databaseDeleted',
  'not-found': 'failures.notFound',
  malformed: 'failures.malformed',
  'too-long': 'failures.tooLong',
  'too-many-cards': 'failures.tooManyCards',
  'no-answer': 'failures.noAnswer',
  'outdated-page': 'failures.outdatedPage',
  'copy-failed': 'failures.backupFailed',
  'not-shown': 'failures.notShown',
  unexpected: 'failures.unexpected',
} as const satisfies Record<FailureCode, string>;

/** The reader's message for a failure. */
export function failureSentence(code: FailureCode): string {
  return i18n.t(SENTENCES[code]);
}

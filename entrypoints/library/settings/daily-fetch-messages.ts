import { i18n } from '#i18n';
import type { FetchFailure } from '@/lib/settings/daily-fetch-state';

const SENTENCES = {
  offline: 'dailyFetch.failures.offline',
  unreachable: 'dailyFetch.failures.unreachable',
  busy: 'dailyFetch.failures.busy',
  refused: 'dailyFetch.failures.refused',
  unreadable: 'dailyFetch.failures.unreadable',
  'not-kept': 'dailyFetch.failures.notKept',
} as const satisfies Record<FetchFailure, string>;

/** Explains why a daily fetch failed. */
export function fetchFailureSentence(why: FetchFailure): string {
  return i18n.t(SENTENCES[why]);
}

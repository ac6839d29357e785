import { i18n } from '#i18n';
import type { ListedKeys } from '@/components/library/KeysSheet';
import { pageActionWords } from '@/components/page-action-words';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/papers/page-keys';

/** Nothing is selected in the digest, and Undo has the library page's own key. */
const LISTING_ONLY = ['select', 'range', 'bar', 'undo'] as const;

/** What can be done by key in the digest: all else that can on a listing. */
export type DigestAction = Exclude<PageAction, (typeof LISTING_ONLY)[number]>;

/** Commands at the keys that the reader chose for listings; none while those are switched off. */
export function digestKeys(
  chosen: PageKeys | undefined,
  commands: Record<DigestAction, () => void>,
): Record<string, () => void> {
  return Object.fromEntries(keysOf(chosen).map(([action, key]) => [key, commands[action]]));
}

/** The keys that go from row to row. */
export function digestSteps(chosen: PageKeys | undefined): string[] {
  return keysOf(chosen).flatMap(([action, key]) =>
    action === 'next' || action === 'previous' ? [key] : [],
  );
}

/** The keys of the digest, as its sheet lists them. */
export function listedDigestKeys(chosen: PageKeys): ListedKeys[] {
  return [
    ...keysOf(chosen).map(([action, key]) => ({
      keys: [key],
      does: () => pageActionWords(action),
    })),
    { keys: ['z'], does: () => i18n.t('pageKeys.undo') },
    { keys: ['Escape'], does: () => i18n.t('digest.closePaper') },
  ];
}

function keysOf(chosen: PageKeys | undefined): [DigestAction, string][] {
  if (chosen === undefined || !chosen.on) return [];
  return PAGE_ACTIONS.flatMap((action): [DigestAction, string][] => {
    const key = chosen.keys[action];
    return key === null || !isDigestAction(action) ? [] : [[action, key]];
  });
}

function isDigestAction(action: PageAction): action is DigestAction {
  return !LISTING_ONLY.some((other) => other === action);
}

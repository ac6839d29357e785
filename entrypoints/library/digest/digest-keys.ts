import { i18n } from '#i18n';
import type { ListedKeys } from '../KeysSheet';
import { pageActionLabel } from '@/components/format/page-action-labels';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';

/** Nothing is selected in the digest. */
const LISTING_ONLY = ['select', 'range', 'bar'] as const;

/** The library page's own key of Undo: here too, unless the reader gave it to something else. */
const UNDO_KEY = 'z';

/** What can be done by key in the digest: all else that can on a listing. */
export type DigestAction = Exclude<PageAction, (typeof LISTING_ONLY)[number]>;

/** Commands at the keys that the reader chose for listings; while those are off, at that of Undo. */
export function digestKeys(
  chosen: PageKeys | undefined,
  commands: Record<DigestAction, () => void>,
): Record<string, () => void> {
  return Object.fromEntries(
    keysOf(chosen).flatMap(([action, keys]) => keys.map((key) => [key, commands[action]])),
  );
}

/** The keys that go from row to row. */
export function digestSteps(chosen: PageKeys | undefined): string[] {
  return keysOf(chosen).flatMap(([action, keys]) =>
    action === 'next' || action === 'previous' ? keys : [],
  );
}

/** The keys of the digest, as its sheet lists them. */
export function listedDigestKeys(chosen: PageKeys): ListedKeys[] {
  return [
    ...keysOf(chosen).map(([action, keys]) => ({ keys, does: () => pageActionLabel(action) })),
    { keys: ['Escape'], does: () => i18n.t('digest.closePaper') },
  ];
}

/** Each action that has a key, with its keys. */
function keysOf(chosen: PageKeys | undefined): [DigestAction, string[]][] {
  const keyOf = (action: PageAction) => (chosen?.on ? chosen.keys[action] : null);
  const isFree = PAGE_ACTIONS.every((action) => keyOf(action) !== UNDO_KEY);
  return PAGE_ACTIONS.filter(isDigestAction).flatMap((action): [DigestAction, string[]][] => {
    const keys = [keyOf(action), action === 'undo' && isFree ? UNDO_KEY : null];
    const given = keys.filter((key) => key !== null);
    return given.length === 0 ? [] : [[action, given]];
  });
}

function isDigestAction(action: PageAction): action is DigestAction {
  return !LISTING_ONLY.some((other) => other === action);
}

import { i18n } from '#i18n';
import type { ListedKeys } from '../KeysSheet';
import { pageActionLabel } from '@/components/format/page-action-labels';
import { PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';

/** No selection here. */
const LISTING_ONLY = ['select', 'range', 'bar'] as const;

/** The library page's Undo key, unless reassigned by the reader. */
const UNDO_KEY = 'z';

/** The listings' actions, without selection. */
export type DigestAction = Exclude<PageAction, (typeof LISTING_ONLY)[number]>;

/** The reader's keys for listings, or only Undo while those are off. */
export function digestKeys(
  chosen: PageKeys | undefined,
  commands: Record<DigestAction, () => void>,
): Record<string, () => void> {
  return Object.fromEntries(
    keysOf(chosen).flatMap(([action, keys]) => keys.map((key) => [key, commands[action]])),
  );
}

/** Keys that move between rows. */
export function digestSteps(chosen: PageKeys | undefined): string[] {
  return keysOf(chosen).flatMap(([action, keys]) =>
    action === 'next' || action === 'previous' ? keys : [],
  );
}

/** The digest's shortcuts, for the keys sheet. */
export function listedDigestKeys(chosen: PageKeys): ListedKeys[] {
  return [
    ...keysOf(chosen).map(([action, keys]) => ({ keys, does: () => pageActionLabel(action) })),
    { keys: ['Escape'], does: () => i18n.t('digest.closePaper') },
  ];
}

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

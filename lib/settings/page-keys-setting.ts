import * as v from 'valibot';
import {
  DEFAULT_PAGE_KEYS as DEFAULTS,
  isPageKey,
  PAGE_ACTIONS,
  type PageKeys,
} from '@/lib/keyboard/page-keys';
import { storedValue } from './stored-value';

export const pageKeys = storedValue<PageKeys>(
  'pageKeys',
  v.object({
    on: v.fallback(v.boolean(), DEFAULTS.on),
    keys: v.pipe(v.fallback(v.record(v.string(), v.unknown()), {}), v.transform(distinctKeys)),
  }),
  DEFAULTS,
);

/** A distinct key per action: the stored one (first come), else its free default, else none. */
function distinctKeys(stored: Record<string, unknown>): PageKeys['keys'] {
  const keys = { ...DEFAULTS.keys };
  const taken = new Set<string | null>();
  const left = PAGE_ACTIONS.filter((action) => {
    const key = stored[action];
    if (key !== null && (!isPageKey(key) || taken.has(key))) return true;
    keys[action] = key;
    taken.add(key);
    return false;
  });
  for (const action of left) {
    if (taken.has(keys[action])) keys[action] = null;
    taken.add(keys[action]);
  }
  return keys;
}

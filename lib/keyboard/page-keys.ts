/** What can be done on a listing by one key. */
export const PAGE_ACTIONS = [
  'next',
  'previous',
  'open',
  'save',
  'tag',
  'note',
  'dismiss',
  'select',
  'range',
  'bar',
  'undo',
  'help',
] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];

/** The keys on a listing, as the reader chose them. */
export interface PageKeys {
  /** Whether there are any. */
  on: boolean;
  /** For each action the character that its key types (`j`, `?`); null switches it off. */
  keys: Record<PageAction, string | null>;
}

export const DEFAULT_PAGE_KEYS: PageKeys = {
  on: true,
  keys: {
    next: 'j',
    previous: 'k',
    open: 'o',
    save: 's',
    tag: 't',
    note: 'n',
    dismiss: 'd',
    select: 'x',
    range: 'X',
    bar: 'a',
    undo: 'z',
    help: '?',
  },
};

/** Whether `text` can be the key of an action: one character that can be seen. */
export function isPageKey(text: unknown): text is string {
  return typeof text === 'string' && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text);
}

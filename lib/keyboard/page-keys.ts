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

export interface PageKeys {
  on: boolean;
  /** The character per action (`j`, `?`); null for none. */
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

/** Whether `text` is one visible character. */
export function isPageKey(text: unknown): text is string {
  return typeof text === 'string' && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text);
}

import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';

/** The rows of the digest as the keys move over them. */
export interface DigestRows {
  /** The paper of the row that has the focus, else the open one. */
  active(): PaperId | undefined;
  /** Gives the focus to the title of the next row, or the one before. */
  step(by: 1 | -1): void;
  /** Gives the focus to the title of this row. */
  focus(id: PaperId | undefined): void;
  /** Gives the focus to the field for tags of this row, if it is there. @returns whether it is */
  focusTags(id: PaperId): boolean;
}

/**
 * @param root what holds the rows
 * @param ids in their order
 * @param open the open paper; its row gets the focus when it is closed
 */
export function useDigestRows(
  root: RefObject<HTMLElement | null>,
  ids: readonly PaperId[],
  open: PaperId | undefined,
): DigestRows {
  const latest = useRef({ ids, open });
  latest.current = { ids, open };
  const rows = useMemo(() => {
    const within = (id: PaperId | undefined, selector: string): HTMLElement | null | undefined =>
      [...(root.current?.querySelectorAll<HTMLElement>('[data-paper]') ?? [])]
        .find((row) => row.dataset['paper'] === id)
        ?.querySelector<HTMLElement>(selector);
    const focus = (id: PaperId | undefined): void => {
      const title = within(id, '.digest-title a');
      title?.focus({ preventScroll: true });
      title?.closest('li')?.scrollIntoView({ block: 'nearest' });
    };
    const active = (): PaperId | undefined => {
      const row = document.activeElement?.closest<HTMLElement>('[data-paper]');
      const { ids, open } = latest.current;
      return row ? ids.find((id) => id === row.dataset['paper']) : open;
    };
    return {
      active,
      focus,
      focusTags(id: PaperId) {
        const field = within(id, '[role=combobox]');
        field?.focus();
        return field != null;
      },
      step(by: 1 | -1) {
        const { ids } = latest.current;
        const id = active();
        const at = id === undefined ? -1 : ids.indexOf(id);
        focus(ids[at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)]);
      },
    };
  }, [root]);
  const opened = useRef<PaperId>(undefined);
  useEffect(() => {
    if (open === undefined) rows.focus(opened.current);
    opened.current = open;
  }, [rows, open]);
  return rows;
}

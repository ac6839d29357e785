import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';
import { useLatest } from '@/components/hooks/use-latest';

export interface DigestRows {
  /** The focused row's paper, else the open one. */
  active(): PaperId | undefined;
  /** Focuses the adjacent row's title. */
  step(by: 1 | -1): void;
  focus(id: PaperId | undefined): void;
  /** Focuses the row's tag field; false without one. */
  focusTags(id: PaperId): boolean;
}

/**
 * Moves the focus between rows.
 * @param root contains the rows
 * @param ids in display order
 * @param open its row is focused on closing
 */
export function useDigestRows(
  root: RefObject<HTMLElement | null>,
  ids: readonly PaperId[],
  open: PaperId | undefined,
): DigestRows {
  const latest = useLatest({ ids, open });
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
  }, [root, latest]);
  const opened = useRef<PaperId>(undefined);
  useEffect(() => {
    if (open === undefined) rows.focus(opened.current);
    opened.current = open;
  }, [rows, open]);
  return rows;
}

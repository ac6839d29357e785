import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { FieldWanted } from '@/components/paper/PaperDetail';
import { usePageKeys } from '@/components/hooks/use-page-keys';
import type { Bulk } from '@/lib/pages/actions/use-bulk';
import { usePage } from '@/lib/pages/page-context';
import type { LibraryContext } from '@/lib/library/context';
import { paperRows } from '@/lib/library/queries';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import { isSaved, nextStatus, type Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { useFocusFieldShortcut } from '../use-focus-field-shortcut';
import type { Selection } from '../use-selection';

interface Options {
  bulk: Bulk;
  /** In display order. */
  shown: readonly PaperId[];
  selection: Selection<PaperId>;
  /** Among `shown`. */
  selected: readonly PaperId[];
  open: PaperId | undefined;
  edit(paperId: PaperId, edit: EntryEdit): void;
  onTag(): void;
  onKeys(): void;
}

interface PaperKeys {
  /** For the element with list and bars. */
  list: RefObject<HTMLElement | null>;
  /** The field to focus, until the reader goes elsewhere. */
  wanted: FieldWanted | undefined;
  /** Focuses the current row. */
  focusList(): void;
}

/** Keys for papers: the selected, else the focused row's, else the open one. */
export function usePaperKeys(options: Options): PaperKeys {
  const { library, undoOffers } = usePage();
  const { bulk, shown, selection, selected, open, onTag, onKeys } = options;
  const list = useRef<HTMLElement>(null);
  const { wanted, goToField } = useFocusFieldShortcut({ place: 'paper', open, edit: options.edit });

  const currentTitle = () =>
    list.current?.querySelector<HTMLElement>('.row-title a[tabindex="0"]') ?? null;
  const focusList = () => currentTitle()?.focus();
  const paperAt = (element: Element | null): PaperId | undefined => {
    const row = element?.closest<HTMLElement>('.pane-list [data-index]');
    return row ? shown[Number(row.dataset['index'])] : undefined;
  };
  const target = (): PaperId | undefined => paperAt(document.activeElement) ?? open;
  const targets = (): readonly PaperId[] => {
    if (selected.length > 0) return selected;
    const one = target();
    return one === undefined ? [] : [one];
  };
  const writeIn = (field: FieldWanted['field']): void => {
    // Focusing a field changes nothing: the current row may be unfocused.
    const id = target() ?? paperAt(currentTitle());
    if (id !== undefined) goToField({ field, paperId: id, note: noteOf(library, id) });
  };
  const stepStatus = async (): Promise<void> => {
    const ids = targets();
    const [first] = ids;
    if (first === undefined) return;
    await bulk.change(ids, { kind: 'status', status: await nextStatusOf(library, first) });
  };
  usePageKeys(
    {
      t: () => (selected.length > 0 ? onTag() : writeIn('tags')),
      n: () => writeIn('note'),
      s: () => void stepStatus(),
      e: () => list.current?.querySelector<HTMLElement>('.bar [aria-haspopup=menu]')?.click(),
      z: () => undoOffers.undo?.onUndo(),
      Delete: () => void bulk.change(targets(), { kind: 'remove' }),
      '?': onKeys,
      Escape() {
        if (selection.size > 0) selection.clear();
        else location.hash = '#/';
        focusList();
      },
    },
    { onEscapeInField: focusList },
  );
  return { list, wanted, focusList };
}

/** Undefined unless saved. */
async function noteOf({ db }: LibraryContext, id: PaperId): Promise<string | undefined> {
  const [row] = await paperRows(db, [id]);
  return isSaved(row?.entry) ? row?.entry.note : undefined;
}

async function nextStatusOf({ db }: LibraryContext, id: PaperId): Promise<Status> {
  const [row] = await paperRows(db, [id]);
  return nextStatus(row?.entry?.status ?? 'to-read');
}

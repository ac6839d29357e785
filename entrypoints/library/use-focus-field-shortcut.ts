import { useEffect, useRef, useState } from 'preact/hooks';
import { tagsAndText, typedEdits, typeInto } from '@/lib/keyboard/typed-edits';
import { paperHash, type PaperPlace } from '@/components/format/paper-address';
import type { FieldWanted } from '@/components/paper/PaperDetail';
import { useOnLeave } from '@/components/hooks/use-on-leave';
import { typeAhead, type TypedAhead } from '@/lib/keyboard/type-ahead';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import type { PaperId } from '@/lib/papers/paper-id';

interface Options {
  place: PaperPlace;
  open: PaperId | undefined;
  /** Edits; saves the paper if needed. */
  edit(paperId: PaperId, edit: EntryEdit): void;
}

interface GoingTo {
  field: FieldWanted['field'];
  paperId: PaperId;
  /** The stored note; undefined without fields. */
  note: Promise<string | undefined>;
}

interface FocusFieldShortcut {
  /** The field to focus, unless the reader leaves. */
  wanted: FieldWanted | undefined;
  /** Opens a paper at a field, after a running save. */
  goToField(to: GoingTo): void;
}

/**
 * Moves the focus to a paper's field. Text typed before goes into it, or is stored if the reader
 * leaves first.
 */
export function useFocusFieldShortcut({ place, open, edit }: Options): FocusFieldShortcut {
  const [wanted, setWanted] = useState<FieldWanted>();
  const goingTo = useRef<GoingTo & { typed: TypedAhead }>(undefined);
  const callOff = (): void => {
    const former = goingTo.current;
    goingTo.current = undefined;
    setWanted(undefined);
    const typed = former?.typed.end() ?? '';
    if (former !== undefined && typed !== '') void store(former, typed);
  };
  const store = async ({ field, paperId, note }: GoingTo, typed: string): Promise<void> => {
    const text = await note;
    if (text === undefined) return;
    for (const change of typedEdits(field, typed, text)) edit(paperId, change);
  };
  /** Stops capturing keys if no field will appear. */
  const stopWithoutField = async (going: GoingTo): Promise<void> => {
    if ((await going.note) === undefined && goingTo.current === going) callOff();
  };
  useOnLeave(callOff);
  useEffect(() => {
    if (open !== goingTo.current?.paperId) callOff();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs only when `open` changes
  }, [open]);
  return {
    wanted,
    goToField(to) {
      callOff();
      const { field, paperId } = to;
      const typed = typeAhead(document, new AbortController().signal, callOff);
      const going = { ...to, typed };
      goingTo.current = going;
      void stopWithoutField(going);
      const onReached = (element: HTMLElement): void => {
        const { tags, text } = tagsAndText(field, typed.end());
        for (const tag of tags) edit(paperId, { kind: 'add-tag', tag });
        if (text !== '') typeInto(element, text);
      };
      setWanted({ field, paperId, onReached });
      location.hash = paperHash(paperId, place);
    },
  };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { typeInto } from '@/components/page/typed-ahead';
import { paperHash } from '@/components/paper-address';
import type { FieldWanted } from '@/components/PaperDetail';
import { useBeforeGone } from '@/components/use-before-gone';
import { typeAhead } from '@/lib/page/type-ahead';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

interface Options {
  /** The open paper. */
  open: PaperId | undefined;
  /** Stores what was typed at the end of a paper's note, which saves the paper. */
  addToNote(paper: Paper, text: string): void;
}

interface NoteByKey {
  /** The note that the reader went to, until they turn elsewhere. */
  wanted: FieldWanted | undefined;
  /** Opens a paper at its note; as soon as it is saved, when it is not yet. */
  goToNote(paper: Paper): void;
}

/**
 * Takes the reader to the note of a paper. What they type before its field is there goes into it; or
 * is stored, when they turn elsewhere first.
 */
export function useNoteByKey({ open, addToNote }: Options): NoteByKey {
  const [wanted, setWanted] = useState<FieldWanted>();
  const goingTo = useRef<{ paper: Paper; typed(): string }>(undefined);
  const callOff = (): void => {
    const former = goingTo.current;
    goingTo.current = undefined;
    setWanted(undefined);
    const typed = former?.typed() ?? '';
    if (former !== undefined && typed !== '') addToNote(former.paper, typed);
  };
  useBeforeGone(callOff);
  useEffect(() => {
    if (open !== goingTo.current?.paper.id) callOff();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when another paper is opened, or none
  }, [open]);
  return {
    wanted,
    goToNote(paper) {
      callOff();
      const typed = typeAhead(document, new AbortController().signal, callOff);
      goingTo.current = { paper, typed };
      const onReached = (field: HTMLElement) => typeInto(field, typed());
      setWanted({ field: 'note', paperId: paper.id, onReached });
      location.hash = paperHash(paper.id, 'digest');
    },
  };
}

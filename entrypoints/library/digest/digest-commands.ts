import { paperHash } from '@/components/format/paper-address';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { DigestAction } from './digest-keys';
import type { DigestChanges } from './use-digest-changes';
import type { DigestRows } from './use-digest-rows';

export interface CommandContext {
  rows: DigestRows;
  paperOf(id: PaperId | undefined): Paper | undefined;
  isSaved(id: PaperId): boolean;
  changes: DigestChanges;
  onTag(id: PaperId): void;
  /** Opens the note once the paper is saved. */
  onNote(id: PaperId): void;
  onUndo(): void;
  onHelp(): void;
}

/** Commands for the focused row's paper, else the open one. */
export function digestCommands(context: CommandContext): Record<DigestAction, () => void> {
  const { rows, changes } = context;
  const withCurrent = (act: (paper: Paper) => void) => () => {
    const paper = context.paperOf(rows.active());
    if (paper !== undefined) act(paper);
  };
  const save = (paper: Paper): void => {
    if (!context.isSaved(paper.id)) void changes.save(paper);
  };
  return {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    open: withCurrent(({ id }) => {
      location.hash = paperHash(id, 'digest');
    }),
    save: withCurrent(save),
    tag: withCurrent((paper) => {
      save(paper);
      context.onTag(paper.id);
    }),
    note: withCurrent((paper) => {
      save(paper);
      context.onNote(paper.id);
    }),
    dismiss: withCurrent((paper) => {
      if (!context.isSaved(paper.id)) void changes.dismiss(paper);
      rows.step(1);
    }),
    undo: context.onUndo,
    help: context.onHelp,
  };
}

import { useState } from 'preact/hooks';
import type { FieldWanted } from '@/components/paper/PaperDetail';
import { usePageKeys } from '@/components/hooks/use-page-keys';
import { useSetting } from '@/lib/pages/library/use-setting';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { useFocusFieldShortcut } from '../use-focus-field-shortcut';
import { digestCommands, type CommandContext } from './digest-commands';
import { digestKeys, digestSteps } from './digest-keys';

interface Options extends Omit<CommandContext, 'onTag' | 'onNote'> {
  open: PaperId | undefined;
  /** Empty without a note. */
  noteOf(paperId: PaperId): string;
  /** Edits; saves the paper if needed. */
  edit(paperId: PaperId, edit: EntryEdit): void;
  onClose(): void;
}

interface DigestKeys {
  /** Undefined while loading. */
  keys: PageKeys | undefined;
  /** Its tags are edited in its row. */
  tagging: PaperId | undefined;
  setTagging(id: PaperId | undefined): void;
  /** The field to focus, until the reader goes elsewhere. */
  wanted: FieldWanted | undefined;
}

/** Binds the keys page-wide while mounted. */
export function useDigestKeys({ open, noteOf, edit, onClose, ...context }: Options): DigestKeys {
  const keys = useSetting(pageKeys);
  const [tagging, setTagging] = useState<PaperId>();
  const { wanted, goToField } = useFocusFieldShortcut({ place: 'digest', open, edit });
  const commands = digestCommands({
    ...context,
    onTag: (id) => context.rows.focusTags(id) || setTagging(id),
    onNote: (paperId) =>
      goToField({ field: 'note', paperId, note: Promise.resolve(noteOf(paperId)) }),
  });
  usePageKeys(
    { ...digestKeys(keys, commands), Escape: onClose },
    {
      repeatable: digestSteps(keys),
      onEscapeInField: () => context.rows.focus(context.rows.active()),
    },
  );
  return { keys, tagging, setTagging, wanted };
}

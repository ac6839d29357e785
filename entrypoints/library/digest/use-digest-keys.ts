import { useState } from 'preact/hooks';
import type { FieldWanted } from '@/components/paper/PaperDetail';
import { usePageKeys } from '@/components/hooks/use-page-keys';
import { useSetting } from '@/lib/pages/library/use-setting';
import type { EntryEdit } from '@/lib/papers/edit-entry';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { useFocusFieldShortcut } from '../use-focus-field-shortcut';
import { digestCommands, type Means } from './digest-commands';
import { digestKeys, digestSteps } from './digest-keys';

interface Options extends Omit<Means, 'onTag' | 'onNote'> {
  /** The open paper. */
  open: PaperId | undefined;
  /** The note of a paper; empty when it has none. */
  noteOf(paperId: PaperId): string;
  /** Stores an edit of a paper, which saves it. */
  edit(paperId: PaperId, edit: EntryEdit): void;
  /** The open paper is to be closed. */
  onClose(): void;
}

interface DigestKeys {
  /** As the reader chose them; undefined until they are read. */
  keys: PageKeys | undefined;
  /** The paper whose tags are being written in its row. */
  tagging: PaperId | undefined;
  setTagging(id: PaperId | undefined): void;
  /** The note that a key went to, until the reader turns elsewhere. */
  wanted: FieldWanted | undefined;
}

/** Runs the keys of the digest, and tells where they led. */
export function useDigestKeys({ open, noteOf, edit, onClose, ...means }: Options): DigestKeys {
  const keys = useSetting(pageKeys);
  const [tagging, setTagging] = useState<PaperId>();
  const { wanted, goToField } = useFocusFieldShortcut({ place: 'digest', open, edit });
  const commands = digestCommands({
    ...means,
    onTag: (id) => means.rows.focusTags(id) || setTagging(id),
    onNote: (paperId) =>
      goToField({ field: 'note', paperId, note: Promise.resolve(noteOf(paperId)) }),
  });
  usePageKeys(
    { ...digestKeys(keys, commands), Escape: onClose },
    {
      repeatable: digestSteps(keys),
      onEscapeInField: () => means.rows.focus(means.rows.active()),
    },
  );
  return { keys, tagging, setTagging, wanted };
}

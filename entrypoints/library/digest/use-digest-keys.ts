import { useState } from 'preact/hooks';
import { paperHash } from '@/components/paper-address';
import type { FieldWanted } from '@/components/PaperDetail';
import { usePageKeys } from '@/components/use-page-keys';
import { useSetting } from '@/lib/extension-pages/use-setting';
import type { PageKeys } from '@/lib/papers/page-keys';
import type { PaperId } from '@/lib/papers/paper-id';
import { pageKeys } from '@/lib/settings/page-keys';
import { digestCommands, type Means } from './digest-commands';
import { digestKeys, digestSteps } from './digest-keys';

interface Options extends Omit<Means, 'onTag' | 'onNote'> {
  onUndo(): void;
  /** The open paper is to be closed. */
  onClose(): void;
}

interface DigestKeys {
  /** As the reader chose them; undefined until they are read. */
  keys: PageKeys | undefined;
  /** The paper whose tags are being written in its row. */
  tagging: PaperId | undefined;
  setTagging(id: PaperId | undefined): void;
  /** The field of the open paper that a key went to last. */
  wanted: FieldWanted | undefined;
}

/** Runs the keys of the digest, and tells where they led. */
export function useDigestKeys({ onUndo, onClose, ...means }: Options): DigestKeys {
  const keys = useSetting(pageKeys);
  const [tagging, setTagging] = useState<PaperId>();
  const [wanted, setWanted] = useState<FieldWanted>();
  const commands = digestCommands({
    ...means,
    onTag: setTagging,
    onNote(paperId) {
      location.hash = paperHash(paperId, 'digest');
      setWanted({ field: 'note', paperId });
    },
  });
  usePageKeys(
    { ...digestKeys(keys, commands), z: onUndo, Escape: onClose },
    {
      goesOn: digestSteps(keys),
      leaveField: () => means.rows.focus(means.rows.active()),
    },
  );
  return { keys, tagging, setTagging, wanted };
}

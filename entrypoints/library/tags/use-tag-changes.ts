import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { offerUndo } from '@/lib/pages/actions/use-bulk';
import type { UndoOffers } from '@/lib/pages/actions/use-undo';
import type { TaskRunner } from '@/lib/pages/actions/use-task-runner';
import type { ChangedEntries } from '@/lib/library/entries/change-entries';
import { deleteTags, renameTags } from '@/lib/library/tags/change-tags';
import type { LibraryContext } from '@/lib/library/context';
import type { ProgressOptions } from '@/lib/shared/in-batches';
import { isSaved } from '@/lib/papers/entry';

/** What can be done with tags, each with progress and one Undo; true once it is done. */
export interface TagChanges {
  rename(tags: readonly string[], to: string): Promise<boolean>;
  merge(tags: readonly string[], to: string): Promise<boolean>;
  /** Writes a tag in one way. @param variants the ways that it is written in too */
  unify(tag: string, variants: readonly string[]): Promise<boolean>;
  remove(tags: readonly string[]): Promise<boolean>;
}

/** What the list of tags does; the same object as long as what is handed in is. */
export function useTagChanges(
  library: LibraryContext,
  { run }: Pick<TaskRunner, 'run'>,
  { offer }: Pick<UndoOffers, 'offer'>,
): TagChanges {
  return useMemo(() => {
    const change = async (
      label: string,
      work: (options: ProgressOptions) => Promise<ChangedEntries>,
      doneMessage: (papers: number) => string,
    ): Promise<boolean> => {
      // Offered within the work, so that it is after a retry too.
      const done = await run(label, async (options) => {
        const changed = await work(options);
        // Those in the trash changed too, but are not among the papers counted in the list.
        const papers = changed.filter(({ after }) => isSaved(after)).length;
        if (changed.length > 0) {
          offerUndo(library, changed, () => doneMessage(papers), { run, offer });
        }
        return true;
      });
      return done ?? false;
    };
    const merge = (tags: readonly string[], to: string, name: string): Promise<boolean> =>
      change(
        i18n.t('tagsView.merging', [name]),
        (options) => renameTags(library, tags, to, options),
        (papers) => i18n.t('tagsView.merged', papers, [fullCount(papers), name, to]),
      );
    return {
      rename: (tags, to) =>
        change(
          i18n.t('tagsView.renaming', [named(tags)]),
          (options) => renameTags(library, tags, to, options),
          (papers) => i18n.t('tagsView.renamed', papers, [fullCount(papers), named(tags), to]),
        ),
      merge: (tags, to) => merge(tags, to, named(tags)),
      unify: (tag, variants) => merge([tag], tag, variants.join(', ')),
      remove: (tags) =>
        change(
          i18n.t('tagsView.deleting', [named(tags)]),
          (options) => deleteTags(library, tags, options),
          (papers) => i18n.t('tagsView.deleted', papers, [fullCount(papers), named(tags)]),
        ),
    };
  }, [library, run, offer]);
}

/** One tag by its name, several by their number. */
function named(tags: readonly string[]): string {
  const [only] = tags;
  return only !== undefined && tags.length === 1
    ? only
    : i18n.t('tagsView.tags', tags.length, [fullCount(tags.length)]);
}

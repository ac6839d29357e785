import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { offerUndo } from '@/lib/pages/actions/use-bulk';
import { usePage } from '@/lib/pages/page-context';
import type { ChangedEntries } from '@/lib/library/entries/change-entries';
import { deleteTags, renameTags } from '@/lib/library/tags/change-tags';
import type { ProgressOptions } from '@/lib/shared/in-batches';
import { isSaved } from '@/lib/papers/entry';

/** With progress and Undo; each resolves to whether it succeeded. */
export interface TagChanges {
  rename(tags: readonly string[], to: string): Promise<boolean>;
  merge(tags: readonly string[], to: string): Promise<boolean>;
  /** Merges other spellings of `tag` into it. */
  unify(tag: string, variants: readonly string[]): Promise<boolean>;
  remove(tags: readonly string[]): Promise<boolean>;
}

/** Memoized tag operations. */
export function useTagChanges(): TagChanges {
  const { library, tasks, undoOffers } = usePage();
  const { run } = tasks;
  const { offer } = undoOffers;
  return useMemo(() => {
    const change = async (
      label: string,
      work: (options: ProgressOptions) => Promise<ChangedEntries>,
      doneMessage: (papers: number) => string,
    ): Promise<boolean> => {
      // Inside the task: a retry offers it too.
      const done = await run(label, async (options) => {
        const changed = await work(options);
        // Entries in the trash change too, but are not counted.
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

/** The tag, or a count of several. */
function named(tags: readonly string[]): string {
  const [only] = tags;
  return only !== undefined && tags.length === 1
    ? only
    : i18n.t('tagsView.tags', tags.length, [fullCount(tags.length)]);
}

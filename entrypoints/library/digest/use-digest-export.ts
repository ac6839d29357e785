import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { digestFileName, writeDigest } from '@/lib/export/digest';
import { MARKDOWN_FILE } from '@/lib/export/markdown-file';
import { download } from '@/lib/shared/download';
import { useToast } from '@/lib/pages/actions/use-toast';
import { useLibrary } from '@/lib/pages/page-context';
import type { Day } from '@/lib/shared/day';
import type { DigestDay } from '@/lib/papers/digest';

/** Downloads a digest as Markdown; toasts. */
export function useDigestExport(): {
  exportDigest(days: readonly DigestDay[], since: Day): void;
  toast: string | undefined;
} {
  const { now } = useLibrary();
  const [toast, setToast] = useToast();
  return {
    toast,
    exportDigest(days, since) {
      const at = now();
      download(digestFileName(at), MARKDOWN_FILE.mime, writeDigest(days, since, at));
      const count = days.reduce((sum, { papers }) => sum + papers.length, 0);
      setToast(i18n.t('export.done', count, [fullCount(count), MARKDOWN_FILE.label]));
    },
  };
}

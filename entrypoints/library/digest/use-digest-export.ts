import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/paper-words';
import { DIGEST_MIME, digestFileName, writeDigest } from '@/lib/export/digest';
import { download } from '@/lib/extension-pages/download';
import type { LibraryContext } from '@/lib/library/context';
import type { Day } from '@/lib/papers/day';
import type { DigestDay } from '@/lib/papers/digest';

/** How long the good news stays, ms. */
const NEWS_STAYS = 6000;

/** Downloads a digest as Markdown, and says so. */
export function useDigestExport({ now }: LibraryContext): {
  exportDigest(days: readonly DigestDay[], since: Day): void;
  news: string | undefined;
} {
  const [news, setNews] = useState<string>();
  useEffect(() => {
    if (news === undefined) return;
    const timer = setTimeout(() => setNews(undefined), NEWS_STAYS);
    return () => clearTimeout(timer);
  }, [news]);
  return {
    news,
    exportDigest(days, since) {
      const at = now();
      download(digestFileName(at), DIGEST_MIME, writeDigest(days, since, at));
      const count = days.reduce((sum, { papers }) => sum + papers.length, 0);
      setNews(i18n.t('export.done', count, [fullCount(count), 'Markdown']));
    },
  };
}
